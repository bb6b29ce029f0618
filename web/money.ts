/** Money on pages: kept in 分, typed in 元, read in accounts to the 分. */

/** 12.34 元 → 1234 分; nothing typed is nothing. */
export function fenOf(yuan: number): number
export function fenOf(yuan: number | null): number | null
export function fenOf(yuan: number | null): number | null {
  return yuan === null ? null : Math.round(yuan * 100)
}
export const yuanOf = (fen: number | null): number | null => (fen === null ? null : fen / 100)

const exact = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** 分 as 13,178.34. */
export const yuan = (fen: number): string => exact.format(fen / 100)
