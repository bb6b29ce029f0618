/** A firm is in: put on file or moved to its building, its lease and its rooms named after it, all at once. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkCreditCode } from '#engines/enterprise/credit-code.ts'
import { requireCode, requireIndustry } from '#modules/enterprise/actions/register.ts'
import { keeperAfterMove } from '#modules/enterprise/file/keepers.ts'
import { enterprise } from '#modules/enterprise/model.ts'
import { requirePlace } from '#modules/enterprise/place.ts'
import { type File, settle, shift } from '#modules/enterprise/presence.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { unitsOf } from '#modules/lease/queries.ts'
import { leases } from '#modules/lease/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { occupy } from '#modules/space/history/occupy.ts'
import { buildingToSee } from '#modules/space/ledger/queries.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, text } from '#platform/fields.ts'
import { denied, invalid } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import type { Matter } from '../course/way.ts'
import { wantedIn } from '../need.ts'

const { legalForm, industry, registeredOn, capital, direction, saas } = enterprise.shape
export const newcomers = { established: '新设立', 'moved-in': '区外迁入' } as const
/** What is not known yet of a firm that is on no file: all else the matter has. */
export const newFirm = z.object({
  creditCode: text('统一社会信用代码', 60).nullable().default(null),
  legalForm,
  industry,
  originKind: oneOf('来源', newcomers),
  registeredOn: registeredOn.default(null),
  capital: capital.default(null),
  direction: direction.default(null),
  saas: saas.default(false),
})
export type NewFirm = z.output<typeof newFirm>
type Settling = { movedOn: string; firm: NewFirm | null; evidence: string | null }

/** @returns the enterprise, as it now is on file */
export async function settleFirm(ctx: Ctx, matter: Matter, { movedOn, firm, evidence }: Settling): Promise<string> {
  const building = await buildingToSee(ctx, matter.building!)
  const place = { town: building.town, zone: building.zone, building: building.name }
  const code = firm?.creditCode ?? matter.creditCode
  const known = await onFile(ctx, matter, code)
  await requirePlace(ctx, place)
  const file = known ? await moved(ctx, known, place, movedOn) : await added(ctx, matter, firm, code, { ...place, movedOn })
  await ctx.db.update(leases).set({ enterprise: file.id }).where(eq(leases.id, matter.lease!))
  const held = (await unitsOf(ctx, [matter.lease!])).get(matter.lease!) ?? []
  for (const { unit, area } of held) {
    const who = { enterprise: file.id, occupant: file.name, division: file.industry.slice(0, 2) }
    await occupy(ctx, { ...who, unit, area, since: movedOn, evidence, note: `入驻办件 ${matter.number}` })
  }
  return file.id
}

type Placed = { id: string; name: string; industry: string }

/** Its file, wherever in the district it is; who may not change it is told who can. */
export async function onFile(
  ctx: Ctx,
  { enterprise: id }: Pick<Matter, 'enterprise'>,
  code: string | null,
): Promise<File | null> {
  const checked = code === null ? null : checkCreditCode(code)
  const where =
    id !== null ? eq(enterprises.id, id) : checked && 'code' in checked ? eq(enterprises.creditCode, checked.code) : null
  if (!where) return null
  const [known] = await overAll(ctx, ({ db }) =>
    db
      .select({ id: enterprises.id, name: enterprises.name, town: orgs.shortName, leftOn: enterprises.leftOn })
      .from(enterprises)
      .innerJoin(orgs, eq(orgs.id, enterprises.town))
      .where(where),
  )
  if (!known) return null
  const { name, town, leftOn } = known
  const [file] = await ctx.db.select().from(enterprises).where(eq(enterprises.id, known.id)).for('update')
  if (!file) throw denied(`“${name}”的档案在${town}，请由领导小组办公室办结入驻`)
  if (leftOn !== null) throw invalid(`“${name}”已于 ${leftOn} 离区，请先在其档案中办理“重新落户”`)
  return file
}

type Place = { town: string; zone: string | null; building: string }
async function moved(ctx: Ctx, file: File, to: Place, on: string): Promise<Placed> {
  const keys = ['town', 'zone', 'building'] as const
  const change = Object.fromEntries(keys.filter((key) => file[key] !== to[key]).map((key) => [key, to[key]]))
  if (!Object.keys(change).length) return file
  await shift(ctx, file, change, on, { reason: '入驻新址' })
  await ctx.db
    .update(enterprises)
    .set({ ...to, ...(await keeperAfterMove(ctx, file, to)) })
    .where(eq(enterprises.id, file.id))
  return file
}

async function added(
  ctx: Ctx,
  { name, contact, phone, need }: Matter,
  firm: NewFirm | null,
  code: string | null,
  { movedOn, ...place }: Place & { movedOn: string },
): Promise<Placed> {
  if (!firm) throw invalid('该企业尚未建档，请填写企业类型、行业代码等建档信息')
  if (!code) throw invalid('请填写统一社会信用代码')
  const { creditCode: _, direction, ...rest } = firm
  requireIndustry(rest.industry)
  if (rest.registeredOn !== null && rest.registeredOn > movedOn) throw invalid('入驻日期不能早于成立日期')
  const creditCode = await requireCode(ctx, code)
  const file = {
    ...{ name, creditCode, contact, phone, ...place, ...rest, status: 'active' as const, settledOn: movedOn },
    direction: direction ?? wantedIn(need).direction,
    ...{ frequency: 'month' as const, source: 'visit' as const, asOf: ctx.today, confirmedOn: ctx.today, origins: {} },
    // The account gets its file by the claim the office approves (企业认领), as every other.
    org: null,
  }
  const [id] = await settle(ctx, [{ file, begun: { reason: '办理入驻' } }])
  return { id: id!, name, industry: rest.industry }
}
