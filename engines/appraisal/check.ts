/** Files of schemes held against themselves: each is read, its worked examples are scored, and all of them are held against one another. */
import { money } from '../policy/wording.ts'
import type { Flaw } from '../text/source.ts'
import { awardOf } from './award.ts'
import { readScheme } from './read/scheme.ts'
import type { Example, Scheme } from './scheme.ts'
import { scoreGroup } from './score.ts'
import { points } from './wording.ts'

/** Nothing is taken from a file with a flaw, neither of form nor of an example that comes out otherwise. */
export function checkScheme(text: string, indicators: readonly string[] | null = null): { scheme: Scheme | null; flaws: Flaw[] } {
  const { scheme, flaws } = readScheme(text, indicators)
  const all = scheme ? scheme.examples.flatMap((example) => failed(scheme, example)) : flaws
  return { scheme: all.length === 0 ? scheme : null, flaws: all }
}

function failed(scheme: Scheme, example: Example): Flaw[] {
  const subjects = example.subjects.map(({ name, data }) => ({ id: name, name, data }))
  const result = scoreGroup(scheme, example.group, subjects)
  const awarded = scheme.award && example.pot !== null ? awardOf(scheme.award, [result], example.pot) : null
  return example.subjects.flatMap((wanted) => {
    const found = result.subjects.find(({ id }) => id === wanted.name)!
    const amount = awarded?.given.find(({ id }) => id === wanted.name)?.amount ?? 0
    const told = [
      ...differs('得分', wanted.score, found.points, (value) => ` ${points(value, scheme.decimals)} 分`, result.missing[0]),
      ...differs('名次', wanted.place, found.place, (value) => `第 ${value} 名`, result.missing[0]),
      ...differs('等次', wanted.grade, found.grade, (value) => `“${value}”`, found.gradeWhy ?? result.missing[0]),
      ...differs('奖励', wanted.award, amount, (value) => ` ${money(value)}`, awarded?.why),
    ]
    const where = `样例“${example.title}”中“${wanted.name}”的`
    return told.map((sentence) => ({ line: example.line, column: example.column, sentence: where + sentence }))
  })
}

type Said = string | null | undefined
function differs<T>(what: string, wanted: T | null, found: T | null, say: (value: T) => string, why: Said): string[] {
  if (wanted === null || wanted === found) return []
  return [`${what}应为${say(wanted)}，算得${found === null ? '未定' : say(found)}${why ? `（${why}）` : ''}`]
}

export type SchemeFile = { name: string; text: string }
export type Checked = { schemes: Scheme[]; files: number; items: number; examples: number; flaws: (Flaw & { file: string })[] }

/** Several files; each scheme has a code of its own. */
export function checkSchemes(files: readonly SchemeFile[], indicators: readonly string[] | null = null): Checked {
  const read = files.map(({ name, text }) => ({ name, ...checkScheme(text, indicators) }))
  const schemes = read.flatMap(({ scheme }) => scheme ?? [])
  const flaws = read.flatMap(({ name, scheme, flaws }, at) => {
    const twice = read.slice(0, at).find((other) => scheme && other.scheme?.code === scheme.code)
    const again = twice ? [{ line: 1, column: 1, sentence: `考核办法代码“${scheme!.code}”已用于 ${twice.name}` }] : []
    return [...flaws, ...again].map((flaw) => ({ file: name, ...flaw }))
  })
  const items = schemes.flatMap(({ groups }) => groups.flatMap((group) => group.items)).length
  const examples = schemes.flatMap((scheme) => scheme.examples).length
  return { schemes, files: files.length, items, examples, flaws }
}
