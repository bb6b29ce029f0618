/** The weight each item has for a subject once those that do not concern it have given theirs away. */
import { apportion } from './apportion.ts'
import { fraction } from './exact.ts'
import type { Group, Scheme, Subject } from './scheme.ts'

/** By code of item; they add up to what all items weigh, in the digits the scheme counts in, so that full marks are a full hundred. */
export function weightsOf({ exempt, decimals }: Scheme, { items }: Group, { data }: Subject): ReadonlyMap<string, number> {
  const own = new Map(items.map(({ code, weight }) => [code, weight]))
  const concerned = items.filter(({ code }) => data.exempt[code] === undefined)
  if (exempt === 'full' || concerned.length === items.length) return own
  const finest = 10 ** (4 - decimals)
  const sum = (some: Group['items']) => some.reduce((all, { weight }) => all + weight, 0)
  const [all, left] = [sum(items), sum(concerned)]
  const parts = apportion(
    BigInt(all / finest),
    concerned.map(({ weight }) => fraction(BigInt(all) * BigInt(weight), BigInt(left) * BigInt(finest))),
  )
  const spread = new Map(concerned.map(({ code }, at) => [code, Number(parts[at]!) * finest]))
  return new Map(items.map(({ code }) => [code, spread.get(code) ?? 0]))
}
