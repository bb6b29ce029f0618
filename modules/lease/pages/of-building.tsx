/** The contracts of a building, room by room: a panel for its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { query } from '#web/client.ts'
import { GoTo } from '#web/ui/buttons.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { lettingColumns } from './letting.tsx'
import { useReads } from './reads.tsx'
import './lease.css'

export function LeasesOfBuilding({
  building,
  keeps,
}: {
  building: string /** Whether the reader keeps the building. */
  keeps?: boolean
}) {
  const reads = useReads()
  const asked = useQuery({ ...query('lease/ofBuilding', { building }), enabled: reads })
  if (!reads) return null
  return (
    <Panel
      title="租约"
      flush
      actions={
        <>
          <Link to={`/office/leases?building=${building}`}>全部租约</Link>
          {keeps && (
            <GoTo inline to={`/office/leases/new?building=${building}`}>
              起草租约
            </GoTo>
          )}
        </>
      }
    >
      <Loaded from={asked} rows={4}>
        {(rows) => (
          <DataTable
            name="楼宇租约"
            rows={rows}
            columns={lettingColumns}
            rowKey={({ lease, unit }) => `${lease} ${unit}`}
            empty={<EmptyState title="没有在租和待签订的单元" />}
          />
        )}
      </Loaded>
    </Panel>
  )
}
