/** Services of a building: who may ask for them, what is refused in which words, who sees what, no room booked twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { openBuilding, type Stock, use } from '#test/space.ts'
import { closeDue } from './job.ts'
import { tickets } from './tables.ts'

const { upkeep, enterprise } = modules
const today = '2024-06-28' // A Friday.
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, {
    name: '数字谷一号楼',
    operator: '缙云运营公司',
    storeys: [{ number: 1, units: { 101: 300, 102: 200 } }],
  })
  await settle(1, '甲企业', '101')
  await settle(2, '乙企业', null)
})
afterAll(() => at.close())

/** An enterprise on file with its account, in a unit or in none. */
async function settle(n: number, account: string, unit: string | null) {
  const { id } = await at.play(at.who.office, today, enterprise.register, firm(at, n))
  await at.owner.query('update enterprise set org = $1 where id = $2', [at.org(account), id])
  if (!unit) return
  await use(at, { unit: stock.units[unit]!, since: '2024-03-01', area: 250 })
  await at.owner.query('alter table occupancy disable trigger occupancy_keep')
  await at.owner.query('update occupancy set enterprise = $1 where unit = $2', [id, stock.units[unit]])
  await at.owner.query('alter table occupancy enable trigger occupancy_keep')
}

const problem = () => ({
  building: stock.building,
  unit: stock.units['101']!,
  kind: 'repair' as const,
  title: '空调不制冷',
  text: '两台空调不制冷',
})
const raise = (by: Actor = at.who.first, day = today, rest = {}) =>
  at.play(by, day, upkeep.raiseTicket, { ...problem(), ...rest })
const show = (id: string, by: Actor = at.who.office, day = today) => at.play(by, day, upkeep.showTicket, { id })

describe('a ticket', () => {
  it('is raised by a tenant, taken up, done and rated; its clock runs in working days', async () => {
    const { id, number } = await raise()
    expect(number).toBe('BS-2024-0001')
    expect(await show(id)).toMatchObject({ status: 'raised', dueOn: '2024-07-03', left: 3, orgName: '甲企业', unitName: '101' })
    await at.play(at.who.jin, '2024-07-01', upkeep.acceptTicket, { id, handler: '老王' })
    await at.play(at.who.jin, '2024-07-02', upkeep.finishTicket, { id, answer: '已更换电容' })
    expect(await show(id)).toMatchObject({ status: 'done', left: null, handler: '老王' })
    await at.play(at.who.first, '2024-07-03', upkeep.rateTicket, { id, score: 5 })
    expect(await show(id)).toMatchObject({ status: 'closed', score: 5, remark: null })
  })

  it('not mended, it goes on under its number with a new clock', async () => {
    const { id, number } = await raise()
    await at.play(at.who.jin, today, upkeep.finishTicket, { id, answer: '已处理' })
    await at.play(at.who.first, '2024-07-01', upkeep.reopenTicket, { id, remark: '仍不制冷' })
    expect(await show(id)).toMatchObject({ number, status: 'accepted', reopened: 1, doneAt: null, dueOn: '2024-07-04' })
  })

  it('not judged in time, is closed by itself; the last day still belongs to whoever raised it', async () => {
    const { id } = await raise()
    await at.play(at.who.jin, today, upkeep.finishTicket, { id, answer: '已处理' })
    const sweep = (day: string) => at.run(machine(at.who.jin.region), day, closeDue)
    await sweep('2024-07-05')
    expect((await show(id)).status).toBe('done')
    await sweep('2024-07-06')
    expect(await show(id)).toMatchObject({ status: 'closed', score: null })
  })

  it('is refused in words to whoever is not there, and judged only by who raised it', async () => {
    expect(await refusal(raise(at.who.second))).toBe('贵单位未在该楼宇登记使用，不能办理；如已入驻，请联系园城登记使用情况')
    expect(await refusal(raise(at.who.first, today, { title: ' ' }))).toBe('请填写事项')
    const file = { name: '说明.txt', bytes: new TextEncoder().encode('不是图片') }
    expect(await refusal(raise(at.who.first, today, { file }))).toBe('“说明.txt”不是 JPG 或 PNG 图片，请重新选择')
    const { id, number } = await raise()
    const rate = (by: Actor) => at.play(by, today, upkeep.rateTicket, { id, score: 5 })
    expect(await refusal(rate(at.who.first))).toBe('当前为“待受理”，不能评价')
    await at.play(at.who.jin, today, upkeep.finishTicket, { id, answer: '已处理' })
    expect(await refusal(rate(at.who.jin))).toBe(`报事 ${number} 由其他单位提出，应由该单位评价、撤回或重新提出`)
  })

  it('shows its photo to whoever raised it and to the keeper, to no neighbour', async () => {
    const file = { name: '空调.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }
    const { id } = await raise(at.who.first, today, { file })
    const open = (by: Actor, of = id) => at.play(by, today, upkeep.ticketPhoto, { id: of })
    for (const by of [at.who.first, at.who.jin, at.who.office])
      expect(await open(by)).toMatchObject({ name: '空调.png', type: 'image/png' })
    const none = '没有找到该照片，它可能已被移除，或不在您可以查看的范围内'
    expect(await refusal(open(at.who.second))).toBe(none)
    expect(await refusal(open(at.who.first, (await raise()).id))).toBe(none)
  })

  it('is none of a neighbour’s business, nor of a department’s', async () => {
    const { id } = await raise()
    expect(await refusal(show(id, at.who.second))).toBe('没有找到该报事，它可能已被移除，或不在您可以查看的范围内')
    expect((await at.play(at.who.second, today, upkeep.tickets, { state: 'all' })).total).toBe(0)
    expect(await refusal(at.play(at.who.science, today, upkeep.tickets, {}))).toBe('您没有“楼宇报事”的权限')
    const seen = await at.run(at.who.science, today, ({ db }) => db.$count(tickets))
    expect(seen).toBe(0)
  })
})

describe('a shared room', () => {
  let room: string
  beforeAll(async () => {
    const given = {
      building: stock.building,
      name: '一楼会议室',
      kind: 'meeting' as const,
      seats: 20,
      opensAt: 9,
      closesAt: 18,
      equipment: null,
      open: true,
    }
    room = (await at.play(at.who.jin, today, upkeep.addRoom, given)).id
  })
  const book = (rest = {}, by: Actor = at.who.first) =>
    at.play(by, today, upkeep.book, { room, day: '2024-07-01', from: '10:00', to: '11:30', title: '评审会', people: 8, ...rest })

  it('is booked once for a time, whoever comes at the same moment', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, () => refusal(book())))
    expect(tries.filter((said) => said === '没有拒绝')).toHaveLength(1)
    expect(new Set(tries.filter((said) => said !== '没有拒绝'))).toEqual(
      new Set(['“一楼会议室”2024-07-01 10:00 至 11:30 已有预订，请另选时间']),
    )
    await book({ from: '11:30', to: '12:00' })
    const [seen] = await at.play(at.who.second, today, upkeep.rooms, { day: '2024-07-01' })
    expect(seen!.taken).toEqual([
      { from: '10:00', to: '11:30' },
      { from: '11:30', to: '12:00' },
    ])
  })

  it('refuses in words what cannot be', async () => {
    expect(await refusal(book({ from: '08:00' }))).toBe('“一楼会议室”开放时间为 9:00 至 18:00，请在此时间内预订')
    expect(await refusal(book({ from: '12:00', to: '11:00' }))).toBe('结束时间应晚于开始时间')
    expect(await refusal(book({ day: '2024-06-27' }))).toBe('预订时间已过，请另选时间')
    expect(await refusal(book({ day: '2024-12-02' }))).toBe('最多可提前 60 天预订')
    expect(await refusal(book({ people: 21, from: '14:00', to: '15:00' }))).toBe('“一楼会议室”最多容纳 20 人，请另选场地')
    expect(await refusal(book({ from: '14:00', to: '15:00' }, at.who.second))).toMatch('贵单位未在该楼宇登记使用')
  })

  it('tells nobody who has it but its own and the keeper; a cancelled time is free again', async () => {
    const between = { from: '2024-07-01', to: '2024-07-02' }
    const mine = await at.play(at.who.first, today, upkeep.bookingsOf, between)
    expect(mine.map(({ title, mayCancel }) => [title, mayCancel])).toEqual([
      ['评审会', true],
      ['评审会', true],
    ])
    expect(await at.play(at.who.second, today, upkeep.bookingsOf, between)).toEqual([])
    await at.play(at.who.first, today, upkeep.cancelBooking, { id: mine[0]!.id })
    await book()
  })
})

describe('a notice', () => {
  it('reaches those in the building, who are seen to have read it; others do not see it', async () => {
    const words = { title: '停电通知', text: '周六停电', until: null, buildings: [stock.building] }
    expect(await at.play(at.who.jin, today, upkeep.publishNotice, words)).toEqual({ published: 1 })
    const [seen] = await at.play(at.who.first, today, upkeep.notices, {})
    expect(seen).toMatchObject({ title: '停电通知', read: false })
    const readers = () => at.play(at.who.jin, today, upkeep.noticeReaders, { id: seen!.id })
    expect(await readers()).toEqual([{ orgName: '甲企业', readOn: null, readBy: null }])
    await at.play(at.who.first, today, upkeep.readNotice, { id: seen!.id })
    await at.play(at.who.first, today, upkeep.readNotice, { id: seen!.id })
    expect(await readers()).toMatchObject([{ orgName: '甲企业', readOn: today }])
    expect((await at.play(at.who.jin, today, upkeep.notices, {}))[0]).toMatchObject({ readBy: 1, tenants: 1 })
    expect(await at.play(at.who.second, today, upkeep.notices, {})).toEqual([])
    const past = { ...words, until: '2024-06-01' }
    expect(await refusal(at.play(at.who.jin, today, upkeep.publishNotice, past))).toBe('有效期不能早于今天')
  })
})

it('the scorecard opens to what makes it, and its rule is data', async () => {
  const { rows } = await at.play(at.who.office, '2024-07-10', upkeep.scorecard, {})
  expect(rows).toMatchObject([{ name: '数字谷一号楼', operator: '缙云运营公司' }])
  expect(rows[0]!.score.parts.map(({ sentence }) => sentence)[1]).toBe(
    '使用 250 ㎡，可用 500 ㎡，入驻率 50%，90% 得满分 30 分，得 16.7 分',
  )
  const rule = {
    since: '2024-07-10',
    days: { repair: 2, complaint: 5, cleaning: 1, security: 1, network: 2, other: 5 },
    closeAfter: 7,
    basis: '试行办法',
  }
  const enact = (weights: object, fullOccupancy = 0.8) =>
    at.play(at.who.office, '2024-07-10', upkeep.enactUpkeepRule, { ...rule, weights: weights as never, fullOccupancy })
  expect(await refusal(enact({ response: 50, occupancy: 30, satisfaction: 30 }))).toBe('三项评分权重合计应为 100')
  await enact({ response: 40, occupancy: 30, satisfaction: 30 })
  const after = await at.play(at.who.office, '2024-07-10', upkeep.scorecard, {})
  expect(after.rows[0]!.score.parts[1]!.sentence).toMatch('80% 得满分')
})

it('the scorecard counts no mark a keeper gave himself, and is told on the last day of February too', async () => {
  const satisfaction = async (day: string) =>
    (await at.play(at.who.office, day, upkeep.scorecard, {})).rows[0]!.score.parts[2]!.sentence
  const before = await satisfaction('2024-07-10')
  const { id } = await raise(at.who.jin)
  await at.play(at.who.jin, today, upkeep.finishTicket, { id, answer: '已处理' })
  await at.play(at.who.jin, today, upkeep.rateTicket, { id, score: 1 })
  expect(await satisfaction('2024-07-10')).toBe(before)
  expect(await satisfaction('2028-02-29')).toBeTruthy()
})
