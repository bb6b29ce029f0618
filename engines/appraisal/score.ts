/** The appraisal of a group: every subject's points with their steps, places, grades, and what would bring more. */
import { type Entry, entryOf } from './entry.ts'
import { type ExtraMark, extraOf } from './extra.ts'
import { markOf } from './item.ts'
import type { ExtraScore, GroupResult, ItemScore, SubjectScore } from './result.ts'
import type { Extra, Group, Scheme, Subject } from './scheme.ts'
import type { Mark } from './scoring/mark.ts'
import { type Ranked, standings } from './standing.ts'
import { vetoOf } from './veto.ts'
import { weightsOf } from './weights.ts'
import { points as saidPoints } from './wording.ts'

/** The order of the subjects makes no difference. */
export function scoreGroup(scheme: Scheme, code: string, subjects: readonly Subject[]): GroupResult {
  const group = scheme.groups.find((one) => one.code === code)
  if (!group) throw new Error(`${scheme.code} has no group ${code}`)
  const ordered = [...subjects].sort(byName)
  const columns = columnsOf(scheme, group, ordered)
  const drafts = ordered.map((subject, at) =>
    draftOf(
      scheme,
      group,
      subject,
      columns.map((column) => column[at]!),
    ),
  )
  const places = standings(drafts, group.grades, scheme.decimals)
  return {
    group: code,
    subjects: drafts.map(({ score }, at) => ({ ...score, ...places[at]! })).sort(byPlace),
    missing: drafts.flatMap(({ missing }) => missing),
  }
}

type Named = { name: string; id: string }
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Named, b: Named) => before(a.name, b.name) || before(a.id, b.id)
const byPlace = (a: SubjectScore, b: SubjectScore) =>
  (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || byName(a, b)

type Marked<Score> = { score: Score; mark: Mark; missing: string | null }

/** Item by item, as places among the group need all subjects at once. */
function columnsOf(scheme: Scheme, group: Group, subjects: readonly Subject[]): Marked<ItemScore>[][] {
  const weights = subjects.map((subject) => weightsOf(scheme, group, subject))
  return group.items.map((item) => {
    const entries = subjects.map((subject, at) => entryOf(scheme, item, subject, weights[at]!.get(item.code)!))
    const field = entries.filter(({ exempt }) => exempt === null)
    return entries.map((entry) => {
      const mark = markOf(scheme, entry, field)
      return { score: itemScore(entry, mark), mark, missing: entry.waits ?? entry.absent }
    })
  })
}

const itemScore = ({ item, weight, value, aim, exempt }: Entry, { place, points, steps }: Mark): ItemScore => ({
  code: item.code,
  title: item.title,
  weight,
  value,
  target: aim,
  place,
  points,
  exempt,
  steps,
})

type Draft = Ranked & { score: Omit<SubjectScore, 'place' | 'grade' | 'gradeWhy'>; missing: readonly string[] }

function draftOf(scheme: Scheme, group: Group, subject: Subject, items: readonly Marked<ItemScore>[]): Draft {
  const extras = group.extras.map((extra) => extraScore(extra, extraOf(scheme, extra, subject)))
  const vetoes = group.vetoes.map((veto) => ({ title: veto.title, ...vetoOf(scheme, veto, subject) }))
  const found = vetoes.flatMap((veto) => veto.found ?? [])
  const marks = [...items, ...extras]
  const nobody = scheme.exempt === 'spread' && items.every(({ score }) => score.exempt !== null)
  const points = nobody ? null : total(marks.map(({ mark }) => mark.points))
  const score = {
    id: subject.id,
    name: subject.name,
    items: items.map((item) => item.score),
    extras: extras.map((extra) => extra.score),
    vetoes: found,
    points,
    least: sum(marks.map(({ mark }) => mark.least)),
    most: sum(marks.map(({ mark }) => mark.most)),
    lacks: lacksOf(marks, scheme.decimals),
  }
  const told = [
    ...marks.map((one) => ({ title: one.score.title, missing: one.missing })),
    ...vetoes,
    { title: '全部项目', missing: nobody ? '均不适用，无法计分' : null },
  ]
  const missing = told.flatMap((one) => (one.missing === null ? [] : [`${subject.name}“${one.title}”：${one.missing}`]))
  return { score, points, vetoes: found, settled: vetoes.every(({ waits }) => !waits), missing }
}

const extraScore = ({ code, title }: Extra, { missing, ...mark }: ExtraMark): Marked<ExtraScore> => ({
  score: { code, title, points: mark.points, steps: mark.steps },
  mark,
  missing,
})

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)
const total = (all: readonly (number | null)[]): number | null => {
  const known = all.flatMap((one) => one ?? [])
  return known.length === all.length ? sum(known) : null
}

/** What brings most comes first. */
function lacksOf(marks: readonly Marked<{ code: string; title: string }>[], decimals: number): SubjectScore['lacks'] {
  return marks
    .flatMap(({ score, mark: { points, least, full, more } }) => {
      const gain = full - (points ?? least)
      if (more === null || gain <= 0) return []
      return [{ code: score.code, points: gain, sentence: `${score.title}：${more}可再得 ${saidPoints(gain, decimals)} 分` }]
    })
    .sort((a, b) => b.points - a.points)
}
