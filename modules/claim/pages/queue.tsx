/** Who waits for money (轮候): line by line in the order of the rule, how far the money goes, taken up in order or before it for a reason. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { claimRule } from '#modules/claim/model.ts'
import { metaOf, text } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { money } from './words.ts'
import './claim.css'

type Told = Out<'claim/queue'>
type Line = Told['lines'][number]
type Place = Line['rows'][number]

const orders = metaOf(claimRule.shape.queueBy).options ?? {}

export default function ClaimQueue() {
  const [search, write] = useSearchParams()
  const given = Number(search.get('year')) || undefined
  const asked = useQuery(query('claim/queue', given ? { year: given } : {}))
  return (
    <PageFrame
      title="轮候"
      description="审定后资金不足的事项在这里排队，资金到位后自动按序兑付；提前兑付须写明理由，其他事项的次序不变。"
      crumbs={[{ title: '政策兑现', to: '/office/claims' }, { title: '轮候' }]}
      actions={
        asked.data && (
          <ChoiceInput
            name="年度"
            width={112}
            choices={asked.data.years.map((one) => ({ value: String(one), label: `${one} 年` }))}
            value={String(asked.data.year)}
            onChange={(one) => write(one ? { year: one } : {}, { replace: true })}
          />
        )
      }
    >
      <Loaded from={asked} rows={10}>
        {(told) => <Opened of={told} />}
      </Loaded>
    </PageFrame>
  )
}

function Opened({ of: { year, lines, queueBy } }: { of: Told }) {
  const busy = lines.filter(({ waiting }) => waiting > 0)
  return (
    <Stack>
      <Panel>
        <Tiles width={160}>
          {lines.map(({ line, free, waiting, needed }) => (
            <Figure
              key={line}
              label={`${potNames[line]}资金余额`}
              value={free / 100}
              unit="元"
              note={waiting ? `轮候 ${waiting} 件，共需 ${money(needed)}` : '无轮候'}
              to={`/office/funds/${line}?year=${year}`}
            />
          ))}
        </Tiles>
      </Panel>
      {busy.map((line) => (
        <Waiting key={line.line} of={line} year={year} order={orders[queueBy] ?? ''} />
      ))}
      {busy.length === 0 && (
        <Panel>
          <EmptyState
            title={`${year} 年度没有轮候的事项`}
            about="审定时资金余额不足的事项列在这里。"
            actions={<GoTo to="/office/claims?state=deciding">待审定的事项</GoTo>}
          />
        </Panel>
      )}
    </Stack>
  )
}

function Waiting({ of, year, order }: { of: Line; year: number; order: string }) {
  const { line, rows, waiting, free, first } = of
  const say = useSay()
  const office = useMe().role === 'office'
  const [ahead, choose] = useState<Place | null>(null)
  const take = useMutation({
    ...command('claim/takeUp'),
    onSuccess: ({ taken, waiting }) => say.done(`已按序兑付 ${taken} 件，${waiting ? `仍有 ${waiting} 件轮候` : '无轮候'}`),
    onError: say.failed,
  })
  const enough = first !== null && first <= free
  const hidden = waiting - rows.length
  return (
    <Panel
      title={`${potNames[line]}资金（${waiting}）`}
      actions={
        <Permitted
          main={office && enough}
          when={office && enough}
          because={office ? `余额 ${money(free)}，不足首位所需 ${money(first)}` : '由领导小组办公室办理'}
          busy={take.isPending}
          onClick={() => take.mutate({ line, year })}
        >
          按序兑付
        </Permitted>
      }
    >
      <DataTable
        name={`${potNames[line]}资金轮候`}
        rows={rows}
        columns={office ? [...columns, actOf(choose)] : columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title="轮候的事项不在您可以查看的范围内" />}
        tools={
          <span className="quiet">
            {order}
            {hidden > 0 && rows.length > 0 && `；另有 ${hidden} 件不在您可以查看的范围内`}
          </span>
        }
      />
      <Dialog title={`提前兑付：${ahead?.name ?? ''}`} open={ahead !== null} onClose={() => choose(null)}>
        {ahead && <Ahead of={ahead} onDone={() => choose(null)} />}
      </Dialog>
    </Panel>
  )
}

const columns: Column<Place>[] = [
  { key: 'place', title: '次序', number: true, show: ({ place }) => place },
  {
    key: 'name',
    title: '企业',
    wrap: 14,
    show: ({ id, name, number }) => (
      <>
        <Link to={`/office/claims/${id}`}>{name}</Link>
        <div className="quiet claim-small number">{number}</div>
      </>
    ),
  },
  { key: 'title', title: '条款', wrap: 12, show: ({ title }) => title },
  { key: 'need', title: '需要（元）', number: true, show: ({ need }) => yuan(need) },
  { key: 'upTo', title: '累计（元）', number: true, show: ({ upTo }) => yuan(upTo) },
  {
    key: 'since',
    title: '提交与转入轮候',
    show: ({ submittedAt, queuedOn }) => (
      <span className="number">
        {submittedAt?.slice(0, 10) ?? '—'}
        {queuedOn && <div className="quiet claim-small">{queuedOn}</div>}
      </span>
    ),
  },
  {
    key: 'fits',
    title: '兑付',
    show: ({ fits }) => (fits ? <Mark tone="good">余额已足</Mark> : <Mark tone="warn">等待资金</Mark>),
  },
]

/** The first is paid in its order. */
const actOf = (choose: (place: Place) => void): Column<Place> => ({
  key: 'act',
  title: '办理',
  show: (place) =>
    place.place === 1 ? (
      <span className="quiet">首位</span>
    ) : (
      <Act inline onClick={() => choose(place)}>
        提前兑付
      </Act>
    ),
})

const reasoned = z.object({ reason: text('提前兑付理由', 500) })
function Ahead({ of: { id, place, need }, onDone }: { of: Place; onDone: () => void }) {
  const say = useSay()
  const pay = useMutation(command('claim/payAhead'))
  return (
    <Stack>
      <p>
        该事项排在第 {place} 位，需要 {money(need)}；提前兑付后，在前的事项次序不变，理由随事项留存。
      </p>
      <RecordForm
        of={reasoned}
        save="提前兑付"
        onCancel={onDone}
        onSave={async ({ reason }) => {
          await pay.mutateAsync({ id, reason })
          say.done('已提前兑付')
          onDone()
        }}
      />
    </Stack>
  )
}
