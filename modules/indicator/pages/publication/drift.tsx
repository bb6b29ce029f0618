/** Published figures the ledgers no longer bear out; the office restates them, one by one, with the reason. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { publication } from '#modules/indicator/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { command, type Out, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { type Answers, FormBox } from '#web/ui/form/form-box.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { differenceOf, exact, figureOf } from '../words.ts'

type Drifted = Out<'indicator/drift'>[number]

export function Drift() {
  const { role } = useMe()
  const [restating, restate] = useState<Drifted | null>(null)
  const asked = useQuery(query('indicator/drift', {}))
  const close = () => restate(null)
  const columns: Column<Drifted>[] = [
    { key: 'name', title: '指标', wrap: 16, show: ({ name }) => name },
    { key: 'month', title: '报告期', show: ({ month }) => monthWord(month), sort: ({ month }) => month },
    { key: 'told', title: '公布值', number: true, show: (row) => figureOf(row, row.published.value) },
    { key: 'present', title: '台账现值', number: true, show: (row) => figureOf(row, row.present.value) },
    { key: 'difference', title: '相差', number: true, show: differenceIn },
    {
      key: 'acts',
      title: '办理',
      show: (row) => (
        <Permitted inline when={role === 'office'} because="只有领导小组办公室可以更正公布数据" onClick={() => restate(row)}>
          更正
        </Permitted>
      ),
    },
  ]
  return (
    <Panel flush>
      <div className="indicator-table padded">
        <Loaded from={asked} rows={10}>
          {(rows) => (
            <DataTable
              name="公布数据与台账的差异"
              rows={rows}
              columns={columns}
              rowKey={({ code, month }) => `${code} ${month}`}
              to={({ code, month }) => `/office/indicators/${code}?tab=published&month=${month}`}
              find={({ name, month }) => `${name} ${month} ${monthWord(month)}`}
              empty={<EmptyState title="公布数据与台账一致" about="报表更正、补录后与公布数据不一致的，会在这里列出。" />}
            />
          )}
        </Loaded>
      </div>
      <Dialog title="更正公布数据" open={restating !== null} onClose={close}>
        {restating && <Restate of={restating} onClose={close} />}
      </Dialog>
    </Panel>
  )
}

/** Where rounding hides a difference, that of the exact sums. */
function differenceIn(row: Drifted): string {
  const { published, present } = row
  const shown = differenceOf(row, present.value, published.value)
  if (shown !== '持平') return shown
  const exactly = present.of.amount - published.of.amount
  return exactly ? `显示值相同，合计相差 ${exact(exactly)}` : '显示值相同，构成有变动'
}

function Restate({ of, onClose }: { of: Drifted; onClose: () => void }) {
  const say = useSay()
  const restate = useMutation(command('indicator/restate'))
  const { code, month, name, published, present } = of
  const save = async (answers: Answers) => {
    await restate.mutateAsync({ code, month, reason: String(answers.reason) })
    onClose()
    say.done('已更正，原公布数据保留可查')
  }
  return (
    <FormBox onSave={save} onCancel={onClose} save="更正">
      <p className="restate-about">
        {monthWord(month)}“{name}”公布为 <b className="number">{figureOf(of, published.value)}</b>，台账现为{' '}
        <b className="number">{figureOf(of, present.value)}</b>。更正后公布台账现值，原公布值和原因一并保留。
      </p>
      <Field name="reason" field={publication.shape.reason.unwrap()} hint="如：企业更正报表后重新汇总" />
    </FormBox>
  )
}
