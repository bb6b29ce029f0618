/** What is shown to everyone: objections stop its days, one that is upheld takes its item out, the others go on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { bring, type Granting, nightOf, openGranting, today } from '#test/claim.ts'
import { refusal } from '#test/it.ts'
import { together } from './publicity/clock.ts'

const { claim } = modules
let at: Granting
let ids: string[]
let number: string
beforeAll(async () => {
  at = await openGranting()
  ids = [await bring(at, { to: 'ranking' }), await bring(at, { to: 'ranking', who: at.who.second })]
})
afterAll(() => at.close())

const one = (id: string, day = today) => at.play(at.who.office, day, claim.one, { id })
const shown = (day = '2024-07-01') => at.play(at.who.visitor, day, claim.publicityList, { number })
const itemOf = async (id: string) => (await shown()).rows.find((row) => row.claim === id)!.id
const object = async (id: string, phone: string, day: string) =>
  at.play(at.who.visitor, day, claim.object, { item: await itemOf(id), name: '群众', phone, text: '该企业人数不实' })

describe('a list', () => {
  it('is made of what is ready, for no less than the days of the rule', async () => {
    const make = (rest: object) =>
      at.play(at.who.science, today, claim.publicise, {
        cycle: at.cycle,
        claims: ids,
        title: '第一批公示',
        phone: '023-1',
        ...rest,
      })
    expect(await refusal(make({ days: 4 }))).toBe('公示期不得少于 5 个工作日')
    expect(await refusal(make({ claims: [] }))).toBe('请选择要公示的事项')
    number = (await make({})).number
    expect(await refusal(make({}))).toBe('当前为“公示中”，不能列入公示')
    expect(await shown()).toMatchObject({ status: 'open', until: '2024-07-05', items: 2, approved: 4_000_000, openObjections: 0 })
  })

  it('tells everyone the clause, the firm, and both sums, and nothing of what proves them', async () => {
    const { rows } = await shown()
    expect(rows[0]).toMatchObject({ title: '用工补贴', article: '第一条', asked: 2_000_000, approved: 2_000_000 })
    expect(JSON.stringify(rows)).not.toMatch(/6222|清单/)
  })

  it('stands still while an objection is open, for all that is on it', async () => {
    const raised = await object(ids[0]!, '13800000001', '2024-07-02')
    expect(raised.dueOn).toBe('2024-07-09')
    expect(await at.play(at.who.visitor, '2024-07-02', claim.objectionStanding, { token: raised.token })).toMatchObject({
      state: '待核查',
      left: 5,
    })
    for (const id of ids) expect((await one(id)).steps.at(-1)!.clock.paused).toBe(true)
    await nightOf(at, '2024-07-20')
    expect((await shown('2024-07-20')).status).toBe('open')
    expect(await refusal(at.play(at.who.office, '2024-07-20', claim.endPublicity, { id: (await shown()).id }))).toBe(
      '有异议正在核查，核查后公示期继续计算',
    )
  })

  it('goes on where it is dismissed, its last day moved by what was not counted', async () => {
    const [open] = await at.play(at.who.science, '2024-07-04', claim.objectionLines, { state: 'open' })
    expect(open).toMatchObject({ name: '群众', phone: '13800000001', mine: true })
    expect(
      await refusal(at.play(at.jury, '2024-07-04', claim.decideObjection, { id: open!.id, upheld: false, finding: '不成立' })),
    ).toBe('公示异议由公示单位或办公室核查')
    await at.play(at.who.science, '2024-07-04', claim.decideObjection, { id: open!.id, upheld: false, finding: '经核人数属实' })
    expect(await shown()).toMatchObject({ until: '2024-07-09', openObjections: 0 })
    for (const id of ids) expect((await one(id)).claim.dueOn).toBe('2024-07-09')
  })

  it('loses what an upheld objection is about; the rest is decided', async () => {
    await object(ids[0]!, '13800000002', '2024-07-08')
    await object(ids[0]!, '13800000003', '2024-07-08')
    const [open] = await at.play(at.who.office, '2024-07-09', claim.objectionLines, { state: 'open' })
    await at.play(at.who.office, '2024-07-09', claim.decideObjection, { id: open!.id, upheld: true, finding: '人数不实' })
    expect(await at.play(at.who.office, '2024-07-09', claim.objectionLines, { state: 'open' })).toEqual([])
    expect((await one(ids[0]!)).claim).toMatchObject({ status: 'screening', publicity: null })
    expect(await refusal(object(ids[0]!, '13800000004', '2024-07-09'))).toBe('该项内容已撤下，无须再提出异议')
    expect((await shown('2024-07-09')).rows.filter(({ takenOut }) => takenOut)).toHaveLength(1)
    await nightOf(at, '2024-07-10')
    expect((await one(ids[1]!)).claim.status).toBe('public')
    expect(await nightOf(at, '2024-07-11')).toBe(1)
    expect((await one(ids[1]!)).claim.status).toBe('deciding')
    expect((await shown('2024-07-11')).status).toBe('done')
    expect(await refusal(object(ids[1]!, '13800000005', '2024-07-11'))).toBe('该公示已办结，不能再提出异议，可向公示单位反映')
  })

  it('with nothing left on it is withdrawn', async () => {
    const id = await bring(at, { to: 'ranking', clause: 'case', asked: 20_000_000 })
    number = (
      await at.play(at.who.science, today, claim.publicise, { cycle: at.cycle, claims: [id], title: '第二批', phone: '1' })
    ).number
    await object(id, '13800000006', '2024-07-02')
    const [open] = await at.play(at.who.office, '2024-07-02', claim.objectionLines, { state: 'open' })
    await at.play(at.who.office, '2024-07-02', claim.decideObjection, { id: open!.id, upheld: true, finding: '属实' })
    expect((await shown('2024-07-02')).status).toBe('withdrawn')
  })
})

describe('an objection', () => {
  it('of one phone is taken three times a day', async () => {
    const id = await bring(at, { to: 'public', clause: 'case', who: at.who.second, asked: 20_000_000 })
    number = (await one(id)).names.publicity!
    for (let n = 0; n < 3; n += 1) await object(id, '13900000000', '2024-07-01')
    expect(await refusal(object(id, '139 0000 0000', '2024-07-01'))).toBe('该电话今天已提交 3 次异议，请等待核查，或明天再提交')
  })

  it('and who raised it is never told to the firm', async () => {
    const [open] = await at.play(at.who.office, '2024-07-01', claim.objectionLines, { state: 'open' })
    const whole = await at.play(at.who.second, '2024-07-01', claim.one, { id: open!.claim })
    expect(JSON.stringify(whole)).not.toMatch(/群众|1390000|人数不实/)
    expect(whole.opinions).toEqual([])
    expect(await refusal(at.play(at.who.second, '2024-07-01', claim.objectionLines, {}))).toBe('您没有“公示异议”的权限')
    const leader = await at.play(at.who.leader, '2024-07-01', claim.objectionLines, { state: 'open' })
    expect(leader[0]).toMatchObject({ name: '不公开', phone: '不公开' })
  })
})

it('several objections at a time stop the days once', () => {
  const raised = [
    { raisedOn: '2024-07-02', decidedOn: '2024-07-08' },
    { raisedOn: '2024-07-03', decidedOn: '2024-07-04' },
    { raisedOn: '2024-07-10', decidedOn: null },
  ]
  expect(together(raised)).toEqual([
    { since: '2024-07-02', until: '2024-07-08' },
    { since: '2024-07-10', until: null },
  ])
})
