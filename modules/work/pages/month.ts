/** Months as people say them. */

/** 2024-06 → 2024年6月 */
export const monthWord = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
export const shortMonth = (month: string): string => `${Number(month.slice(5))}月`
export const monthsOfYear = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
