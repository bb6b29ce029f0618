/**
 * The part of a published figure that is a subject's: of the month, the version and the day of knowledge it was published with.
 *
 * Nothing is read from the ledgers as they are today, and nothing that a publication would not tell (few enterprises).
 */
import type { Definition, Dimension } from '#engines/indicator/definition.ts'
import { plus } from '#engines/indicator/figure/rounding.ts'
import { figuresOf, viewOfMonth } from '#modules/indicator/figures.ts'
import { splitFor } from '#modules/indicator/told/disclose.ts'
import { digestOf, publicationsOf } from '#modules/indicator/told/publish.ts'
import { fewSentence } from '#modules/indicator/told/reader.ts'
import type { Ctx } from '#platform/context.ts'
import type { Part } from './part.ts'
import type { Published } from './source.ts'

type Asked = { code: string; reading: 'end' | 'growth'; unit: string }
export type Term = { from: string; until: string }
export type Frozen = { value: number | null; missing: string | null; source: Published }
type Publication = Awaited<ReturnType<typeof publicationsOf>>[number]
type Parts = { parts: Map<string, { value: number | null; hidden: boolean }>; digest: string }

/** Reads one appraisal's figures; each split is found once for all its subjects. */
export function reader(ctx: Ctx, definitions: readonly Definition[], { from, until }: Term) {
  const splits = new Map<string, Promise<Parts>>()
  const tellings = new Map<string, Promise<Publication[]>>()
  const published = (code: string) => once(tellings, code, () => publicationsOf(ctx, { code, upTo: ctx.today }))
  const split = (definition: Definition, { month, publishedOn }: Publication, by: Dimension) =>
    once(splits, `${definition.code} ${definition.version} ${month} ${publishedOn} ${by}`, async () => {
      const view = viewOfMonth(month, publishedOn)
      const [figure] = await figuresOf(ctx, [{ definition, view }])
      const parts = await splitFor(ctx, definition, view, by)
      const known = parts.map(({ part, value, hidden }) => [part, { value, hidden: hidden !== null }] as const)
      return { parts: new Map(known), digest: digestOf(definition, figure!) }
    })

  return async ({ code, reading, unit }: Asked, part: Part): Promise<Frozen> => {
    const all = await published(code)
    const end = all.find(({ month }) => month === until)
    const begin = reading === 'growth' ? all.find(({ month }) => month < from) : undefined
    const definition = definitions.find((one) => one.code === code && (!end || one.version === end.version))
    const found = definition && part.tried.find(([one]) => (definition.dimensions as readonly string[]).includes(one))
    const [by, id]: [Dimension | null, string] = found ? [found[0] as Dimension, found[1]] : [null, '']
    const source: Published = {
      ...{ is: 'published', code, name: definition?.name ?? code, version: definition?.version ?? 0, unit, reading },
      ...{ by: by ?? '', part: id, partName: part.name, end: null, base: null },
    }
    const lacking = (missing: string): Frozen => ({ value: null, missing, source })
    if (!definition) return lacking(`没有代码为“${code}”的指标`)
    if (!end) return lacking(`“${definition.name}” ${until} 的数据尚未公布`)
    if (reading === 'growth' && !begin) return lacking(`“${definition.name}”没有 ${from} 以前的公布数据，无法计算增量`)
    if (!by) return lacking(`“${definition.name}”的公布数据不能拆分到${part.name}`)
    if (definition.unit !== unit) return lacking(`“${definition.name}”以${definition.unit || '个'}计，办法以${unit}计`)

    const own = await partIn(definition, end, by, true)
    if ('missing' in own) return lacking(own.missing)
    source.end = tellingOf(end, own.value)
    if (!begin) return { value: own.value, missing: null, source }
    // Both ends are read by one meaning: what a revision added is no growth.
    const before = await partIn(definition, begin, by, begin.version === definition.version)
    if ('missing' in before) return lacking(before.missing)
    source.base = tellingOf(begin, before.value)
    return { value: plus(own.value, -before.value), missing: null, source }

    async function partIn(
      of: Definition,
      at: Publication,
      by: Dimension,
      proven: boolean,
    ): Promise<{ missing: string } | { value: number }> {
      const { parts, digest } = await split(of, at, by)
      if (at.figure.value === null) return { missing: `“${of.name}” ${at.month} 公布时无数：${at.figure.missing ?? '没有数据'}` }
      if (proven && digest !== at.digest) return { missing: `“${of.name}” ${at.month} 的公布数据与台账不符，请先更正公布数据` }
      const found = parts.get(id)
      if (found?.hidden) return { missing: fewSentence }
      if (!found && (of.form === 'amount' || of.form === 'increase')) return { value: 0 }
      return found?.value == null ? { missing: `“${of.name}” ${at.month} 没有${part.name}的数据` } : { value: found.value }
    }
  }
}

const tellingOf = ({ month, id, publishedOn, restatement, digest }: Publication, value: number) => ({
  ...{ month, publication: id, publishedOn, restatement, digest, value },
})

function once<T>(kept: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = kept.get(key) ?? find()
  kept.set(key, known)
  return known
}
