/** What is said of one fact as a share of another: so many more are needed, and on which assumption that is counted. */
import { beyondShare, missingOfFixed, missingOfGrowing } from '../../criteria/shortfall.ts'
import { scales } from '../fact.ts'
import type { Demand, Test } from '../policy.ts'
import { sayingOf, share } from '../wording.ts'
import { boundInWords, demanded, rangeInWords, type Saying } from './said.ts'
import { compare, sidesOf } from './sides.ts'
import type { Ground } from './test.ts'

export function sayingOfShare(
  { fact, over }: Demand,
  { lower, upper }: Extract<Test, { kind: 'range' }>,
  ground: Ground,
): Saying {
  const whole = over! // a share has a whole
  const [slot, wholeSlot] = [ground.layout.slot.get(fact)!, ground.layout.slot.get(whole)!]
  const [say, sayWhole] = [sayingOf(ground.fact(fact)), sayingOf(ground.fact(whole))]
  const sides = lower && sidesOf(ground.fact(fact), ground.fact(whole), lower)
  const { kind, partOf } = ground.fact(fact)
  const span = rangeInWords(share, lower, upper)
  return ({ row }, holds) => {
    const [part, of] = [row[slot] as number, row[wholeSlot] as number] // figures: unknown ones are not said
    if (holds)
      return { sentence: `${fact}占${whole} ${ratio(part, of, 'down')}（${say(part)}／${sayWhole(of)}），${span}`, gap: 0 }
    const standing = (way: 'down' | 'up') => `现 ${say(part)}，占${whole} ${sayWhole(of)}的 ${ratio(part, of, way)}`
    const side = sides ? compare(part, of, sides) : 1
    if (lower && (side < 0 || (side === 0 && !lower.inclusive))) {
      const fraction = lower.value / scales.share
      const moved = missingOfFixed(part, of, fraction, lower.inclusive)
      const grown = partOf === whole ? missingOfGrowing(part, of, fraction, lower.inclusive) : moved
      const gap = grown ?? moved
      const how = assumption(kind === 'count', partOf === whole, grown === null, whole, say(moved))
      return { sentence: `${fact}差 ${say(gap)}（${standing('down')}，需${demanded(share, lower)}；${how}）`, gap }
    }
    const gap = beyondShare(part, of, upper!.value / scales.share, upper!.inclusive)
    const needed = boundInWords(share, upper!, 'upper')
    return { sentence: `${fact}高出 ${say(gap)}（${standing('up')}，须${needed}；按${whole}不变计）`, gap }
  }
}

/** In hundredths of a percent, rounded away from the bound it fails, lest 2.999% be shown as 3%. */
function ratio(part: number, whole: number, way: 'down' | 'up'): string {
  const hundredths = part * 10_000
  if (part >= 0 && Number.isSafeInteger(hundredths)) {
    const parts = Math.floor(hundredths / whole)
    return share((way === 'down' || parts * whole === hundredths ? parts : parts + 1) * 100)
  }
  const [of, by] = [BigInt(part) * 10_000n, BigInt(whole)]
  const parts = of / by
  const exact = parts * by === of
  const negative = of < 0n
  const shown = exact ? parts : way === 'up' ? parts + (negative ? 0n : 1n) : parts - (negative ? 1n : 0n)
  return share(Number(shown) * 100)
}

/** Whoever is hired counts in the whole as well. */
function assumption(persons: boolean, inside: boolean, onlyWithin: boolean, whole: string, moved: string): string {
  if (!inside) return `按${whole}不变计`
  if (onlyWithin) return `按${whole}不变、内部调整计`
  return persons ? `按新招计，新招人员同时计入${whole}；由现有人员转任则差 ${moved}` : `按新增部分同时计入${whole}计`
}
