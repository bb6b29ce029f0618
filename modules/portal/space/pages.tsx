/** The addresses of finding space on the portal: search, one unit, a need left, where a matter stands. */
import { existsSync, readFileSync } from 'node:fs'
import { and, eq, sql } from 'drizzle-orm'
import qrcode from 'qrcode'
import { ask, standing } from '#modules/movein/actions/ask.ts'
import { giveUp } from '#modules/movein/actions/give-up.ts'
import { boundaries, orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { findUnits, showOffered } from '#modules/space/actions/find.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Typed } from '../frame/form.tsx'
import { type Answer, lookUp, orTold } from '../standing.tsx'
import { AskForm, askedBy } from './ask-form.tsx'
import { askedIn, soughtBy } from './asked.ts'
import { type Choices, type Island, Spaces } from './spaces.tsx'
import { type Found, StandingPage, Taken, WithdrawPage } from './standing.tsx'
import { UnitPage } from './unit.tsx'

const size = 20

export async function spacesPage(ctx: Ctx, query: unknown) {
  const asked = askedIn(query)
  const of = await findUnits(ctx, { ...soughtBy(asked), size })
  const given = {
    of,
    asked,
    size,
    today: ctx.today,
    choices: await choicesOf(ctx),
    boundary: await boundaryOf(ctx),
    island: islandOf(),
  }
  return { title: '找空间', body: <Spaces {...given} /> }
}

async function choicesOf(ctx: Ctx): Promise<Choices> {
  const zones = await ctx.db
    .select({ id: orgs.id, name: orgs.shortName })
    .from(orgs)
    .where(and(eq(orgs.kind, 'park'), sql`exists (select 1 from ${buildings} b where b.zone = ${orgs.id})`))
    .orderBy(orgs.shortName)
  return { zones, directions: (await planInForce(ctx))?.directions ?? [] }
}

async function boundaryOf({ db, today }: Ctx) {
  const [outline] = await db
    .select({ rings: boundaries.rings })
    .from(boundaries)
    .where(sql`${boundaries.since} <= ${today}`)
    .orderBy(sql`${boundaries.since} desc`)
    .limit(1)
  return outline?.rings ?? []
}

const manifest = new URL('../../../web/dist/.vite/manifest.json', import.meta.url)
type Built = Record<string, { file: string; css?: string[]; imports?: string[] }>
let known: Island | null | undefined
/** The map's script as it was built; none where the web application is not built: the page does without. */
function islandOf(): Island | null {
  known ??= existsSync(manifest) ? islandIn(JSON.parse(readFileSync(manifest, 'utf8')) as Built) : null
  return known
}
function islandIn(built: Built): Island | null {
  const entry = built['island/spaces.tsx']
  if (!entry) return null
  const parts = [entry, ...(entry.imports ?? []).flatMap((name) => built[name] ?? [])]
  return { script: `/${entry.file}`, styles: [...new Set(parts.flatMap(({ css }) => css ?? []))].map((file) => `/${file}`) }
}

export type Visit = {
  /** What the address names, and what a form sent. */
  key: string
  typed: Typed
  /** The portal's own address as the visitor reached it. */
  origin: string
}

export async function unitPage(ctx: Ctx, { key, typed, origin }: Visit, problem: string | null = null) {
  const of = await showOffered(ctx, { id: key })
  const url = `${origin}/spaces/${key}`
  const qr = await qrcode.toString(url, { type: 'svg', margin: 1, width: 160 })
  const title = `${of.building.name} ${of.unit.name}`
  return { title, body: <UnitPage of={of} today={ctx.today} share={{ url, qr }} typed={typed} problem={problem} /> }
}

export function needPage(ctx: Ctx, typed: Typed = {}, problem: string | null = null) {
  const body = (
    <article className="wide narrow">
      <h1>留下需求</h1>
      <p className="intro">说明需要的空间，园城会按时限推荐合适的房源并与您联系。</p>
      <AskForm unit={null} typed={typed} problem={problem} today={ctx.today} />
    </article>
  )
  return { title: '留下需求', body }
}

/** Takes in what a form sent; `again` shows the form with the sentence why it could not be taken. */
export const takeIn = (ctx: Ctx, unit: string | null, typed: Typed, again: (problem: string) => Answer | Promise<Answer>) =>
  orTold<Answer>(async () => ({ title: '已收到', body: <Taken {...(await ask(ctx, askedBy(unit, typed)))} /> }), again)

const title = '办理进度'
const page = (code: string, found: Found | null, problem: string | null, done?: string) => (
  <StandingPage {...{ code, found, problem, done }} />
)
export const standingPage = (ctx: Ctx, code: string, done?: string) =>
  lookUp({ title, code, find: (token) => standing(ctx, { token }) }, (found, problem) => page(code, found, problem, done))

/** What is wrong with a code is told beside the field it is asked for in. */
const beside = (code: string) => (problem: string) => ({ title, personal: true as const, body: page(code, null, problem) })

export const withdrawPage = (ctx: Ctx, code: string) =>
  orTold<Answer>(async () => {
    const found = await standing(ctx, { token: code })
    if (!found.mayGiveUp) return standingPage(ctx, code)
    return { title: '撤回申请', personal: true, body: <WithdrawPage code={code} found={found} /> }
  }, beside(code))

export const withdraw = (ctx: Ctx, { code = '', reason = '' }: Typed) =>
  orTold<Answer>(async () => {
    const { number } = await giveUp(ctx, { token: code, reason: reason.trim() || null })
    return standingPage(ctx, code, `办件 ${number} 已撤回。`)
  }, beside(code))
