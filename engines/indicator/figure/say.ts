/** Which rows of a ledger a read takes, in words: 「2025年1—10月营业收入」「2025年10月末参保人数」. */
import type { Read } from '../definition.ts'

/** What each side is to the figure. */
export const sides: Record<Read['side'], string> = { of: '本期', before: '基期', over: '母数' }

type Said = Pick<Read, 'window'> & {
  /** The title of the field that is summed; null where rows are counted. */
  take: string | null
  cumulative: boolean
  ledgerTitle: string
}

export function sayRead({ window, take, cumulative, ledgerTitle }: Said): string {
  const what = take ?? `${ledgerTitle}记录`
  switch (window.kind) {
    case 'standing':
      return `${window.on} 当日有效的${what}`
    case 'events':
      return window.from === '0001-01-01' ? `截至 ${window.to} 的${what}` : `${window.from} 至 ${window.to} 的${what}`
    case 'month': {
      const [year, month] = window.month.split('-').map(Number)
      if (cumulative) return `${year}年${month === 1 ? '1月' : `1—${month}月`}${what}`
      return take ? `${year}年${month}月末${take.replace(/^期末/, '')}` : `${year}年${month}月${what}`
    }
  }
}
