/** One enterprise with everything on file about it, and the ways other matters look it up. */
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import { industryName } from '#engines/enterprise/industry.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { lifeEvents } from './file/life-events.ts'
import { consent, enterpriseRow, ipRight, presence, qualification } from './model.ts'
import { orgNames } from './place.ts'
import { type File, knownOn, type Stretch, stretchesOf } from './presence.ts'
import { daysAfter, daysBetween, periodsOf } from './rule.ts'
import { consents, enterprises, ipRights, presences, qualifications } from './tables.ts'

const identified = { id: z.uuid() }
export const heldTitle = qualification.extend({
  ...identified,
  /** Days left of its validity, negative once it has run out; null for what does not run out. */
  daysLeft: z.number().nullable(),
  warning: z.string().nullable(),
})
export const wholeFile = z.object({
  file: enterpriseRow,
  names: z.object({
    town: z.string(),
    zone: z.string().nullable(),
    keeperOrg: z.string().nullable(),
    org: z.string().nullable(),
    industry: z.string(),
  }),
  /** Not confirmed for so many days, where that is longer than the rule allows. */
  staleFor: z.number().nullable(),
  stretches: z.array(presence.extend(identified)),
  events: z.array(
    z.object({
      day: z.string(),
      title: z.string(),
      about: z.string(),
      note: z.string().nullable(),
      evidence: z.uuid().nullable(),
      recorded: z.string(),
    }),
  ),
  titles: z.array(heldTitle),
  rights: z.array(ipRight.extend(identified)),
  rightsByYear: z.array(z.object({ year: z.string(), kind: z.string(), count: z.number() })),
  consents: z.array(consent.extend(identified)),
  counterparts: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type WholeFile = z.output<typeof wholeFile>

/** The row, as far as the actor may see it. */
export async function fileToSee({ db }: Ctx, id: string): Promise<File> {
  const [file] = await db.select().from(enterprises).where(eq(enterprises.id, id))
  if (!file) throw missing('企业')
  return file
}

/** The row, held until the end of the step. */
export async function fileToChange({ db }: Ctx, id: string): Promise<File> {
  const [file] = await db.select().from(enterprises).where(eq(enterprises.id, id)).for('update')
  if (!file) throw missing('企业')
  return file
}

/** The file an enterprise's account has claimed. */
export async function ownFile({ db, actor }: Ctx): Promise<File | null> {
  if (!actor.org) return null
  const [file] = await db.select().from(enterprises).where(eq(enterprises.org, actor.org))
  return file ?? null
}

export async function readWhole(ctx: Ctx, file: File): Promise<WholeFile> {
  const { db, today } = ctx
  const of = file.id
  const stretches = await stretchesOf(ctx, of)
  const recorded = await db
    .select()
    .from(presences)
    .where(and(eq(presences.enterprise, of), lte(presences.knownUntil, today)))
    .orderBy(asc(presences.createdAt))
  const others = await db
    .select()
    .from(presences)
    .where(and(eq(presences.counterpart, of), knownOn(presences, today)))
  const counterparts = await namesOfEnterprises(ctx, [...stretches, ...recorded, ...others], of)
  const places = [file, ...stretches].flatMap(({ town, zone }) => [town, zone])
  const orgs = await orgNames(ctx, [...places, file.keeperOrg, file.org])
  const { staleDays, renewalDays } = await periodsOf(ctx)
  const quiet = daysBetween(file.confirmedOn ?? file.asOf, today)
  const titles = await db
    .select()
    .from(qualifications)
    .where(and(eq(qualifications.enterprise, of), knownOn(qualifications, today)))
    .orderBy(desc(qualifications.grantedOn))
  const rights = await db
    .select()
    .from(ipRights)
    .where(and(eq(ipRights.enterprise, of), knownOn(ipRights, today)))
    .orderBy(desc(ipRights.registeredOn), asc(ipRights.id))
  const told = { stretches, withdrawn: recorded, others }
  return {
    file,
    names: {
      town: orgs.get(file.town) ?? '',
      zone: (file.zone && orgs.get(file.zone)) ?? null,
      keeperOrg: (file.keeperOrg && orgs.get(file.keeperOrg)) ?? null,
      org: (file.org && orgs.get(file.org)) ?? null,
      industry: industryName(file.industry) ?? file.industry,
    },
    staleFor: file.leftOn === null && quiet > staleDays ? quiet : null,
    stretches,
    events: lifeEvents(told, new Map([...orgs, ...counterparts])),
    titles: titles.map((row) => ({
      ...row,
      ...validityOf(row.validUntil, today, renewalDays),
      ...(isRenewed(row, titles) ? { warning: null } : {}),
    })),
    rights,
    rightsByYear: countByYear(rights),
    consents: await db.select().from(consents).where(eq(consents.enterprise, of)).orderBy(desc(consents.since)),
    counterparts: [...counterparts].map(([id, name]) => ({ id, name })),
  }
}

/** Names are on public record, also of enterprises the actor may not open. */
async function namesOfEnterprises(ctx: Ctx, stretches: Stretch[], self: string): Promise<Map<string, string>> {
  const met = stretches.flatMap(({ enterprise, counterpart }) => [enterprise, counterpart])
  const ids = [...new Set(met.filter((id) => id !== null && id !== self))] as string[]
  if (!ids.length) return new Map()
  const found = await overAll(ctx, ({ db }) =>
    db.select({ id: enterprises.id, name: enterprises.name }).from(enterprises).where(inArray(enterprises.id, ids)),
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}

type Granted = { kind: string; grantedOn: string }
/** Granted anew since: that it runs out needs no warning. */
const isRenewed = ({ kind, grantedOn }: Granted, all: Granted[]) =>
  all.some((one) => one.kind === kind && one.grantedOn > grantedOn)

/** The last day a title is valid is a day it is valid. */
export function validityOf(validUntil: string | null, today: string, renewalDays: number) {
  if (validUntil === null) return { daysLeft: null, warning: null }
  const daysLeft = daysBetween(today, validUntil)
  const warning =
    daysLeft < 0
      ? `已于 ${validUntil} 到期`
      : validUntil <= daysAfter(today, renewalDays)
        ? daysLeft
          ? `还有 ${daysLeft} 天到期`
          : '今天到期'
        : null
  return { daysLeft, warning }
}

function countByYear(rights: { kind: string; registeredOn: string }[]) {
  const counts = new Map<string, { year: string; kind: string; count: number }>()
  for (const { kind, registeredOn } of rights) {
    const year = registeredOn.slice(0, 4)
    const at = counts.get(`${year} ${kind}`)
    if (at) at.count += 1
    else counts.set(`${year} ${kind}`, { year, kind, count: 1 })
  }
  return [...counts.values()]
}
