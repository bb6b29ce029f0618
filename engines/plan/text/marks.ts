/** The numbering of official documents: 第一章, 一、, （一）, 1., （1）, ①, 1.1, 任务一：, 专栏1, ——. */
import { readOrdinal } from './numerals.ts'

export type MarkStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanBracket'
  | 'arabic'
  | 'arabicBracket'
  | 'arabicHalf'
  | 'circled'
  | 'decimal2'
  | 'decimal3'
  | 'named'
  | 'box'
  | 'bare'
  | 'number'

/** `printed` is the number as it stands in the document without its closing stop: 一, （一）, 1, 第二章. */
export type Mark = { style: MarkStyle; ordinal: number; printed: string; length: number }

const HAN = '(?:[一二三四五六七八九十百零〇]{1,5}|[壹贰叁肆伍陆柒捌玖](?=、))'
const notList = '(?![一二三四五六七八九十]{1,3}(?:[、，]|线|产|次|季|期|级))'
const rules: { style: MarkStyle; pattern: RegExp }[] = [
  { style: 'part', pattern: new RegExp(`^(第\\s?(${HAN}|\\d{1,2})\\s?(?:部分|篇|编))[\\s、：:.．]{0,4}(?![的，])`) },
  { style: 'chapter', pattern: new RegExp(`^(第\\s?(${HAN}|\\d{1,2})\\s?章)[\\s、：:.．]{0,4}`) },
  { style: 'section', pattern: new RegExp(`^(第\\s?(${HAN}|\\d{1,2})\\s?节)[\\s、：:.．]{0,4}`) },
  { style: 'article', pattern: new RegExp(`^(第\\s?(${HAN}|\\d{1,3})\\s?条)[\\s、：:.．]{0,4}(?!第|规定|的)`) },
  { style: 'box', pattern: new RegExp(`^(专栏\\s?(${HAN}|\\d{1,2}))[\\s、：:.．]{0,4}`) },
  {
    style: 'named',
    pattern: new RegExp(
      `^((?:重点)?(?:任务|行动|工程|举措|措施|专项|项目|专项行动|工作)\\s?(${HAN}|\\d{1,2}))(?:[：:、.．]\\s{0,3}|\\s{1,3}(?=[\\u4e00-\\u9fff“]))`,
    ),
  },
  { style: 'han', pattern: new RegExp(`^((${HAN}))\\s?[、.．]\\s{0,3}${notList}`) },
  { style: 'hanBracket', pattern: new RegExp(`^([（(]\\s?(${HAN})\\s?[）)])[、.．]?\\s{0,3}`) },
  { style: 'arabicBracket', pattern: /^([（(]\s?(\d{1,2})\s?[）)])[、.．]?\s{0,3}/ },
  { style: 'decimal3', pattern: /^(\d{1,2}\.\d{1,2}\.(\d{1,2}))(?:\.\d{1,2})?[、.．\s]{0,4}(?=[\u4e00-\u9fff“《])/ },
  {
    style: 'decimal2',
    pattern: /^(\d{1,2}\.(\d{1,2}))[、．\s]{0,4}(?=[\u4e00-\u9fff“《])(?![年万亿千百倍元人个家户项件吨亩平公])/,
  },
  { style: 'arabic', pattern: /^((\d{1,3}))\s?[.．、](?!\d(?!\d{3}\s?年))\s{0,3}/ },
  { style: 'arabicHalf', pattern: /^((\d{1,2})\s?[)）])[、.．]?\s{0,3}/ },
]

const compact: { first: number; last: number; style: MarkStyle }[] = [
  { first: 0x2460, last: 0x2473, style: 'circled' },
  { first: 0x2474, last: 0x2487, style: 'arabicBracket' },
  { first: 0x2488, last: 0x249b, style: 'arabic' },
  { first: 0x2776, last: 0x277f, style: 'circled' },
  { first: 0x3220, last: 0x3229, style: 'hanBracket' },
]

/** Reads the number a line begins with; looks at its first characters only. */
export function readMark(line: string): Mark | null {
  const head = line.slice(0, 24)
  const code = head.charCodeAt(0)
  for (const block of compact) {
    if (code >= block.first && code <= block.last) {
      const gap = /^.[、.．\s]{0,3}/.exec(head)!
      return { style: block.style, ordinal: code - block.first + 1, printed: head[0]!, length: gap[0].length }
    }
  }
  for (const { style, pattern } of rules) {
    const match = pattern.exec(head)
    if (match === null) continue
    const ordinal = readOrdinal(match[2]!.replace(/\s/g, ''))
    if (ordinal === null || ordinal === 0) continue
    return { style, ordinal, printed: match[1]!.replace(/\s/g, ''), length: match[0].length }
  }
  return null
}

/** `2 重点任务`: the headings above 2.1 and 2.1.1; only documents that count this way have them. */
export function readPlainNumber(line: string): Mark | null {
  const match = /^((\d{1,2}))\s{1,4}(?=[\u4e00-\u9fff“])/.exec(line.slice(0, 12))
  return match === null ? null : { style: 'number', ordinal: Number(match[2]), printed: match[1]!, length: match[0].length }
}

/** A dash or bullet that opens an un-numbered item; returns its length, 0 where there is none. */
export function dashLength(line: string): number {
  return /^(?:[—–－―]{1,3}|-{1,3}(?!\d)|[●•■◆▪◇★☆○□▲△※·►➢✓])\s{0,3}/.exec(line.slice(0, 8))?.[0].length ?? 0
}
