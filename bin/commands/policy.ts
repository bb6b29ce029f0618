/** `policy check` reads policies and runs their worked examples; `policy screen` decides a table of firms by them. */
import { type Checked, checkPolicies } from '#engines/policy/check.ts'
import { readDay } from '#engines/policy/read/value.ts'
import { invalid } from '#platform/problem.ts'
import { screen } from './screen.ts'
import { readTexts } from './texts.ts'

const usage =
  '用法：mantianxing policy check 文件夹 [--json]，或 mantianxing policy screen 文件夹 --facts 表格.csv --as-of 日期 [--json]'

type Words = { folder: string; json: boolean; facts: string | null; asOf: string | null }

/** `args` are the words after `policy`; returns the exit code. */
export async function policy(args: string[]): Promise<number> {
  const [verb, ...rest] = args
  if (verb !== 'check' && verb !== 'screen') throw invalid(usage)
  const { folder, json, facts, asOf } = readArguments(rest)
  if (verb === 'check' && (facts !== null || asOf !== null)) throw invalid(`policy check 不用 --facts、--as-of，${usage}`)
  const checked = await check(folder)
  if (verb === 'check') {
    process.stdout.write(json ? `${JSON.stringify(told(checked), null, 2)}\n` : report(checked))
    return checked.flaws.length > 0 ? 1 : 0
  }
  if (facts === null || asOf === null) throw invalid(`请用 --facts 给出表格，用 --as-of 给出日期，${usage}`)
  const day = readDay(asOf)
  if ('fault' in day) throw invalid(`--as-of ${day.fault}`)
  if (checked.flaws.length > 0) {
    process.stderr.write(report(checked))
    return 1
  }
  return screen(checked.policies, facts, day.value, json)
}

function readArguments(rest: string[]): Words {
  const words: Words = { folder: '', json: false, facts: null, asOf: null }
  const wordAfter = (word: string, option: string) => {
    const value = word.startsWith(`${option}=`) ? word.slice(option.length + 1) : rest.shift()
    if (value === undefined || value === '') throw invalid(`${option} 后没有写明内容，${usage}`)
    return value
  }
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '--json') words.json = true
    else if (/^--facts(=|$)/.test(word)) words.facts = wordAfter(word, '--facts')
    else if (/^--as-of(=|$)/.test(word)) words.asOf = wordAfter(word, '--as-of')
    else if (/^--?[a-z]/i.test(word)) throw invalid(`不认识的选项“${word}”，${usage}`)
    else if (words.folder !== '') throw invalid(`只能给出一个文件夹或文件，多了“${word}”，${usage}`)
    else words.folder = word
  }
  if (words.folder === '') throw invalid(`请给出一个文件夹或文件，${usage}`)
  return words
}

async function check(path: string): Promise<Checked> {
  const { files, folder } = await readTexts(path, '政策文件')
  return checkPolicies(files, folder)
}

const told = ({ files, clauses, examples, flaws }: Checked) => ({ files, clauses, examples, flaws })

function report({ files, clauses, examples, flaws }: Checked): string {
  const lines = flaws.map(({ file, line, column, sentence }) => `${file}:${line}:${column} ${sentence}`)
  const counts = `${files} 个文件、${clauses} 条款、${examples} 个样例`
  return [...lines, flaws.length === 0 ? `${counts}，全部通过` : `${counts}，有 ${flaws.length} 处问题`, ''].join('\n')
}
