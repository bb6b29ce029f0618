/** Warnings of space in short, for the home page: how many of each kind, each a way to them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { warningKinds } from '#modules/lease/model.ts'
import { query } from '#web/client.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { useReads } from '../reads.tsx'
import '../lease.css'

/** Nothing where nothing is warned of. */
export function SpaceWarningPanel() {
  const reads = useReads()
  const found = useQuery({ ...query('lease/warnings', { size: 1 }), enabled: reads }).data
  const told = (found?.counts ?? []).filter(({ count }) => count > 0)
  if (told.length === 0) return null
  return (
    <Panel title="楼宇预警" actions={<Link to="/office/space-warnings">全部预警</Link>}>
      <ul className="lease-kinds">
        {told.map(({ kind, count }) => (
          <li key={kind}>
            <Link to={`/office/space-warnings?kind=${kind}`}>{warningKinds[kind]}</Link> <b className="number">{count} 项</b>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
