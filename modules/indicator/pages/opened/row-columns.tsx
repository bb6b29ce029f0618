/** Columns of the rows behind a figure: whose row it is, what it adds, and the file or report it is from. */
import { Link } from 'react-router'
import { monthWord } from '#modules/work/pages/month.ts'
import type { Column } from '#web/ui/table.tsx'
import { exact } from '../words.ts'
import type { Behind } from './made-of.tsx'

type Line = Behind['rows'][number]

/** What a row's own day is, by its ledger. */
const dayTitles: Record<string, string> = {
  enterprise: '起始日期',
  filing: '报告期',
  qualification: '取得日期',
  ip_right: '登记日期',
  entry: '数据截至',
  acquisition: '进入阶段',
  occupancy: '入驻日期',
  makerspace: '投用日期',
  matter: '起始日期',
  card: '亮牌日期',
}

export function columnsOf({ ledger, read, rows }: Behind): Column<Line>[] {
  const labelled = rows.some(({ label, name }) => label !== null && label !== name)
  const ofFirms = !labelled || rows.some(({ enterprise }) => enterprise !== null)
  return [
    ...(ofFirms ? [{ key: 'whose', title: '企业', wrap: 20, show: (row: Line) => <Whose of={row} /> }] : []),
    ...(labelled ? [{ key: 'label', title: '记录', wrap: 24, show: ({ label }: Line) => label }] : []),
    {
      key: 'from',
      title: dayTitles[ledger] ?? '日期',
      show: ({ from }) => <span className="number">{ledger === 'filing' ? monthWord(from) : from}</span>,
    },
    {
      key: 'amount',
      title: read.take ?? '计数',
      number: true,
      show: ({ amount }) => `${read.sign === 1 ? '' : '－'}${exact(amount)} ${read.unit}`,
    },
    { key: 'source', title: '出处', show: (row) => <Source ledger={ledger} of={row} /> },
  ]
}

const Whose = ({ of: { enterprise, name, label } }: { of: Line }) => {
  if (enterprise && name) return <Link to={`/office/enterprises/${enterprise}`}>{name}</Link>
  return <>{name ?? label ?? '未登记企业'}</>
}

/** Ledgers that have one page for all. */
const keptIn: Record<string, { to: string; title: string }> = {
  entry: { to: '/office/entries', title: '录入数据' },
  acquisition: { to: '/office/acquisitions', title: '楼宇收储' },
  occupancy: { to: '/office/occupancies', title: '使用记录' },
  makerspace: { to: '/office/makerspaces', title: '双创空间' },
  matter: { to: '/office/matters', title: '督办事项' },
  card: { to: '/office/cards', title: '黄红牌' },
}

function Source({ ledger, of: { id, enterprise, name } }: { ledger: string; of: Line }) {
  if (ledger === 'filing') return <Link to={`/office/filings/${id}`}>查看报表</Link>
  const kept = keptIn[ledger]
  if (kept) return <Link to={kept.to}>{kept.title}</Link>
  return enterprise && name ? <Link to={`/office/enterprises/${enterprise}`}>企业档案</Link> : <span className="quiet">—</span>
}
