/** What words selected in the document say about the item they become. */
import { readQuantities } from '#engines/plan/targets/quantities.ts'
import type { Quantity } from '#modules/plan/quantity.ts'

/** （二）创新能力显著提升。到2025年…… → number, title and text. */
export function headed(words: string | undefined): { number: string | null; title: string; text: string } | undefined {
  if (!words) return undefined
  const found = /^\s*(（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、])?\s*([\s\S]*)$/.exec(words)
  const rest = found?.[2] || words
  const end = rest.search(/[。；;\n，,]/)
  const title = (end > 0 ? rest.slice(0, end) : rest).slice(0, 500)
  const text = end > 0 && rest[end] === '。' ? rest.slice(end + 1).trim() || rest : rest
  return { number: found?.[1]?.replace(/[.．、]$/, '') ?? null, title, text }
}

/** The first figure that is no time, and the year it is due, if the words have them. */
export function figured(words: string): { quantity: Quantity | null; year: number | null; subject: string } {
  const found = readQuantities(words).find(({ unitClass, value }) => unitClass !== 'time' && value !== null)
  const year = /(20\d{2})年/.exec(words)
  const before = found ? words.slice(0, found.start) : words
  const subject = before
    .replace(/^.*?20\d{2}年[底末前]?[，,]?/, '')
    .trim()
    .replace(/^力争/, '')
    .replace(/(不低于|不少于|不超过|超过|突破|达到|达|力争|约|[，,。；;：:、\s])+$/, '')
  return {
    quantity: found ? { value: found.value!, upper: found.upper, unit: found.unit || null } : null,
    year: year ? Number(year[1]) : null,
    subject: (subject || words.trim()).slice(0, 300),
  }
}
