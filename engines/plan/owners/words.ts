/** Responsible units in brackets and in words: （A牵头，B、C配合）, （A、B按职责分工负责）, （A、B）. */
import { labelled, type OwnerList, readLabels } from './labels.ts'
import { cleanName, cutNames, looksLikeUnit } from './units.ts'

/** What a bracket says about responsible units; null where it says something else. A bracket that stands `alone` (square, or behind the full stop) holds nothing else. */
export function readBracket(content: string, atEnd: boolean, alone: boolean): OwnerList[] | null {
  const words = content.trim().replace(standingRule, '')
  if (words.length < 2) return null
  if (labelled.test(words)) return readLabels(words)
  const stretches = readWords(words)
  if (stretches !== null) return stretches
  if (!atEnd || words.length < 4 || /[。：:《》\d]/.test(words.replace(quotedPart, ''))) return null
  const names = cutNames(words, '，,；;')
  const official = names.filter((name) => officialName.test(name.replace(quotedPart, '')))
  const sure =
    official.length > 0 &&
    names.every((name) => officialName.test(name.replace(quotedPart, '')) || (/^各/.test(name) && looksLikeUnit(name)))
  return sure && (names.length > 1 || alone) ? [{ role: 'owner', list: words, worded: false }] : null
}

/** A list without any word of duty is taken for units only where every name is plainly an office. */
const officialName =
  /^(?:市|区|县|省|州|各|国家|中国|国网|中央|自治区|[\u4e00-\u9fff]{2,4}(?:市|区|县))[\u4e00-\u9fff（）()、]{0,20}(?:局|委|办|部|厅|政府|中心|公司|院|委员会|管委会|联合会|工会|指挥部|办公室|集团|街道|总队|支队|大队|学校|银行|分行|支行|协会|联社|妇联|残联|文联|工商联|科协|团委)(?:[（(].*[）)])?$/

/** 市“双招双引”指挥部: quotation marks inside a name. */
const quotedPart = /“[^”]{1,12}”/g

/** 以下均需…落实，不再列出 is a rule of the document and no unit of this task. */
const standingRule = /[；;，,。]?\s?(?:以下|下列|以上)(?:各项)?(?:任务|工作|措施|事项)?(?:均|都)[^；;]{2,80}$/

/** A牵头，B、C参与 / A、B按职责分工负责 → lists with the role the words give; null where the names are no units. */
export function readWords(words: string): OwnerList[] | null {
  if (!/(?:牵头|负责|配合|参与|落实|承办|协办|主办|协助|实施|分工)/.test(words) || words.length > 600) return null
  const stretches: OwnerList[] = []
  for (const piece of cutOutside(words, '，,；;。')) {
    const text = piece.trim().replace(/^(?:由|并由|其中[:：]?)/, '')
    if (
      text === '' ||
      /^(?:按|根据|依)?(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?(?:负责|落实|配合|分别负责|抓好落实)?$/.test(text)
    ) {
      continue
    }
    if (/^(?:20\d\d\s?年|长期|持续|完成|于|每年|年底|即时|按年度)/.test(text)) continue
    const led = /^(.+?)(?:总牵头|共同牵头|联合牵头|牵头)(?:负责|组织实施|实施|落实|推进|组织|会同)?(.*)$/s.exec(text)
    if (led !== null) {
      const [first, others] = led[1]!.split('会同')
      stretches.push({ role: 'lead', list: first!, worded: true })
      if (others !== undefined) stretches.push({ role: 'partner', list: others, worded: true })
      if (led[2]!.trim() !== '') stretches.push({ role: 'partner', list: led[2]!, worded: true })
    } else {
      const joined = /^(.+?)会同(.+)$/s.exec(text)
      if (joined !== null && looksLikeUnit(joined[1]!)) {
        stretches.push({ role: 'lead', list: joined[1]!, worded: true }, { role: 'partner', list: joined[2]!, worded: true })
      } else stretches.push({ role: /(?:配合|参与|参加|协助|协办)$/.test(text) ? 'partner' : 'owner', list: text, worded: true })
    }
  }
  const names = stretches.flatMap((stretch) => cutNames(stretch.list).flatMap(cleanName))
  if (names.length === 0 || !names.every((name) => looksLikeUnit(name))) return null
  return stretches
}

/** Cuts at `stops` outside brackets. */
export function cutOutside(text: string, stops: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let begin = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if ('（([【'.includes(c)) depth++
    else if ('）)]】'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && stops.includes(c)) {
      pieces.push(text.slice(begin, i))
      begin = i + 1
    }
  }
  pieces.push(text.slice(begin))
  return pieces
}
