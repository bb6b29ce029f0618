/** All indicators on a day: what each comes to, what it was before, and where its target stands. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { scaleOf } from '#engines/indicator/figure/units.ts'
import { isDecember, shiftMonth } from '#engines/indicator/months.ts'
import { targetLights } from '#modules/target/model.ts'
import { aimOf, type Listed as Target } from '#modules/target/pages/words.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { query } from '#web/client.ts'
import { Light } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Spark } from '#web/ui/figure/spark.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { DayBar, useDay, withDay } from './day-bar.tsx'
import { differenceOf, growthOf, type Listed, partsOf } from './words.ts'
import './indicator.css'

export default function Indicators() {
  const day = useDay()
  const asked = useQuery({ ...query('indicator/list', day ? { day } : {}), placeholderData: (last) => last })
  // Targets are told as they stand today, and of no other day.
  const targets = useQuery({ ...query('target/list', {}), enabled: !day }).data
  return (
    <PageFrame
      title="指标数据"
      description="每个数都由台账按公开的口径计算；点指标名称可逐层查看公式、明细，直至企业档案和报表。"
      actions={<DayBar day={day} />}
    >
      <Loaded from={asked} rows={12}>
        {({ rows, reportsAsOf, day: shown }) =>
          rows.length ? (
            <>
              {reportsAsOf < shown && (
                <p className="quiet">运行监测报表的数据更新至{dated(reportsAsOf)}，此后审核的报表按月计入。</p>
              )}
              {themesOf(rows).map(([theme, own]) => (
                <Panel key={theme} title={theme} flush>
                  <div className="indicator-table">
                    <DataTable
                      name={theme}
                      rows={own}
                      columns={columnsFor(day ? [] : (targets ?? []), !day)}
                      rowKey={({ code }) => code}
                      to={({ code }) => withDay(`/office/indicators/${code}`, day)}
                    />
                  </div>
                </Panel>
              ))}
            </>
          ) : (
            <Panel>
              <EmptyState title="当日尚无生效的指标" about="指标口径自生效之日起计算，请选择较晚的日期。" />
            </Panel>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

/** In the order of the list. */
function themesOf(rows: Listed[]): [theme: string, rows: Listed[]][] {
  const themeOf = ({ theme }: Listed) => theme ?? '其他'
  return [...new Set(rows.map(themeOf))].map((theme) => [theme, rows.filter((row) => themeOf(row) === theme)])
}

const columnsFor = (targets: Target[], today: boolean): Column<Listed>[] => [
  { key: 'name', title: '指标', width: 190, wrap: 12, show: ({ name }) => name },
  { key: 'value', title: '数值', number: true, width: 140, show: (row) => <Value of={row} /> },
  {
    key: 'previous',
    title: '较上月',
    number: true,
    width: 108,
    show: (row) => (startsAnew(row) ? '—' : differenceOf(row, row.figure.value, row.previous)),
  },
  {
    key: 'yearAgo',
    title: '较上年同期',
    number: true,
    width: 108,
    show: (row) => growthOf(row, row.figure.value, row.yearAgo),
  },
  ...(today
    ? [
        {
          key: 'target',
          title: '目标与灯色',
          width: 214,
          show: ({ code }: Listed) => {
            const own = targets.filter(({ indicator }) => indicator === code)
            return own.length ? <Aims of={own} /> : '—'
          },
        },
      ]
    : []),
  {
    key: 'spark',
    title: '走势',
    width: 108,
    wideOnly: true,
    show: (row) => <Course of={row} target={targets.find(({ indicator }) => indicator === row.code)} />,
  },
  { key: 'ledger', title: '取数台账', width: 116, show: ({ ledger }) => <span className="quiet">{ledger}</span> },
]

/** What is counted from January on has nothing before it in January. */
const startsAnew = ({ period, form, figure: { month } }: Listed) =>
  period === 'year-to-date' && form === 'amount' && month !== null && isDecember(shiftMonth(month, -1))

function Value({ of }: { of: Listed }) {
  const { value, month, missing } = of.figure
  if (value === null) return <span className="quiet indicator-missing">{missing ?? '没有数据'}</span>
  const { figure, unit } = partsOf(of, value)
  return (
    <>
      <b className="indicator-value">{figure}</b> <span className="quiet">{unit}</span>
      {month && <div className="quiet indicator-small">截至{monthWord(month)}</div>}
    </>
  )
}

const Aims = ({ of }: { of: Target[] }) => (
  <div className="indicator-aims">
    {of.map((target) => (
      <div key={target.key} className="indicator-aim">
        <Light
          is={target.standing.light}
          words={targetLights}
          reasons={target.standing.reasons.map(({ sentence }) => sentence)}
        />
        <Link to={`/office/targets/${target.key}`}>{aimOf(target)}</Link>
      </div>
    ))}
  </div>
)

function Course({ of, target }: { of: Listed; target: Target | undefined }) {
  const points = of.course.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]))
  if (points.length < 2) return null
  const scale = of.unit === '%' ? 1 : scaleOf(of.unit).scale
  const path = (target?.standing.path ?? []).map(({ day, value }) => ({ day, value: value / scale }))
  return (
    <div className="indicator-spark">
      <Spark label={`${of.name}的走势`} path={path} readings={points} height={30} />
    </div>
  )
}
