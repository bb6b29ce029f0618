/** How the plan came into force: read from its document, corrected, vouched for and published, each step by a person on a day. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { parsePlan } from '#engines/plan/parse.ts'
import { signBaseline } from '#modules/plan/actions/item.ts'
import { matchUnit, printedUnits } from '#modules/plan/actions/unit.ts'
import { publish } from '#modules/plan/actions/version.ts'
import { storeItems } from '#modules/plan/extract.ts'
import { itemsOf } from '#modules/plan/queries.ts'
import { plans, targets, zones } from '#modules/plan/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { keepFile } from '#platform/files.ts'
import { aimFor, baselineYear, lastYear, qualitativeKeeper } from './aims.ts'
import { bodies } from './bodies.ts'
import { orgId } from './cast.ts'
import { idOf } from './identity.ts'

export const planFile = fileURLToPath(new URL('./plan/样例方案.txt', import.meta.url))

const planId = (region: string) => idOf(region, 'plan', '2022—2025')

/** The document becomes a draft, marked as demonstration. */
export async function draftPlan(ctx: Ctx): Promise<void> {
  const { region } = ctx.actor
  const bytes = readFileSync(planFile)
  const document = parsePlan(bytes.toString('utf8'))
  const file = await keepFile(ctx, { name: '样例方案.txt', type: 'text/plain', bytes, audience: 'internal' })
  await ctx.db.insert(plans).values({
    id: planId(region),
    series: idOf(region, 'series', '2022—2025'),
    version: 1,
    status: 'draft',
    title: document.title!,
    documentNumber: document.documentNumber,
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    from: document.period!.from,
    to: document.period!.to,
    follows: null,
    file: file.id,
    text: document.text,
    directions: document.directions,
    workingGroups: document.workingGroups,
    copiedTo: document.copiedTo,
    warnings: document.warnings,
    publishedOn: null,
    publishedBy: null,
    revision: null,
    demo: true,
  })
  await storeItems(ctx.db, planId(region), document)
}

/** Targets get those who answer for them and enter their values; zones get the parks that run them. */
export async function assignTargets({ db, actor: { region } }: Ctx): Promise<void> {
  const items = await itemsOf({ db }, planId(region))
  for (const target of items.targets) {
    const aim = aimFor(target)
    await db
      .update(targets)
      .set({
        keeper: orgId(aim?.keeper ?? qualitativeKeeper, region),
        owners: (aim?.owners ?? [qualitativeKeeper]).map((owner) => orgId(owner, region)),
        year: target.year ?? lastYear,
      })
      .where(eq(targets.id, target.id))
  }
  for (const zone of items.zones) {
    const park = bodies.find(({ kind, name }) => kind === 'park' && name === zone.name)
    if (park)
      await db
        .update(zones)
        .set({ org: orgId(park.shortName, region) })
        .where(eq(zones.id, zone.id))
  }
}

export async function signBaselines(ctx: Ctx): Promise<void> {
  const plan = planId(ctx.actor.region)
  for (const target of (await itemsOf(ctx, plan)).targets) {
    const aim = aimFor(target)
    if (aim) await signBaseline(ctx, { plan, id: target.id, value: aim.baseline, year: baselineYear, source: aim.source })
  }
}

/** Confirms what the names suggest. */
export async function confirmUnits(ctx: Ctx): Promise<void> {
  const plan = planId(ctx.actor.region)
  for (const { printed, suggestion } of await printedUnits(ctx, { plan }))
    await matchUnit(ctx, { plan, printed, orgs: suggestion.orgs })
}

export const publishPlan = (ctx: Ctx) => publish(ctx, { id: planId(ctx.actor.region) })
