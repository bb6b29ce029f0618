/** A claim on paper: by the office alone, for a firm without an account, held to the same checks; the firm that adopts its file has it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { bankAccount, bring, type Granting, openGranting, pdf, scanned, today } from '#test/claim.ts'
import { code, firm } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { handOver } from './course/adopt.ts'

const { claim, enterprise, fund } = modules
let at: Granting
let file: string
let id: string
beforeAll(async () => {
  at = await openGranting()
  file = (await at.play(at.who.office, today, enterprise.register, firm(at, 10))).id!
})
afterAll(() => at.close())

const paper = 'staff'
const start = (of: string, who = at.who.office) =>
  at.play(who, today, claim.startOnPaper, { enterprise: of, cycle: at.cycle, clause: paper })
const one = (who = at.who.office) => at.play(who, today, claim.one, { id })

describe('a claim on paper', () => {
  it('is begun by the office, for a firm that has no account and is here', async () => {
    expect(await refusal(start(file, at.who.science))).toBe('您没有“代录纸质申报”的权限')
    expect(await refusal(start(file, at.who.first))).toBe('您没有“代录纸质申报”的权限')
    expect(await refusal(start(at.files.first))).toMatch(/^“.+”已有账户，请由企业在企业端申报$/)
    id = (await start(file)).id
    expect((await start(file)).id).toBe(id)
    const whole = await one()
    expect(whole.claim).toMatchObject({ status: 'draft', enteredBy: '周科', enteredOn: today, org: null, holder: at.office })
    expect(whole.writable).toBe(true)
    expect((await at.play(at.who.office, today, claim.list, { mine: true })).rows).toMatchObject([{ id, enteredBy: '周科' }])
  })

  it('is held to the checks a firm is held to, and goes its way', async () => {
    const submit = () => at.play(at.who.office, today, claim.submit, { id })
    expect(await refusal(submit())).toBe('请填报“参保人数”')
    await at.play(at.who.office, today, claim.save, { id, declared: { 参保人数: 20 } })
    expect(await refusal(submit())).toBe('请提供材料：社会保险缴费清单')
    const exe = { name: '清单.pdf', bytes: new Uint8Array(Buffer.from('MZ')) }
    const add = (sent: typeof exe) =>
      at.play(at.who.office, today, claim.addMaterial, { claim: id, title: '社会保险缴费清单', file: sent })
    expect(await refusal(add(exe))).toMatch(/^“清单.pdf”不是 PDF/)
    await add(pdf())
    expect(await refusal(submit())).toBe('请先登记收款账户')
    await at.play(at.who.office, today, fund.keepAccountFor, { ...bankAccount, enterprise: file })
    await submit()
    expect(await refusal(start(file))).toMatch(/^本年度已申报“用工补贴”/)
    await scanned(at)
    await at.play(at.who.science, today, claim.accept, { id })
    await at.play(at.who.science, today, claim.giveBack, { id, opinion: '补正' })
    expect((await one()).claim).toMatchObject({ status: 'correcting', holder: at.office })
  })

  it('of a firm with an account is not for the office to write', async () => {
    const draft = await at.play(at.who.first, today, claim.start, { cycle: at.cycle, clause: 'case' })
    const sentence = '该事项由企业自行办理，办公室只代没有账户的企业录入纸质申报'
    const office = at.who.office
    expect(await refusal(at.play(office, today, claim.save, { id: draft.id, declared: {} }))).toBe(sentence)
    expect(await refusal(at.play(office, today, claim.submit, { id: draft.id }))).toBe(sentence)
    expect(await refusal(at.play(office, today, claim.withdraw, { id: draft.id, reason: '代撤' }))).toBe(sentence)
    const handed = await bring(at, { to: 'accepting', who: at.who.second })
    const material = { claim: handed, title: '社会保险缴费清单', file: pdf() }
    expect(await refusal(at.play(office, today, claim.addMaterial, material))).toBe(sentence)
    const whole = await at.play(office, today, claim.one, { id: handed })
    expect(whole).toMatchObject({ writable: false, appealable: false })
    expect(whole.next.map(({ step }) => step)).not.toContain('withdraw')
    // What a firm has not handed in is its own affair.
    expect((await at.play(office, today, claim.list, {})).rows.map((line) => line.id)).not.toContain(draft.id)
  })

  it('is the firm’s own once it has adopted its file, and no longer the office’s', async () => {
    const owner = await newcomer()
    expect(await refusal(one(owner))).toMatch(/没有找到该兑现事项/)
    const proof = { name: '委托书.txt', bytes: new Uint8Array(Buffer.from('委托书')) }
    const asked = await at.play(owner, today, enterprise.adopt, {
      name: '小丙',
      post: '经办人',
      creditCode: code(10),
      file: proof,
    })
    await at.play(at.who.office, today, enterprise.decideAdoption, { id: asked.id, step: 'approve' })
    expect(await at.run(machine(region), today, handOver)).toBe(1)
    expect(await at.run(machine(region), today, handOver)).toBe(0)
    expect(await at.play(owner, today, claim.ownClaims, {})).toMatchObject([{ id, status: 'correcting' }])
    const whole = await one(owner)
    expect(whole.claim).toMatchObject({ enteredBy: '周科', enteredOn: today, holder: null })
    expect(whole.account).toMatchObject(bankAccount)
    expect(whole.materials.map(({ title }) => title)).toEqual(['社会保险缴费清单'])
    expect(whole.writable).toBe(true)
    expect(await refusal(at.play(at.who.office, today, claim.resubmit, { id }))).toMatch(/^该事项由企业自行办理/)
    expect(await refusal(at.play(at.who.second, today, claim.resubmit, { id }))).toMatch(/没有找到该兑现事项/)
    expect((await at.play(owner, today, claim.claimDuties, {})).claims.map((line) => line.id)).toEqual([id])
    await at.play(owner, today, claim.resubmit, { id })
    expect((await one(owner)).claim.status).toBe('screening')
  })
})

async function newcomer(): Promise<Actor> {
  const body = { name: '丙企业', shortName: '丙企业', kind: 'enterprise' as const, aliases: [] }
  const [org] = await at.run(machine(region), today, ({ db }) => db.insert(orgs).values(body).returning())
  return { ...at.who.second, name: '小丙', org: org!.id }
}
