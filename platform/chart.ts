/** Charts for paper: figures in, a drawing of so many millimetres out, in black, grey and one blue. */
import { type Drawing, draw, ink, type Option, words } from './chart/draw.ts'
import { figure, type Scale, scaleOf } from './chart/scale.ts'

export type { Drawing } from './chart/draw.ts'
export { pngOf } from './chart/png.ts'

type Value = number | null
export type Line = { name: string; values: Value[]; dashed?: boolean }
/** `unit`: of the base, 元, ㎡, 家; '%' when values are fractions. */
type Titled = { title?: string; unit: string }

/** @param of months as YYYY-MM, a value of each line for every month; null leaves a gap */
export function lineChart(of: Titled & { months: string[]; series: Line[] }): Drawing {
  const values = of.series.flatMap((line) => line.values)
  const scale = scaleOf(values, of.unit)
  const top = of.title ? 26 : 0
  const first = of.months.findIndex((_, at) => labelled(of.months, at))
  const each = { interval: (at: number) => labelled(of.months, at) }
  const option: Option = {
    grid: { left: 4, right: 56, top: top + 48, bottom: 4 },
    legend: {
      top,
      // Beside the unit.
      left: 110,
      right: 24,
      itemWidth: 28,
      itemHeight: 6,
      itemGap: 18,
      textStyle: words,
      data: of.series.map(({ name, dashed }) => ({ name, itemStyle: { opacity: dashed ? 0 : 1 } })),
    },
    xAxis: {
      type: 'category',
      data: of.months.map((month, at) => monthLabel(month, at === first)),
      axisLabel: { ...words, ...each, lineHeight: 18 },
      axisTick: { ...each, alignWithLabel: true, lineStyle: { color: ink.black } },
      axisLine: { lineStyle: { color: ink.black } },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...words, formatter: (value: number) => figure(value, { ...scale, divisor: 1 }) },
      splitLine: { lineStyle: { color: ink.pale } },
    },
    series: of.series.map((line, at) => strokeOf(line, at, scale, of.months)),
  }
  return draw(option, { title: of.title, unit: scale.unit, height: 75, empty: values.every((value) => value === null) })
}

/** Told apart by sign and dash, so that a copy in black and white reads as well; the first is the one to look at. */
const strokes = [
  { color: ink.blue, symbol: 'circle' },
  { color: ink.black, symbol: 'rect' },
  { color: ink.grey, symbol: 'triangle' },
  { color: ink.black, symbol: 'emptyCircle' },
]

function strokeOf({ name, values, dashed }: Line, at: number, scale: Scale, months: string[]) {
  const { color, symbol } = strokes[at % strokes.length]!
  const last = dashed ? -1 : values.findLastIndex((value) => value !== null)
  // At the edge it stands clear of the other lines.
  const position = last === months.length - 1 ? ('right' as const) : ('top' as const)
  /** Between gaps a point has no line to show it. */
  const alone = (month: number) => (values[month - 1] ?? null) === null && (values[month + 1] ?? null) === null
  const marked = (month: number) => !dashed && (month === last || labelled(months, month) || alone(month))
  return {
    type: 'line' as const,
    name,
    color,
    symbol,
    symbolSize: 5,
    lineStyle: { color, width: dashed ? 1.2 : 1.8, type: dashed ? ('dashed' as const) : ('solid' as const) },
    labelLayout: { moveOverlap: 'shiftY' as const },
    silent: true,
    // The latest figure is read off the line itself.
    data: values.map((value, month) => ({
      value: value === null ? '-' : value / scale.divisor,
      symbol: marked(month) ? symbol : 'none',
      label: { ...words, color, show: month === last, position, formatter: figure(value, scale) },
    })),
  }
}

/** Beyond a year only the first months of quarters have room. */
const labelled = (months: string[], at: number) => months.length <= 13 || Number(months[at]!.slice(5)) % 3 === 1
/** The year stands under its January, and under the first month labelled. */
const monthLabel = (month: string, first: boolean) =>
  `${Number(month.slice(5))}月${first || month.endsWith('-01') ? `\n${month.slice(0, 4)}年` : ''}`

/** Bars from the top down in the order given; a long name takes two lines. */
export function barChart(of: Titled & { names: string[]; values: Value[] }): Drawing {
  const scale = scaleOf(of.values, of.unit)
  const option: Option = {
    grid: { left: 4, right: 72, top: (of.title ? 26 : 0) + 26, bottom: 4 },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: of.names,
      axisLabel: { ...words, width: 215, overflow: 'break', lineHeight: 17, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.black } },
    },
    series: {
      type: 'bar',
      color: ink.blue,
      barMaxWidth: 16,
      silent: true,
      data: of.values.map((value) => ({
        value: (value ?? 0) / scale.divisor,
        label: {
          ...words,
          show: true,
          position: value !== null && value < 0 ? 'left' : 'right',
          formatter: figure(value, scale),
        },
      })),
    },
  }
  const height = (of.title ? 16 : 9) + of.names.length * 9
  return draw(option, { title: of.title, unit: scale.unit, height, empty: of.names.length === 0 })
}
