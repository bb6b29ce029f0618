/** How objective and bound come to meet, second by second, and its figures. */
import type { ReactNode } from 'react'
import { Chart, type ChartOption, type Ink } from '#web/ui/figure/chart.tsx'
import { type Answer, points } from './words.ts'

export function Course({ of }: { of: Answer['course'] }) {
  const last = of.at(-1)
  const label = `目标值与上界随求解时间的变化，目前目标值 ${points(last?.objective ?? null)}，上界 ${points(last?.bound ?? null)}`
  return <Chart label={label} height={240} draw={(ink) => optionOf(of, ink)} />
}

/** A figure of the search in full: rounded, objective and bound would look alike. */
export const Told = ({ label, value, note }: { label: string; value: string; note?: ReactNode }) => (
  <div className="figure">
    <span className="figure-label">{label}</span>
    <span className="figure-value number" style={{ display: 'block' }}>
      {value}
    </span>
    {note && <span className="figure-note">{note}</span>}
  </div>
)

function optionOf(of: Answer['course'], ink: Ink): ChartOption {
  const line = (name: string, part: 'objective' | 'bound') => ({
    name,
    type: 'line' as const,
    step: 'end' as const,
    symbol: of.length > 1 ? 'none' : 'circle',
    data: of.flatMap((one): [number, number][] => (one[part] === null ? [] : [[one.seconds, one[part]]])),
  })
  return {
    grid: { left: 8, right: 32, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 20, textStyle: { color: ink.quiet } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: ink.ground,
      borderColor: ink.rule,
      textStyle: { color: ink.text },
      valueFormatter: (value) => (typeof value === 'number' ? points(value) : ''),
    },
    xAxis: {
      type: 'value',
      name: '秒',
      min: 0,
      // What is done in a moment is not drawn as if it had taken long.
      max: Math.max(1, Math.ceil(of.at(-1)?.seconds ?? 0)),
      nameTextStyle: { color: ink.quiet },
      axisLabel: { color: ink.quiet, hideOverlap: true },
      splitLine: { show: false },
    },
    // What matters is how far the two are from each other, not from nothing.
    yAxis: { type: 'value', scale: true, axisLabel: { color: ink.quiet }, splitLine: { lineStyle: { color: ink.rule } } },
    series: [
      { ...line('上界（最好可能）', 'bound'), color: ink.quiet, lineStyle: { type: 'dashed', width: 1.5 } },
      { ...line('目标值', 'objective'), color: ink.main, lineStyle: { width: 2.5 } },
    ],
  }
}
