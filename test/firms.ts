/** A district for tests of enterprises: two towns and two parks, one town another government runs, and people of every part. */
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import type { register } from '#modules/enterprise/actions/register.ts'
import type { orgKinds } from '#modules/org/model.ts'
import { jurisdictions, orgs, persons, posts } from '#modules/org/tables.ts'
import { type Actor, machine, type Role } from '#platform/context.ts'
import { type District, openDistrict, region } from './it.ts'

export const someone = '没有找到该企业，它可能已被移除，或不在您可以查看的范围内'

/** The n-th valid code of the demo kind. */
export const code = (n: number) => makeCreditCode('91500109', n)

const bodies: [name: string, kind: keyof typeof orgKinds, parent?: string, areaCode?: string][] = [
  ['区政府', 'government'],
  ['经信委', 'department'],
  ['科技局', 'department'],
  ['统计局', 'department'],
  ['天生街道', 'town', undefined, '500109001'],
  ['蔡家岗街道', 'town', undefined, '500109006'],
  ['水土街道', 'town', undefined, '500109008'],
  ['缙云园城', 'park'],
  ['蔡家园城', 'park'],
  ['缙云公司', 'company', '缙云园城'],
  ['甲企业', 'enterprise'],
  ['乙企业', 'enterprise'],
]
const cast = {
  office: ['周科', 'office', '经信委'],
  science: ['柯科', 'department', '科技局'],
  leader: ['顾常务', 'leader', '区政府'],
  statistician: ['小申', 'statistician', '统计局'],
  tian: ['小田', 'town', '天生街道'],
  cai: ['小谢', 'town', '蔡家岗街道'],
  jin: ['老秦', 'park', '缙云公司'],
  first: ['小满', 'enterprise', '甲企业'],
  second: ['小乙', 'enterprise', '乙企业'],
  visitor: ['访客', 'public', null],
} as const satisfies Record<string, readonly [string, Role, string | null]>

export async function openFirms() {
  const at = await openDistrict()
  const org = new Map<string, string>()
  const person = new Map<string, string>()
  await at.run(machine(region), '2024-01-01', async ({ db }) => {
    for (const [name, kind, parent, areaCode] of bodies) {
      const row = { name, shortName: name, kind, aliases: [], areaCode, parent: parent ? org.get(parent) : null }
      org.set(name, (await db.insert(orgs).values(row).returning())[0]!.id)
    }
    for (const [name, role, place] of Object.values(cast)) {
      const id = (await db.insert(persons).values({ name }).returning())[0]!.id
      person.set(name, id)
      if (place) await db.insert(posts).values({ person: id, org: org.get(place)!, role, title: '科员', since: '2024-01-01' })
    }
    const outside = { areaCode: '500109008', areaName: '水土街道', governed: false, governedBy: '两江新区管理委员会' }
    await db.insert(jurisdictions).values({ ...outside, basis: '直管区', since: '2022-01-01' })
  })
  const actorOf = ([name, role, place]: readonly [string, Role, string | null]): Actor => ({
    id: person.get(name)!,
    name,
    role,
    org: place === null ? null : org.get(place)!,
    region,
  })
  const who = Object.fromEntries(Object.entries(cast).map(([key, one]) => [key, actorOf(one)])) as Record<
    keyof typeof cast,
    Actor
  >
  return { ...at, org: (name: string) => org.get(name)!, person: (name: string) => person.get(name)!, who }
}
export type Firms = District & Awaited<ReturnType<typeof openFirms>>

type Firm = Parameters<typeof register>[1]

/** What a registrar writes about an enterprise of 天生街道. */
export const firm = (at: Firms, n: number, rest: Partial<Firm> = {}): Firm => ({
  creditCode: code(n),
  name: `重庆${trade[n % trade.length]}${trade[Math.floor(n / trade.length) % trade.length]}软件有限公司`,
  status: 'active',
  legalForm: 'limited',
  industry: '6513',
  town: at.org('天生街道'),
  zone: at.org('缙云园城'),
  originKind: 'established',
  settledOn: '2024-03-01',
  source: 'visit',
  asOf: '2024-03-01',
  saas: false,
  ...rest,
})
/** Trade names far enough apart not to be taken for one another. */
const trade = ['云杉智造', '碧海通衢', '朗月司南', '青禾算略', '赤焰织网', '白鹭衡器', '玄武观澜']
