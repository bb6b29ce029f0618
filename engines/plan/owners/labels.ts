/** Responsible units behind labels: 牵头单位：A；责任单位：B、C. */

export type OwnerRole = 'lead' | 'owner' | 'partner'

/** One list of units with the role its label or its words give it; `worded` lists come from 牵头, 配合 in running words. */
export type OwnerList = { role: OwnerRole; list: string; worded: boolean }

const LEAD =
  '(?:总)?牵头(?:负责|责任|主责)?(?:单位|部门|处室|科室|股室|主体)?|主责(?:单位|部门)?|主办(?:单位|部门)|第一责任(?:单位|部门)|首要责任(?:单位|部门)|主要责任(?:单位|部门)|组长单位|总负责单位'
const OWNER =
  '责任(?:单位|部门|处室|科室|股室|主体|分工)|实施(?:单位|部门|主体)|落实(?:单位|部门)|负责(?:单位|部门)|承担(?:单位|部门)|承办(?:单位|部门|处室)|执行单位|建设单位|完成单位|(?:部门|任务|职责|责任|工作)?分工'
const PARTNER =
  '(?:协同|共同)?配合(?:单位|部门)?|参与(?:单位|部门)|参加(?:单位|部门)|协办(?:单位|部门)|协助(?:单位|部门)|协同(?:单位|部门)|支持(?:单位|部门)|指导(?:单位|部门)|协作(?:单位|部门)'
const OTHER =
  '完成(?:时限|时间|期限)|时间(?:节点|安排|要求)|时限(?:要求)?|(?:责任|牵头|分管|包联|包保|联系)(?:区|市|县|省|镇)?(?:级)?(?:领导|人)|实施(?:时间|期限|地点)|工作目标|目标|进度(?:安排|要求)?|备注|联系人|市级领导|区领导'
export const label = new RegExp(
  `(${LEAD})\\s{0,2}[:：]|(${OWNER})\\s{0,2}[:：]|(${PARTNER})\\s{0,2}[:：]|(${OTHER})\\s{0,2}[:：]`,
  'g',
)
/** Words that begin with a label of responsibility, or with another label that one follows. */
export const labelled = new RegExp(
  `^[\\s★*]{0,3}(?:(?:${OTHER})\\s{0,2}[:：][^:：]{1,60}[；;，,。\\s])?(?:${LEAD}|${OWNER}|${PARTNER})\\s{0,2}[:：]`,
)
/** A label of responsibility at the beginning of a line or after a stop. */
export const opener = new RegExp(`(?<=^|[\\n。；;！\\s＿])(?:${LEAD}|${OWNER}|${PARTNER})\\s{0,2}[:：]`, 'g')

/** 牵头单位：A；责任单位：B、C → the list behind each label. */
export function readLabels(words: string): OwnerList[] {
  const stretches: OwnerList[] = []
  label.lastIndex = 0
  let role: OwnerRole | null = null
  let begin = 0
  for (let match = label.exec(words); match !== null; match = label.exec(words)) {
    if (match.index > begin && !/[\s。；;，,、）)\]】]/.test(words[match.index - 1]!) && role !== null) continue
    if (role !== null) stretches.push({ role, list: words.slice(begin, match.index), worded: false })
    role = match[1] !== undefined ? 'lead' : match[2] !== undefined ? 'owner' : match[3] !== undefined ? 'partner' : null
    begin = match.index + match[0].length
  }
  if (role !== null) stretches.push({ role, list: words.slice(begin), worded: false })
  return stretches.map((stretch) => ({ ...stretch, list: stretch.list.replace(/[\s。；;，,、]+$/, '') }))
}
