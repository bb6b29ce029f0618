/** Places by points, and grades by place: bounds of points, shares of the group, vetoes. */
import type { SubjectScore, VetoFound } from './result.ts'
import { type Grade, shareScale } from './scheme.ts'
import { percent, points as saidPoints } from './wording.ts'

export type Standing = Pick<SubjectScore, 'place' | 'grade' | 'gradeWhy'>
/** `settled`: nothing is open that bears on its grade beside its points. */
export type Ranked = { points: number | null; vetoes: readonly VetoFound[]; settled: boolean }

const open: Standing = { place: null, grade: null, gradeWhy: null }

/** In the order given. As long as anyone's points are open nobody has a place, as long as anything else is nobody has a grade. */
export function standings(subjects: readonly Ranked[], grades: readonly Grade[], decimals: number): Standing[] {
  const totals = subjects.flatMap(({ points }) => points ?? [])
  if (totals.length < subjects.length) return subjects.map(() => open)
  const places = totals.map((own) => 1 + totals.filter((other) => other > own).length)
  if (subjects.some(({ settled }) => !settled)) return places.map((place) => ({ ...open, place }))
  const given = gradesOf(subjects, places, grades)
  return places.map((place, at) => {
    const [grade, { points, vetoes }] = [given[at]!, subjects[at]!]
    return { place, grade: grades[grade]!.title, gradeWhy: why(grades, grade, points!, vetoes, subjects.length, decimals) }
  })
}

/** Equals are never parted: where a grade has no room for all of them it takes none of them, and nobody after them. */
function gradesOf(subjects: readonly Ranked[], places: readonly number[], grades: readonly Grade[]): number[] {
  const given = new Array<number>(subjects.length).fill(-1)
  const taken = grades.map(() => 0)
  const closed = grades.map(() => false)
  const best = subjects.map(({ points, vetoes }) =>
    Math.max(byPoints(grades, points!), ...vetoes.map((veto) => rank(grades, veto))),
  )
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    for (const [at, grade] of grades.entries()) {
      const eligible = subjects.flatMap((_, who) => (places[who] === place && given[who] === -1 && best[who]! <= at ? [who] : []))
      if (eligible.length === 0 || closed[at]) continue
      if (taken[at]! + eligible.length > room(grade, subjects.length)) closed[at] = true
      else {
        taken[at] = taken[at]! + eligible.length
        for (const who of eligible) given[who] = at
      }
    }
  }
  return given
}

/** The last grade takes everyone. */
function byPoints(grades: readonly Grade[], points: number): number {
  const at = grades.findIndex(({ from }) => points >= from)
  return at === -1 ? grades.length - 1 : at
}

const rank = (grades: readonly Grade[], { grade }: VetoFound) => grades.findIndex(({ title }) => title === grade)

const room = ({ atMost }: Grade, all: number) =>
  atMost === null ? Number.POSITIVE_INFINITY : Math.floor((atMost * all) / shareScale)

function why(
  grades: readonly Grade[],
  given: number,
  points: number,
  vetoes: readonly VetoFound[],
  all: number,
  decimals: number,
): string | null {
  const deserved = byPoints(grades, points)
  if (given === deserved) return null
  const said = `得分 ${saidPoints(points, decimals)} 分可评“${grades[deserved]!.title}”`
  const held = vetoes.filter((veto) => rank(grades, veto) > deserved).map(({ sentence }) => sentence)
  const lowest = Math.max(deserved, ...vetoes.map((veto) => rank(grades, veto)))
  const full = grades
    .slice(lowest, given)
    .map(
      (grade) => `“${grade.title}”不超过本组的 ${percent(grade.atMost!)}（${all} 个对象中最多 ${room(grade, all)} 个），名额不足`,
    )
  return [said, ...held, ...full].join('；')
}
