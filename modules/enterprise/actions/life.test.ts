/** Life events: what was recorded stays to be seen on the days it was known; wrong days and places are refused, each in its sentence. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { stretchesOf } from '../presence.ts'
import { presences } from '../tables.ts'
import { amend, assignKeeper, show } from './file.ts'
import { leave, lifePaper, move, rectify, resettle } from './life.ts'
import { register } from './register.ts'

let at: Firms
beforeAll(async () => {
  at = await openFirms()
})
afterAll(() => at.close())

let n = 0
/** On file since 2024-03-01, recorded that day. */
async function put(): Promise<string> {
  n += 1
  const { id } = await at.play(at.who.office, '2024-03-01', register, firm(at, n, { anyway: true }))
  return id!
}
const nameOf = () => firm(at, n).name
const open = (id: string, day = '2024-06-28') => at.play(at.who.office, day, show, { id })
const told = async (id: string, day?: string) =>
  (await open(id, day)).events.map(({ day, title, about }) => `${day} ${title} ${about}`)
const knownOn = (id: string, day: string) =>
  at.run(at.who.office, day, async (ctx) => (await stretchesOf(ctx, id)).map(({ since, until, end }) => [since, until, end]))
const paper = { name: '租赁合同.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1')) }
const cai = () => ({ town: at.org('蔡家岗街道'), zone: at.org('蔡家园城'), building: '三号楼' })

describe('a move', () => {
  it('ends one stretch and begins another; days before it was recorded still show what was known then', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-06-10', move, { id, ...cai(), on: '2024-06-01', reason: '扩大办公面积', file: paper })
    expect(await told(id)).toEqual([
      '2024-03-01 落户 新设立，落户天生街道·缙云园城',
      '2024-06-01 区内迁移 由天生街道·缙云园城迁至蔡家岗街道·蔡家园城·三号楼',
    ])
    expect(await knownOn(id, '2024-06-09')).toEqual([['2024-03-01', null, null]])
    expect(await knownOn(id, '2024-06-10')).toEqual([
      ['2024-03-01', '2024-06-01', 'moved'],
      ['2024-06-01', null, null],
    ])
    const { file, events } = await open(id)
    expect(file).toMatchObject(cai())
    expect(events[0]!.recorded).toBe('周科 2024-03-01 登记')
    expect(events[1]).toMatchObject({ note: '扩大办公面积', recorded: '周科 2024-06-10 登记' })
    const shown = await at.play(at.who.office, '2024-06-28', lifePaper, { id, paper: events[1]!.evidence! })
    expect(shown.name).toBe('租赁合同.pdf')
  })

  it('refuses what does not go, each in its sentence', async () => {
    const id = await put()
    const go = (rest: object, who = at.who.office) =>
      refusal(at.play(who, '2024-06-28', move, { id, ...cai(), on: '2024-06-01', ...rest }))
    expect(await go({ on: '2024-06-29' })).toBe('生效日期不能晚于今天')
    expect(await go({ on: '2024-02-29' })).toBe('生效日期不能早于最近一次变动之日 2024-03-01，如该记录有误请办理更正')
    expect(await go({ town: at.org('水土街道') })).toBe('水土街道由两江新区管理委员会管辖，不属于本区建档范围')
    expect(await go({}, at.who.tian)).toBe('镇街只能登记本镇街范围内的企业，其他镇街的请由领导小组办公室登记')
    expect(await go({ town: at.org('天生街道'), zone: at.org('缙云园城'), building: null })).toBe(
      '迁入地与现所在地相同，无须办理迁移',
    )
    expect(await go({}, at.who.leader)).toBe('您没有“办理区内迁移”的权限')
  })

  it('on the day the stretch began replaces it', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-03-01', move, { id, ...cai(), on: '2024-03-01' })
    expect(await knownOn(id, '2024-03-02')).toEqual([['2024-03-01', null, null]])
    expect(await told(id)).toEqual(['2024-03-01 落户 新设立，落户蔡家岗街道·蔡家园城·三号楼'])
  })

  it('away from the keeper’s area leaves the file without keeper, within it does not', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-06-01', assignKeeper, { id, person: at.person('小田') })
    await at.play(at.who.office, '2024-06-02', move, { id, town: at.org('天生街道'), zone: null, on: '2024-06-02' })
    expect((await open(id)).file.keeperName).toBe('小田')
    await at.play(at.who.office, '2024-06-03', move, { id, ...cai(), on: '2024-06-03' })
    expect((await open(id)).file).toMatchObject({ keeper: null, keeperName: null, keeperOrg: null })
  })
})

describe('a change of trade', () => {
  it('is told by what changed, from its day on', async () => {
    const id = await put()
    const said = { source: 'visit', asOf: '2024-06-01' } as const
    const values = { industry: '6520', direction: '集成电路设计', saas: true }
    const missing = await refusal(at.play(at.who.tian, '2024-06-05', amend, { id, values, ...said }))
    expect(missing).toBe('变更所在镇街、园城、楼宇、行业、重点方向或 SaaS 服务的，请填写生效日期')
    await at.play(at.who.tian, '2024-06-05', amend, { id, values, ...said, effectiveOn: '2024-06-01' })
    expect((await told(id))[1]).toBe(
      '2024-06-01 信息变更 行业由应用软件开发变更为集成电路设计；重点方向由未定变更为集成电路设计；开始提供 SaaS 服务',
    )
    const [, after] = (await open(id)).stretches
    expect(after).toMatchObject({ industry: '6520', division: '65', begin: 'changed', since: '2024-06-01' })
  })
})

describe('leaving', () => {
  it('ends the enterprise’s time in the district, and it can come back', async () => {
    const id = await put()
    const gone = { id, how: 'left', on: '2024-05-01', reason: '总部搬迁' } as const
    expect(await refusal(at.play(at.who.tian, '2024-05-06', leave, gone))).toBe('请填写迁往地')
    await at.play(at.who.tian, '2024-05-06', leave, { ...gone, destination: '重庆市渝北区' })
    expect((await told(id)).at(-1)).toBe('2024-05-01 迁出本区 迁往重庆市渝北区')
    expect((await open(id)).file).toMatchObject({ leftOn: '2024-05-01', status: 'active' })
    const again = await refusal(at.play(at.who.tian, '2024-05-07', leave, { ...gone, destination: '重庆市渝北区' }))
    expect(again).toBe(`“${nameOf()}”已于 2024-05-01 离区，不能办理`)
    const back = { id, ...cai(), on: '2024-06-01' }
    expect(await refusal(at.play(at.who.office, '2024-06-05', resettle, { ...back, on: '2024-04-30' }))).toBe(
      '落户日期不能早于离区日期 2024-05-01',
    )
    await at.play(at.who.office, '2024-06-05', resettle, back)
    expect(await told(id)).toEqual([
      '2024-03-01 落户 新设立，落户天生街道·缙云园城',
      '2024-05-01 迁出本区 迁往重庆市渝北区',
      '2024-06-01 落户 区外迁入，落户蔡家岗街道·蔡家园城·三号楼',
    ])
    expect((await open(id)).file).toMatchObject({ leftOn: null, settledOn: '2024-06-01', originKind: 'moved-in' })
    expect(await refusal(at.play(at.who.office, '2024-06-06', resettle, back))).toBe(`“${nameOf()}”目前在区，无须重新落户`)
  })

  it('by merger is told in both lives', async () => {
    const into = await put()
    const keeps = nameOf()
    const id = await put()
    const merge = { id, how: 'merged', on: '2024-05-01', reason: '吸收合并' } as const
    const refused = (rest: object) => refusal(at.play(at.who.office, '2024-05-06', leave, { ...merge, ...rest }))
    expect(await refused({})).toBe('请选择合并方企业')
    expect(await refused({ into: id })).toBe('合并方不能是本企业')
    expect(await refused({ into, on: '2024-03-01' })).toBe('离区日期应晚于最近一次变动之日 2024-03-01')
    expect(await refused({ into, reason: '' })).toBe('请填写说明')
    await at.play(at.who.office, '2024-05-06', leave, { ...merge, into })
    expect((await told(id)).at(-1)).toBe(`2024-05-01 被合并 被${keeps}合并`)
    expect((await open(id)).file.status).toBe('deregistered')
    expect((await told(into)).at(-1)).toBe(`2024-05-01 合并 吸收合并${nameOf()}`)
  })
})

describe('what was recorded wrongly', () => {
  const right = () => ({ ...cai(), industry: '6513', saas: false, reason: '登记时看错合同' })

  it('is withdrawn and recorded anew; the stretch before ends where the right one begins', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-06-02', move, { id, ...cai(), on: '2024-06-01' })
    await at.play(at.who.office, '2024-06-20', rectify, { id, ...right(), building: '五号楼', since: '2024-05-15' })
    expect(await knownOn(id, '2024-06-19')).toEqual([
      ['2024-03-01', '2024-06-01', 'moved'],
      ['2024-06-01', null, null],
    ])
    expect(await knownOn(id, '2024-06-20')).toEqual([
      ['2024-03-01', '2024-05-15', 'moved'],
      ['2024-05-15', null, null],
    ])
    const { file, events } = await open(id)
    expect(file.building).toBe('五号楼')
    expect(events.at(-1)).toMatchObject({ note: '登记时看错合同', about: '由天生街道·缙云园城迁至蔡家岗街道·蔡家园城·五号楼' })
  })

  it('about a departure is set right too', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-06-02', leave, { id, how: 'closed', on: '2024-06-01', reason: '注销' })
    await at.play(at.who.office, '2024-06-20', rectify, { id, ...right(), since: '2024-03-02' })
    expect((await open(id)).file).toMatchObject({ leftOn: null, status: 'active', settledOn: '2024-03-02' })
    expect(await told(id)).toEqual(['2024-03-02 落户 新设立，落户蔡家岗街道·蔡家园城·三号楼'])
  })

  it('refuses days that do not fit', async () => {
    const id = await put()
    await at.play(at.who.office, '2024-06-02', move, { id, ...cai(), on: '2024-06-01' })
    const fix = (rest: object, who = at.who.office) =>
      refusal(at.play(who, '2024-06-28', rectify, { id, ...right(), since: '2024-06-01', ...rest }))
    expect(await fix({ since: '2024-06-29' })).toBe('起止日期不能晚于今天')
    expect(await fix({ since: '2024-03-01' })).toBe('起始日期应在上一段在区记录（2024-03-01 起）之后')
    expect(await fix({ until: '2024-06-01' })).toBe('离区日期应晚于起始日期')
    expect(await fix({ until: '2024-06-20' })).toBe('该企业目前在区，如已离区请办理“离区”')
    expect(await fix({ reason: ' ' })).toBe('请填写更正理由')
    expect(await fix({ since: '2024-06-05' }, at.who.cai)).toBe('上一段在区记录不在本单位范围内，起始日期请由领导小组办公室更正')
  })
})

describe('the database', () => {
  it('keeps one open stretch of an enterprise', async () => {
    const id = await put()
    const second = at.run(at.who.office, '2024-06-28', async ({ db }) => {
      const [row] = await db.select().from(presences).where(eq(presences.enterprise, id))
      const { id: _, ...rest } = row!
      await db.insert(presences).values(rest)
    })
    expect(await refusal(second)).toBe('已有相同的记录，请勿重复登记')
  })

  it('lets a recorded stretch only be withdrawn, once, and never removed', async () => {
    const id = await put()
    const change = (values: Partial<typeof presences.$inferInsert>) =>
      refusal(
        at.run(at.who.office, '2024-06-28', ({ db }) => db.update(presences).set(values).where(eq(presences.enterprise, id))),
      )
    expect(await change({ since: '2024-01-01' })).toBe('在区记录不可改动，请登记更正')
    expect(await change({ knownUntil: '2024-06-28' })).toBe('没有拒绝')
    expect(await change({ knownUntil: null })).toBe('在区记录不可改动，请登记更正')
    const removed = await at.run(at.who.office, '2024-06-28', ({ db }) => db.delete(presences).returning())
    expect(removed).toEqual([])
  })
})
