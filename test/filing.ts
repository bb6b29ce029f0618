/** A small district that files reports: two towns, a park with its company, two enterprises with people of their own, and the rule. */
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
  甲软件: 'enterprise',
  乙软件: 'enterprise',
} as const

type Firm = {
  name: string
  creditCode: string
  town: string
  zone: string | null
  org: string | null
  frequency?: 'month' | 'quarter' | 'none'
}

/** 甲软件 is in 天生街道 and the park, 乙软件 in 朝阳街道 and no park; both since 2023, both report monthly. */
export async function openFilingDistrict({ run }: District) {
  return run(machine(region), '2024-01-02', async ({ db }) => {
    const found = await db
      .insert(orgs)
      .values(Object.entries(bodies).map(([name, kind]) => ({ name, shortName: name, kind, aliases: [] })))
      .returning()
    const org = Object.fromEntries(found.map(({ name, id }) => [name, id])) as Record<keyof typeof bodies, string>
    await db.execute(`update org set parent = '${org.缙云园城}' where id = '${org.缙云公司}'`)
    const rule = { dueWorkday: 8, swing: 0.5, least: 1_000_000, staleDays: 180, renewalDays: 90, basis: '演示规则' }
    await db.insert(filingRules).values({ ...rule, since: '2023-01-01' })
    const settle = async ({ frequency = 'month', ...firm }: Firm) => {
      const [row] = await db
        .insert(enterprises)
        .values({ ...file, ...firm, frequency })
        .returning()
      await db
        .insert(presences)
        .values({ ...stretch, enterprise: row!.id, town: firm.town, zone: firm.zone, knownFrom: '2023-01-01' })
      return row!
    }
    const person = (name: string, role: Role, own: keyof typeof bodies): Actor => ({
      id: name,
      name,
      role,
      org: org[own],
      region,
    })
    return {
      org,
      settle,
      a: await settle({
        name: '甲软件公司',
        creditCode: '91500109MA5U000010',
        town: org.天生街道,
        zone: org.缙云园城,
        org: org.甲软件,
      }),
      b: await settle({ name: '乙软件公司', creditCode: '91500109MA5U000029', town: org.朝阳街道, zone: null, org: org.乙软件 }),
      office: person('周科', 'office', '经信委'),
      department: person('柯科', 'department', '经信委'),
      leader: person('顾常务', 'leader', '区政府'),
      tian: person('小田', 'town', '天生街道'),
      chao: person('小向', 'town', '朝阳街道'),
      park: person('老秦', 'park', '缙云公司'),
      ofA: person('小满', 'enterprise', '甲软件'),
      ofB: person('小易', 'enterprise', '乙软件'),
    }
  })
}
export type FilingDistrict = Awaited<ReturnType<typeof openFilingDistrict>>

/** Every cell asked for at the end of a quarter; the parts make the whole. */
export const cellsOf = (revenue: number, headcount = 100): Values => ({
  revenue,
  softwareRevenue: revenue / 2,
  softwareProducts: revenue / 2,
  itServices: 0,
  security: 0,
  embedded: 0,
  headcount,
  rndStaff: headcount / 2,
  bachelors: headcount / 2,
  rndSpend: revenue / 10,
  profit: revenue / 20,
  exports: 0,
  tax: null,
})

const trade = { industry: '6513', saas: false, originKind: 'existing', settledOn: '2023-01-01' } as const
const file = { ...trade, status: 'active', legalForm: 'limited', source: 'market', asOf: '2024-01-01', origins: {} } as const
const stretch = { ...trade, division: '65', since: '2023-01-01', begin: 'settled', recordedBy: '系统' } as const
