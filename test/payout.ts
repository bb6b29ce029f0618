/** A small district that pays: clauses that promise something in return, a unit that pays, and claims brought as far as approval. */
import { eq } from 'drizzle-orm'
import type { Decision } from '#engines/policy/decision.ts'
import type { Past } from '#engines/policy/fact.ts'
import { claimRules, claimSteps, claims, cycles, publicities } from '#modules/claim/tables.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { keepAccount } from '#modules/fund/account.ts'
import { commit, reserve } from '#modules/fund/money.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { region } from './it.ts'
import { arrange, firmOf, openPolicies, publish } from './policy.ts'

const text = `名称: 测试区支持软件产业若干措施
代码: test-measures
级别: 区级
示范: 否
发文单位: 测试区人民政府
有效: {自: 2024-07-01, 至: 2026-06-30}
来源: 演示数据
条款:
  - 代码: settle
    名称: 落户奖励
    条目: 第一条
    类型: 落户奖励
    对象: 企业
    资金: 招引
    周期: 一次性
    办理: 申报
    条件:
      - {名称: 注册地, 事实: 注册地在本区, 为: 是}
    金额: {定额: 10万元}
    后续:
      - {名称: 一年内不得迁出, 锁定: 12个月}
      - {名称: 半年后人员不减, 考核: 6个月后, 条件: [{名称: 软件人员, 事实: 从业人员, 不低于: 50人}]}
    样例:
      - {名称: 在区, 日期: 2024-07-01, 数据: {注册地在本区: 是}, 结论: 支持, 金额: 100000元}
  - 代码: referral
    名称: 引荐奖励
    条目: 第二条
    类型: 引荐奖励
    对象: 企业
    资金: 招引
    周期: 每年
    办理: 申报
    条件:
      - {名称: 注册地, 事实: 注册地在本区, 为: 是}
    金额:
      分配: {总额: {定额: 10万元}, 各方: [{名称: 引荐机构, 占: 20%}, {名称: 企业, 占: 80%}]}
    样例:
      - {名称: 在区, 日期: 2024-07-01, 数据: {注册地在本区: 是}, 结论: 支持, 金额: 100000元}
  - 代码: upgrade
    名称: 总部奖励
    条目: 第三条
    类型: 总部奖励
    对象: 企业
    资金: 招引
    周期: 每年
    办理: 申报
    条件:
      - {名称: 注册地, 事实: 注册地在本区, 为: 是}
    金额: {定额: 15万元}
    样例:
      - {名称: 在区, 日期: 2024-07-01, 数据: {注册地在本区: 是}, 结论: 支持, 金额: 150000元}
叠加:
  - {名称: 总部奖励扣除已领落户奖励, 抵扣: upgrade, 已享: [settle]}
`

export const today = '2024-09-02'
const version = '2024-07-01'

export async function openPayouts() {
  const at = await openPolicies()
  await arrange(at, 2024, 10_000_000_00)
  const published = await publish(at, text)
  const first = await firmOf(at, 1, '甲企业')
  const second = await firmOf(at, 2, '乙企业')
  const made = await at.run(machine(region), version, async ({ db }) => {
    const row = { name: '区财政局', shortName: '区财政局', kind: 'department' as const, aliases: [] }
    const [treasury] = await db.insert(orgs).values(row).returning()
    const days = {
      consenting: 10,
      accepting: 3,
      correcting: 10,
      screening: 5,
      joint: 10,
      ranking: 5,
      public: 5,
      deciding: 5,
      paying: 15,
    }
    await db.insert(claimRules).values({
      ...{
        since: '2024-01-01',
        days,
        publicityDays: 5,
        objectionDays: 5,
        appealDays: 15,
        queueBy: 'time',
        treasury: treasury!.id,
      },
      basis: '演示规则',
    })
    const batch = {
      policy: at.measures,
      version: published,
      clauses: ['settle', 'referral', 'upgrade'],
      year: 2024,
      org: at.org('科技局'),
    }
    const [cycle] = await db
      .insert(cycles)
      .values({
        ...{ ...batch, title: '2024 年度', channel: 'claim' as const, jury: [], status: 'closed' as const, opensOn: version },
        ...{ closesOn: null, asOf: version, basis: null, openedBy: '柯科' },
      })
      .returning()
    const shown = {
      cycle: cycle!.id,
      since: '2024-08-01',
      until: '2024-08-08',
      days: 5,
      org: at.org('科技局'),
      phone: '023-00000000',
    }
    const [done] = await db
      .insert(publicities)
      .values({ ...shown, number: 'GS-1', title: '公示', status: 'done' })
      .returning()
    const [running] = await db
      .insert(publicities)
      .values({ ...shown, number: 'GS-2', title: '公示', status: 'open' })
      .returning()
    return { treasury: treasury!.id, cycle: cycle!.id, done: done!.id, running: running!.id }
  })
  const money: Actor = { id: 'qian', name: '钱科', role: 'department', org: made.treasury, region }
  return { ...at, ...made, version: published, firms: { first, second }, who: { ...at.who, money } }
}
export type Payouts = Awaited<ReturnType<typeof openPayouts>>

const titles = { settle: '落户奖励', referral: '引荐奖励', upgrade: '总部奖励' }
type Approved = {
  firm?: string
  clause?: keyof typeof titles
  /** What is approved, and what the clause alone gives, where other awards were taken off it. */
  amount?: number
  whole?: number
  past?: Past
  shown?: 'done' | 'running'
  payees?: Decision['payees']
  milestones?: Decision['milestones']
}
let made = 0

/** A claim that is approved, its money bound, with the unit that pays. */
export async function approved(at: Payouts, of: Approved = {}): Promise<{ id: string; number: string; name: string }> {
  const {
    firm = at.firms.first,
    clause = 'settle',
    amount = 100_000_00,
    shown = 'done',
    payees,
    milestones = [],
    whole = amount,
    past = [],
  } = of
  made += 1
  const number = `DX-2024-${String(made).padStart(4, '0')}`
  return at.run(machine(region), '2024-08-15', async (ctx) => {
    const { db } = ctx
    const [file] = await db.select().from(enterprises).where(eq(enterprises.id, firm))
    const decision = { amount: whole, payees: payees ?? [{ payee: '企业', amount }], milestones }
    const [row] = await db
      .insert(claims)
      .values({
        ...{ number, cycle: at.cycle, channel: 'claim', policy: at.measures, version: at.version, clause },
        ...{ title: titles[clause], line: 'attract', year: 2024, project: `项目${made}` },
        ...{ enterprise: firm, name: file!.name, org: file!.org, declared: {}, facts: {}, past: [...past], decision },
        ...{ verdict: 'granted', asked: amount, computed: amount, approved: amount, reason: null, status: 'paying' },
        ...{ returnTo: null, holder: at.treasury, dueOn: '2024-09-06', hands: [at.org('科技局'), at.treasury], account: null },
        ...{ submittedAt: '2024-07-15T02:00:00Z', publicity: at[shown], closedOn: null, outcome: null },
      })
      .returning()
    const step = { claim: row!.id, state: 'paying' as const, holder: at.treasury, since: '2024-08-15', days: 15 }
    await db.insert(claimSteps).values({ ...step, dueOn: '2024-09-06', endedOn: null, result: null, opinion: null, by: null })
    await reserve(ctx, { line: 'attract', year: 2024, matter: row!.id, amount })
    await commit(ctx, { matter: row!.id, amount })
    return { id: row!.id, number, name: file!.name }
  })
}

export const accountFor = (at: Payouts, firm: string, number = '6222020200001234567') =>
  at.run(machine(region), '2024-08-16', async (ctx) => {
    const [file] = await ctx.db.select().from(enterprises).where(eq(enterprises.id, firm))
    return keepAccount(ctx, { enterprise: firm, org: file!.org, holder: file!.name, bank: '重庆农商行北碚支行', number })
  })
