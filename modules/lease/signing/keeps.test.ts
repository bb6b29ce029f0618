/** What was signed goes one way only, and stands where its building stands, whatever way a keeper finds to the database. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { units } from '#modules/space/tables.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { drawUp, signed, terms } from '#test/lease.ts'
import { openBuilding, type Stock, use } from '#test/space.ts'
import { leases, leaseUnits } from '../tables.ts'

const { lease, space } = modules
const today = '2024-06-28'
const kept = '已签订的租约不可改动，请办理续租、退租或重新签订'
let at: Firms
let stock: Stock
let other: Stock
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: { 101: 100, 102: 100, 103: 100 } }] })
  const inCai = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道'), by: at.who.office }
  other = await openBuilding(at, { name: '智慧大厦', ...inCai, storeys: [{ number: 1, units: { A1: 100 } }] })
})
afterAll(() => at.close())

const unit = (name: string) => stock.units[name]!
const write = (work: Parameters<typeof at.run<unknown>>[2]) => refusal(at.run(at.who.jin, today, work))

describe('a signed lease', () => {
  it('becomes no draft again, lets no room go and takes none', async () => {
    const { id } = await signed(at, [unit('101')])
    const turn = (status: 'draft' | 'cancelled') => write(({ db }) => db.update(leases).set({ status }).where(eq(leases.id, id)))
    expect([await turn('draft'), await turn('cancelled')]).toEqual([kept, kept])
    const change = (values: Partial<typeof leaseUnits.$inferInsert>) =>
      write(({ db }) => db.update(leaseUnits).set(values).where(eq(leaseUnits.lease, id)))
    expect(await change({ held: false })).toBe(kept)
    expect(await change({ area: 10 })).toBe(kept)
    expect(await change({ until: '2030-01-01' })).toBe(kept)
    await at.play(at.who.jin, today, lease.end, { id, on: '2024-07-01', kind: 'early', reason: '退租' })
    expect(await write(({ db }) => db.update(leases).set({ endedOn: '2024-08-01' }).where(eq(leases.id, id)))).toBe(kept)
  })

  it('is followed by the one that renews it, not by any that says so', async () => {
    const old = await signed(at, [other.units.A1!], { by: at.who.office })
    const said = { ...terms([unit('103')]), renews: old.id }
    const { id } = await at.play(at.who.jin, today, lease.draft, said)
    expect((await at.play(at.who.jin, today, lease.show, { id })).lease.renews).toBeNull()
  })

  it('keeps the first day of its room', async () => {
    await signed(at, [unit('102')])
    const later = at.play(at.who.jin, today, space.changeUnit, { id: unit('102'), values: { since: today } })
    expect(await refusal(later)).toBe('单元“102”自 2024-04-01 起已出租或使用，启用日期不能晚于该日')
  })
})

it('a room does not grow too small for who is in it', async () => {
  await use(at, { unit: unit('103'), since: '2024-03-01', area: 80 })
  const smaller = (area: number) => at.play(at.who.jin, today, space.changeUnit, { id: unit('103'), values: { area } })
  expect(await refusal(smaller(79))).toMatch(/^单元“103”自 2024-03-01 起由“.+”使用 80(\.00)? ㎡，不能停用或减少面积$/)
  await smaller(80)
})

it('neither a lease nor a room of a foreign building passes for one of the own zone', async () => {
  const { id } = await drawUp(at, [unit('101')], { from: '2026-01-01', to: '2026-12-31' })
  const place = '所在园城、镇街应与楼宇台账一致，请刷新后再试'
  expect(await write(({ db }) => db.update(leases).set({ building: other.building }).where(eq(leases.id, id)))).toBe(place)
  expect(
    await write(({ db }) =>
      db
        .update(units)
        .set({ building: other.building })
        .where(eq(units.id, unit('103'))),
    ),
  ).toBe(place)
})
