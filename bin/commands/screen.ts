/** `policy screen`: each firm of a table against each clause, as one answer that is written while the table is read. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { compile, explainAll } from '#engines/policy/compile.ts'
import type { Decision } from '#engines/policy/decision.ts'
import { type Facts, nothingBefore } from '#engines/policy/fact.ts'
import { layoutOf } from '#engines/policy/layout.ts'
import { clauseId, type Policy, verdicts } from '#engines/policy/policy.ts'
import { Csv, type CsvRecord } from '#engines/policy/read/csv.ts'
import { type Columns, readColumns, readFirm } from '#engines/policy/read/table.ts'
import { bestCombination, type Combination } from '#engines/policy/stack/combination.ts'
import { money } from '#engines/policy/wording.ts'
import type { Flaw } from '#engines/text/source.ts'
import { invalid } from '#platform/problem.ts'

type Screened = { firm: string; decisions: readonly Decision[]; combination: Combination }

/** A cell that cannot be read is told on stderr and taken as not known; the exit code is then 1. */
export async function screen(policies: readonly Policy[], file: string, day: string, json: boolean): Promise<number> {
  const judge = judging(policies, day)
  const told = (flaws: readonly Flaw[]) => {
    for (const { line, column, sentence } of flaws) process.stderr.write(`${file}:${line}:${column} ${sentence}\n`)
    return flaws.length
  }
  let columns: Columns | null = null
  let [firms, flawed] = [0, 0]
  for await (const record of recordsOf(file)) {
    if (columns === null) {
      const heading = readColumns(record, policies)
      if (told(heading.flaws) > 0) return 1
      columns = heading.columns
      continue
    }
    if (record.cells.every((cell) => cell === '')) continue
    const { firm, facts, flaws } = readFirm(record, columns, basename(file))
    flawed += told(flaws)
    const screened: Screened = { firm, ...judge(facts) }
    if (!(await write(json ? `${firms === 0 ? '[' : ','}\n${JSON.stringify(screened)}` : summary(screened)))) return 0
    firms += 1
  }
  if (columns === null) throw invalid(`表格“${file}”是空的`)
  if (json) await write(firms === 0 ? '[]\n' : '\n]\n')
  return flawed > 0 ? 1 : 0
}

function judging(policies: readonly Policy[], day: string): (facts: Facts) => Omit<Screened, 'firm'> {
  const clauses = compile(policies, layoutOf(policies))
  const titles = new Map(policies.flatMap((policy) => policy.clauses.map((clause) => [clauseId(policy, clause), clause.title])))
  const stacking = policies.flatMap((policy) => policy.stacking)
  const year = Number(day.slice(0, 4))
  return (facts) => {
    const decisions = explainAll(clauses, facts, nothingBefore, day)
    const candidates = decisions.flatMap(({ clause, amount }) => (amount === null ? [] : [{ clause, project: null, amount }]))
    return { decisions, combination: bestCombination({ candidates, stacking, past: nothingBefore, year, titles }) }
  }
}

async function* recordsOf(file: string): AsyncGenerator<CsvRecord> {
  const csv = new Csv()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of createReadStream(file)) yield* csv.feed(decoder.decode(bytes as Uint8Array, { stream: true }))
    yield* csv.feed(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) throw invalid(`表格“${file}”不是 UTF-8 编码，请另存为“CSV UTF-8”`)
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw invalid(`没有找到表格“${file}”，请检查路径`)
    if (code === 'EISDIR') throw invalid(`“${file}”是文件夹，请给出其中的一张表格`)
    throw error
  }
  const { record, open } = csv.end()
  if (open) throw invalid(`表格“${file}”自第 ${record?.line ?? 1} 行起的引号没有闭合`)
  if (record) yield record
}

/** Waits for a slow reader, so that what is written never piles up; false once the reader has gone away. */
async function write(words: string): Promise<boolean> {
  const failed = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => process.stdout.write(words, resolve))
  if (failed && failed.code !== 'EPIPE') throw failed
  return !failed
}

function summary({ firm, decisions, combination }: Screened): string {
  const lines = decisions.map(({ clause, verdict, amount, sentence }) => {
    const outcome = amount === null ? verdicts[verdict] : `${verdicts[verdict]} ${money(amount)}`
    return `  ${clause} ${outcome}：${sentence}`
  })
  return [firm, ...lines, `  最优组合合计 ${money(combination.total)}`, ''].join('\n')
}
