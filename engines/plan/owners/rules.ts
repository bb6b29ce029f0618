/** What a document says once for all its responsible-unit markers. */

import type { Warning } from '../schema.ts'
import { type OwnerRules, readOwners } from './owners.ts'
import { cleanName, cutNames, looksLikeUnit } from './units.ts'

/** A unit that also answers for everything after `from`, because the document says so in certain words. */
export type Standing = { units: string[]; from: number }

export function readOwnerRules(text: string): OwnerRules {
  const firstLeads =
    /(?:排|列|居|位列|排名|排序|位于|排列)(?:在)?(?:首位|第一位|第1位|第一|首个|最前|前面)[^。；）)]{0,12}(?:为|是|即为|系)[^。；）)]{0,6}(?:牵头|主责|主办|总负责)/.test(
      text,
    ) ||
    /(?:首位|第一个|首个|第一位)(?:责任)?(?:单位|部门)[^。；）)]{0,4}(?:为|是|即为|系)[^。；）)]{0,4}(?:牵头|主责|主办)/.test(
      text,
    )
  const commaLeads = /(?:责任(?:单位|部门)[:：])[^，、,（()）。\n]{2,24}[，][^，（()）。\n]{2,24}、/.test(text)
  return { firstLeads, commaLeads }
}

/** Finds “以下均需…落实，不再列出” and “下同”; only the certain wording adds units, the rest is a warning. */
export function readStanding(text: string): { standing: Standing[]; warnings: Warning[] } {
  const standing: Standing[] = []
  const warnings: Warning[] = []
  const pattern =
    /(?:以下|下列|后续|各项|以上)(?:各项|所有|重点)?(?:任务|工作|事项|措施|条款|内容)?(?:，)?(?:均|都|皆)(?:需|须|由|要|涉及|应由|需要|请)?((?:[^。；（）()\n]|[（(][^（）()\n]{0,20}[）)]){2,60}?)(?:按职责分工|分别|共同|组织|配合|参与|负责|落实|具体)+(?:落实|负责|实施)?[，,、]?(?:下同|不再(?:一一|逐一|逐项|重复|另行)?(?:列出|标注|列明|单列|注明|重复))/g
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span: [number, number] = [match.index, match.index + match[0].length]
    const names = cutNames(match[1]!, '，,').flatMap(cleanName)
    if (names.length > 0 && names.every((name) => looksLikeUnit(name))) {
      standing.push({ units: names, from: match.index })
      warnings.push({ message: `文中规定“${match[0]}”，已把${names.join('、')}列入此后各项任务的责任单位。`, span })
    } else warnings.push({ message: `文中有统一规定“${match[0]}”，未能读出单位名称，没有补入各项任务。`, span })
  }
  const same = /([^\s，。；：、（(）)\n]{2,30})[（(，,、\s]{0,2}下同[）)]?/g
  for (let match = same.exec(text); match !== null; match = same.exec(text)) {
    const span: [number, number] = [match.index, match.index + match[0].length]
    if (standing.some((rule) => span[0] < rule.from + 120 && span[1] > rule.from - 4)) continue
    const name = cleanName(match[1]!)[0]
    if (
      name === undefined ||
      /简称|统称|以下/.test(text.slice(Math.max(0, match.index - 12), match.index + match[0].length)) ||
      !looksLikeUnit(name)
    )
      continue
    if (/各|相关|有关/.test(name) && insideMarker(text, match.index)) {
      const bracketed = /[（(]下同[）)]$/.test(match[0])
      if (bracketed) standing.push({ units: [name], from: match.index })
      warnings.push({
        message: bracketed
          ? `文中标注“${name}（下同）”，已把${name}列入此后各项任务的责任单位。`
          : `文中标注“${name}，下同”，不能确定“下同”所指的单位，没有补入其他任务。`,
        span,
      })
    }
  }
  return { standing, warnings }
}

function insideMarker(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (
    /(?:责任|牵头|配合|参与)(?:单位|部门)?[:：]|牵头[，；]/.test(line) ||
    readOwners(`${line}）`, { firstLeads: false, commaLeads: false }).length > 0
  )
}
