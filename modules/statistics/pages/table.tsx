/** One published table, to read and to take along. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { download, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Grid } from './grid.tsx'

export default function StatTablePage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('statistics/table', { id }))
  const say = useSay()
  const sheet = useMutation({ ...download('statistics/sheet'), onError: say.failed })
  return (
    <Loaded from={asked}>
      {(table) => (
        <PageFrame
          title={table.title}
          crumbs={[{ title: '统计数据', to: '/office/statistics' }, { title: '公布表' }]}
          description={`${dated(table.publishedOn)}公布`}
          actions={
            <Act icon={icons.download} busy={sheet.isPending} onClick={() => sheet.mutate({ id })}>
              导出 Excel
            </Act>
          }
        >
          <Panel>
            <Grid name={table.title} {...table} />
          </Panel>
        </PageFrame>
      )}
    </Loaded>
  )
}
