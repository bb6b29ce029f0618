/** Fifty approvals at once never exceed the pot; whoever it has not enough for waits in line, and nobody is overtaken. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balanceOf } from '#modules/fund/money.ts'
import { pots } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { bring, type Granting, openGranting, today } from '#test/claim.ts'
import { firm } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { takeUpAll } from './publicity/job.ts'

const { claim, enterprise } = modules
const later = '2024-07-15'
const balance = (at: Granting) => at.run(machine(region), later, (ctx) => balanceOf(ctx, { line: 'talent', year: 2024 }))

/** Far enough apart not to be taken for one another. */
const nameOf = (n: number) =>
  `重庆${[131, 557, 911].map((step) => String.fromCharCode(0x4e00 + ((n * step) % 20_000))).join('')}有限公司`

describe('fifty approvals at once', () => {
  let at: Granting
  beforeAll(async () => {
    at = await openGranting({ talent: 330_000 })
  })
  afterAll(() => at.close())

  it('never exceed the pot: whoever it has not enough for waits in line, in the order of submission', {
    timeout: 240_000,
  }, async () => {
    const model = await bring(at, { to: 'deciding' })
    // Fifty more of the same, without a reservation: as they are where the pot was empty when they were accepted.
    for (let n = 10; n < 60; n += 1) await at.play(at.who.office, today, enterprise.register, firm(at, n, { name: nameOf(n) }))
    await at.run(machine(region), today, ({ db }) =>
      db.execute(sql`insert into claim (number, cycle, channel, policy, version, clause, title, line, year, enterprise, name, declared, facts,
          past, decision, verdict, asked, computed, approved, status, holder, due_on, hands, account, submitted_at, publicity)
        select 'DX-9999-' || lpad(e.n::text, 4, '0'), cycle, channel, policy, version, clause, title, line, year, e.id, e.name, declared, facts,
          past, decision, verdict, asked, computed, approved, status, holder, due_on, hands, account,
          '2024-06-28'::timestamptz + e.n * interval '1 minute', publicity
        from claim c, (select id, name, row_number() over (order by credit_code) as n from enterprise where org is null) e
        where c.id = ${model}`),
    )
    const { rows } = await at.play(at.who.office, later, claim.list, { state: 'deciding', size: 200 })
    const many = rows.filter(({ id }) => id !== model)
    expect(many).toHaveLength(50)
    const answers = await Promise.allSettled(many.map(({ id }) => at.play(at.who.office, later, claim.approve, { id })))
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
    const after = await balance(at)
    expect(after!.reserved + after!.committed).toBeLessThanOrEqual(after!.amount)
    const states = (await at.play(at.who.office, later, claim.summary, {})).states
    // 33 万元, of which the model holds 2: room for fifteen of 2 万元 each.
    expect(states).toMatchObject({ paying: 15, queued: 35, deciding: 1 })
    expect(after).toMatchObject({ committed: 30_000_000, reserved: 2_000_000, free: 1_000_000 })
  })

  it('are taken up in order once there is money, and nobody is overtaken', { timeout: 60_000 }, async () => {
    const queued = (await at.play(at.who.office, later, claim.list, { state: 'queued', size: 200 })).rows
    const order = queued
      .map(({ submittedAt, id }) => ({ submittedAt: submittedAt!, id }))
      .sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))
    expect(await refusal(at.play(at.who.office, later, claim.approve, { id: order[5]!.id }))).toMatch(/^轮候按顺序兑付，在前的是/)
    expect(await refusal(at.play(at.who.office, later, claim.approve, { id: order[0]!.id }))).toBe(
      '“人才”资金余额仍不足 2 万元，该事项继续轮候',
    )
    expect((await at.play(at.who.office, later, claim.one, { id: order[1]!.id })).place).toBe(2)
    await at.run(at.who.office, later, async ({ db }) => void (await db.update(pots).set({ amount: 39_000_000 })))
    expect(await at.run(machine(region), later, takeUpAll)).toBe(3)
    const paid = new Set(
      (await at.play(at.who.office, later, claim.list, { state: 'paying', size: 200 })).rows.map(({ id }) => id),
    )
    expect(order.map(({ id }) => paid.has(id)).slice(0, 5)).toEqual([true, true, true, false, false])
    expect(await at.run(machine(region), later, takeUpAll)).toBe(0)
  })
})
