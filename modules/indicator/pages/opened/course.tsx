/** The course over the months with where it is heading: solid what was counted, dashed what is foretold, in its interval. */

import { scaleOf } from '#engines/indicator/figure/units.ts'
import { lastDayOf, monthAt, monthNumber } from '#engines/indicator/months.ts'
import type { Listed as Target } from '#modules/target/pages/words.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { Chart, type ChartOption, type Ink } from '#web/ui/figure/chart.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { figureOf, type Opened } from '../words.ts'

type CourseOf = { of: Opened; target: Target | undefined }

export function Course({ of, target }: CourseOf) {
  const { definition, figure, course, forecast } = of
  const told = course.filter(({ value }) => value !== null)
  if (told.length < 2) return <EmptyState title="暂无走势" about={figure.missing ?? '至少两个月的数据才能看出走势。'} />
  const last = told.at(-1)!
  const label = `${definition.name}的月度走势，最新为${monthWord(last.month)}的${figureOf(definition, last.value)}`
  return (
    <>
      <Chart label={label} height={300} draw={(ink) => optionOf(of, target, ink)} />
      {forecast && <p className="quiet opened-method">{forecast.missing ?? forecast.method}</p>}
    </>
  )
}

type Point = [day: string, value: number]

function optionOf({ definition, course, forecast }: Opened, target: Target | undefined, ink: Ink): ChartOption {
  const scale = definition.unit === '%' ? 1 : scaleOf(definition.unit).scale
  const told = course.flatMap(({ day, value }): Point[] => (value === null ? [] : [[day, value]]))
  const foretold = forecast?.points ?? []
  const path = (target?.standing.path ?? []).map(({ day, value }): Point => [day, value / scale])
  const last = told.at(-1)!
  const ahead = foretold.map(({ month, value }): Point => [lastDayOf(month), value])
  // The interval hangs on the last figure that is known.
  const band = foretold.length ? [{ day: last[0], low: last[1], high: last[1] }, ...foretold.map(edgesOf)] : []
  const plain = { type: 'line' as const, symbol: 'none', silent: true, lineStyle: { opacity: 0 } }
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemGap: 20,
      textStyle: { color: ink.quiet },
      data: [
        '数值',
        ...(band.length ? ['预测', { name: '预测区间', icon: 'rect', itemStyle: { opacity: 0.25 } }] : []),
        ...(path.length ? ['目标应达'] : []),
      ],
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: ink.ground,
      borderColor: ink.rule,
      textStyle: { color: ink.text },
      formatter: (at) => wordsAt(at, definition, foretold),
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: ink.rule } },
      axisLabel: { color: ink.quiet, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: ink.quiet, formatter: (value: number) => axisWord(definition.unit, value) },
      splitLine: { lineStyle: { color: ink.rule } },
    },
    series: [
      ...(band.length
        ? [
            {
              ...plain,
              name: '下限',
              stack: 'band',
              stackStrategy: 'all' as const,
              data: band.map(({ day, low }) => [day, low]),
            },
            {
              ...plain,
              name: '预测区间',
              stack: 'band',
              stackStrategy: 'all' as const,
              color: ink.main,
              areaStyle: { color: ink.main, opacity: 0.14 },
              data: band.map(({ day, low, high }) => [day, high - low]),
            },
            {
              type: 'line' as const,
              name: '预测',
              data: [last, ...ahead],
              symbol: 'none',
              color: ink.main,
              lineStyle: { type: 'dashed' as const, width: 2 },
            },
          ]
        : []),
      ...(path.length
        ? [
            {
              type: 'line' as const,
              name: '目标应达',
              data: path,
              symbol: 'emptyCircle',
              symbolSize: 6,
              color: ink.quiet,
              lineStyle: { type: 'dashed' as const, width: 1.5 },
            },
          ]
        : []),
      { type: 'line', name: '数值', data: told, symbol: 'circle', symbolSize: 4, color: ink.main, lineStyle: { width: 2.5 } },
    ],
  }
}

type Foretold = NonNullable<Opened['forecast']>['points'][number]
const edgesOf = ({ month, low, high }: Foretold) => ({ day: lastDayOf(month), low, high })

const axisWord = (unit: string, value: number) =>
  unit === '%' ? `${Number((value * 100).toFixed(2))}%` : value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })

/** What stands at a day of the chart; the interval as its two edges, not as the heights it is drawn with. */
function wordsAt(at: unknown, definition: Opened['definition'], foretold: Foretold[]): string {
  const points = (Array.isArray(at) ? at : [at]) as { seriesName?: string; value?: unknown }[]
  const day = String((points[0]?.value as Point | undefined)?.[0] ?? '')
  const month = monthAt(monthNumber(day))
  const known = points.some(({ seriesName }) => seriesName === '数值')
  const edges = known ? undefined : foretold.find((point) => point.month === month)
  const lines = points
    .filter(({ seriesName }) => seriesName === '数值' || seriesName === '目标应达' || (seriesName === '预测' && !known))
    .map(({ seriesName, value }) => `${seriesName}：${figureOf(definition, (value as Point)[1])}`)
  const interval = edges ? [`预测区间：${figureOf(definition, edges.low)} 至 ${figureOf(definition, edges.high)}`] : []
  return [monthWord(month), ...lines, ...interval].join('<br>')
}
