/** A district that grants: clauses in force with their review, money in the pots, a batch, and firms that claim under it. */
import { eq } from 'drizzle-orm'
import type { claimStates } from '#modules/claim/flow.ts'
import { scanAll } from '#modules/claim/materials/job.ts'
import { endAllDue } from '#modules/claim/publicity/list.ts'
import { claimRules } from '#modules/claim/tables.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { pots } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { orgs } from '#modules/org/tables.ts'
import { digestOf } from '#modules/policy/reading.ts'
import { fairReviews, policies, policyVersions } from '#modules/policy/tables.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { type Firms, firm, openFirms } from './firms.ts'
import { region } from './it.ts'

const { claim, enterprise } = modules

/** Short clauses, each of one kind: counted, examined, by project, by people, without application, limited for all firms together. */
export const clausesText = `名称: 测试措施
代码: test-measures
级别: 区级
示范: 否
发文单位: 测试单位
有效: {自: 2024-01-01, 至: 2026-12-31}
来源: 测试
事实:
  - {名称: 参保人数, 类型: 数量, 单位: 人, 来源: 申报, 材料: 社会保险缴费清单}
  - {名称: 验收通过, 类型: 是否, 说法: [验收通过, 验收未通过], 来源: 核定}
条款:
  - {代码: staff, 名称: 用工补贴, 条目: 第一条, 类型: 用工补贴, 对象: 企业, 资金: 人才, 周期: 每年, 办理: 申报, 条件: [{名称: 人数, 事实: 参保人数, 不低于: 10人}], 金额: {单价: {每: 1000元/人, 数量: 参保人数}}, 上限: {每企业每年: 10万元}, 材料: [{名称: 社会保险缴费清单}, {名称: 授权委托书, 必需: 否}, {名称: 营业执照, 台账: 企业档案}], 样例: [{名称: 二十人, 日期: 2024-06-30, 数据: {参保人数: 20人}, 结论: 支持, 金额: 2万元}]}
  - {代码: trial, 名称: 试点奖励, 条目: 第二条, 类型: 试点奖励, 对象: 企业, 资金: 平台, 周期: 一次性, 办理: 申报, 条件: [{名称: 验收, 事实: 验收通过, 为: 是}], 金额: {定额: 5万元}, 样例: [{名称: 通过, 日期: 2024-06-30, 数据: {验收通过: 是}, 结论: 支持, 金额: 5万元}]}
  - {代码: case, 名称: 重大项目支持, 条目: 第三条, 类型: 重大项目, 对象: 企业, 资金: 招引, 周期: 每年, 办理: 一事一议, 条件: [{名称: 存续, 事实: 正常存续, 为: 是}], 金额: {一事一议: {不超过: 100万元}}, 样例: [{名称: 在营, 日期: 2024-06-30, 数据: {正常存续: 是}, 结论: 一事一议}]}
  - {代码: gift, 名称: 稳岗奖励, 条目: 第四条, 类型: 稳岗奖励, 对象: 企业, 资金: 人才, 周期: 一次性, 办理: 免申即享, 条件: [{名称: 存续, 事实: 正常存续, 为: 是}], 金额: {定额: 1万元}, 样例: [{名称: 在营, 日期: 2024-06-30, 数据: {正常存续: 是}, 结论: 支持, 金额: 1万元}]}
`
export const today = '2024-06-28'
/** 2024-07-01 is a Monday: working days without a holiday until the middle of September. */
export const monday = '2024-07-01'
export const pdf = (words = '材料') => ({ name: '清单.pdf', bytes: new Uint8Array(Buffer.from(`%PDF-1.4\n${words}\n%%EOF`)) })
export const bankAccount = { holder: '甲企业', bank: '某银行北碚支行', number: '6222000011112222' }

export const rule = {
  since: '2024-01-01',
  days: { consenting: 10, accepting: 3, correcting: 10, screening: 5, joint: 5, ranking: 5, public: 5, deciding: 5, paying: 15 },
  publicityDays: 5,
  objectionDays: 5,
  appealDays: 15,
  queueBy: 'time' as const,
  basis: '演示规则',
}

type Money = Partial<Record<'attract' | 'talent' | 'carrier' | 'platform', number>>
/** Money in 元 of each pot, 100 万元 unless said otherwise. */
export async function openGranting(money: Money = {}) {
  const at = await openFirms()
  const ids = await at.run(machine(region), '2024-01-01', async ({ db }: Ctx) => {
    const body = { name: '领导小组办公室', shortName: '领导小组办公室', kind: 'office' as const, aliases: [] }
    const [office] = await db.insert(orgs).values(body).returning()
    const [finance] = await db
      .insert(orgs)
      .values({ ...body, name: '财政局', shortName: '财政局', kind: 'department' })
      .returning()
    await db.insert(claimRules).values({ ...rule, treasury: finance!.id })
    const document = {
      ...{ code: 'test-measures', title: '测试措施', level: 'district' as const, demonstration: false, issuer: '测试单位' },
      ...{ number: null, issuedOn: null, since: '2024-01-01', until: '2026-12-31', status: 'inForce' as const, source: '测试' },
      ...{ successor: null, org: at.org('科技局'), summary: null, guide: null, body: null, file: null },
    }
    const [policy] = await db.insert(policies).values(document).returning()
    const draft = {
      ...{
        policy: policy!.id,
        number: 1,
        text: clausesText,
        digest: digestOf(clausesText),
        since: '2024-01-01',
        until: '2026-12-31',
      },
      ...{ status: 'draft' as const, base: null, note: null, savedBy: '周科', publishedOn: null, publishedBy: null },
    }
    const [version] = await db.insert(policyVersions).values(draft).returning()
    const review = { version: version!.id, policy: policy!.id, opinion: 'passed' as const, items: [], basis: null, file: null }
    await db.insert(fairReviews).values({ ...review, reviewedOn: '2024-01-01', unit: '市场监管局', by: '周科' })
    await db.update(policyVersions).set({ status: 'published', publishedOn: '2024-01-01', publishedBy: '周科' })
    const lines = ['attract', 'talent', 'carrier', 'platform'] as const
    await db.insert(pots).values(
      lines.map((line) => ({
        year: 2024,
        line,
        amount: (money[line] ?? 1_000_000) * 100,
        reserved: 0,
        committed: 0,
        paid: 0,
        basis: '测试',
      })),
    )
    return { office: office!.id, finance: finance!.id, policy: policy!.id, version: version!.id }
  })
  const treasurer: Actor = { ...at.who.science, id: at.person('周科'), name: '钱科', org: ids.finance }
  const jury = { ...at.who.science, id: at.person('顾常务'), name: '经信', org: at.org('经信委') }
  const open = (rest: Partial<Parameters<typeof claim.openCycle>[1]> = {}) =>
    at.play(at.who.science, today, claim.openCycle, {
      ...{ title: '2024 年第一批', channel: 'claim', version: ids.version, clauses: ['staff', 'trial', 'case'], year: 2024 },
      ...{ jury: [at.org('经信委'), ids.finance], opensOn: '2024-06-01', closesOn: '2024-07-31', asOf: '2024-05-31' },
      ...rest,
    })
  const { id: cycle } = await open()
  /** Files of firms whose accounts may claim. */
  const own = async (n: number, who: Actor) => {
    const { id } = await at.play(at.who.office, '2024-06-01', enterprise.register, firm(at, n))
    if (!id) throw new Error(`firm ${n} was taken for another`)
    await at.run(machine(region), '2024-06-01', ({ db }) =>
      db.update(enterprises).set({ org: who.org }).where(eq(enterprises.id, id)),
    )
    return id
  }
  const files = { first: await own(1, at.who.first), second: await own(2, at.who.second) }
  return { ...at, ...ids, cycle, files, open, own, treasurer, jury }
}

export type Granting = Awaited<ReturnType<typeof openGranting>>

export const scanned = (at: Firms) => scanAll((work) => at.run(machine(region), today, work), null)
/** What the machine does in the night of a day. */
export const nightOf = (at: Firms, day: string) => at.run(machine(region), day, (ctx: Ctx) => endAllDue(ctx))

type Way = {
  to: keyof typeof claimStates
  who?: Actor
  clause?: string
  people?: number
  asked?: number
  day?: string
  cycle?: string
}
/** A claim brought to a state: step by step through the actions, by whoever's turn it is. */
export async function bring(
  at: Granting,
  { to, who = at.who.first, clause = 'staff', people = 20, asked, day = today, cycle }: Way,
) {
  const by = <I, O>(actor: Actor, action: (ctx: Ctx, input: I) => Promise<O>, input: I, on = day) =>
    at.play(actor, on, action, input)
  const { id } = await by(who, claim.start, { cycle: cycle ?? at.cycle, clause })
  const declared: Record<string, number> = clause === 'staff' ? { 参保人数: people } : {}
  await by(who, claim.save, { id, declared, ...(asked ? { asked } : {}) })
  await by(who, claim.saveAccount, bankAccount)
  if (clause === 'staff') {
    await by(who, claim.addMaterial, { claim: id, title: '社会保险缴费清单', file: pdf() })
    await scanned(at)
  }
  const steps: Partial<Record<keyof typeof claimStates, () => Promise<unknown>>> = {
    draft: () => by(who, claim.submit, { id }),
    accepting: () => by(at.who.science, claim.accept, { id }),
    screening: async () => {
      if (clause === 'trial') await by(at.who.science, claim.examine, { id, values: { 验收通过: true } })
      await by(at.who.science, claim.pass, { id })
    },
    joint: async () => {
      await by(at.jury, claim.opine, { id, opinion: 'agree' })
      await by(at.treasurer, claim.opine, { id, opinion: 'agree' })
      await by(
        at.who.science,
        claim.conclude,
        clause === 'case' ? { id, amount: asked ?? 10_000_00, opinion: '会议研究同意' } : { id },
      )
    },
    ranking: () =>
      by(at.who.science, claim.publicise, { cycle: cycle ?? at.cycle, claims: [id], title: '公示', phone: '023-68000000' }),
    public: async () => nightOf(at, '2024-07-15'),
    deciding: () => by(at.who.office, claim.approve, { id }, '2024-07-15'),
  }
  for (const [state, step] of Object.entries(steps)) {
    if (state === to) break
    await step()
  }
  return id
}
