/** Made-up groups for the properties of scoring: the sample's scheme in other settings, and subjects with whatever data. */
import fc from 'fast-check'
import type { Scheme, Subject } from '../scheme.ts'
import { schemeOf, subject, type Told } from './scheme.ts'

const base = schemeOf()

export const schemes: fc.Arbitrary<Scheme> = fc
  .record({
    decimals: fc.integer({ min: 0, max: 4 }),
    missing: fc.constantFrom('pending' as const, 'zero' as const),
    exempt: fc.constantFrom('spread' as const, 'full' as const),
    cap: fc.constantFrom(800_000, 1_000_000, 1_200_000),
    shares: fc.constantFrom(null, [1_000_000, 700_000], [900_000]),
    better: fc.constantFrom('more' as const, 'less' as const),
  })
  .map(({ cap, shares, better, ...settings }) => ({
    ...base,
    ...settings,
    groups: base.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => {
        if (item.scoring.is === 'completion') return { ...item, scoring: { ...item.scoring, cap } }
        return item.scoring.is === 'ranking' ? { ...item, scoring: { ...item.scoring, shares, better } } : item
      }),
    })),
  }))

/** At most six decimals, few enough values that some are equal. */
const value = fc.oneof(
  fc.integer({ min: -2, max: 40 }),
  fc.integer({ min: 0, max: 20_000_000 }).map((millionths) => millionths / 1_000_000),
)
const expert = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2)

/** `whole`: nothing is missing, and everything concerns everyone. */
function told(whole: boolean): fc.Arbitrary<Told> {
  const maybe = <T>(one: fc.Arbitrary<T>) => (whole ? one : fc.option(one, { freq: 8 }))
  const codes = ['area', 'firms', 'late', 'visits', 'practice', 'overdue', 'red']
  return fc
    .record({
      values: fc.record(Object.fromEntries(codes.map((code) => [code, maybe(value)]))),
      target: maybe(fc.integer({ min: 1, max: 30 })),
      mechanism: fc.array(expert, { minLength: whole ? 1 : 0, maxLength: 7 }),
      exempt: fc.subarray(whole ? [] : ['area', 'firms', 'late', 'visits', 'mechanism']),
    })
    .map(({ values, target, mechanism, exempt }) => ({
      values,
      targets: Object.fromEntries(target === null ? [] : [['area', target]]),
      experts: { mechanism },
      exempt: Object.fromEntries(exempt.map((code) => [code, '不涉及'])),
    }))
}

const numbered = (whole: boolean, minLength: number): fc.Arbitrary<Subject[]> =>
  fc.array(told(whole), { minLength, maxLength: 8 }).map((all) => all.map((one, at) => subject(String(at), one)))

export const anySubjects = numbered(false, 0)
export const wholeSubjects = numbered(true, 1)
