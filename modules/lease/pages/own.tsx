/** 我的租约 of an enterprise: its rooms, what it owes and by when. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { columns } from './list.tsx'
import './lease.css'

export default function OwnLeases() {
  const asked = useQuery(query('lease/mine', {}))
  return (
    <PageFrame title="我的租约" description="本企业承租的单元、租期和账目；如有不符，请与所在园城联系。">
      <Panel flush>
        <Loaded from={asked} rows={6}>
          {(rows) => (
            <DataTable
              name="我的租约"
              rows={rows}
              columns={columns.filter(({ key }) => key !== 'tenant')}
              rowKey={({ id }) => id}
              to={({ id }) => `/enterprise/leases/${id}`}
              empty={<EmptyState title="没有本企业的租约" about="租约签订并登记到本企业档案后，在这里查看。" />}
            />
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}
