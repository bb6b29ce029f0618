/** A small district that files reports: two towns, a park with its company, enterprises with people of their own, and the rule. */
import { eq } from 'drizzle-orm'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { Values } from '#modules/filing/model.ts'
import { filingRules } from '#modules/filing/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine, type Role } from '#platform/context.ts'
import { type District, region } from './it.ts'

const bodies = {
  经信委: 'department',
  天生街道: 'town',
  朝阳街道: 'town',
  缙云园城: 'park',
  缙云公司: 'company',
  区政府: 'government',
} as const
type Body = keyof typeof bodies

export async function openFilingDistrict({ run }: District) {
  return run(machine(region), '2023-01-02', async ({ db }) => {
    const found = await db
      .insert(orgs)
      .values(Object.entries(bodies).map(([name, kind]) => ({ name, shortName: name, kind, aliases: [] })))
      .returning()
    const org = Object.fromEntries(found.map(({ name, id }) => [name, id])) as Record<Body, string>
    await db.update(orgs).set({ parent: org.缙云园城 }).where(eq(orgs.id, org.缙云公司))
    const rule = { dueWorkday: 8, enough: 0, swing: 0.5, least: 1_000_000, staleDays: 180, renewalDays: 90, basis: '演示规则' }
    await db.insert(filingRules).values({ ...rule, since: '2023-01-01' })
    const person = (name: string, role: Role, of: Body): Actor => ({ id: name, name, role, org: org[of], region })
    return {
      org,
      office: person('周科', 'office', '经信委'),
      department: person('柯科', 'department', '经信委'),
      leader: person('顾常务', 'leader', '区政府'),
      tian: person('小田', 'town', '天生街道'),
      chao: person('小向', 'town', '朝阳街道'),
      park: person('老秦', 'park', '缙云公司'),
    }
  })
}
export type FilingDistrict = Awaited<ReturnType<typeof openFilingDistrict>>

type Place = { town: string; zone?: string | null; frequency?: 'month' | 'quarter' | 'none' }
let settled = 0

/** Another enterprise, there since 2023, with somebody who signs in for it. */
export const settleFirm = ({ run }: District, name: string, { town, zone = null, frequency = 'month' }: Place) =>
  run(machine(region), '2023-01-02', async ({ db }) => {
    const [org] = await db.insert(orgs).values({ name, shortName: name, kind: 'enterprise', aliases: [] }).returning()
    settled += 1
    const creditCode = `91500109MA5U${String(settled).padStart(6, '0')}`
    const [firm] = await db
      .insert(enterprises)
      .values({ ...file, name, creditCode, town, zone, frequency, org: org!.id })
      .returning()
    await db.insert(presences).values({ ...stretch, enterprise: firm!.id, town, zone })
    const person: Actor = { id: name, name: `${name}经办`, role: 'enterprise', org: org!.id, region }
    return { id: firm!.id, name, person }
  })
export type Firm = Awaited<ReturnType<typeof settleFirm>>

const trade = { industry: '6513', saas: false, originKind: 'existing', settledOn: '2023-01-01' } as const
const file = { ...trade, status: 'active', legalForm: 'limited', source: 'market', asOf: '2023-01-01', origins: {} } as const
const stretch = {
  ...trade,
  division: '65',
  since: '2023-01-01',
  begin: 'settled',
  recordedBy: '系统',
  knownFrom: '2023-01-02',
} as const

/** The cells of every month; the parts make the whole. */
export const cellsOf = (revenue: number, headcount = 100): Values => ({
  revenue,
  softwareRevenue: revenue / 2,
  softwareProducts: revenue / 2,
  itServices: 0,
  security: 0,
  embedded: 0,
  headcount,
  rndStaff: headcount / 2,
  bachelors: null,
  rndSpend: null,
  profit: null,
  exports: null,
  tax: null,
})

/** With those asked for at the end of a quarter. */
export const quarterOf = (revenue: number, headcount = 100): Values => ({
  ...cellsOf(revenue, headcount),
  bachelors: headcount / 2,
  rndSpend: revenue / 10,
  profit: revenue / 20,
  exports: 0,
})
