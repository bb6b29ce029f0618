/** Published figures the ledgers no longer bear out, of one month or all; the office restates one or several, with the reason. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { publication } from '#modules/indicator/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { command, type Out, query } from '#web/client.ts'
import { Field } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { type Answers, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { differenceOf, exact, figureOf } from '../words.ts'

type Drifted = Out<'indicator/drift'>[number]

export function Drift() {
  const { role } = useMe()
  const may = role === 'office'
  const [restating, restate] = useState<Drifted[]>([])
  const [chosen, choose] = useState<string[]>([])
  const [month, lookAt] = useState<string | null>(null)
  const asked = useQuery(query('indicator/drift', {}))
  const close = () => restate([])
  const done = () => {
    close()
    choose([])
  }
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
        <Permitted inline when={may} because="只有领导小组办公室可以更正公布数据" onClick={() => restate([row])}>
          更正
        </Permitted>
      ),
    },
  ]
  return (
    <Panel flush>
      <div className="indicator-table padded">
        <Loaded from={asked} rows={10}>
          {(all) => {
            const rows = all.filter((row) => month === null || row.month === month)
            const picked = rows.filter((row) => chosen.includes(keyOf(row)))
            return (
              <DataTable
                name="公布数据与台账的差异"
                rows={rows}
                columns={columns}
                rowKey={keyOf}
                chosen={may ? { keys: picked.map(keyOf), onChange: choose } : undefined}
                tools={
                  <>
                    <ChoiceInput
                      name="报告期"
                      value={month}
                      choices={monthsIn(all)}
                      onChange={lookAt}
                      clearable
                      placeholder="全部月份"
                      width={180}
                    />
                    {may && rows.length > 0 && (
                      <Act onClick={() => choose(picked.length ? [] : rows.map(keyOf))}>
                        {picked.length ? '全不选' : `全选 ${rows.length} 项`}
                      </Act>
                    )}
                    {may && (
                      <Act main disabled={picked.length === 0} onClick={() => restate(picked)}>
                        {picked.length ? `更正 ${picked.length} 项` : '批量更正'}
                      </Act>
                    )}
                  </>
                }
                to={({ code, month }) => `/office/indicators/${code}?tab=published&month=${month}`}
                find={({ name, month }) => `${name} ${month} ${monthWord(month)}`}
                empty={<EmptyState title="公布数据与台账一致" about="报表更正、补录后与公布数据不一致的，会在这里列出。" />}
              />
            )
          }}
        </Loaded>
      </div>
      <Dialog title="更正公布数据" open={restating.length > 0} onClose={close}>
        {restating.length > 0 && <Restate of={restating} onClose={close} onDone={done} />}
      </Dialog>
    </Panel>
  )
}

const keyOf = ({ code, month }: Pick<Drifted, 'code' | 'month'>) => `${code} ${month}`

/** The months that differ, the latest first, with how many figures of each do. */
const monthsIn = (rows: Drifted[]) =>
  [...new Set(rows.map(({ month }) => month))]
    .sort()
    .reverse()
    .map((month) => ({ value: month, label: `${monthWord(month)}（${rows.filter((row) => row.month === month).length}）` }))

/** Where rounding hides a difference, that of the exact sums. */
function differenceIn(row: Drifted): string {
  const { published, present } = row
  const shown = differenceOf(row, present.value, published.value)
  if (shown !== '持平') return shown
  const exactly = present.of.amount - published.of.amount
  return exactly ? `显示值相同，合计相差 ${exact(exactly)}` : '显示值相同，构成有变动'
}

type RestateOf = { of: Drifted[]; onClose: () => void; onDone: () => void }

function Restate({ of, onClose, onDone }: RestateOf) {
  const say = useSay()
  const restate = useMutation(command('indicator/restate'))
  const save = async (answers: Answers) => {
    await restate.mutateAsync({ figures: of.map(({ code, month }) => ({ code, month })), reason: String(answers.reason) })
    onDone()
    say.done('已更正，原公布数据保留可查')
  }
  return (
    <FormBox onSave={save} onCancel={onClose} save="更正">
      <p className="restate-about">{of.length === 1 ? <One of={of[0]!} /> : <Several of={of} />}</p>
      <Field name="reason" field={publication.shape.reason.unwrap()} hint="如：企业更正报表后重新汇总" />
    </FormBox>
  )
}

const One = ({ of }: { of: Drifted }) => (
  <>
    {monthWord(of.month)}“{of.name}”公布为 <b className="number">{figureOf(of, of.published.value)}</b>，台账现为{' '}
    <b className="number">{figureOf(of, of.present.value)}</b>。更正后公布台账现值，原公布值和原因一并保留。
  </>
)

function Several({ of }: { of: Drifted[] }) {
  const months = [...new Set(of.map(({ month }) => month))].sort()
  const span = months.length === 1 ? monthWord(months[0]!) : `${monthWord(months[0]!)}至${monthWord(months.at(-1)!)}`
  return (
    <>
      以同一原因更正{span}的 <b className="number">{of.length}</b> 项公布数据，逐项留存原公布值和原因，任何一项不成则全部不更正。
    </>
  )
}
