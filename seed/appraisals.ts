/** Appraisals of the demo district: the year 2024 archived with its awards, the first half of 2025 published with what is to be improved (演示数据). */
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { createAppraisal } from '#modules/appraisal/actions/appraisal.ts'
import { assignExperts, giveScores, myScores } from '#modules/appraisal/actions/expert.ts'
import { decideObjection, raiseObjection } from '#modules/appraisal/actions/objection.ts'
import { enactAppraisalRule } from '#modules/appraisal/actions/rule.ts'
import { draftScheme, issueScheme } from '#modules/appraisal/actions/scheme.ts'
import { saveSelf, submitSelf, verifySelf } from '#modules/appraisal/actions/self.ts'
import {
  approveAppraisal,
  archiveAppraisal,
  concludeAppraisal,
  draftAppraisal,
  openAppraisal,
  verifyAppraisal,
} from '#modules/appraisal/actions/step.ts'
import { addSubjects, proposeSubjects, saveTargets } from '#modules/appraisal/actions/subject.ts'
import { reader } from '#modules/appraisal/reading/published.ts'
import { appraisals, objections, schemes, subjects } from '#modules/appraisal/tables.ts'
import { allDefinitions } from '#modules/indicator/figures.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed, actorOf, cast, orgId, personId } from './cast.ts'
import type { Scene } from './stage.ts'

export const demoScheme = readFileSync(new URL('./appraisal/demo-2024.yaml', import.meta.url), 'utf8')
const code = 'demo-basic'
const panel = ['柯科', '林科', '罗科']

type Course = {
  term: 'half' | 'year'
  year: number
  pot: number | null
  /** The days of its steps. */
  open: string
  verify: string
  draft: string
  object: string
  decide: string
  conclude: string
  approve: string
  archive: string | null
}
const courses: Course[] = [
  {
    ...{ term: 'year', year: 2024, pot: 20_000_000, open: '2025-01-06', verify: '2025-02-05', draft: '2025-02-13' },
    ...{ object: '2025-02-14', decide: '2025-02-18', conclude: '2025-02-25', approve: '2025-02-28', archive: '2025-03-10' },
  },
  {
    ...{ term: 'half', year: 2025, pot: null, open: '2025-07-03', verify: '2025-07-22', draft: '2025-07-30' },
    ...{ object: '2025-07-31', decide: '2025-08-04', conclude: '2025-08-12', approve: '2025-08-15', archive: null },
  },
]

export function appraisalScenes(region: string, until: string): Scene[] {
  const office = actorNamed('周科', region)
  const scene = (day: string, action: string, work: Scene['work'], actor = office, hour = 17): Scene => ({
    day,
    hour,
    action,
    actor,
    work,
  })
  const rule = {
    since: '2024-12-02',
    selfDays: 10,
    verifyDays: 10,
    objectionDays: 5,
    findingDays: 5,
    basis: '考核办法第十条（演示设定）',
  }
  return [
    scene('2024-12-02', 'appraisal/enactAppraisalRule', (ctx) => enactAppraisalRule(ctx, rule)),
    scene('2024-12-02', 'appraisal/issueScheme', issueDemo),
    ...courses.flatMap((of) => courseScenes(of, region, scene)),
  ].filter(({ day }) => day <= until)
}

async function issueDemo(ctx: Ctx): Promise<void> {
  const { id } = await draftScheme(ctx, { code, text: demoScheme })
  await issueScheme(ctx, { id })
}

type Make = (day: string, action: string, work: Scene['work'], actor?: Scene['actor'], hour?: number) => Scene

function courseScenes(of: Course, region: string, scene: Make): Scene[] {
  const leader = actorNamed('顾常务', region)
  const step = (
    day: string,
    action: string,
    run: (ctx: Ctx, input: { id: string }) => Promise<unknown>,
    actor?: Scene['actor'],
  ) => scene(day, action, async (ctx) => run(ctx, { id: await idOf(ctx, of) }), actor)
  const keepers = cast.filter(({ role, username }) => role === 'park' && username)
  return [
    scene(of.open, 'appraisal/createAppraisal', (ctx) => prepare(ctx, of)),
    ...keepers.map((one) =>
      scene(dayBefore(of.verify), 'appraisal/saveSelf', (ctx) => tellOfSelf(ctx, of), actorOf(one, region)),
    ),
    step(of.verify, 'appraisal/verifyAppraisal', verifyAppraisal),
    scene(of.verify, 'appraisal/verifySelf', (ctx) => verifyAll(ctx, of), undefined, 18),
    ...panel.map((name, at) => scene(of.verify, 'appraisal/giveScores', (ctx) => score(ctx, at), actorNamed(name, region), 19)),
    step(of.draft, 'appraisal/draftAppraisal', draftAppraisal),
    scene(of.object, 'appraisal/raiseObjection', (ctx) => object(ctx, of), actorNamed('蔡姐', region)),
    scene(of.decide, 'appraisal/decideObjection', (ctx) => decide(ctx, of)),
    step(of.conclude, 'appraisal/concludeAppraisal', concludeAppraisal),
    step(of.approve, 'appraisal/approveAppraisal', approveAppraisal, leader),
    ...(of.archive ? [step(of.archive, 'appraisal/archiveAppraisal', archiveAppraisal)] : []),
  ]
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

async function idOf({ db }: Ctx, { term, year }: Course): Promise<string> {
  const all = await db.select().from(appraisals).where(eq(appraisals.year, year))
  return all.find((one) => one.term === term)!.id
}
const subjectsIn = async (ctx: Ctx, of: Course) =>
  ctx.db
    .select()
    .from(subjects)
    .where(eq(subjects.appraisal, await idOf(ctx, of)))
    .orderBy(subjects.name)

/** Targets lie a little above what was published last, more so for the later ones by name. */
async function prepare(ctx: Ctx, { term, year, pot }: Course): Promise<void> {
  const [scheme] = await ctx.db.select().from(schemes).where(eq(schemes.code, code))
  const line = pot === null ? null : ('platform' as const)
  const { id } = await createAppraisal(ctx, { scheme: scheme!.id, term, year, line, pot })
  const [parks] = await proposeSubjects(ctx, { appraisal: id })
  await addSubjects(ctx, { appraisal: id, group: 'parks', names: parks!.candidates.map(({ name }) => name) })
  const month = term === 'half' ? `${year - 1}-12` : `${year}-09`
  const read = reader(ctx, await allDefinitions(ctx), { from: month, until: month })
  const rows = await ctx.db.select().from(subjects).where(eq(subjects.appraisal, id)).orderBy(subjects.name)
  for (const [at, { id: subject, name }] of rows.entries()) {
    const zone = orgId(name, ctx.actor.region)
    const targets: Record<string, number> = { services: 20 + 4 * at }
    const exempt: Record<string, string> = {}
    for (const [item, asked, unit] of figures) {
      const { value } = await read({ code: asked, reading: 'end', unit }, { name, tried: [['zone', zone]] })
      if (value === null || value <= 0) exempt[item] = '上期没有基数，本期不下达目标'
      else targets[item] = Math.ceil(value * (1.05 + at / 10) * (unit === '家' ? 1 : 100)) / (unit === '家' ? 1 : 100)
    }
    await saveTargets(ctx, { id: subject, targets, exempt })
  }
  await assignExperts(ctx, { appraisal: id, persons: panel.map((name) => personId(name, ctx.actor.region)) })
  await openAppraisal(ctx, { id })
}
const figures = [
  ['secured', 'building-secured', '万㎡'],
  ['occupied', 'building-occupied', '万㎡'],
  ['enterprises', 'enterprises', '家'],
] as const

async function tellOfSelf(ctx: Ctx, of: Course): Promise<void> {
  for (const { id, org } of await subjectsIn(ctx, of)) {
    if (org !== ctx.actor.org) continue
    await saveSelf(ctx, { subject: id, item: 'services', value: 18, text: '按月走访在区企业，诉求登记后限时办结（演示数据）' })
    await saveSelf(ctx, { subject: id, item: 'mechanism', text: '建立月调度、周会商机制，专人联系重点楼宇（演示数据）' })
    await submitSelf(ctx, { subject: id })
  }
}

async function verifyAll(ctx: Ctx, of: Course): Promise<void> {
  for (const [at, { id }] of (await subjectsIn(ctx, of)).entries())
    await verifySelf(ctx, { subject: id, item: 'services', verified: 16 + at, opinion: '按走访记录核定' })
}

/** Every expert by his own measure. */
async function score(ctx: Ctx, at: number): Promise<void> {
  const open = (await myScores(ctx, {})).filter(({ open, points }) => open && points === null)
  await giveScores(ctx, { scores: open.map(({ id }, i) => ({ id, points: 78 + ((i * 7 + at * 5) % 18) })) })
}

async function object(ctx: Ctx, of: Course): Promise<void> {
  const own = (await subjectsIn(ctx, of)).find(({ org }) => org === ctx.actor.org)!
  await raiseObjection(ctx, { subject: own.id, item: 'services', text: '有 4 家企业的走访记录未计入，记录已补报（演示数据）' })
}

async function decide(ctx: Ctx, of: Course): Promise<void> {
  const id = await idOf(ctx, of)
  const [open] = await ctx.db.select().from(objections).where(eq(objections.appraisal, id))
  await decideObjection(ctx, { id: open!.id, upheld: true, value: 22, finding: '经核对走访台账，补计 4 家' })
}
