/** Reports handed in by their units and reviewed by the office: one scene for each person and day. */
import { and, eq, lt, lte } from 'drizzle-orm'
import { reportDueOn } from '#modules/work/months.ts'
import { reports } from '#modules/work/tables.ts'
import type { Actor, Db } from '#platform/context.ts'
import { actorNamed, actorOf, orgId, reporterOf } from '#seed/cast.ts'
import type { Scene } from '#seed/stage.ts'
import type { Facts } from './facts.ts'
import { reviewDays, type Sheet } from './reports.ts'
import { together } from './together.ts'

export function reportScenes({ region, until }: Facts, all: Sheet[]): Scene[] {
  const actorFor = (unit: string, day: string) => actorOf(reporterOf(unit, day), region)
  const sent = [...together(all, ({ unit, submittedOn, unchanged }) => `${unit} ${submittedOn} ${unchanged}`).values()].map(
    (own): Scene => {
      const { unit, submittedOn: day, unchanged } = own[0]!
      const actor = actorFor(unit, day)
      const action = unchanged ? 'work/confirmUnchanged' : 'work/handleReport'
      return { day, hour: unchanged ? 9 : 10, actor, action, work: ({ db }) => submit(db, own, actor) }
    },
  )
  const again = all.flatMap((sheet): Scene[] => {
    if (!sheet.returned || sheet.returned.again > until) return []
    const { unit, returned } = sheet
    const actor = actorFor(unit, returned.again)
    return [
      { day: returned.again, hour: 14, actor, action: 'work/handleReport', work: ({ db }) => submitAgain(db, sheet, actor) },
    ]
  })
  return [...sent, ...again, ...reviewScenes(region, until, all)]
}

function submit(db: Db, own: Sheet[], actor: Actor) {
  return db.insert(reports).values(
    own.map(({ key, month, progress, problems, next, unchanged, submittedOn }) => ({
      task: key,
      org: actor.org!,
      month,
      status: 'submitted' as const,
      unchanged,
      progress,
      problems,
      next,
      submittedOn,
      submittedBy: actor.name,
      reviewedOn: null,
      opinion: null,
    })),
  )
}

const rowOf = ({ key, month }: Sheet, org: string) => and(eq(reports.task, key), eq(reports.org, org), eq(reports.month, month))

const submitAgain = (db: Db, sheet: Sheet, actor: Actor) =>
  db
    .update(reports)
    .set({
      status: 'submitted',
      progress: `${sheet.progress}${sheet.returned!.added}`,
      submittedOn: sheet.returned!.again,
      submittedBy: actor.name,
      reviewedOn: null,
      opinion: null,
    })
    .where(rowOf(sheet, actor.org!))

/** First what is returned or commented on, then all that came before the last day; a second time everything that lies there. */
function reviewScenes(region: string, until: string, all: Sheet[]): Scene[] {
  return [...together(all, ({ month }) => month)].flatMap(([month, own]): Scene[] => {
    const { first, second } = reviewDays(month)
    const noted = own.filter(({ returned, opinion, submittedOn }) => (returned || opinion) && submittedOn <= first)
    const reviews = [
      { day: first, comments: noted, before: reportDueOn(month) },
      { day: second, comments: [], before: second },
    ]
    return reviews
      .filter(({ day }) => day <= until)
      .map(({ day, comments, before }) => ({
        day,
        hour: 16,
        actor: actorNamed(Number(day.slice(8)) % 2 ? '周科' : '小何', region),
        action: 'work/handleReport',
        work: async ({ db }) => {
          for (const sheet of comments) await comment(db, sheet, orgId(sheet.unit, region), day)
          await db
            .update(reports)
            .set({ status: 'accepted', reviewedOn: day })
            .where(and(lte(reports.month, month), lt(reports.submittedOn, before), eq(reports.status, 'submitted')))
        },
      }))
  })
}

const comment = (db: Db, sheet: Sheet, org: string, day: string) =>
  db
    .update(reports)
    .set({
      status: sheet.returned ? 'returned' : 'accepted',
      reviewedOn: day,
      opinion: sheet.returned?.opinion ?? sheet.opinion,
    })
    .where(rowOf(sheet, org))
