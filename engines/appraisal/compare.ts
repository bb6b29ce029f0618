/** What if: the same data under another scheme — who moves in place, points, grade and reward, and by which items. */
import { money } from '../policy/wording.ts'
import { awardOf } from './award.ts'
import type { GroupResult, SubjectScore } from './result.ts'
import type { Scheme, Subject } from './scheme.ts'
import { scoreGroup } from './score.ts'
import { points as said } from './wording.ts'

export type Standing = { points: number | null; place: number | null; grade: string | null; award: number | null }
/** Points an item, bonus or deduction gives; null where the scheme does not have it or it is open. */
export type ItemMoved = { code: string; title: string; before: number | null; after: number | null }
export type SubjectMoved = {
  id: string
  name: string
  before: Standing
  after: Standing
  /** Whether anything of its standing is another. */
  moved: boolean
  /** What made it so, the greatest difference first. */
  items: readonly ItemMoved[]
  sentence: string
}
export type Moved = { group: string; subjects: readonly SubjectMoved[] }

/** `pot`: what this group has to share (分), where rewards are to be compared as well. In the order of places after. */
export function whatIf(
  before: Scheme,
  after: Scheme,
  group: string,
  subjects: readonly Subject[],
  pot: number | null = null,
): Moved {
  const [was, is] = [scoreGroup(before, group, subjects), scoreGroup(after, group, subjects)]
  const [had, has] = [awardsOf(before, was, pot), awardsOf(after, is, pot)]
  const former = new Map(was.subjects.map((subject) => [subject.id, subject]))
  return {
    group,
    subjects: is.subjects.map((subject) => {
      const old = former.get(subject.id)!
      return movedOf(old, subject, standing(old, had), standing(subject, has), Math.max(before.decimals, after.decimals))
    }),
  }
}

type Awards = ReadonlyMap<string, number> | null

function awardsOf({ award }: Scheme, result: GroupResult, pot: number | null): Awards {
  if (award === null || pot === null || !award.groups.includes(result.group)) return null
  if (result.subjects.some(({ grade }) => grade === null)) return null
  return new Map(awardOf(award, [result], pot).given.map(({ id, amount }) => [id, amount]))
}

/** Who is not among those rewarded gets nothing. */
const standing = ({ id, points, place, grade }: SubjectScore, awards: Awards): Standing => ({
  points,
  place,
  grade,
  award: awards === null ? null : (awards.get(id) ?? 0),
})

function movedOf(old: SubjectScore, subject: SubjectScore, before: Standing, after: Standing, decimals: number): SubjectMoved {
  const items = itemsMoved(old, subject)
  const told = changes(before, after, decimals)
  const by = items.slice(0, 3).map((item) => byItem(item, decimals))
  const reason = by.length > 0 ? `；主要因${by.join('、')}` : ''
  const sentence = `${subject.name}：${told.length === 0 ? '没有变化' : `${told.join('，')}${reason}`}`
  return { id: subject.id, name: subject.name, before, after, moved: told.length > 0, items, sentence }
}

function itemsMoved(old: SubjectScore, subject: SubjectScore): ItemMoved[] {
  const [was, is] = [partsOf(old), partsOf(subject)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((code) => ({
      code,
      title: (is.get(code) ?? was.get(code)!).title,
      before: was.get(code)?.points ?? null,
      after: is.get(code)?.points ?? null,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)))
}

const partsOf = ({ items, extras }: SubjectScore) => new Map([...items, ...extras].map((part) => [part.code, part]))

const differenceOf = ({ before, after }: ItemMoved) => (after ?? 0) - (before ?? 0)

function byItem(item: ItemMoved, decimals: number): string {
  if (item.after === null) return `“${item.title}”不再计分或待补`
  const difference = differenceOf(item)
  return `“${item.title}”${difference < 0 ? '－' : '＋'}${said(Math.abs(difference), decimals)} 分`
}

function changes(before: Standing, after: Standing, decimals: number): string[] {
  const change = <T>(old: T | null, now: T | null, say: (value: T) => string): string[] => {
    const words = (value: T | null) => (value === null ? '未定' : say(value))
    return old === now ? [] : [`${words(old)}→${words(now)}`]
  }
  return [
    ...change(before.place, after.place, (place) => `第 ${place} 名`),
    ...change(before.points, after.points, (points) => `${said(points, decimals)} 分`),
    ...change(before.grade, after.grade, (grade) => `“${grade}”`),
    ...change(before.award, after.award, (award) => `奖励 ${money(award)}`),
  ]
}
