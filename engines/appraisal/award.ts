/** The reward fund shared out by the rule of the scheme, exact to the 分, every part with how it came about. */
import { money } from '../policy/wording.ts'
import type { Part } from './award/part.ts'
import { byPlaces } from './award/places.ts'
import { byPortions } from './award/portions.ts'
import type { Awarded, GroupResult, SubjectScore } from './result.ts'
import type { AwardRule } from './scheme.ts'

/** `pot` and what is given in 分. Whose grade is among the rule's is told, with what he gets, be it nothing. */
export function awardOf(rule: AwardRule, results: readonly GroupResult[], pot: number): Awarded {
  const groups = rule.groups.flatMap((code) => results.filter(({ group }) => group === code))
  const subjects = groups.flatMap((group) => group.subjects)
  const open = subjects.filter(({ points, place, grade }) => points === null || place === null || grade === null)
  if (open.length > 0) return { given: [], rest: pot, why: `还有 ${open.length} 个对象的考核结果未定，暂不分配` }
  const among = (subject: SubjectScore) => rule.grades.includes(subject.grade!)
  const eligible = subjects.filter(among)
  if (eligible.length === 0)
    return { given: [], rest: pot, why: `没有等次为${rule.grades.map((grade) => `“${grade}”`).join('、')}的对象` }
  const { way } = rule
  const parts = way.is === 'places' ? byPlaces(rule, way.amounts, groups, among, pot) : byPortions(rule, eligible, pot)
  const rest = pot - parts.reduce((sum, { amount }) => sum + amount, 0)
  const given = parts.map(({ subject, amount, steps }) => ({ id: subject.id, amount, steps }))
  return { given, rest, why: rest === 0 ? null : `${whyLeft(rule, parts)}，结余 ${money(rest)}` }
}

function whyLeft({ way, cap }: AwardRule, parts: readonly Part[]): string {
  if (way.is === 'places') return '各名次的定额之外'
  return parts.every(({ amount }) => amount === cap) ? '各对象均已达上限' : '得分高于 0 的对象均已达上限或没有这样的对象'
}
