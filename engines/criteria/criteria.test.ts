/** The criteria the product ships: every file reads without a flaw, every worked example comes out as it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scaleRules } from '../enterprise/size.ts'
import { facts, factTitled } from './facts.ts'
import { judge } from './judge.ts'
import { readSchemes } from './read.ts'
import { inForce } from './scheme.ts'

const folder = new URL('../../seed/criteria/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const files = names.map((name) => ({ name, ...readSchemes(readFileSync(new URL(name, folder), 'utf8')) }))
const schemes = files.flatMap((file) => file.schemes)

describe('the files of criteria', () => {
  it.each(files)('$name has no flaw', ({ name, flaws, schemes, examples }) => {
    expect(flaws).toEqual([])
    expect(schemes.length).toBeGreaterThan(0)
    expect(examples.length).toBeGreaterThan(0)
    expect(schemes[0]!.code).toBe(name.replace('.yaml', ''))
  })

  const examples = files.flatMap(({ name, examples }) => examples.map((example) => ({ name, ...example })))
  it.each(examples)('$name: $title', ({ code, facts, day, verdict, lacking }) => {
    const [scheme] = inForce(schemes, day).filter((one) => one.code === code)
    const judgement = judge(scheme!, facts, day)
    expect(judgement.verdict, judgement.sentence).toBe(verdict)
    if (lacking) expect(judgement.lacking).toEqual(lacking)
  })

  it('have one scheme for each rank of a ladder', () => {
    const ranks = inForce(schemes, '2024-06-30').flatMap(({ ladder }) => (ladder ? [`${ladder.name} ${ladder.rank}`] : []))
    expect(new Set(ranks).size).toBe(ranks.length)
    expect(ranks.length).toBe(6)
  })

  it('draw the line of 规模以上 where the size rule does', () => {
    const demand = schemes.find(({ code }) => code === 'above-scale')!.criteria.find(({ title }) => title === '年营业收入')
    expect(demand).toMatchObject({ test: { lower: { value: scaleRules[0]!.revenue } } })
  })
})

describe('the vocabulary of facts', () => {
  it('has a title for each fact alone', () => expect(factTitled.size).toBe(Object.keys(facts).length))
  it('names wholes that exist', () => {
    const wholes = Object.values(facts).flatMap(({ partOf }) => partOf ?? [])
    expect(wholes.filter((whole) => !(whole in facts))).toEqual([])
  })
})
