/** By when a target holds: years printed in the sentence, counted from the period (三年内), or carried on from before. */

import type { Period } from '../schema.ts'
import { readHan } from '../text/numerals.ts'

/** What is known about time outside the sentence. */
export type Times = { period: Period | null; issuedYear: number | null }

/** `base` years are compared with (较2022年), they are no deadline; `led` ones are reached (到2025年), not just named. */
export type YearMention = { start: number; end: number; year: number; kind: 'deadline' | 'base' | 'past'; led?: boolean }

const printed =
  /(?<lead>到|至|截至|截止|力争|在|于|较|比|与|相比|以|从|由|自|对比)?\s?(?<from>(?:19|20)\d{2})\s?年?(?:\s?[-—–－~～至到]{1,2}\s?(?<to>(?:19|20)\d{2}))?\s?年(?<tail>底|末|年底|年末)?(?<after>前|以前|之前|以来|起|度|相比|基础上|基数|的基础上|同期|的(?=\d))?/g
const five = /[“"]?(十[二三四五六])五[”"]?(?<when>末|期末|期间|时期)?/g
const counted =
  /(?:力争|用|经过|利用|未来)?\s?(\d{1,2}|[一二两三四五六七八九十]{1,2})\s?年(?:左右)?(?:的)?(?:内|之内|以内|时间|左右时间|努力)/g

export function readYears(text: string, times: Times): YearMention[] {
  const found: YearMention[] = []
  if (!/[年五]/.test(text)) return found
  for (const match of text.matchAll(printed)) {
    const { lead, from, to, after } = match.groups!
    const year = Number(to ?? from)
    const kind = kindOf(lead, after, year, times)
    found.push({ start: match.index, end: match.index + match[0].length, year, kind, led: /^[到至力]/.test(lead ?? '') })
  }
  for (const match of text.matchAll(five)) {
    if (match.groups!.when === undefined) continue
    const year = ({ 十二: 2015, 十三: 2020, 十四: 2025, 十五: 2030, 十六: 2035 } as Record<string, number>)[match[1]!]
    if (year !== undefined)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        year,
        kind: kindOf(undefined, undefined, year, times),
      })
  }
  for (const match of text.matchAll(counted)) {
    const years = /^\d+$/.test(match[1]!) ? Number(match[1]) : readHan(match[1]!)
    const from = times.period?.from ?? times.issuedYear
    if (years === null || from === null) continue
    const year = Math.min(from + years, times.period?.to ?? from + years)
    found.push({ start: match.index, end: match.index + match[0].length, year, kind: 'deadline' })
  }
  const { period } = times
  for (const match of text.matchAll(/([一二三四五六七八九十]|\d{1,2})年(?=累计|共|总计|统筹)/g)) {
    const years = readHan(match[1]!) ?? Number(match[1])
    if (period !== null && years === period.to - period.from + 1)
      found.push({ start: match.index, end: match.index + match[0].length, year: period.to, kind: 'deadline' })
  }
  for (const match of text.matchAll(/(?:今年|本年度?|(?<![一二两三四五六七八九十几数\d])年内|当年)(?:底|末)?/g)) {
    const year = times.period !== null && times.period.from === times.period.to ? times.period.from : times.issuedYear
    if (year !== null) found.push({ start: match.index, end: match.index + match[0].length, year, kind: 'deadline' })
  }
  return found.sort((a, b) => a.start - b.start)
}

function kindOf(lead: string | undefined, after: string | undefined, year: number, times: Times): YearMention['kind'] {
  if (
    lead === '较' ||
    lead === '比' ||
    lead === '与' ||
    lead === '对比' ||
    lead === '由' ||
    (lead === '从' && after === '的') ||
    after === '相比' ||
    after === '基础上' ||
    after === '的基础上' ||
    after === '同期' ||
    after === '基数'
  )
    return 'base'
  if (lead === '截至' || lead === '截止' || lead === '自' || lead === '从' || after === '以来') return 'past'
  const begun = times.period?.from ?? times.issuedYear
  return begun !== null && year < begun ? 'past' : 'deadline'
}
