/** What is reckoned for many leases at once is what each of them tells on its page, on any day and whatever its terms. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayAfter } from '#engines/lease/days.ts'
import { modules } from '#modules/index.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { signed } from '#test/lease.ts'
import { openBuilding, type Stock } from '#test/space.ts'

const { lease } = modules
const today = '2025-06-28'
const names = Array.from({ length: 12 }, (_, n) => `1${String(n + 1).padStart(2, '0')}`)
let at: Firms
let stock: Stock
const signedLeases: string[] = []

const cents = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((n) => n / 100)
const from = fc.integer({ min: 0, max: 400 }).map((n) => dayAfter('2024-01-01', n))
const drawn = fc.record({
  from,
  days: fc.integer({ min: 200, max: 1000 }),
  rent: cents(60),
  fee: fc.option(cents(8)),
  growth: fc.option(fc.constantFrom(2.5, 5)),
  free: fc.integer({ min: 0, max: 60 }),
  payEvery: fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const),
  dueDays: fc.integer({ min: 0, max: 40 }),
  deposit: fc.constantFrom(0, 3000),
  receipts: fc.array(
    fc.record({
      kind: fc.constantFrom('rent' as const, 'fee' as const, 'deposit' as const),
      amount: cents(9000),
      after: fc.nat(500),
    }),
    { maxLength: 4 },
  ),
  ended: fc.option(fc.integer({ min: 30, max: 150 })),
})

beforeAll(async () => {
  at = await openFirms()
  const rooms = Object.fromEntries(names.map((name, n) => [name, 50.25 + n]))
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: rooms }] })
  const samples = fc.sample(drawn, { numRuns: names.length, seed: 7 })
  for (const [n, { days, free, receipts, ended, ...terms }] of samples.entries()) {
    const to = dayAfter(terms.from, days)
    const spans = free > 0 ? [{ from: terms.from, to: dayAfter(terms.from, free) }] : []
    const { id } = await signed(at, [stock.units[names[n]!]!], { ...terms, to, free: spans, today })
    signedLeases.push(id)
    for (const { kind, amount, after } of receipts) {
      const paidOn = dayAfter(terms.from, after)
      if (paidOn <= today) await at.play(at.who.jin, today, lease.enterReceipt, { lease: id, kind, amount, paidOn })
    }
    if (ended) await at.play(at.who.jin, today, lease.end, { id, on: dayAfter(terms.from, ended), kind: 'early', reason: '退租' })
  }
})
afterAll(() => at.close())

it.each([today, '2025-12-02', '2027-03-15'])('the summary and the list of %s add up what each lease tells', async (on) => {
  const told = await Promise.all(signedLeases.map((id) => at.play(at.who.office, on, lease.show, { id })))
  const late = told.filter(({ account }) => account.overdue > 0)
  const { overdue, overdueAmount, running, area } = await at.play(at.who.office, on, lease.summary, {})
  const sum = (of: number[]) => of.reduce((all, one) => all + Math.round(one * 100), 0) / 100
  const current = told.filter(({ standing }) => standing === 'running')
  expect(overdue).toBe(late.length)
  expect(overdueAmount).toBe(sum(late.map(({ account }) => account.overdue)))
  expect({ running, area }).toEqual({ running: current.length, area: sum(current.map(({ lease }) => lease.area)) })
  const { rows } = await at.play(at.who.office, on, lease.list, { overdue: true, size: 200 })
  const sums = ({ due, paid, overdue, overdueDays }: (typeof rows)[number]) => [due, paid, overdue, overdueDays]
  expect(new Map(rows.map((row) => [row.id, sums(row)]))).toEqual(
    new Map(late.map(({ lease, account }) => [lease.id, [account.due, account.paid, account.overdue, account.overdueDays]])),
  )
})

it('arrears are counted among the leases one may see', async () => {
  const elsewhere = { ...at.who.jin, org: at.org('蔡家园城') }
  expect(await at.play(elsewhere, today, lease.summary, {})).toMatchObject({ running: 0, overdue: 0, overdueAmount: 0 })
})
