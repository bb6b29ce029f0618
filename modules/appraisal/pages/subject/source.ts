/** Where a frozen number comes from, in words, and the page of the rows behind it. */
import { lastDayOf } from '#engines/indicator/months.ts'
import type { Subject } from '../words.ts'

export type Source = Subject['parts'][number]['values'][number]['source']

export function sourceWord(of: Source): string {
  switch (of.is) {
    case 'published': {
      if (!of.end) return `${of.name}，未取到公布数据`
      const base = of.base ? `，期初 ${of.base.value}（${of.base.month}）` : ''
      return `${of.name} ${of.end.month} 公布数 ${of.end.value}${of.unit}${base}，第 ${of.version} 版口径，${of.end.publishedOn} 公布，摘要 ${of.end.digest.slice(0, 12)}`
    }
    case 'verified':
      return `${of.by} ${of.on} 核定`
    case 'experts':
      return `${of.points.length} 位专家评分：${of.points.join('、')}`
    case 'corrected':
      return `异议 ${of.objection} 核查更正，原为 ${of.before ?? '无'}`
  }
}

const dimensions = ['zone', 'town', 'building', 'unit']
export function linkOf(of: Source): string | null {
  if (of.is !== 'published' || !of.end || !dimensions.includes(of.by)) return null
  const day = lastDayOf(of.end.month)
  return `/office/indicators/${of.code}?tab=rows&day=${day}&by=${of.by}&part=${of.part}`
}
