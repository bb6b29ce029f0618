/** Every reading of a target, newest first, corrections beside what they corrected. */
import { useOrgNames } from '#web/timeline.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { amountOf, type TargetDetail } from './words.ts'
import './target.css'

type Reading = TargetDetail['readings'][number]
type ReadingsOf = { of: TargetDetail; may: boolean; because: string; onCorrect: (reading: Reading) => void }

export function Readings({ of: { target, readings, measured }, may, because, onCorrect }: ReadingsOf) {
  const names = useOrgNames()
  const replaced = new Set(readings.map(({ replaces }) => replaces))
  const newest = [...readings].reverse()
  const columns: Column<Reading>[] = [
    { key: 'asOf', title: '截止日期', show: ({ asOf }) => <span className="number">{asOf}</span> },
    {
      key: 'value',
      title: '数值',
      number: true,
      show: ({ id, value }) => <span className={replaced.has(id) ? 'reading-gone' : undefined}>{amountOf(target, value)}</span>,
    },
    { key: 'source', title: '数据来源', show: ({ source }) => <span className="reading-note">{source}</span> },
    {
      key: 'by',
      title: '填报',
      show: ({ keeper, enteredBy, enteredOn }) => `${names.get(keeper) ?? ''} ${enteredBy}，${enteredOn}`,
    },
    {
      key: 'state',
      title: '说明',
      show: ({ id, replaces, reason }) =>
        replaced.has(id) ? <Mark>已更正</Mark> : replaces ? <span className="reading-note">更正原因：{reason}</span> : null,
    },
    {
      key: 'acts',
      title: '办理',
      show: (reading) =>
        replaced.has(reading.id) ? null : (
          <Permitted inline when={may} because={because} onClick={() => onCorrect(reading)}>
            更正
          </Permitted>
        ),
    },
  ]
  return (
    <Panel title="填报记录" flush>
      <div className="target-table">
        {measured && <p className="quiet reading-about">该目标由指标计算，以下填报数值仅供核对，不再作为最新值。</p>}
        <DataTable name="填报记录" rows={newest} columns={columns} rowKey={({ id }) => id} empty="尚未填报数值" />
      </div>
    </Panel>
  )
}
