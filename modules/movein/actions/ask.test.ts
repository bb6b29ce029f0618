/** A visitor asks without an account, and learns by his code where his matter stands; of others he learns nothing. */

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { moveIns } from '#modules/movein/tables.ts'
import { showOffered } from '#modules/space/actions/find.ts'
import { units } from '#modules/space/tables.ts'
import { machine } from '#platform/context.ts'
import { refusal, region } from '#test/it.ts'
import { asking, type Letting, openLetting } from '#test/movein.ts'
import { hold } from '#test/space.ts'

const { movein } = modules
const today = '2024-06-28'
let at: Letting
beforeAll(async () => {
  at = await openLetting()
})
afterAll(() => at.close())

const ask = (rest: Parameters<typeof asking>[0] = {}, day = today) => at.play(at.who.visitor, day, movein.ask, asking(rest))
const look = (token: string, day = today) => at.play(at.who.visitor, day, movein.standing, { token })
const visit = (name: string) => ({ unit: at.stock.units[name]!, wantedOn: '2024-07-02', half: 'am' as const })

describe('a visitor', () => {
  it('books a viewing of a room on offer: the park of its building has five working days to answer', async () => {
    const { number, token } = await ask(visit('101'))
    expect(number).toBe('RZ-2024-0001')
    expect(token).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
    expect(await look(token)).toMatchObject({
      number,
      name: '重庆新芽软件有限公司',
      stateWord: '待看房',
      holder: '缙云公司',
      dueOn: '2024-07-05',
      left: 5,
      openedOn: today,
      building: '数字谷一号楼',
      steps: [{ stateWord: '待看房', holder: '缙云公司', since: today, dueOn: '2024-07-05', endedOn: null }],
      viewing: { wantedOn: '2024-07-02', half: 'am', status: 'asked', guide: null, said: null },
    })
    expect((await look(token, '2024-07-08')).left).toBe(-1)
  })

  it('leaves a need: the office has it, or the one park that is asked for', async () => {
    const open = await ask({ phone: '023-68000001' })
    expect(await look(open.token)).toMatchObject({ stateWord: '待推荐', holder: '领导小组办公室', building: null, viewing: null })
    const placed = await ask({ phone: '023-68000001', wanted: { zones: [at.org('缙云园城')] } })
    expect((await look(placed.token)).holder).toBe('缙云公司')
  })

  it('is told what is wrong', async () => {
    const own = { phone: '13900000000' }
    const booked = visit('102')
    expect(await refusal(ask({ ...own, ...booked, wantedOn: null }))).toBe('请选择看房日期和时段')
    expect(await refusal(ask({ ...own, ...booked, unit: null }))).toBe('请先选择要看的房源')
    expect(await refusal(ask({ ...own, ...booked, wantedOn: '2024-06-27' }))).toBe('看房日期不能早于今天')
    expect(await refusal(ask({ ...own, ...booked, wantedOn: '2024-06-29' }))).toBe('2024-06-29 不是工作日，请另选看房日期')
    expect(await refusal(ask({ ...own, ...booked, wantedOn: '2024-07-29' }))).toBe('看房日期应在今后 30 天以内')
    expect(await refusal(ask({ ...own, wanted: {} }))).toBe('请说明所需空间，如面积、人数、预算或园城')
    expect(await refusal(ask({ ...own, wanted: { areaFrom: 100, areaTo: 50 } }))).toBe('面积上限不能小于下限')
    expect(await refusal(ask({ ...own, wanted: { zones: [at.org('天生街道')] } }))).toBe('意向园城应从园城名录中选择')
    expect(await refusal(ask({ phone: '12345' }))).toBe('联系电话应为手机号码，或带区号的固定电话')
    expect(await refusal(ask({ ...own, name: ' ' }))).toBe('请填写企业名称')
    expect(await refusal(ask({ ...own, ...booked, unit: at.org('缙云园城') }))).toBe(
      '没有找到该房源，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('is not shown a room that is not on offer', async () => {
    await at.run(machine(region), today, ({ db }) =>
      db.update(units).set({ listed: false }).where(eq(units.id, at.stock.units['106']!)),
    )
    expect(await refusal(ask({ ...visit('106'), phone: '13900000001' }))).toContain('没有找到该房源')
  })

  it('is told of a room that is let by now, and books it no more', async () => {
    await hold(at, { unit: at.stock.units['105']!, since: '2024-06-01', until: '2025-06-01' })
    const look = (name: string) => at.play(at.who.visitor, today, showOffered, { id: at.stock.units[name]! })
    expect([(await look('104')).free, (await look('105')).free]).toEqual([true, false])
    expect(await refusal(ask({ ...visit('105'), phone: '13900000001' }))).toBe('该房源已租出，请另选房源，或留下需求')
  })

  it('asks three times a day with one phone, however it is written, and again the next', async () => {
    for (const phone of ['023-68000009', '023 6800 0009', '02368000009']) await ask({ phone })
    expect(await refusal(ask({ phone: '023-68000009' }))).toBe('该电话今天已提交 3 次，工作人员会尽快与您联系，请勿重复提交')
    expect((await ask({ phone: '023-68000009' }, '2024-07-01')).number).toMatch(/^RZ-2024-/)
  })

  it("gives up what he asked for until it is reviewed, and nothing that is another's", async () => {
    const { token, number } = await ask({ ...visit('103'), phone: '13500000001' })
    const giveUp = (code: string) => at.play(at.who.visitor, today, movein.giveUp, { token: code })
    expect(await giveUp(token)).toEqual({ number })
    expect(await look(token)).toMatchObject({ state: 'withdrawn', mayGiveUp: false, viewing: { status: 'cancelled' } })
    expect(await refusal(giveUp(token))).toBe(`办件 ${number} 已经撤回`)
    expect(await refusal(giveUp('00000-00000-00000-00000-00000'))).toContain('没有找到该办件')

    const next = await ask({ ...visit('103'), phone: '13500000002' })
    const matter = (await at.play(at.who.jin, today, movein.list, { size: 200 })).rows.find((row) => row.number === next.number)!
    await at.play(at.who.jin, today, movein.apply, { id: matter.id })
    expect(await refusal(giveUp(next.token))).toBe(`办件 ${next.number} 当前为“待审核”，如需撤回请与园城联系`)
    expect((await look(next.token)).mayGiveUp).toBe(false)
  })

  it('sees nothing but his own, by its code however typed', async () => {
    const { token, number } = await ask({ phone: '13700000000' })
    expect((await look(` ${token.toLowerCase().replaceAll('-', ' ')} `)).number).toBe(number)
    expect(await refusal(look('00000-00000-00000-00000-00000'))).toBe('没有找到该办件，它可能已被移除，或不在您可以查看的范围内')
    expect(await refusal(look(' '))).toBe('请填写查询码')
    expect(await at.run(at.who.visitor, today, ({ db }) => db.select().from(moveIns))).toEqual([])
  })

  it('of many at once each has a number of its own', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => ask({ phone: `1360000000${n}` })))
    expect(new Set(asked.map(({ number }) => number)).size).toBe(8)
    expect(new Set(asked.map(({ token }) => token)).size).toBe(8)
  })
})
