/** Parts of a district matched one by one say the same as the whole. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { match } from './match.ts'
import { matchRules } from './rules.ts'
import { anyNeed, district, today } from './samples.ts'
import { rulesForPart, together } from './together.ts'

it('a district matched building by building is the district matched at once', () => {
  const limited = fc.record({ offers: fc.constantFrom(3, 50), nearMisses: fc.constantFrom(2, 20) })
  fc.assert(
    fc.property(anyNeed, district(), limited, (need, units, limits) => {
      const rules = matchRules.parse({ limits })
      const parts = [...new Set(units.map(({ building }) => building))].map((name) =>
        units.filter(({ building }) => building === name),
      )
      const found = parts
        .map((part) => match(need, part, rulesForPart(rules, parts.length), today))
        .reduce((one, other) => together(one, other, rules))
      const whole = match(need, units, rules, today)
      const { excluded, ...rest } = found
      expect(rest).toEqual({ ...whole, excluded: undefined })
      expect(excluded.counts).toEqual(whole.excluded.counts)
      expect(new Set(excluded.units)).toEqual(new Set(whole.excluded.units))
    }),
  )
})
