/** The press: echarts without a browser, in a style for paper that black and white copies keep readable. */
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TitleComponent,
  type TitleComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer])

export type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>

/** Width and height in millimetres. */
export type Drawing = { svg: string; width: number; height: number }

export const ink = { black: '#000000', grey: '#6b6b6b', pale: '#d0d0d0', blue: '#1d5aa6' }
/** 五号, as in tables. */
export const words = { fontSize: 14, color: ink.black }

/** A little less than the 156 mm of a line of text. */
const width = 150
const px = (millimetres: number) => Math.round((millimetres / 25.4) * 96)

/** Named without quotation marks, which would end the attribute they stand in. */
const typeface = 'SimHei, 黑体, Noto Sans Hans, Noto Sans CJK SC, sans-serif'

type Around = {
  title: string | undefined
  unit: string
  height: number
  /** There is no figure to draw: the chart says so itself. */
  empty: boolean
}

export function draw(option: Option, { title = '', unit, height, empty }: Around): Drawing {
  const text = (words: TitleComponentOption): TitleComponentOption => ({
    padding: [5, 0],
    ...words,
    textStyle: { ...plain, ...words.textStyle },
  })
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: px(width), height: px(height) })
  chart.setOption({
    ...option,
    title: [
      text({ text: title, left: 'center', top: 0, textStyle: { fontSize: 16 } }),
      text({ text: unit && `单位：${unit}`, left: 0, top: title ? 26 : 0 }),
      text({ text: empty ? '暂无数据' : '', left: 'center', top: 'middle', textStyle: { color: ink.grey } }),
    ],
    textStyle: { fontFamily: typeface },
    animation: false,
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return { svg: svg.replace(looks, '').replace(names, 'id'), width, height }
}

/** Nothing hovers over paper. */
const looks = / class="zr\d+-cls-\d+"|<style >.*?<\/style>/gs
/** They count on from one drawing to the next, but the same figures are to give the same text. */
const names = /zr\d+(?=-c\d)/g
const plain = { ...words, fontWeight: 'normal' } as const
