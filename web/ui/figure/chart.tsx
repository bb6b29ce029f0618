/** Charts: echarts with only the parts in use, drawn as SVG in the colours of the look around it. */
import { theme } from 'antd'
import {
  BarChart,
  type BarSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** Colours a chart may use, from the look. */
export type Ink = { text: string; quiet: string; rule: string; main: string; ground: string; warn: string }

type ChartOf = {
  /** The chart in a sentence, for those who do not see it. */
  label: string
  /** In pixels, or as tall as the room it stands in. */
  height?: number | '100%'
  draw: (ink: Ink) => ChartOption
  /** Hears which place on the axis of categories was chosen. */
  onPick?: (at: number) => void
}

export function Chart({ label, height = 280, draw, onPick }: ChartOf) {
  const pick = useRef(onPick)
  pick.current = onPick
  const box = useRef<HTMLDivElement>(null)
  const { token } = theme.useToken()
  const ink: Ink = {
    text: token.colorText,
    quiet: token.colorTextSecondary,
    rule: token.colorBorderSecondary,
    main: token.colorPrimary,
    ground: token.colorBgElevated,
    warn: token.colorWarning,
  }
  const option = draw(ink)
  const drawn = JSON.stringify(option)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when what is drawn has changed, told by its text
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption({ animation: false, textStyle: { fontFamily: token.fontFamily }, ...option })
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      const place = [offsetX, offsetY]
      if (chart.containPixel('grid', place)) pick.current?.(Math.round(chart.convertFromPixel('grid', place)[0]!))
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [drawn])
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%', ...(onPick && { cursor: 'pointer' }) }} />
}
