/** A table of firms and what is known of them: the heading names the firm and facts, each line is a firm. */
import { nearestNote } from '../../text/nearest.ts'
import type { Flaw } from '../../text/source.ts'
import type { Fact, Facts, Known } from '../fact.ts'
import type { Policy } from '../policy.ts'
import { ledgerFacts } from '../vocabulary.ts'
import type { CsvRecord } from './csv.ts'
import { readValue } from './value.ts'

const firmTitles = ['企业', '统一社会信用代码']

/** The facts in their columns behind the firm's; a title means whatever facts the policies declare under it. */
export type Columns = readonly (readonly Fact[])[]

export function readColumns({ line, cells }: CsvRecord, policies: readonly Policy[]): { columns: Columns; flaws: Flaw[] } {
  const facts = factsOf(policies)
  const flaws: Flaw[] = []
  const [firm = '', ...titles] = cells
  if (!firmTitles.includes(firm)) flaws.push({ line, column: 1, sentence: `第一列应为“企业”或“统一社会信用代码”，现为“${firm}”` })
  const columns = titles.map((title, at) => {
    const column = at + 2
    const found = facts.get(title) ?? []
    if (found.length === 0) flaws.push({ line, column, sentence: `没有名为“${title}”的事实${nearestNote(title, facts.keys())}` })
    else if (titles.indexOf(title) < at) flaws.push({ line, column, sentence: `“${title}”一列重复` })
    return found
  })
  return { columns, flaws }
}

function factsOf(policies: readonly Policy[]): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>()
  for (const fact of [...ledgerFacts, ...policies.flatMap((policy) => policy.facts)]) {
    const before = facts.get(fact.title) ?? []
    if (!before.some((other) => alike(other, fact))) facts.set(fact.title, [...before, fact])
  }
  return facts
}

const alike = (one: Fact, other: Fact) =>
  one.kind === other.kind && one.unit === other.unit && `${one.values}` === `${other.values}`

/** A cell that cannot be read is told and its fact is not known; so is an empty one, without a word. */
export function readFirm(
  { line, cells }: CsvRecord,
  columns: Columns,
  table: string,
): { firm: string; facts: Facts; flaws: Flaw[] } {
  const flaws: Flaw[] = []
  const facts: Record<string, Known> = {}
  const [firm = '', ...values] = cells
  if (firm === '') flaws.push({ line, column: 1, sentence: '没有写明企业' })
  if (values.length > columns.length)
    flaws.push({ line, column: columns.length + 2, sentence: `共 ${cells.length} 格，多于表头的 ${columns.length + 1} 列` })
  const source = `${table} 第 ${line} 行`
  for (const [at, meant] of columns.entries()) {
    const text = values[at] ?? ''
    if (text === '') continue
    const read = meant.map((fact) => readValue(text, fact, true))
    const good = read.find((one) => 'value' in one)
    if (good && 'value' in good) facts[meant[0]!.title] = { value: good.value, asOf: null, source }
    else flaws.push({ line, column: at + 2, sentence: read.flatMap((one) => ('fault' in one ? one.fault : []))[0]! })
  }
  return { firm, facts, flaws }
}
