/** An enterprise and its file: claimed with proof, decided by the office, then its own to correct, confirm and give consent about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { code, type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { adopt, adoptionProof, adoptions, decideAdoption, myAdoptions, withdrawAdoption } from './adoption.ts'
import { giveConsent, recordConsent, recordTakingBack, takeBackConsent } from './consent.ts'
import { show } from './file.ts'
import { leave } from './life.ts'
import { confirmOwn, correctOwn, mine } from './own.ts'
import { register } from './register.ts'

let at: Firms
let id: string
beforeAll(async () => {
  at = await openFirms()
  id = (await at.play(at.who.office, '2024-03-01', register, firm(at, 1, { source: 'market', address: '天生路 2 号' }))).id!
})
afterAll(() => at.close())

const day = '2024-06-28'
const file = { name: '营业执照.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1')) }
const ask = (n: number, who = at.who.first) =>
  at.play(who, day, adopt, { creditCode: code(n), name: firm(at, n).name, post: '行政主管', file })
const decide = (id: string, step: 'approve' | 'refuse', reason: string | null = null) =>
  at.play(at.who.office, day, decideAdoption, { id, step, reason })

describe('claiming', () => {
  it('asks for a code that can be, and one answer at a time', async () => {
    const wrong = at.play(at.who.first, day, adopt, { creditCode: '12', name: '某公司', post: '主管', file })
    expect(await refusal(wrong)).toBe('统一社会信用代码应为 18 位，现为 2 位')
    const { id: asked } = await ask(2)
    expect(await refusal(ask(1))).toBe('本单位 2024-06-28 的认领申请正在审核，请等待办理结果')
    expect(await refusal(decide(asked, 'approve'))).toBe(`台账中没有统一社会信用代码为 ${code(2)} 的企业，请先登记企业档案`)
    expect(await refusal(decide(asked, 'refuse'))).toBe('不予通过时请写明原因')
    await at.play(at.who.first, day, withdrawAdoption, { id: asked })
    expect(await refusal(decide(asked, 'approve'))).toBe('当前为“已撤回”，不能通过认领')
  })

  it('is due within five working days and shows the office the file it is about', async () => {
    const { id: asked } = await ask(1)
    const [row] = await at.play(at.who.office, day, adoptions, { status: 'submitted' })
    const match = { id, name: firm(at, 1).name, town: '天生街道', claimed: false, leftOn: null }
    expect(row).toMatchObject({ id: asked, orgName: '甲企业', dueOn: '2024-07-05', overdue: false, match })
    expect((await at.play(at.who.office, '2024-07-06', adoptions, { status: 'submitted' }))[0]!.overdue).toBe(true)
    expect((await at.play(at.who.office, day, adoptionProof, { id: asked })).name).toBe('营业执照.pdf')
    expect(await refusal(at.play(at.who.second, day, adoptionProof, { id: asked }))).toContain('没有找到该认领申请')
    expect(await at.play(at.who.second, day, myAdoptions, {})).toEqual([])
    expect(await refusal(at.play(at.who.tian, day, adoptions, {}))).toBe('您没有“企业认领申请”的权限')
    await decide(asked, 'approve')
    expect((await at.play(at.who.first, day, mine, {}))?.file.id).toBe(id)
    const told = (await at.play(at.who.first, day, myAdoptions, {})).find((one) => one.id === asked)
    expect(told).toMatchObject({ status: 'approved', decidedBy: '周科' })
    expect(await refusal(ask(1))).toBe(`本单位已认领“${firm(at, 1).name}”的档案，无须再次申请`)
  })

  it('of a file somebody has already is refused', async () => {
    const { id: asked } = await ask(1, at.who.second)
    expect(await refusal(decide(asked, 'approve'))).toBe(`“${firm(at, 1).name}”的档案已被其他账户认领，不能重复认领`)
    await decide(asked, 'refuse', '证明材料与企业不符')
    expect((await at.play(at.who.second, day, myAdoptions, {}))[0]).toMatchObject({
      status: 'refused',
      reason: '证明材料与企业不符',
    })
  })
})

describe('one’s own file', () => {
  it('is corrected where the enterprise knows best, and confirmed', async () => {
    const values = { products: '云排产软件', phone: '023-00000000' }
    await at.play(at.who.first, day, correctOwn, { values })
    const own = async () => (await at.play(at.who.first, day, mine, {}))!.file
    expect(await own()).toMatchObject(values)
    expect((await own()).origins.products).toMatchObject({ source: 'enterprise', asOf: day, by: '小满' })
    const address = { values: { address: '天生路 6 号' } }
    expect(await refusal(at.play(at.who.first, day, correctOwn, address))).toBe('“注册地址”来自其他部门登记，更正时请写明理由')
    await at.play(at.who.first, '2024-06-29', confirmOwn, {})
    expect((await own()).confirmedOn).toBe('2024-06-29')
  })

  it('cannot be had without claiming', async () => {
    const sentence = '本单位尚未认领企业档案，请先申请认领'
    expect(await at.play(at.who.second, day, mine, {})).toBeNull()
    expect(await refusal(at.play(at.who.second, day, correctOwn, { values: {} }))).toBe(sentence)
    expect(await refusal(at.play(at.who.second, day, confirmOwn, {}))).toBe(sentence)
    expect(await refusal(at.play(at.who.second, day, giveConsent, { purpose: 'policy' }))).toBe(sentence)
  })
})

describe('consent', () => {
  const given = async () => (await at.play(at.who.office, day, show, { id })).consents

  it('is given by the enterprise, replaced by a later one, and taken back', async () => {
    expect(await refusal(at.play(at.who.first, day, giveConsent, { purpose: 'directory' }))).toBe('请选择名录中公开的内容')
    await at.play(at.who.first, day, giveConsent, { purpose: 'directory', fields: ['industry', 'phone'] })
    const { id: narrower } = await at.play(at.who.first, day, giveConsent, { purpose: 'directory', fields: ['industry'] })
    expect((await given()).filter(({ until }) => until === null)).toMatchObject([
      { id: narrower, fields: ['industry'], givenBy: '小满' },
    ])
    const slip = refusal(at.play(at.who.second, day, takeBackConsent, { id: narrower }))
    expect(await slip).toBe('没有找到该授权，它可能已被移除，或不在您可以查看的范围内')
    await at.play(at.who.first, day, takeBackConsent, { id: narrower })
    expect(await refusal(at.play(at.who.first, day, takeBackConsent, { id: narrower }))).toBe('该授权已于 2024-06-28 撤回')
    expect((await given()).every(({ until }) => until === day)).toBe(true)
  })

  it('on paper is recorded by the office, with the paper', async () => {
    const onPaper = { enterprise: id, purpose: 'policy', since: '2024-06-01', givenBy: '张三', file } as const
    expect(await refusal(at.play(at.who.office, day, recordConsent, { ...onPaper, since: '2024-06-29' }))).toBe(
      '授权日期不能晚于今天',
    )
    const { file: _, ...without } = onPaper
    expect(await refusal(at.play(at.who.office, day, recordConsent, without as typeof onPaper))).toMatch(
      /授权书|上传的文件|“file”/,
    )
    const { id: kept } = await at.play(at.who.office, day, recordConsent, onPaper)
    expect((await given()).find((row) => row.id === kept)).toMatchObject({ since: '2024-06-01', givenBy: '张三', until: null })
    await at.play(at.who.office, day, recordTakingBack, { id: kept, file })
    const ended = (await given()).find((row) => row.id === kept)!
    expect(ended.until).toBe(day)
    // Both papers are there: neither takes the place of the other.
    expect(new Set([ended.evidence, ended.withdrawal, null]).size).toBe(3)
  })
})

describe('once the enterprise has left', () => {
  it('its file is its own to read, no more to change', async () => {
    await at.play(at.who.office, day, leave, { id, how: 'left', on: '2024-06-20', destination: '成都', reason: '搬迁' })
    expect((await at.play(at.who.first, day, mine, {}))?.file.leftOn).toBe('2024-06-20')
    expect(await refusal(at.play(at.who.first, day, confirmOwn, {}))).toBe('本企业已于 2024-06-20 离区，档案不再更新')
  })
})
