/** The path of a target and its values, drawn: dashed what is asked, solid what was reported or counted, hollow what was corrected. */
import { isCounted } from '#engines/progress/wording.ts'
import { Chart, type ChartOption, type Ink } from '#web/ui/figure/chart.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { roundedOf, type TargetDetail, unitOf } from './words.ts'

export function Trajectory({ of, today }: { of: TargetDetail; today?: string }) {
  const { target } = of
  const { path, latest } = target.standing
  if (path.length === 0 && of.readings.length === 0 && !of.measured?.readings.length) {
    return <EmptyState title="暂无可画的数值" about="定性目标或尚无基期、年度目标的目标，填报后在下方列表中查看。" />
  }
  const label = `${target.subject}按进度应达与${valueWord(of)}的走势${latest ? `，最新为${latest.asOf}的${valueWord(of)}` : ''}`
  return <Chart label={label} height={320} draw={(ink) => optionOf(of, today, ink)} />
}

const valueWord = ({ measured }: TargetDetail) => (measured ? '指标值' : '填报值')

function optionOf(of: TargetDetail, today: string | undefined, ink: Ink): ChartOption {
  const { target, measured } = of
  // What was entered before an indicator measured it is no longer what stands.
  const readings = measured ? [] : of.readings
  const say = (value: number) => roundedOf(target, value)
  const replaced = new Set(readings.map(({ replaces }) => replaces))
  const entered = readings.filter(({ id }) => !replaced.has(id)).map(({ asOf, value }) => [asOf, value])
  const standing = measured ? measured.readings.map(({ day, value }) => [day, value]) : entered
  const gone = readings.filter(({ id }) => replaced.has(id)).map(({ asOf, value }) => [asOf, value])
  const { path } = target.standing
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 20, textStyle: { color: ink.quiet } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: ink.ground,
      borderColor: ink.rule,
      textStyle: { color: ink.text },
      valueFormatter: (value) => (typeof value === 'number' ? say(value) : ''),
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: ink.rule } },
      axisLabel: { color: ink.quiet, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      // Ticks between two whole ones would be named alike.
      ...(isCounted(unitOf(target)) && { minInterval: 1 }),
      axisLabel: { color: ink.quiet, formatter: say },
      splitLine: { lineStyle: { color: ink.rule } },
    },
    series: [
      {
        name: '按进度应达',
        type: 'line',
        data: path.map(({ day, value }) => [day, value]),
        symbolSize: 6,
        symbol: 'emptyCircle',
        color: ink.quiet,
        lineStyle: { type: 'dashed', width: 1.5 },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: ink.warn, type: 'solid', width: 1, opacity: 0.7 },
          label: { formatter: '今日', color: ink.quiet },
          data: today ? [{ xAxis: today }] : [],
        },
      },
      {
        name: valueWord(of),
        type: 'line',
        data: standing,
        symbolSize: measured ? 4 : 7,
        symbol: 'circle',
        color: ink.main,
        lineStyle: { width: 2.5 },
      },
      ...(gone.length
        ? [{ name: '已更正', type: 'scatter' as const, data: gone, symbol: 'emptyCircle', symbolSize: 8, color: ink.quiet }]
        : []),
    ],
  }
}
