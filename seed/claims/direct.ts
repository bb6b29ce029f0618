/**
 * 免申即享: claims made for firms with a title of the year, of which some have said yes.
 *
 * The ledger of titles names them here: screening everybody is the server's, every night, and would hold up the founding.
 */
import { and, asc, desc, eq, gte, inArray, isNull, type SQL } from 'drizzle-orm'
import { saveAccount } from '#modules/claim/actions/apply.ts'
import { openCycle } from '#modules/claim/actions/cycle.ts'
import { consent, offerDirect } from '#modules/claim/actions/direct.ts'
import { publicise } from '#modules/claim/actions/publicity.ts'
import { lapseDue } from '#modules/claim/course/lapse.ts'
import { claims } from '#modules/claim/tables.ts'
import { grant } from '#modules/enterprise/actions/title.ts'
import { enterprises, qualifications } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Scene } from '#seed/stage.ts'
import { actorFor, type Book, nameOf, people, scene, versionInForce } from './book.ts'
import type { Claimant } from './cases.ts'
import { accountOf } from './course.ts'
import { phone } from './lists.ts'

const clause = 'specialised'
/** What was offered then was not answered within the days. */
const earlier = '2025-10-13'
const day = '2025-11-17'
const confirmed: Claimant[] = ['朗湾网络', '曜溪智能', '璟启智慧城市']

export function directScenes(book: Book): Scene[] {
  const { office, system } = people(book.region)
  const cycle = () => book.cycles.get('direct')!
  return [
    scene(earlier, 9, office, 'claim/openCycle', (ctx) => open(ctx, book, 'lapsed', '第一批')),
    scene(earlier, 14, office, 'claim/offerDirect', (ctx) => offerUnanswered(ctx, book.cycles.get('lapsed')!)),
    scene('2025-11-04', 1, system, 'claim/lapse', lapseDue),
    scene('2025-11-05', 15, office, 'enterprise/grant', grantOwn),
    scene(day, 9, office, 'claim/openCycle', (ctx) => open(ctx, book, 'direct', '')),
    scene(day, 14, office, 'claim/offerDirect', (ctx) => offerSome(ctx, cycle())),
    ...confirmed.map((firm, at) =>
      scene('2025-11-19', 9 + at, actorFor(firm, book.region), 'claim/consent', async (ctx) => {
        await saveAccount(ctx, accountOf(firm))
        await consent(ctx, { id: await own(ctx, firm, cycle()) })
      }),
    ),
    scene('2025-11-26', 10, office, 'claim/publicise', async (ctx) => {
      const ids: string[] = []
      for (const firm of confirmed) ids.push(await own(ctx, firm, cycle()))
      const title = '2025 年度专精特新奖励免申即享名单（演示）'
      await publicise(ctx, { cycle: cycle(), claims: ids, title, phone })
    }),
  ]
}

async function open(ctx: Ctx, book: Book, name: string, which: string): Promise<void> {
  const { today } = ctx
  const title = `2025 年度专精特新奖励免申即享${which}（演示）`
  const of = { title, channel: 'direct' as const, version: await versionInForce(ctx), clauses: [clause] }
  const { id } = await openCycle(ctx, { ...of, year: 2025, jury: [], opensOn: today, asOf: today })
  book.cycles.set(name, id)
}

/** 满星软件 rose this year. */
async function grantOwn(ctx: Ctx): Promise<void> {
  const [file] = await ctx.db
    .select({ id: enterprises.id })
    .from(enterprises)
    .where(eq(enterprises.name, nameOf('满星软件')))
  await grant(ctx, {
    ...{ enterprise: file!.id, kind: 'specialised', number: '演示2025000432', grantedBy: '市经济信息委' },
    ...{ grantedOn: '2025-10-28', validUntil: '2028-10-27', source: 'import' },
  })
}

/** The firms with accounts of their own, and the first of the others. */
async function offerSome(ctx: Ctx, cycle: string): Promise<void> {
  const named = (['满星软件', ...confirmed] as Claimant[]).map(nameOf)
  const of = (more: SQL | undefined) =>
    ctx.db
      .selectDistinct({ enterprise: enterprises.id, creditCode: enterprises.creditCode })
      .from(qualifications)
      .innerJoin(enterprises, eq(enterprises.id, qualifications.enterprise))
      .where(and(eq(qualifications.kind, 'specialised'), gte(qualifications.grantedOn, '2025-01-01'), more))
      .orderBy(asc(enterprises.creditCode))
  const found = [...(await of(inArray(enterprises.name, named))), ...(await of(undefined).limit(8))]
  const firms = [...new Set(found.map(({ enterprise }) => enterprise))].map((enterprise) => ({ enterprise, clause }))
  await offerDirect(ctx, { cycle, firms })
}

/** To whom nobody is at the other end: a firm without an account, the last by its code. */
async function offerUnanswered(ctx: Ctx, cycle: string): Promise<void> {
  const silent = and(eq(qualifications.kind, 'specialised'), gte(qualifications.grantedOn, '2025-01-01'), isNull(enterprises.org))
  const firms = await ctx.db
    .select({ enterprise: enterprises.id })
    .from(qualifications)
    .innerJoin(enterprises, eq(enterprises.id, qualifications.enterprise))
    .where(silent)
    .orderBy(desc(enterprises.creditCode))
    .limit(1)
  await offerDirect(ctx, { cycle, firms: firms.map(({ enterprise }) => ({ enterprise, clause })) })
}

async function own({ db }: Ctx, firm: Claimant, cycle: string): Promise<string> {
  const [found] = await db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.cycle, cycle), eq(claims.name, nameOf(firm))))
  return found!.id
}
