/** The courses of the wall's figures over the months; a month that is chosen opens the indicator as it stood then. */
import { useNavigate } from 'react-router'
import { scaleOf } from '#engines/indicator/figure/units.ts'
import { shiftMonth } from '#engines/indicator/months.ts'
import { figureOf } from '#modules/indicator/pages/words.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { Chart, type ChartOption, type Ink } from '#web/ui/figure/chart.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { Block } from './block.tsx'
import { dayIn, figureOfCode, type Overview, toIndicator, type WallFigure } from './overview.ts'

type Value = number | null
type Series = { of: WallFigure; name: string; values: Value[]; bars?: boolean; soft?: boolean }
type CourseOf = {
  of: Overview
  name: string
  title: string
  series: Series[]
  months: string[]
  /** What the plan asks for, drawn as a level. */
  asked?: number | undefined
}

const shown = 24

/** Months up to the day, the same for every chart of the wall. */
const monthsOf = ({ day }: Overview, count = shown) =>
  Array.from({ length: count }, (_, at) => shiftMonth(day.slice(0, 7), at - count + 1))

const along = ({ course }: WallFigure, months: string[]): Value[] => {
  const known = new Map(course.map(({ month, value }) => [month, value]))
  return months.map((month) => known.get(month) ?? null)
}

/** What each month brought on top of the one before. */
function changes(of: WallFigure, months: string[]): Value[] {
  const known = along(of, [shiftMonth(months[0]!, -1), ...months])
  return months.map((_, at) => {
    const [before, now] = [known[at] ?? null, known[at + 1] ?? null]
    return before === null || now === null ? null : now - before
  })
}

export function Growth({ of }: { of: Overview }) {
  const months = monthsOf(of)
  const bars = (code: string, name: string, soft: boolean): Series[] => {
    const figure = figureOfCode(of, code)
    return figure ? [{ of: figure, name, values: changes(figure, months), bars: true, soft }] : []
  }
  const series = [...bars('enterprises', '在区企业净增', false), ...bars('new-enterprises', '新增企业', true)]
  return <Course of={of} name="growth" title="企业每月增长" series={series} months={months} />
}

const lines = (of: Overview, months: string[], names: [code: string, name: string][]): Series[] =>
  names.flatMap(([code, name], at) => {
    const figure = figureOfCode(of, code)
    return figure ? [{ of: figure, name, values: along(figure, months), soft: at > 0 }] : []
  })

export function Revenue({ of }: { of: Overview }) {
  const months = monthsOf(of)
  const series = lines(of, months, [
    ['revenue', '营业收入'],
    ['software-revenue', '软件业务收入'],
  ])
  return <Course of={of} name="revenue" title="近十二个月收入" series={series} months={months} />
}

export function People({ of }: { of: Overview }) {
  const months = monthsOf(of)
  return (
    <Course of={of} name="people" title="软件从业人员" series={lines(of, months, [['headcount', '从业人员']])} months={months} />
  )
}

export function YearOnYear({ of }: { of: Overview }) {
  const months = monthsOf(of)
  const asked = of.targets.find(({ indicator }) => indicator === 'revenue-growth')?.standing.expected ?? undefined
  const series = lines(of, months, [['revenue-growth', '营业收入增速']])
  return <Course of={of} name="yoy" title="营业收入同比增速" series={series} months={months} asked={asked} />
}

function Course({ of, name, title, series, months: asOf, asked }: CourseOf) {
  const go = useNavigate()
  const [first] = series
  // A ledger that began within these months begins the drawing.
  const from = asOf.findIndex((_, at) => series.some(({ values }) => values[at] !== null))
  const months = asOf.slice(from)
  const drawn = series.map((one) => ({ ...one, values: one.values.slice(from) }))
  const open = (at: number) => {
    const point = first?.of.course.find(({ month }) => month === months[at])
    if (first && point) go(toIndicator(first.of.code, point.day === of.today ? undefined : point.day))
  }
  return (
    <Block
      name={name}
      title={title}
      to={first ? toIndicator(first.of.code, dayIn(of)) : '/office/indicators'}
      note={first && <Legend of={series} asked={asked} />}
    >
      {first && from >= 0 ? (
        <Chart
          label={`${title}，${monthWord(months[0]!)}至${monthWord(months.at(-1)!)}逐月`}
          height="100%"
          draw={(ink) => optionOf(drawn, months, asked, ink)}
          onPick={open}
        />
      ) : (
        <EmptyState title="暂无数据" about={first?.of.missing ?? undefined} />
      )}
    </Block>
  )
}

/** Beside the heading, so that the drawing has the whole block. */
const Legend = ({ of, asked }: { of: Series[]; asked: number | undefined }) => (
  <ul className="course-legend">
    {(of.length > 1 || asked !== undefined) &&
      of.map(({ name, bars, soft }) => (
        <li key={name}>
          <i className={[bars ? 'bar' : 'line', soft ? 'soft' : ''].join(' ')} />
          {name}
        </li>
      ))}
    {asked !== undefined && (
      <li>
        <i className="line level" />
        应达值
      </li>
    )}
    <li>单位：{of[0]!.of.unit}</li>
  </ul>
)

function optionOf(series: Series[], months: string[], asked: number | undefined, ink: Ink): ChartOption {
  const percent = series[0]!.of.unit === '%'
  const { scale } = scaleOf(series[0]!.of.unit)
  const tick = (value: number) =>
    percent ? `${Math.round(value * 100)}%` : value.toLocaleString('zh-CN', { maximumFractionDigits: scale > 1 ? 1 : 0 })
  const bars = series.some((one) => one.bars)
  return {
    grid: { left: 10, right: 16, top: 14, bottom: 6, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: ink.ground,
      borderColor: ink.rule,
      textStyle: { color: ink.text, fontSize: 13 },
      valueFormatter: (value) => (typeof value === 'number' ? figureOf(series[0]!.of, value) : '—'),
    },
    xAxis: {
      type: 'category',
      data: months,
      boundaryGap: bars,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.rule } },
      axisLabel: {
        color: ink.quiet,
        fontSize: 12,
        interval: (at: number) => Number(months[at]!.slice(5)) % 3 === 1,
        formatter: (month: string) => (month.endsWith('-01') ? `${month.slice(0, 4)}年` : `${Number(month.slice(5))}月`),
      },
    },
    yAxis: {
      type: 'value',
      // Lines show how they run, bars how much there is.
      scale: !bars,
      splitNumber: 3,
      axisLabel: { color: ink.quiet, fontSize: 12, formatter: tick },
      splitLine: { lineStyle: { color: ink.rule } },
    },
    series: [
      ...series.map(({ name, values, bars, soft }) => ({
        name,
        ...(bars ? barLook(soft) : lineLook(soft)),
        color: soft && !bars ? ink.quiet : ink.main,
        data: values,
      })),
      ...(asked === undefined ? [] : [{ name: '应达值', ...level, color: ink.warn, data: months.map(() => asked) }]),
    ],
  }
}

const barLook = (soft = false) => ({
  type: 'bar' as const,
  barGap: '10%',
  barCategoryGap: '30%',
  itemStyle: { borderRadius: 1, opacity: soft ? 0.45 : 1 },
})
const lineLook = (soft = false) => ({
  type: 'line' as const,
  showSymbol: false,
  symbolSize: 6,
  lineStyle: { width: soft ? 2 : 2.5, type: soft ? ('dashed' as const) : ('solid' as const) },
  ...(!soft && { areaStyle: { opacity: 0.12 } }),
})
const level = { type: 'line' as const, showSymbol: false, lineStyle: { width: 1.2, type: 'dashed' as const } }
