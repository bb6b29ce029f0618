/** Who held a room one after the other, by contract: a panel for its page. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { lettingColumns } from './letting.tsx'
import { useReads } from './reads.tsx'
import './lease.css'

export function LeasesOfUnit({ unit }: { unit: string }) {
  const reads = useReads()
  const asked = useQuery({ ...query('lease/ofUnit', { unit }), enabled: reads })
  if (!reads) return null
  return (
    <Panel title="租约" flush>
      <Loaded from={asked} rows={3}>
        {(rows) => (
          <DataTable
            name="单元租约"
            rows={rows}
            columns={lettingColumns.filter(({ key }) => key !== 'unit')}
            rowKey={({ lease }) => lease}
            empty={<EmptyState title="该单元没有租约" />}
          />
        )}
      </Loaded>
    </Panel>
  )
}
