/** The figures published of a month; of a restated one also what was told before. */
import { useQuery } from '@tanstack/react-query'
import { monthWord } from '#modules/work/pages/month.ts'
import { type Out, query } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { figureOf } from '../words.ts'

type Published = Out<'indicator/published'>['rows'][number]

export function Told({ month }: { month: string }) {
  const asked = useQuery({ ...query('indicator/published', { month }), placeholderData: (last) => last })
  return (
    <Panel title={`${monthWord(month)}公布数据`} flush>
      <div className="indicator-table padded">
        <Loaded from={asked}>
          {({ rows }) => (
            <DataTable
              name={`${monthWord(month)}公布数据`}
              rows={rows}
              columns={columns}
              rowKey={({ code }) => code}
              to={({ code }) => `/office/indicators/${code}?tab=published`}
              empty={<EmptyState title={`${monthWord(month)}没有公布数据`} />}
            />
          )}
        </Loaded>
      </div>
    </Panel>
  )
}

const columns: Column<Published>[] = [
  { key: 'name', title: '指标', wrap: 16, show: ({ name }) => name },
  {
    key: 'value',
    title: '公布值',
    number: true,
    show: (row) => (
      <>
        <b>{figureOf(row, row.figure.value)}</b>
        {row.earlier.map(({ restatement, figure }) => (
          <div key={restatement} className="told-before">
            {figureOf(row, figure.value)}
          </div>
        ))}
      </>
    ),
  },
  {
    key: 'restated',
    title: '更正',
    show: ({ restatement, reason, earlier }) =>
      restatement > 0 && (
        <span className="indicator-note">
          <Mark tone="active">第 {restatement} 次更正</Mark> {reason}
          <span className="quiet">（首次公布于 {earlier[0]?.publishedOn}）</span>
        </span>
      ),
  },
  { key: 'version', title: '口径', show: ({ version }) => `第 ${version} 版` },
  { key: 'by', title: '公布', show: ({ publishedBy, publishedOn }) => `${publishedBy}，${publishedOn}` },
]
