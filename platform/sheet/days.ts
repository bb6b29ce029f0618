/** Days and months as people write them, and as Excel turned them into numbers. */
import { dayOf, type Epoch } from './styles.ts'

/** `2024-06-30`; null where no single day is meant (years in two digits, days before months). */
export function dayIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s*(星期|周|礼拜)[一二三四五六日天]$/, '')
  const [, year, month, date] =
    /^(\d{4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})\s*[日号]?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      plain,
    ) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    []
  if (date) return `${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return /^\d{5}$/.test(plain) ? dayOfNumber(Number(plain), 1900) : null
}

/** A day in a cell without the format of one: 20240630, or Excel's own count of days. */
export function dayOfNumber(value: number, epoch: Epoch): string | null {
  if (value >= 19_000_101 && value <= 21_001_231 && Number.isInteger(value)) return dayIn(String(value))
  return value > 10_000 && value < 100_000 ? (dayOf(value, epoch)?.slice(0, 10) ?? null) : null
}

/** `2024-06`; a day says its month. */
export function monthIn(text: string): string | null {
  const plain = text.normalize('NFKC')
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月份?)?$/.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain) ?? []
  return month ? `${year}-${month.padStart(2, '0')}` : (dayIn(text)?.slice(0, 7) ?? null)
}

/** A month in a cell without the format of one: 202406, 2024.06; 2024.1 may have been October and is none. */
export function monthOfNumber(value: number, epoch: Epoch): string | null {
  if (value > 1900 && value < 2101 && value % 1 !== 0) {
    const text = String(value)
    return text.endsWith('.1') ? null : monthIn(text)
  }
  if (value >= 190_001 && value <= 210_012) return monthIn(String(value))
  return dayOfNumber(value, epoch)?.slice(0, 7) ?? null
}
