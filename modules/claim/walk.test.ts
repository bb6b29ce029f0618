/** Any walk through the flow keeps to its rules: what a claim holds is what its state says, and exactly one step is open. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldBy } from '#modules/fund/money.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { bankAccount, type Granting, nightOf, openGranting, pdf, scanned, today } from '#test/claim.ts'
import { region } from '#test/it.ts'

const { claim } = modules
const later = '2024-07-15'

describe('any walk', () => {
  let at: Granting
  beforeAll(async () => {
    at = await openGranting()
  })
  afterAll(() => at.close())

  const steps = [
    'submit',
    'resubmit',
    'accept',
    'giveBack',
    'pass',
    'agree',
    'conclude',
    'publicise',
    'night',
    'object',
    'uphold',
    'dismiss',
    'approve',
    'refuse',
    'appeal',
    'reopen',
  ] as const

  it('keeps to the flow, and what a claim holds to its state', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 8, maxLength: 40 }), async (walk) => {
        const { first, science, office, visitor } = at.who
        const { id } = await at.play(first, today, claim.start, { cycle: at.cycle, clause: 'staff' })
        await at.play(first, today, claim.save, { id, declared: { 参保人数: 20 } })
        await at.play(first, today, claim.saveAccount, bankAccount)
        await at.play(first, today, claim.addMaterial, { claim: id, title: '社会保险缴费清单', file: pdf() })
        await scanned(at)
        const objection = async () =>
          (await at.play(office, today, claim.objectionLines, { state: 'open', claim: id }))[0]?.id ?? id
        const list = async () => (await at.play(office, today, claim.one, { id })).names.publicity ?? '—'
        const take: Record<(typeof steps)[number], () => Promise<unknown>> = {
          submit: () => at.play(first, today, claim.submit, { id }),
          resubmit: () => at.play(first, today, claim.resubmit, { id }),
          accept: () => at.play(science, today, claim.accept, { id }),
          giveBack: () => at.play(science, today, claim.giveBack, { id, opinion: '补正' }),
          pass: () => at.play(science, today, claim.pass, { id }),
          agree: async () => {
            await at.play(at.jury, today, claim.opine, { id, opinion: 'agree' })
            await at.play(at.treasurer, today, claim.opine, { id, opinion: 'agree' })
          },
          conclude: () => at.play(science, today, claim.conclude, { id }),
          publicise: () => at.play(science, today, claim.publicise, { cycle: at.cycle, claims: [id], title: '公示', phone: '1' }),
          night: () => nightOf(at, later),
          object: async () => {
            const { rows } = await at.play(visitor, today, claim.publicityList, { number: await list() })
            const phone = `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
            await at.play(visitor, today, claim.object, { item: rows[0]!.id, name: '群众', phone, text: '有异议' })
          },
          uphold: async () =>
            at.play(office, today, claim.decideObjection, { id: await objection(), upheld: true, finding: '成立' }),
          dismiss: async () =>
            at.play(office, today, claim.decideObjection, { id: await objection(), upheld: false, finding: '不成立' }),
          approve: () => at.play(office, later, claim.approve, { id }),
          refuse: () => at.play(science, today, claim.refuse, { id, reason: '不予支持' }),
          appeal: () => at.play(first, today, claim.appeal, { id, text: '请复核' }),
          reopen: () => at.play(office, today, claim.decideAppeal, { id, upheld: true, finding: '成立' }),
        }
        for (const step of walk) {
          const why = await take[step]().then(
            () => null,
            (error: Error) => error.message,
          )
          // A refusal is a sentence in Chinese, never a fault of ours.
          if (why !== null) expect(why).toMatch(/^[^a-zA-Z]*[\u4e00-\u9fff]/)
          await kept(at, id)
        }
        await at.play(first, today, claim.withdraw, { id, reason: '结束' }).catch(() => undefined)
        await setAside(at, id)
      }),
      { numRuns: 12 },
    )
  })
})

/** One open stretch where the state has a clock, money as the state says, the day it is due that of the stretch. */
async function kept(at: Granting, id: string): Promise<void> {
  const { claim: row, steps } = await at.play(at.who.office, today, claim.one, { id }).catch(() => ({ claim: null, steps: [] }))
  if (!row) return
  const held = (await at.run(machine(region), today, (ctx) => heldBy(ctx, id))) ?? { reserved: 0, committed: 0, paid: 0 }
  const open = steps.filter(({ endedOn }) => endedOn === null)
  const clocked = !['draft', 'queued', 'paid', 'refused', 'withdrawn'].includes(row.status)
  expect(open.map(({ state }) => state)).toEqual(clocked ? [row.status] : [])
  if (clocked) expect(row.dueOn).toBe(open[0]!.dueOn)
  expect(held.paid).toBe(0)
  if (['draft', 'accepting', 'queued', 'refused', 'withdrawn'].includes(row.status) && row.returnTo === null)
    expect(held.reserved).toBe(0)
  if (['joint', 'ranking', 'public', 'deciding'].includes(row.status)) expect(held.reserved).toBe(row.approved ?? row.computed)
  expect(held.committed).toBe(row.status === 'paying' ? row.approved : 0)
}

/** Another walk begins with the same firm and clause: what is over makes room for it. */
async function setAside(at: Granting, id: string): Promise<void> {
  await at.owner.query('alter table claim disable trigger claim_keep')
  await at.owner.query(
    `update claim set year = 1950 + (select count(*) from claim)::int where id = $1 and status <> 'withdrawn'`,
    [id],
  )
  await at.owner.query('alter table claim enable trigger claim_keep')
}
