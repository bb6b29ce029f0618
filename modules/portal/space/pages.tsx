/** The addresses of finding space on the portal: search, one unit, a need left, where a matter stands. */
import { existsSync, readFileSync } from 'node:fs'
import { and, eq, sql } from 'drizzle-orm'
import qrcode from 'qrcode'
import type { ReactNode } from 'react'
import { ask, standing } from '#modules/movein/actions/ask.ts'
import { giveUp } from '#modules/movein/actions/give-up.ts'
import { boundaries, orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { findUnits, showOffered } from '#modules/space/actions/find.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { Problem } from '#platform/problem.ts'
import { AskForm, askedBy, type Typed } from './ask-form.tsx'
import { askedIn, soughtBy } from './asked.ts'
import { type Choices, type Island, Spaces } from './spaces.tsx'
import { StandingPage, Taken, WithdrawPage } from './standing.tsx'
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
export async function takeIn<P>(ctx: Ctx, unit: string | null, typed: Typed, again: (problem: string) => P | Promise<P>) {
  try {
    const taken = await ask(ctx, askedBy(unit, typed))
    return { title: '已收到', body: <Taken {...taken} /> }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return again(error.message)
  }
}

const title = '办理进度'
export async function standingPage(ctx: Ctx, code: string, done?: string) {
  if (!code) return { title, body: <StandingPage code="" found={null} problem={null} /> }
  return told(code, async () => {
    const found = await standing(ctx, { token: code })
    return { title, personal: true, body: <StandingPage code={code} found={found} problem={null} done={done} /> }
  })
}

export const withdrawPage = (ctx: Ctx, code: string) =>
  told(code, async () => {
    const found = await standing(ctx, { token: code })
    if (!found.mayGiveUp) return standingPage(ctx, code)
    return { title: '撤回申请', personal: true, body: <WithdrawPage code={code} found={found} /> }
  })

export const withdraw = (ctx: Ctx, { code = '', reason = '' }: Typed) =>
  told(code, async () => {
    const { number } = await giveUp(ctx, { token: code, reason: reason.trim() || null })
    return standingPage(ctx, code, `办件 ${number} 已撤回。`)
  })

type Answer = { title: string; personal?: true; body: ReactNode }
/** What is wrong with a code is told beside the field it is asked for in. */
async function told(code: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { title, personal: true, body: <StandingPage code={code} found={null} problem={error.message} /> }
  }
}
