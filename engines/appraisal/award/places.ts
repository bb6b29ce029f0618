/** Fixed sums by place within each group; equals share what their places have together. */
import { money } from '../../policy/wording.ts'
import { apportion } from '../apportion.ts'
import { fraction } from '../exact.ts'
import type { GroupResult, SubjectScore } from '../result.ts'
import type { AwardRule } from '../scheme.ts'
import { byPlaceThenId, type Part } from './part.ts'

/** The sum of a place whose holder is not `among` those rewarded stays in the pot. */
export function byPlaces(
  { cap }: AwardRule,
  amounts: readonly number[],
  groups: readonly GroupResult[],
  among: (subject: SubjectScore) => boolean,
  pot: number,
): Part[] {
  const all = groups.flatMap((group) => placesOf(group, amounts))
  const parts = all.filter(({ subject }) => among(subject)).map((part) => capped(part, cap))
  const wanted = parts.reduce((sum, { amount }) => sum + amount, 0)
  return wanted > pot ? reduced(parts, wanted, pot) : parts
}

function placesOf({ subjects }: GroupResult, amounts: readonly number[]): Part[] {
  const ordered = [...subjects].sort(byPlaceThenId)
  return [...new Set(ordered.map(({ place }) => place!))].flatMap((place) => {
    const equals = ordered.filter((subject) => subject.place === place)
    const last = place + equals.length - 1
    const sums = amounts.slice(place - 1, last)
    const together = sums.reduce((sum, amount) => sum + amount, 0)
    const parts = apportion(
      BigInt(together),
      equals.map(() => fraction(together, equals.length)),
    )
    const sentence =
      sums.length === 0
        ? `第 ${place} 名，不在奖励名次之内`
        : equals.length === 1
          ? `第 ${place} 名，奖励 ${money(together)}`
          : `并列第 ${place} 名共 ${equals.length} 个，第 ${place} 至第 ${last} 名的奖励合计 ${money(together)}，平均分配`
    return equals.map((subject, at) => {
      const amount = Number(parts[at]!)
      const own = equals.length > 1 && together > 0 ? `${sentence}，得 ${money(amount)}` : sentence
      return { subject, amount, steps: [{ sentence: own }] }
    })
  })
}

function capped(part: Part, cap: number | null): Part {
  if (cap === null || part.amount <= cap) return part
  return { ...part, amount: cap, steps: [...part.steps, { sentence: `超过单个对象上限，按 ${money(cap)}计` }] }
}

/** The sums promised are more than there is. */
function reduced(parts: readonly Part[], wanted: number, pot: number): Part[] {
  const ordered = [...parts].sort((a, b) => byPlaceThenId(a.subject, b.subject))
  const left = apportion(
    BigInt(pot),
    ordered.map(({ amount }) => fraction(BigInt(amount) * BigInt(pot), wanted)),
  )
  const amounts = new Map(ordered.map((part, at) => [part, Number(left[at]!)]))
  return parts.map((part) => {
    const amount = amounts.get(part)!
    const sentence = `各名次奖励合计 ${money(wanted)}，超过资金 ${money(pot)}，按比例压减为 ${money(amount)}`
    return part.amount === 0 ? part : { ...part, amount, steps: [...part.steps, { sentence }] }
  })
}
