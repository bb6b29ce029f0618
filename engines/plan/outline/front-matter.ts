/** The head of a document: title, number, issuer, date and the years it holds for. */

import type { Period } from '../schema.ts'
import { readDate, readPeriod } from '../text/dates.ts'
import { isDateLine, type Paragraph, type Part } from './sections.ts'

export type FrontMatter = {
  title: string | null
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
  period: Period | null
}

const planWords =
  '(?:方案|计划|规划|意见|措施|办法|要点|分工|纲要|决定|细则|清单|安排|工程|举措|政策|路线图|任务书|行动|指引|通知|条|蓝图|任务分解|分解)'
const suffix = '(?:[（(\\[【][^（()）\\]】]{1,30}[）)\\]】]){0,2}'
const titled = new RegExp(`${planWords}${suffix}$`)

/** Reads what stands before the first heading of the plan and, for signature and date, what closes its notice. */
export function readFrontMatter(text: string, parts: Part[], main: Part): FrontMatter {
  const head = parts
    .slice(0, parts.indexOf(main) + 1)
    .flatMap((part) => [...part.front, ...(part === main ? [] : tailLines(part))])
  const lines = head.slice(0, 200).map((paragraph) => lineOf(text, paragraph))
  const closing = parts
    .slice(parts.indexOf(main) + 1, parts.indexOf(main) + 3)
    .flatMap((part) => part.front.slice(0, 12))
    .map((p) => lineOf(text, p))
  const title = readTitleOf(lines, text)
  const signature = readSignature(lines) ?? readSignature(closing)
  return {
    title,
    documentNumber: readDocumentNumber(lines),
    issuer: signature?.issuer ?? readIssuerBeforeTitle(lines),
    issuedOn: signature?.date ?? readOtherDate(lines, closing),
    period: readPeriod(title, text, main.start),
  }
}

function tailLines(part: Part): Paragraph[] {
  const last = part.sections.at(-1)
  return last === undefined ? [] : last.paragraphs.slice(-40)
}

function lineOf(text: string, paragraph: Paragraph): string {
  return text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400)).trim()
}

function readTitleOf(lines: string[], text: string): string | null {
  const noticed = fromNotice(lines)
  const own = fromOwnLines(lines)
  if (own !== null && noticed !== null) return own.length >= noticed.length - 4 ? own : noticed
  return own ?? noticed ?? fromPassed(text) ?? fromHeadline(lines)
}

/** 关于印发《…》的通知, also without 《》 and over several lines. */
function fromNotice(lines: string[]): string | null {
  for (let i = 0; i < Math.min(lines.length, 60); i++) {
    if (!/(?:印发|转发|发布|公布|下发|出台)/.test(lines[i]!) && !/关于/.test(lines[i]!)) continue
    const window = lines.slice(Math.max(0, i - 1), i + 4).filter((line) => line.length < 120)
    const whole = window.join('').replace(/\s+/g, '')
    const quoted =
      /(?:关于(?:印发|转发|发布|公布|下发|实施|批转|进一步)?[^《》。]{0,20}|印发|转发)《([^》]{4,90})》[^。]{0,12}?的(?:通知|公告|函|通告|决定|批复)/.exec(
        whole,
      )
    if (quoted !== null) return quoted[1]!
    const plain = new RegExp(
      `(?:印发|转发|发布|公布|下发)(?!《)([^。；：]{4,90}?${planWords}${suffix})的(?:通知|公告|函|通告)`,
    ).exec(whole)
    if (plain !== null) return plain[1]!.replace(/^《|》$/g, '')
  }
  return null
}

/** （2024—2026年） on a line of its own belongs to the title above it. */
const bracketed = /^[（(][^）)]{2,30}[）)]$/

/** The title on its own lines above the text, at most three lines long. */
function fromOwnLines(lines: string[]): string | null {
  for (let end = lines.length - 1; end >= 0; end--) {
    const last = lines[end]!
    if (!isTitleLine(last) || (!titled.test(last) && !bracketed.test(last))) continue
    let begin = end
    while (
      begin > 0 &&
      end - begin < 3 &&
      isTitleLine(lines[begin - 1]!) &&
      (!titled.test(lines[begin - 1]!) || lines.slice(begin, end + 1).every((line) => bracketed.test(line))) &&
      !isSignature(lines, begin - 1)
    )
      begin--
    const title = lines
      .slice(begin, end + 1)
      .join('')
      .replace(/\s+/g, '')
    const whole = /^.*?(?:关于(?:印发|转发)|(?:印发|转发)《)/.test(title) ? null : title.replace(/^《(.*)》$/, '$1')
    if (whole !== null && whole.length >= 5 && whole.length <= 100 && new RegExp(`${planWords}${suffix}$`).test(whole))
      return whole
  }
  return null
}

function isTitleLine(line: string): boolean {
  return (
    line.length >= 2 &&
    line.length <= 60 &&
    !/[。；！？：:，|]/.test(line) &&
    !isDateLine(line) &&
    !/^附件|号$|^(?:索引号|发布|来源|字体|打印)|^[（(【[]?(?:此件|本文|本件|信息公开|公开方式|公开属性|主动公开|依申请公开|不予公开|征求意见)/.test(
      line,
    )
  )
}

function isSignature(lines: string[], i: number): boolean {
  return isDateLine(lines[i + 1] ?? '') || isDateLine(lines[i]!)
}

function fromPassed(text: string): string | null {
  const match = /《([^》\n]{4,90})》[^。\n]{0,40}(?:审议通过|现印发给你们|现予印发|研究同意)/.exec(text.slice(0, 6000))
  return match === null ? null : match[1]!
}

/** 关于…的意见 with the number or the addressees run on behind it, where a copy has lost its line breaks. */
function fromHeadline(lines: string[]): string | null {
  for (const line of lines.slice(0, 3)) {
    const match =
      /^((?:[\u4e00-\u9fff]{2,30})?关于[^。；，〔]{4,70}?的?(?:意见|决定|措施|方案|计划))(?=[\u4e00-\u9fff]{2,8}〔|\s|各)/.exec(
        line,
      )
    if (match !== null) return match[1]!
  }
  return null
}

const numberPattern = /([\u4e00-\u9fff]{2,14})\s?[〔[［（(【]\s?((?:19|20)\d{2})\s?[〕\]］）)】]\s?第?\s?(\d{1,4})\s?号/

/** The document's own number stands on a line of its own, at the head of a line or after 文号：; cited ones do not count. */
function readDocumentNumber(lines: string[]): string | null {
  for (const line of lines.slice(0, 60)) {
    const match = numberPattern.exec(line)
    if (match === null) continue
    const before = line.slice(0, match.index)
    const agency = match[1]!.replace(
      /^.*的(?:指导|实施|若干|行动)?(?:通知|意见|决定|方案|办法|措施|计划)(?=[\u4e00-\u9fff]{2})/,
      '',
    )
    const own =
      /^[（(【[]?$/.test(before.trim()) ||
      agency !== match[1] ||
      /(?:文号|字号|文件编号|编号)[\s:：】\]|]{0,6}$/.test(before) ||
      /的(?:通知|意见|决定|函|公告|通告)\s?[（(]$/.test(before)
    if (own) return `${agency.replace(/^(?:文号|发文字号)/, '')}〔${match[2]}〕${match[3]}号`
  }
  return null
}

const organ = /(?:人民政府|办公室|办公厅|委员会|管委会|局|厅|部|院|指挥部|领导小组|中心|党工委|银行|会)$/

function readSignature(lines: string[]): { issuer: string; date: string } | null {
  for (let i = lines.length - 1; i > 0; i--) {
    const date = isDateLine(lines[i]!) ? readDate(lines[i]!) : null
    if (date === null) continue
    const names: string[] = []
    for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
      const line = lines[k]!.replace(/[（(]?(?:盖章|公章|印章)[）)]?/g, '').trim()
      const pieces = line.split(/\s+/)
      if (line.length > 60 || !pieces.every((piece) => organ.test(piece)) || /[，。：；]/.test(line)) break
      names.unshift(...pieces)
    }
    if (names.length > 0) return { issuer: names.join('、'), date }
  }
  return null
}

function readIssuerBeforeTitle(lines: string[]): string | null {
  for (const line of lines.slice(0, 40)) {
    const match =
      /^(?:.{2,12}〔\d{4}〕\d{1,4}号\s{0,4})?((?:中共)?[\u4e00-\u9fff\s]{3,50}?(?:人民政府|办公室|办公厅|委员会|管委会|局|厅|部))\s{0,4}(?:关于|$)/.exec(
        line,
      )
    if (match !== null && line.length < 120) return match[1]!.trim().replace(/\s+/g, '、')
    const labelled = /(?:发布机构|发文机关|发文单位|制发机关|印发机关|发布单位)[\s:：】\]|]{1,6}([\u4e00-\u9fff]{3,30})/.exec(
      line,
    )
    if (labelled !== null) return labelled[1]!
  }
  return null
}

function readOtherDate(lines: string[], closing: string[]): string | null {
  for (const line of [...lines, ...closing]) {
    const labelled =
      /(?:成文日期|印发日期|发文日期|成文时间|印发时间)[\s:：】\]|]{0,6}(\d{4}\s?[年\-./]\s?\d{1,2}\s?[月\-./]\s?\d{1,2})/.exec(
        line,
      )
    if (labelled !== null) return readDate(labelled[1]!)
  }
  // 成文日期 stands before the plan; the day it was printed only where there is none.
  for (const line of lines) if (isDateLine(line)) return readDate(line)
  for (const line of closing) if (/印发\s*$/.test(line) || isDateLine(line)) return readDate(line)
  return null
}
