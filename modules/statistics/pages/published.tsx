/** The list of published tables. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { cellTitles, schemes, splits } from '../model.ts'

export function Published() {
  const asked = useQuery(query('statistics/tables', {}))
  return (
    <Panel>
      <Loaded from={asked}>
        {(tables) => (
          <DataTable
            name="统计公布表"
            rows={tables}
            rowKey={({ id }) => id}
            to={({ id }) => `/office/statistics/${id}`}
            find={({ title }) => title}
            empty={<EmptyState title="尚未公布统计表" about="统计人员公布后会在这里列出。" />}
            columns={[
              { key: 'title', title: '表名', show: ({ title }) => title, wrap: 30 },
              { key: 'month', title: '报告期', show: ({ month }) => month, sort: ({ month }) => month },
              {
                key: 'scheme',
                title: '报表',
                show: ({ scheme }) => schemes[scheme],
                filter: { of: schemes, has: ({ scheme }) => scheme },
              },
              {
                key: 'cell',
                title: '指标',
                show: ({ cell }) => cellTitles[cell],
                filter: { of: cellTitles, has: ({ cell }) => cell },
              },
              {
                key: 'splits',
                title: '分组',
                show: ({ rows, columns }) => splits[rows] + (columns ? ` × ${splits[columns]}` : ''),
              },
              { key: 'day', title: '公布日期', show: ({ publishedOn }) => publishedOn, sort: ({ publishedOn }) => publishedOn },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}
