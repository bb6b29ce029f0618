/** Chinese numerals to numbers: 二十一 → 21, 三百亿 → 30000000000, 〇 and 两 included. */

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const large: Record<string, number> = { 万: 1e4, 亿: 1e8 }

export const multipliers: Record<string, number> = { ...small, ...large }
export const hanNumeral = '零〇一二两三四五六七八九十百千万亿'

/** Reads a whole Chinese numeral; null where the characters do not form one (三五, 一一). A leading 百 counts as one hundred. */
export function readHan(text: string): number | null {
  if (text === '' || text.length > 12) return null
  if (/^[零〇一二三四五六七八九]{3,}$/.test(text)) return Number([...text].map((c) => digits[c]).join(''))
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  for (const c of text) {
    if (digits[c] !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = digits[c]!
    } else if (small[c] !== undefined) {
      if (small[c]! >= lastUnit) return null
      section += (digit ?? 1) * small[c]!
      lastUnit = small[c]!
      digit = null
    } else if (large[c] !== undefined) {
      const amount = section + (digit ?? 0)
      total = (total + (amount === 0 && total === 0 ? 1 : amount)) * large[c]!
      section = 0
      digit = null
      lastUnit = Number.POSITIVE_INFINITY
    } else return null
  }
  return total + section + (digit ?? 0)
}

/** Reads an ordinal as printed in a heading: 十二, 12 or １２ (already half width). */
export function readOrdinal(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : readHan(text)
}

/** 两三, 三五, 七八: two neighbouring digits stand for a range; anything else is no range. */
export function readHanRange(text: string): [number, number] | null {
  if (text.length !== 2) return null
  const [a, b] = [digits[text[0]!], digits[text[1]!]]
  if (a === undefined || b === undefined || a === 0) return null
  return b === a + 1 || (a === 3 && b === 5) ? [a, b] : null
}
