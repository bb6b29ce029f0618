/** Yellow and red cards: to whom, by which rule, why; lifted by the office with the reason. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { cardReasons, colours } from '#modules/matter/model.ts'
import { text } from '#platform/fields.ts'
import { command, download, type In, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { type Card, useUnits } from './words.ts'
import './matter.css'

const size = 50
const keys = { texts: ['colour', 'rule', 'org', 'year'], marks: ['lifted'] }

export default function Cards() {
  const { role } = useMe()
  const today = useFrame()?.today ?? ''
  const say = useSay()
  const of = useAddress(keys)
  const page = usePage()
  const [lifting, lift] = useState<Card | null>(null)
  const { year, ...rest } = of.filter
  const years = Array.from({ length: 4 }, (_, at) => String(Number(today.slice(0, 4)) - at))
  const filter = { ...rest, ...(year ? { year: Number(year) } : {}) } as Omit<In<'matter/listCards'>, 'page' | 'size'> // the server checks every word of the address
  const asked = useQuery({
    ...query('matter/listCards', { ...filter, page, size }),
    placeholderData: (before: Out<'matter/listCards'> | undefined) => before,
  })
  const save = useMutation({ ...download('matter/exportCards'), onError: say.failed })
  const units = useUnits()
  const judges = role === 'office' || role === 'leader'
  return (
    <PageFrame
      title="黄红牌"
      description="按督办规则由系统自动亮牌，理由逐张写明；确有特殊情况的，由领导小组办公室撤销并说明原因。"
      crumbs={[{ title: '督办事项', to: '/office/matters' }, { title: '黄红牌' }]}
      actions={
        <>
          <GoTo to="/office/matter-rules">督办规则</GoTo>
          <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate(filter)}>
            导出
          </Act>
        </>
      }
    >
      <Panel>
        <Loaded from={asked} rows={2}>
          {({ yellow, red }) => (
            <Tiles width={150}>
              <Figure label="有效黄牌" value={yellow} unit="张" to="/office/cards?colour=yellow" />
              <Figure label="有效红牌" value={red} unit="张" to="/office/cards?colour=red" />
            </Tiles>
          )}
        </Loaded>
      </Panel>
      <Panel flush>
        <search className="filter-bar">
          {judges && <Pick of={of} name="org" title="单位" choices={units} />}
          <Pick of={of} name="colour" title="牌色" choices={choicesOf(colours)} width={104} />
          <Pick of={of} name="rule" title="规则" choices={choicesOf(cardReasons)} width={152} />
          <Pick of={of} name="year" title="年份" choices={years.map((value) => ({ value, label: `${value} 年` }))} width={112} />
          <Tick of={of} name="lifted" title="已撤销" />
          {of.narrowed && (
            <Act inline onClick={of.clear}>
              清除筛选
            </Act>
          )}
          <span className="quiet filter-total" role="status">
            {asked.data ? `共 ${asked.data.total} 张` : ''}
          </span>
        </search>
        <Loaded from={asked} rows={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="黄红牌"
                rows={rows}
                columns={role === 'office' ? [...columns, liftColumn(lift)] : columns}
                rowKey={({ id }) => id}
                pageSize={size}
                empty={<EmptyState title={of.narrowed ? '没有符合条件的黄红牌' : '目前没有黄红牌'} />}
              />
              {total > size && <Pager size={size} total={total} />}
            </>
          )}
        </Loaded>
      </Panel>
      <Dialog title="撤销黄红牌" open={lifting !== null} onClose={() => lift(null)}>
        {lifting && <LiftForm of={lifting} onClose={() => lift(null)} />}
      </Dialog>
    </PageFrame>
  )
}

const columns: Column<Card>[] = [
  { key: 'on', title: '亮牌日期', show: ({ on }) => <span className="number">{on}</span> },
  { key: 'org', title: '单位', wrap: 7, show: ({ orgName }) => orgName },
  {
    key: 'colour',
    title: '牌色',
    show: ({ colour, liftedOn }) => <Mark tone={liftedOn ? 'quiet' : colour === 'red' ? 'bad' : 'warn'}>{colours[colour]}</Mark>,
  },
  { key: 'rule', title: '规则', wrap: 7, show: ({ rule }) => cardReasons[rule] },
  {
    key: 'reason',
    title: '理由',
    wrap: 26,
    show: ({ reason, matter, matterNumber, liftedOn, liftReason, liftedBy }) => (
      <>
        {reason}
        {matter && (
          <div className="matter-small">
            <Link to={`/office/matters/${matter}`}>{matterNumber}</Link>
          </div>
        )}
        {liftedOn && (
          <div className="quiet matter-small">
            {liftedOn} {liftedBy}撤销：{liftReason}
          </div>
        )}
      </>
    ),
  },
]

const liftColumn = (lift: (of: Card) => void): Column<Card> => ({
  key: 'lift',
  title: '',
  show: (of) =>
    of.liftedOn === null && (
      <Act inline onClick={() => lift(of)}>
        撤销
      </Act>
    ),
})

function LiftForm({ of, onClose }: { of: Card; onClose: () => void }) {
  const say = useSay()
  const lift = useMutation(command('matter/liftCard'))
  return (
    <RecordForm
      of={z.object({ reason: text('撤销原因', 500) })}
      hints={{ reason: `${of.orgName} ${of.on} ${colours[of.colour]}：${of.reason}` }}
      save="撤销"
      onCancel={onClose}
      onSave={async ({ reason }) => {
        await lift.mutateAsync({ id: of.id, reason })
        say.done(`已撤销${of.orgName}的${colours[of.colour]}`)
        onClose()
      }}
    />
  )
}
