/** Who must not see an enterprise does not, by any action of the module that takes an id. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { modules } from '#modules/index.ts'
import { type Action, actionsOf } from '#platform/action.ts'
import { type Actor, machine } from '#platform/context.ts'
import { fieldsOf } from '#platform/fields.ts'
import { code, type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { adopt, decideAdoption } from './actions/adoption.ts'
import { giveConsent } from './actions/consent.ts'
import { move } from './actions/life.ts'
import { exportList, list } from './actions/list.ts'
import { mine } from './actions/own.ts'
import { register } from './actions/register.ts'
import { addRight, grant, renewals } from './actions/title.ts'
import { adoptions, consents, enterprises, ipRights, presences, qualifications } from './tables.ts'

let at: Firms
/** In 天生街道 and 缙云园城, claimed by the first enterprise. */
let id: string
const ids: string[] = []
const day = '2024-06-28'
const file = { name: '材料.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1')) }

beforeAll(async () => {
  at = await openFirms()
  id = (await at.play(at.who.office, day, register, firm(at, 1))).id!
  await at.play(at.who.office, day, register, firm(at, 2, { town: at.org('蔡家岗街道'), zone: at.org('蔡家园城') }))
  const { id: asked } = await at.play(at.who.first, day, adopt, { creditCode: code(1), name: '甲', post: '主管', file })
  await at.play(at.who.office, day, decideAdoption, { id: asked, step: 'approve' })
  const title = await at.play(at.who.office, day, grant, {
    enterprise: id,
    kind: 'cmmi',
    grantedOn: '2024-01-01',
    validUntil: '2024-07-01',
    source: 'visit',
  })
  const right = await at.play(at.who.office, day, addRight, {
    enterprise: id,
    kind: 'design',
    title: '外观',
    registeredOn: '2024-01-01',
  })
  const given = await at.play(at.who.first, day, giveConsent, { purpose: 'directory', fields: ['phone'] })
  await at.play(at.who.office, day, move, {
    id,
    town: at.org('天生街道'),
    zone: at.org('缙云园城'),
    building: '一号楼',
    on: day,
    file,
  })
  ids.push(id, asked, title.id, right.id, given.id)
})
afterAll(() => at.close())

const tables = { enterprises, presences, qualifications, ipRights, consents, adoptions }
const seen = (who: Actor) =>
  at.run(who, day, async ({ db }) => {
    const counts: Record<string, number> = {}
    for (const [name, table] of Object.entries(tables)) counts[name] = (await db.select().from(table)).length
    return counts
  })

/** The list and its export take ids to filter by, registering those of towns; what they show is tried below. */
const everyAction = actionsOf(modules).filter(([path]) => /^enterprise\/(?!list$|exportList$|register$)/.test(path))
/** A field that takes this id and would not take a word. */
const takesId = ({ input }: Action) =>
  fieldsOf(input as z.ZodObject).some(([, field]) => field.safeParse(id).success && !field.safeParse('字').success)

/** Values that pass the input of any action, with the given id wherever one goes. */
const anything = (path: string, of: string) => ({
  id: of,
  enterprise: of,
  from: of,
  paper: of,
  person: at.person('小田'),
  keeper: of,
  step: 'approve',
  how: 'closed',
  on: day,
  since: '2024-05-01',
  reason: '试探',
  source: 'visit',
  asOf: day,
  values: { products: '试探' },
  town: at.org('蔡家岗街道'),
  zone: at.org('蔡家园城'),
  industry: '6513',
  saas: false,
  kind: path === 'enterprise/addRight' ? 'design' : 'cmmi',
  title: '试探',
  grantedOn: '2024-02-02',
  registeredOn: '2024-02-02',
  purpose: 'policy',
  fields: [],
  givenBy: '某人',
  file,
  name: '重庆试探软件有限公司',
  creditCode: code(99),
  status: 'active',
  legalForm: 'limited',
  settledOn: '2024-05-01',
  post: '主管',
})

describe('an enterprise of another place', () => {
  it('has actions that take ids to be tried', () =>
    expect(everyAction.filter(([, action]) => takesId(action)).length).toBeGreaterThan(12))

  it.each(['cai', 'second', 'visitor'] as const)('is out of reach for %s, whatever the action', async (name) => {
    const before = (await at.owner.query('select max(seq) as n from journal')).rows[0].n
    for (const [path, action] of everyAction) {
      if (!takesId(action)) continue
      for (const one of ids) {
        const said = await refusal(at.play(at.who[name], day, action as never, anything(path, one) as never))
        expect({ path, said }).toEqual({ path, said: expect.stringMatching(/^(没有找到该|您没有“|请先登录|本单位尚未认领)/) })
      }
    }
    expect((await at.owner.query('select max(seq) as n from journal')).rows[0].n).toBe(before)
  })

  it('is in no list, no sheet and no reminder', async () => {
    const rows = async (who: Actor) => (await at.play(who, day, list, { presence: 'all' })).rows.map(({ name }) => name)
    expect(await rows(at.who.cai)).toEqual([firm(at, 2).name])
    expect(await rows(at.who.tian)).toEqual([firm(at, 1).name])
    expect(await rows(at.who.jin)).toEqual([firm(at, 1).name])
    expect((await rows(at.who.office)).length).toBe(2)
    expect((await at.play(at.who.cai, day, renewals, {})).rows).toEqual([])
    expect((await at.play(at.who.jin, day, renewals, {})).rows).toHaveLength(1)
    expect(await at.play(at.who.second, day, mine, {})).toBeNull()
    for (const action of [list, exportList]) {
      expect(await refusal(at.play(at.who.first, day, action as typeof list, {}))).toContain('您没有“')
    }
  })
})

describe('rows', () => {
  it('are each role’s as the ledgers say', async () => {
    const none = { enterprises: 0, presences: 0, qualifications: 0, ipRights: 0, consents: 0, adoptions: 0 }
    const one = { enterprises: 1, presences: 3, qualifications: 1, ipRights: 1, consents: 1, adoptions: 0 }
    expect(await seen(at.who.visitor)).toEqual(none)
    expect(await seen(at.who.second)).toEqual(none)
    expect(await seen(at.who.first)).toEqual({ ...one, adoptions: 1 })
    expect(await seen(at.who.tian)).toEqual(one)
    expect(await seen(at.who.jin)).toEqual(one)
    expect(await seen(at.who.cai)).toEqual({ ...none, enterprises: 1, presences: 1 })
    const all = { enterprises: 2, presences: 4, qualifications: 1, ipRights: 1, consents: 1, adoptions: 0 }
    for (const who of [at.who.leader, at.who.science, at.who.statistician]) expect(await seen(who)).toEqual(all)
    expect(await seen(at.who.office)).toEqual({ ...all, adoptions: 1 })
    expect(await seen({ ...machine('500199'), role: 'office' })).toEqual(none)
    expect((await seen(machine(region))).enterprises).toBe(2)
  })

  it('of an enterprise are not to be made one’s own by its account', async () => {
    const taken = await at.run(at.who.second, day, ({ db }) =>
      db
        .update(enterprises)
        .set({ org: at.org('乙企业') })
        .returning(),
    )
    expect(taken).toEqual([])
  })
})
