/** A matter and its lease do not part: nobody leaves the way while he is bound, and nothing is handed over under what is over. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { code } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { bring, clearChecklist, firm, type Letting, openLetting, paper, terms } from '#test/movein.ts'

const { movein, lease } = modules
const today = '2024-06-28'
let at: Letting
beforeAll(async () => {
  at = await openLetting()
})
afterAll(() => at.close())

const take = <I, O>(action: Parameters<typeof at.play<I, O>>[2], input: I) => at.play(at.who.jin, today, action, input)
const one = (id: string) => take(movein.one, { id })
const why = async (id: string, name: string) => (await one(id)).next.find(({ step }) => step === name)?.why
const end = (id: string) => take(lease.end, { id, on: '2024-07-02', kind: 'early', reason: '企业放弃' })

it('whoever has signed ends his lease before he leaves the way; then rooms are handed over no more', async () => {
  const id = await bring(at, { units: [at.stock.units['101']!], to: 'handover' })
  const { lease: signed } = await one(id)
  const bound = `租约 ${signed!.number} 正在履行，请先终止租约`
  expect(await why(id, 'withdraw')).toBe(bound)
  expect(await refusal(take(movein.withdraw, { id, reason: '放弃' }))).toBe(bound)
  expect(await refusal(take(movein.refuse, { id, reason: '放弃' }))).toBe(bound)
  await end(signed!.id)
  const over = `租约 ${signed!.number} 已终止，不能继续办理，请撤回该事项或不予入驻`
  expect(await why(id, 'handOver')).toBe(over)
  expect(await refusal(take(movein.handOver, { id, handedOn: today, file: paper }))).toBe(over)
  await take(movein.withdraw, { id, reason: '放弃' })
  expect((await one(id)).matter).toMatchObject({ status: 'withdrawn', closedOn: today })
})

it('nobody moves in under a lease that is over, or after its last day', async () => {
  const id = await bring(at, { units: [at.stock.units['102']!], to: 'settling' })
  await clearChecklist(at, id)
  const late = at.play(at.who.jin, '2026-07-01', movein.complete, { id, firm: firm(code(811)) })
  expect(await refusal(late)).toBe('租约已于 2026-06-30 到期，入驻日期不能晚于该日')
  await end((await one(id)).lease!.id)
  expect(await refusal(take(movein.complete, { id, firm: firm(code(811)) }))).toMatch(/已终止，不能继续办理/)
  await take(movein.refuse, { id, reason: '企业放弃' })
})

it('a lease that was signed and ended in the register brings no matter on; another is drawn up', async () => {
  const id = await bring(at, { units: [at.stock.units['103']!], to: 'contracting' })
  const drawn = await take(movein.drawUp, { id, ...terms })
  await take(lease.sign, { id: drawn.lease })
  expect(await refusal(take(movein.withdraw, { id, reason: '放弃' }))).toBe(`租约 ${drawn.number} 正在履行，请先终止租约`)
  await end(drawn.lease)
  expect(await refusal(take(movein.contract, { id }))).toBe(`租约 ${drawn.number} 已终止，请重新起草租赁合同`)
  expect(await why(id, 'contract')).toBe('请先起草租赁合同')
  await take(movein.drawUp, { id, ...terms, from: '2024-08-01' })
  await take(movein.contract, { id })
  expect((await one(id)).matter.status).toBe('handover')
})
