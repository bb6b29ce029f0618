/** Definitions from the text the office writes: YAML with Chinese keys, in the words of the ledgers. */
import { type Document, isCollection, isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { placeIn, tooDeep } from '../../text/nesting.ts'
import { type Definition, definition, type Ledger } from '../definition.ts'
import { flaws } from './check.ts'
import { demands, keys, keyWords } from './keys.ts'
import { readDraft } from './read-draft.ts'
import type { Fault, Page } from './read-nodes.ts'

/** Everything that is wrong with a text of definitions, in the order of the text. */
export class DefinitionFaults extends Error {
  readonly problems: Fault[]
  constructor(problems: Fault[]) {
    const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
    super(inOrder.map(({ line, column, sentence }) => `第${line}行第${column}列：${sentence}`).join('\n'))
    this.problems = inOrder
  }
}

/** One definition, or a list of them. */
export function readDefinitions(text: string, ledgers: readonly Ledger[]): Definition[] {
  const counter = new LineCounter()
  const deep = tooDeep(text)
  if (deep !== null) throw new DefinitionFaults([{ ...placeIn(text, deep), sentence: '嵌套过深，无法读取' }])
  const document = parseDocument(text, { lineCounter: counter })
  const problems: Fault[] = []
  const note = (offset: number, sentence: string) => {
    const { line, col } = counter.linePos(offset)
    problems.push({ line: Math.max(1, line), column: Math.max(1, col), sentence })
  }
  for (const { pos, code } of document.errors) note(pos[0], slips[code] ?? '格式有误，请检查缩进、冒号和引号')
  if (problems.length) throw new DefinitionFaults(problems)

  const page: Page = {
    ledgers,
    problems,
    complain: (node, sentence) => {
      note((isNode(node) && node.range?.[0]) || 0, sentence)
      return undefined
    },
  }
  const written = nodesOf(document, page).flatMap((node) => {
    const read = readOne(node, page)
    return read ? [{ node, definition: read }] : []
  })
  compareVersions(written, page)
  if (problems.length) throw new DefinitionFaults(problems)
  return written.map((each) => each.definition)
}

/** Errors of the notation a writer can make something of. */
const slips: Record<string, string> = {
  DUPLICATE_KEY: '同一项写了两次',
  TAB_AS_INDENT: '缩进应使用空格，不能使用制表符',
  BAD_INDENT: '缩进没有对齐',
  MULTIPLE_DOCS: '只能有一份文本，请删去“---”',
}

function nodesOf({ contents }: Document.Parsed, page: Page): Node[] {
  if (isMap(contents)) return [contents]
  if (isSeq(contents) && contents.items.length) return contents.items as Node[] // a parsed document holds nodes only
  page.complain(contents, '没有写明任何指标')
  return []
}

function readOne(node: Node, page: Page): Definition | undefined {
  const before = page.problems.length
  const draft = readDraft(node, page)
  if (!draft) return undefined
  const complain = (path: readonly PropertyKey[], sentence: string) => page.complain(nodeAt(node, path), sentence)
  for (const [key, schema] of Object.entries(definition.shape)) {
    if (draft[key] === undefined) continue
    for (const issue of schema.safeParse(draft[key]).error?.issues ?? []) {
      const path = [key, ...issue.path]
      complain(path, issue.code === 'custom' ? issue.message : demandOf(path))
    }
  }
  if (page.problems.length > before) return undefined
  const read = definition.parse(draft)
  for (const { path, sentence } of flaws(read, page.ledgers)) complain(path, sentence)
  return read
}

function demandOf(path: PropertyKey[]): string {
  const key = String(path.findLast((step) => typeof step === 'string'))
  return `“${keyWords[key] ?? key}”${demands[key] ?? '填写有误'}`
}

/** The node a path of English names leads to, as far as the text goes. */
function nodeAt(node: Node, [step, ...rest]: readonly PropertyKey[]): Node {
  const key = typeof step === 'string' ? (keyWords[step] ?? step) : step
  const next = isCollection(node) && step !== undefined ? node.get(key, true) : undefined
  return isNode(next) ? nodeAt(next, rest) : node
}

type Written = { node: Node; definition: Definition }

/** A version is written once, and a later one comes into force later. */
function compareVersions(written: Written[], page: Page): void {
  for (const { node, definition } of written) {
    const { code, version, since } = definition
    const others = written.filter((each) => each.node !== node && each.definition.code === code)
    const twin = others.find((each) => each.definition.version === version)
    // Of two that are the same, the second is complained of.
    if (twin && written.findIndex((each) => each.node === twin.node) < written.findIndex((each) => each.node === node)) {
      page.complain(nodeAt(node, ['version']), `指标“${code}”的第 ${version} 版写了两次`)
    }
    const earlier = others.find((each) => each.definition.version < version && each.definition.since >= since)
    if (earlier) {
      const { version: before, since: then } = earlier.definition
      page.complain(nodeAt(node, ['since']), `第 ${version} 版的“${keys.since}”应晚于第 ${before} 版的 ${then}`)
    }
  }
}
