/** Made-up schemes and subjects for the tests of scoring: the scheme of the reader's sample, and what is told of a subject. */

import { sample } from '../read/sample.ts'
import { readScheme } from '../read/scheme.ts'
import type { Item, Scheme, Scoring, Subject } from '../scheme.ts'

export function schemeOf(text = sample): Scheme {
  const { scheme, flaws } = readScheme(text)
  if (scheme === null) throw new Error(flaws.map(({ line, sentence }) => `${line}: ${sentence}`).join('\n'))
  return scheme
}

export type Told = Partial<{
  values: Record<string, number | null>
  targets: Record<string, number>
  experts: Record<string, number[]>
  exempt: Record<string, string>
}>

export function subject(id: string, { values = {}, targets = {}, experts = {}, exempt = {} }: Told = {}): Subject {
  const told = Object.entries(values).map(([code, value]) => [
    code,
    { value, source: '测试台账', missing: value === null ? '当月未发布' : null },
  ])
  return { id, name: `对象${id}`, data: { values: Object.fromEntries(told), targets, experts, exempt } }
}

/** A scheme of one item of a hundred points. */
export function single(scoring: Scoring, more: Partial<Scheme> = {}, target: Item['target'] = null): Scheme {
  const scheme = schemeOf()
  const [group] = scheme.groups
  const item: Item = {
    code: 'it',
    title: '指标',
    article: '第一条',
    weight: 1_000_000,
    unit: '家',
    source: { is: 'indicator', code: 'new-enterprises', reading: 'growth' },
    target,
    scoring,
    line: 1,
    column: 1,
  }
  return { ...scheme, ...more, groups: [{ ...group!, items: [item], extras: [], vetoes: [] }] }
}
