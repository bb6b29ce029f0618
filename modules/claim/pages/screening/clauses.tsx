/** What each clause comes to over all firms; a count opens the firms behind it. */
import { Link } from 'react-router'
import { verdicts } from '#engines/policy/policy.ts'
import type { Out } from '#web/client.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { money } from '../words.ts'

type Whole = Out<'claim/screeningInFull'>
type Line = Whole['clauses'][number]
type Count = 'granted' | 'unknown' | 'people' | 'refused' | 'near'

export const ByClause = ({ of: { clauses } }: { of: Whole }) => (
  <Panel title="按条款" flush>
    <DataTable name="按条款" rows={clauses} rowKey={({ code }) => code} columns={columnsOf(clauses)} />
  </Panel>
)

const firmsOf = ({ code }: Line, count: Count) => `?clause=${code}&${count === 'near' ? 'near=1' : `verdict=${count}`}#firms`
const counted = (key: Count, title: string): Column<Line> => ({
  key,
  title: `${title}（家）`,
  number: true,
  show: (line) => (line[key] ? <Link to={firmsOf(line, key)}>{line[key].toLocaleString('zh-CN')}</Link> : '—'),
  sort: (line) => line[key],
})

const columnsOf = (clauses: readonly Line[]): Column<Line>[] => [
  { key: 'title', title: '条款', wrap: 18, show: ({ article, title }) => `${article} ${title}` },
  counted('granted', verdicts.granted),
  {
    key: 'amount',
    title: '单独享受合计',
    number: true,
    show: ({ granted, amount }) => (granted ? money(amount) : '—'),
    sort: ({ amount }) => amount,
  },
  counted('unknown', verdicts.unknown),
  ...(clauses.some(({ people }) => people > 0) ? [counted('people', verdicts.people)] : []),
  counted('refused', verdicts.refused),
  counted('near', '其中只差一项'),
]
