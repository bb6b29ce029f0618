/** Reports come in and are accepted, day by day; what is still open when the demo opens lies where it lies. */
import { eq, inArray } from 'drizzle-orm'
import { filings } from '#modules/filing/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from '#seed/cast.ts'
import { together } from '#seed/history/together.ts'
import type { Scene } from '#seed/stage.ts'
import { endOf } from '../calendar.ts'
import { claimedOn } from '../files/adoptions.ts'
import { keeperOf } from '../firms/places.ts'
import { placeOn } from '../firms/stretches.ts'
import { addRows } from '../rows.ts'
import { type FilingRow, reportId, rowOf, type Standing } from './report-rows.ts'
import type { Report } from './reports.ts'

/** From then on reports are kept on the screen; the office takes over what came before in one go. */
const takenOverOn = '2022-11-07'
const takenOver = ({ schedule }: Report) => schedule.decidedOn < takenOverOn

export function reportScenes(reports: Report[], region: string, until: string): Scene[] {
  const own = reports.filter(isAccount)
  const others = reports.filter((report) => !isAccount(report))
  const accepted = others.filter(({ schedule }) => schedule.decidedOn <= until)
  const onScreen = accepted.filter((report) => !takenOver(report))
  return [
    { day: takenOverOn, hour: 14, ...accepting(accepted.filter(takenOver), region) },
    ...acceptScenes(
      onScreen.filter(({ revision }) => revision === 1),
      region,
    ),
    ...correctScenes(
      onScreen.filter(({ revision }) => revision === 2),
      region,
    ),
    ...openScenes(
      others.filter(({ schedule }) => schedule.decidedOn > until),
      region,
      until,
    ),
    ...accountScenes(own, region),
  ]
}

/** Its people sign in since it claimed its file. */
const isAccount = ({ firm: { special }, schedule }: Report) => special?.claimed === true && schedule.submittedOn > claimedOn
const checkerOf = ({ firm, month }: Report, region: string) => actorNamed(keeperOf(placeOn(firm, endOf(month))), region)

/** Lists of what the checkers accepted come to the office. */
const accepting = (own: Report[], region: string): Pick<Scene, 'actor' | 'action' | 'work'> => ({
  actor: actorNamed('小何', region),
  action: 'intake/commit',
  work: (ctx) => addReports(ctx, own, 'accepted'),
})

const acceptScenes = (own: Report[], region: string): Scene[] =>
  [...together(own, decidedOn)].map(([day, of]) => ({ day, hour: 16, ...accepting(of, region) }))

/** The accepted correction takes the place of the report before. */
const correctScenes = (own: Report[], region: string): Scene[] =>
  [...together(own, decidedOn)].map(([day, of]) => ({
    day,
    hour: 15,
    actor: actorNamed('小何', region),
    action: 'filing/accept',
    work: async (ctx) => {
      const before = of.map((report) => reportId({ ...report, revision: 1 }, region))
      await ctx.db.update(filings).set({ knownUntil: day }).where(inArray(filings.id, before))
      await addReports(ctx, of, 'accepted')
    },
  }))
const decidedOn = ({ schedule }: Report) => schedule.decidedOn

const addReports = (ctx: Ctx, of: Report[], status: Standing) =>
  addRows(
    ctx,
    filings,
    of.map((report) => rowOf(report, status, ctx.actor.region)),
  )

type Open = { report: Report; status: Standing; day: string; action: string }

function openOn(report: Report, until: string): Open[] {
  const { begunOn, submittedOn, returned } = report.schedule
  if (returned && returned.on <= until) return [{ report, status: 'returned', day: returned.on, action: 'filing/sendBack' }]
  if (submittedOn <= until) return [{ report, status: 'submitted', day: submittedOn, action: 'filing/submit' }]
  return begunOn && begunOn <= until ? [{ report, status: 'draft', day: begunOn, action: 'filing/save' }] : []
}

/** Begun, handed in or sent back by then, each by the unit that keeps the enterprise. */
function openScenes(reports: Report[], region: string, until: string): Scene[] {
  const open = reports.flatMap((report) => openOn(report, until))
  const scenes = together(open, ({ report, day, action }) => `${day} ${action} ${checkerOf(report, region).id}`)
  return [...scenes.values()].map((own): Scene => {
    const { report, status, day, action } = own[0]!
    const of = own.map(({ report }) => report)
    return { day, hour: 9, actor: checkerOf(report, region), action, work: (ctx) => addReports(ctx, of, status) }
  })
}

/** The one enterprise that signs in files by itself, and its park accepts. */
const accountScenes = (own: Report[], region: string): Scene[] =>
  own.flatMap((report): Scene[] => {
    const { submittedOn, decidedOn } = report.schedule
    const id = reportId(report, region)
    const decided: Partial<FilingRow> = rowOf(report, 'accepted', region)
    const enterprise = actorNamed('小满', region)
    const filed = { ...rowOf(report, 'submitted', region), submittedBy: enterprise.name }
    const { status, decidedBy, knownFrom } = decided
    return [
      { day: submittedOn, hour: 11, actor: enterprise, action: 'filing/submit', work: (ctx) => addRows(ctx, filings, [filed]) },
      {
        day: decidedOn,
        hour: 11,
        actor: checkerOf(report, region),
        action: 'filing/accept',
        work: ({ db }) => db.update(filings).set({ status, decidedOn, decidedBy, knownFrom }).where(eq(filings.id, id)),
      },
    ]
  })
