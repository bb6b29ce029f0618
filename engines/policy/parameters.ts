/** The figures and days of a file of clauses that one may turn, where each stands, and the file with some of them changed: nothing else differs. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'

export const groups = {
  条件: '条件',
  金额: '金额',
  上限: '上限',
  年限: '年限',
  通则: '通则',
  叠加: '叠加',
} as const
export type Group = keyof typeof groups

export type Parameter = {
  /** Its way through the file; the same while nothing but figures changes. */
  id: string
  /** Code of its clause; null of what holds for all. */
  clause: string | null
  group: Group
  title: string
  /** 2000 of 2000万元; null of a day. */
  number: number | null
  /** Behind the figure: 万元, 人, ㎡, %; empty for bare ones. */
  unit: string
  /** As it stands: 2000万元, 2025-01-01. */
  written: string
  /** Where it stands in the text. */
  from: number
  to: number
}

/** Those of names, facts and values of texts are no parameters. */
const silent = new Set(['名称', '情形', '代码', '事实', '除以', '按', '年次', '为', '属于', '标准', '承兑方', '范围', '适用于'])
const parts: Group[] = ['条件', '金额', '上限', '年限']

/** In the order of the file; none where it cannot be read. */
export function parametersOf(text: string): Parameter[] {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false })
  const found: Parameter[] = []
  if (document.errors.length > 0 || !isMap(document.contents)) return found
  const root = document.contents as Node
  const walk = (node: Node | null, at: Walk) => walkInto(text, node, at, found)
  walk(child(root, '通则'), { id: '通则', clause: null, group: '通则', titles: [] })
  for (const [n, clause] of items(child(root, '条款')).entries()) {
    const code = wordOf(child(clause, '代码'))
    for (const group of parts) walk(child(clause, group), { id: `条款.${n}.${group}`, clause: code, group, titles: [] })
  }
  for (const [n, rule] of items(child(root, '叠加')).entries())
    walk(child(rule, '不超过'), {
      id: `叠加.${n}.不超过`,
      clause: null,
      group: '叠加',
      titles: [wordOf(child(rule, '名称')) ?? ''],
    })
  return found
}

type Walk = { id: string; clause: string | null; group: Group; titles: readonly string[] }

function walkInto(text: string, node: Node | null, at: Walk, found: Parameter[]): void {
  if (isSeq(node)) {
    const all = node.items as Node[]
    for (const [n, item] of all.entries()) {
      const titles = isScalar(item) && all.length > 1 ? [...at.titles, `第 ${n + 1} 项`] : at.titles
      walkInto(text, item, { ...at, id: `${at.id}.${n}`, titles }, found)
    }
  } else if (isMap(node)) {
    const own = calledIn(node)
    for (const { key, value } of node.items) {
      const name = String((key as { value?: unknown }).value)
      if (silent.has(name)) continue
      const titles = [...at.titles, ...(own === null ? [] : [own]), name]
      walkInto(text, value as Node | null, { ...at, id: `${at.id}.${name}`, titles }, found)
    }
  } else if (isScalar(node) && node.range) {
    found.push(...figuresIn(text, node.range[0], node.range[1], at))
  }
}

/** What its title, case or step says of a mapping. */
function calledIn(node: Node): string | null {
  const ranks = child(node, '为')
  const steps = isSeq(ranks) ? (ranks.items as Node[]).map(wordOf).join('、') : wordOf(ranks)
  return wordOf(child(node, '名称')) ?? wordOf(child(node, '情形')) ?? steps
}

const day = /^\d{4}-\d{2}-\d{2}$/
/** Not within a word: of 近3年 there is no figure. */
const figure = /(?<![\p{L}\p{N}_.%㎡-])(\d+(?:\.\d+)?) *([万亿]?(?:元(?:\/[\p{L}㎡]+(?:·月)?)?|㎡|%|\p{Script=Han}{1,2})?)/gu

function figuresIn(text: string, from: number, to: number, { titles, ...at }: Walk): Parameter[] {
  const quote = /["']/.test(text[from] ?? '') ? 1 : 0
  const [first, written] = [from + quote, text.slice(from + quote, to - quote).trimEnd()]
  // The key of the amount alone says nothing beside its group.
  const title = titles.filter((word, n) => word !== titles[n - 1]).join(' · ') || at.group
  if (day.test(written)) return [{ ...at, title, number: null, unit: '', written, from: first, to: first + written.length }]
  const all = [...written.matchAll(figure)]
  return all.map((match, n): Parameter => {
    const [whole, number, unit] = match as unknown as [string, string, string]
    const begins = first + match.index
    return {
      ...at,
      id: all.length > 1 ? `${at.id}#${n}` : at.id,
      title: whole === written ? title : `${title}（${written}）`,
      number: Number(number),
      unit,
      written: whole,
      from: begins,
      to: begins + whole.length,
    }
  })
}

export type Change = { id: string; to: string }
export type Changed = { text: string; changes: { clause: string; what: string; from: string; to: string }[] }

/** Figures take a figure, days a day; the unit stays. @returns a sentence where something does not fit */
export function changeParameters(text: string, changes: readonly Change[]): Changed | { fault: string } {
  const known = new Map(parametersOf(text).map((one) => [one.id, one]))
  const told: Changed['changes'] = []
  const places: { from: number; to: number; written: string }[] = []
  for (const { id, to } of new Map(changes.map((one) => [one.id, one])).values()) {
    const one = known.get(id)
    if (!one) return { fault: '条款文件中没有这个参数，请刷新后重新调整' }
    const written = one.number === null ? to : `${to}${one.unit}`
    if (!(one.number === null ? day.test(to) : plainFigure.test(to)))
      return { fault: `“${one.title}”应填写${one.number === null ? '日期' : '不带单位的数值'}` }
    if (written === one.written) continue
    places.push({ from: one.from, to: one.to, written })
    told.push({ clause: one.clause ?? '', what: one.title, from: one.written, to: written })
  }
  places.sort((a, b) => b.from - a.from)
  return {
    text: places.reduce((whole, { from, to, written }) => whole.slice(0, from) + written + whole.slice(to), text),
    changes: told,
  }
}
const plainFigure = /^\d{1,12}(\.\d{1,4})?$/

const child = (node: Node | null, key: string): Node | null =>
  isMap(node)
    ? ((node.items.find((pair) => (pair.key as { value?: unknown }).value === key)?.value ?? null) as Node | null)
    : null
const items = (node: Node | null): Node[] => (isSeq(node) ? (node.items as Node[]) : [])
const wordOf = (node: Node | null): string | null => (isScalar(node) ? String(node.value) : null)
