/** Reports come in and are accepted, day by day; what is still open when the demo opens lies where it lies. */
import { eq, inArray } from 'drizzle-orm'
import { filings } from '#modules/filing/tables.ts'
import { actorNamed } from '#seed/cast.ts'
import { together } from '#seed/history/together.ts'
import type { Scene } from '#seed/stage.ts'
import { claimedOn } from './adoptions.ts'
import { endOf } from './calendar.ts'
import { keeperOf } from './places.ts'
import { type FilingRow, reportId, rowOf } from './report-rows.ts'
import type { Report } from './reports.ts'
import { addRows } from './rows.ts'
import { placeOn } from './stretches.ts'

/** From then on reports are kept on the screen; the office takes over what came before in one go. */
export const takenOverOn = '2022-11-07'
const takenOver = ({ schedule }: Report) => schedule.decidedOn < takenOverOn

export function reportScenes(reports: Report[], region: string, until: string): Scene[] {
  const accepted = reports.filter(({ schedule }) => schedule.decidedOn <= until)
  const open = reports.filter(({ schedule }) => schedule.decidedOn > until)
  const first = accepted.filter((report) => report.revision === 1 && !takenOver(report) && !isAccount(report))
  return [
    takeOver(accepted.filter(takenOver), region),
    ...accept(first, region),
    ...correct(
      accepted.filter(({ revision }) => revision === 2),
      region,
    ),
    ...openScenes(
      open.filter((report) => !isAccount(report)),
      region,
      until,
    ),
    ...accountScenes(reports.filter(isAccount), region),
  ]
}

/** Its people sign in since it claimed its file. */
const isAccount = ({ firm: { special }, schedule }: Report) => special?.claimed === true && schedule.submittedOn > claimedOn
const office = (region: string) => actorNamed('小何', region)
const checkerOf = ({ firm, month }: Report, region: string) => actorNamed(keeperOf(placeOn(firm, endOf(month))), region)

const takeOver = (own: Report[], region: string): Scene => ({
  day: takenOverOn,
  hour: 14,
  actor: office(region),
  action: 'intake/commit',
  work: (ctx) =>
    addRows(
      ctx,
      filings,
      own.map((report) => rowOf(report, 'accepted', region)),
    ),
})

/** What the checkers accepted on a day. */
const accept = (own: Report[], region: string): Scene[] =>
  [...together(own, ({ schedule }) => schedule.decidedOn)].map(([day, of]) => ({
    day,
    hour: 16,
    actor: office(region),
    action: 'intake/commit',
    work: (ctx) =>
      addRows(
        ctx,
        filings,
        of.map((report) => rowOf(report, 'accepted', region)),
      ),
  }))

/** The accepted correction takes the place of the report before. */
const correct = (own: Report[], region: string): Scene[] =>
  [...together(own, ({ schedule }) => schedule.decidedOn)].map(([day, of]) => ({
    day,
    hour: 15,
    actor: office(region),
    action: 'filing/accept',
    work: async (ctx) => {
      const before = of.map((report) => reportId({ ...report, revision: 1 }, region))
      await ctx.db.update(filings).set({ knownUntil: day }).where(inArray(filings.id, before))
      await addRows(
        ctx,
        filings,
        of.map((report) => rowOf(report, 'accepted', region)),
      )
    },
  }))

type Open = { report: Report; status: 'draft' | 'submitted' | 'returned'; day: string; action: string }

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
    const { report, day, action } = own[0]!
    const rows = () => own.map(({ report, status }) => rowOf(report, status, region))
    return { day, hour: 9, actor: checkerOf(report, region), action, work: (ctx) => addRows(ctx, filings, rows()) }
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
