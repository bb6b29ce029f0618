/** Whoever pays opens the matter behind a line: what was decided and where the money goes, never the firm's papers. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimMaterials, claims } from '#modules/claim/tables.ts'
import { accounts } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { type Actor, machine } from '#platform/context.ts'
import { keepFile } from '#platform/files.ts'
import { refusal, region } from '#test/it.ts'
import { accountFor, approved, openPayouts, type Payouts, today } from '#test/payout.ts'

const { claim, journal, payout } = modules
let at: Payouts
let id: string
let name: string
let material: string
beforeAll(async () => {
  at = await openPayouts()
  await accountFor(at, at.firms.first)
  ;({ id, name } = await approved(at))
  await at.run(machine(region), '2024-08-16', async ({ db }) => {
    const [account] = await db.select().from(accounts).where(eq(accounts.enterprise, at.firms.first))
    await db.update(claims).set({ account: account!.id }).where(eq(claims.id, id))
  })
  material = await at.run(machine(region), '2024-07-15', async (ctx) => {
    const bytes = Buffer.from('%PDF-1.4 审计报告')
    const file = await keepFile(ctx, { name: '审计报告.pdf', type: 'application/pdf', bytes, audience: 'internal' })
    const [row] = await ctx.db
      .insert(claimMaterials)
      .values({ claim: id, title: '审计报告', file: file.id, fileName: '审计报告.pdf', scan: 'clean', until: null })
      .returning({ id: claimMaterials.id })
    return row!.id
  })
})
afterAll(() => at?.close())

const seenBy = (who: Actor) => at.play(who, today, claim.one, { id })

describe('whoever pays', () => {
  it('opens the matter of a line it pays, and sees what was decided', async () => {
    const made = await at.play(at.who.money, today, payout.makeRemittance, { lines: [{ claim: id, payee: name }] })
    const { lines } = await at.play(at.who.money, today, payout.oneRemittance, { id: made.id })
    const whole = await at.play(at.who.money, today, claim.one, { id: lines[0]!.claim })
    expect(whole.claim).toMatchObject({ verdict: 'granted', approved: 100_000_00, status: 'paying' })
    expect(whole.names).toMatchObject({ publicity: 'GS-1', holder: '区财政局', policy: '测试区支持软件产业若干措施' })
    expect(whole.outcome?.decision).toMatchObject({ amount: 100_000_00 })
    expect(whole.money).toMatchObject({ committed: 100_000_00, paid: 0 })
    expect(whole.account).toEqual({ holder: name, bank: '重庆农商行北碚支行', number: '***************4567' })
    expect([whole.steps.map(({ state }) => state), whole.next]).toEqual([['paying'], []])
  })

  it('sees that there are papers, never which, and opens none', async () => {
    const whole = await seenBy(at.who.money)
    expect([whole.materials, whole.withheld]).toEqual([[], 1])
    expect(JSON.stringify(whole)).not.toContain('审计报告')
    expect(await refusal(at.play(at.who.money, today, claim.openMaterial, { id: material }))).toBe(
      '没有找到该材料，它可能已被移除，或不在您可以查看的范围内',
    )
  })
})

describe('of the same matter', () => {
  it('the journal tells whoever examines it of a paper, and whoever pays of none', async () => {
    const told = async (who: Actor) =>
      JSON.stringify(await at.play(who, '2027-01-01', journal.timeline, { subjects: [id], limit: 50 }))
    expect(await told(at.who.science)).toContain('审计报告')
    expect(await told(at.who.money)).toContain('claim_step')
    expect(await told(at.who.money)).not.toContain('审计报告')
  })

  it('the lead unit, the leader and the firm see the papers', async () => {
    for (const who of [at.who.science, at.who.leader, at.who.first]) {
      const { materials, withheld } = await seenBy(who)
      expect([materials.map(({ fileName }) => fileName), withheld]).toEqual([['审计报告.pdf'], 0])
    }
  })

  it('another firm and a department that has no part in it see nothing', async () => {
    const apart = { ...at.who.science, org: at.org('统计局') }
    for (const who of [at.who.second, apart])
      expect(await refusal(seenBy(who))).toBe('没有找到该兑现事项，它可能已被移除，或不在您可以查看的范围内')
  })
})
