/** Steps of an amount (分档, 晋级补差): by a figure from bound to bound, by a text from word to word, always upwards. */
import type { Node } from 'yaml'
import type { Fact } from '../fact.ts'
import type { Mechanism, Rung } from '../policy.ts'
import { readBound, readWords } from './asked.ts'
import type { Reading } from './reading.ts'
import { isNumberKind } from './value.ts'

export function readLadder(reading: Reading, place: Node, is: 'tier' | 'ladder'): Mechanism | null {
  const { source } = reading
  const fields = source.fields(place, is === 'tier' ? '分档' : '晋级补差', ['按', '档'])
  const fact = reading.fact(fields?.按, '按')
  if (!fields || !fact) return null
  const byFigure = isNumberKind(fact.kind)
  if (!byFigure && fact.kind !== 'text') return source.blame(fields.按!, `不能按“${fact.title}”分档，只能按数或文字`)
  const rungs: Rung[] = []
  for (const item of source.items(fields.档, '档')) {
    const rung = byFigure ? readStep(reading, item, fact) : readWordStep(reading, item, fact)
    const fault = rung && (faultOf(rung, rungs.at(-1), byFigure || is === 'ladder') ?? repeated(rung, rungs))
    if (fault) source.blame(item, fault)
    if (rung) rungs.push(rung)
  }
  return { is, fact: fact.title, rungs }
}

function readStep(reading: Reading, item: Node, fact: Fact): Rung | null {
  const { source } = reading
  const fields = source.fields(item, '档', ['金额'], ['名称', '不低于', '高于'])
  const amount = reading.money(fields?.金额, '金额')
  if (!fields || amount === null || !isNumberKind(fact.kind)) return null
  if (fields.不低于 && fields.高于) return source.blame(fields.高于, '“不低于”与“高于”不能并用')
  const key = fields.不低于 ? '不低于' : '高于'
  if (!fields[key]) return source.blame(item, '档缺少“不低于”或“高于”')
  const lower = readBound(reading, fields, key, { ...fact, kind: fact.kind })
  const title = source.text(fields.名称, '名称') ?? `${fact.title}${key} ${source.text(fields[key], key)}`
  return lower && { title, lower, values: null, amount }
}

function readWordStep(reading: Reading, item: Node, fact: Fact): Rung | null {
  const { source } = reading
  const fields = source.fields(item, '档', ['为', '金额'], ['名称'])
  const amount = reading.money(fields?.金额, '金额')
  if (!fields || amount === null) return null
  const values = readWords(reading, fields.为, '为', fact)
  const title = source.text(fields.名称, '名称') ?? values.join('、')
  return values.length > 0 ? { title, lower: null, values, amount } : null
}

/** A step is above the one before it, in what it asks and in what it gives. */
function faultOf({ lower, amount }: Rung, before: Rung | undefined, rising: boolean): string | null {
  if (!before) return null
  if (lower && before.lower) {
    const higher = lower.value - before.lower.value || Number(before.lower.inclusive) - Number(lower.inclusive)
    if (higher <= 0) return `这一档的界限应高于前一档“${before.title}”`
  }
  return rising && amount <= before.amount ? `这一档的金额应高于前一档“${before.title}”` : null
}

function repeated({ values }: Rung, before: readonly Rung[]): string | null {
  const word = values?.find((one) => before.some((rung) => rung.values?.includes(one)))
  return word === undefined ? null : `“${word}”已在前面的一档中`
}
