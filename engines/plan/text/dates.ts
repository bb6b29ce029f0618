/** Days and terms as official documents print them. */

import type { Period } from '../schema.ts'
import { readHan } from './numerals.ts'

/** 2022年10月20日, 二〇二二年十月二十日, 2022-10-20 → 2022-10-20; null where there is no such day. */
export function readDate(words: string): string | null {
  const arabic = /(\d{4})\s?[年\-./]\s?(\d{1,2})\s?[月\-./]\s?(\d{1,2})/.exec(words)
  const han = /([二〇○零一三四五六七八九十]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(words)
  const [year, month, day] =
    arabic !== null
      ? [Number(arabic[1]), Number(arabic[2]), Number(arabic[3])]
      : han !== null
        ? [readHan(han[1]!.replace(/○/g, '〇')), readHan(han[2]!), readHan(han[3]!)]
        : [null, null, null]
  if (year === null || month === null || day === null || year < 1949 || year > 2100 || month < 1 || month > 12 || day < 1)
    return null
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (day > days[month - 1]!) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const fiveYears: Record<string, Period> = {
  十二: { from: 2011, to: 2015 },
  十三: { from: 2016, to: 2020 },
  十四: { from: 2021, to: 2025 },
  十五: { from: 2026, to: 2030 },
}

/** The years a plan holds for: in its title, by its five-year plan, or where the text states its term (searched from `from` on). */
export function readPeriod(title: string | null, text: string, from: number): Period | null {
  const range = /((?:19|20)\d{2})\s?年?\s?(?:[-—–－~～至到一]{1,2})\s?((?:19|20)\d{2})\s?年?/
  if (title !== null) {
    const named = range.exec(title)
    if (named !== null) return ordered(Number(named[1]), Number(named[2]))
    const five = /[“"]?(十[二三四五])五[”"]?(?!届)/.exec(title)
    if (five !== null) return fiveYears[five[1]!] ?? null
    const single = /(20\d{2})\s?年/.exec(title)
    if (single !== null) return { from: Number(single[1]), to: Number(single[1]) }
  }
  const stated = new RegExp(
    `(?:实施|行动|规划|方案|计划|有效|工作|执行)(?:期限|周期|期|时间)(?:为|是|[:：])?\\s?(?:自)?${range.source}`,
  ).exec(text.slice(from, from + 200000))
  return stated === null ? null : ordered(Number(stated[1]), Number(stated[2]))
}

function ordered(from: number, to: number): Period | null {
  return from <= to && to - from <= 30 ? { from, to } : null
}
