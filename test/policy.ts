/** A small district with policies: a file of clauses to change as wanted, pots for a year, and clauses brought into force. */

import { eq } from 'drizzle-orm'
import { enterprises } from '#modules/enterprise/tables.ts'
import { pots } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { reviewItems } from '#modules/policy/model.ts'
import { machine } from '#platform/context.ts'
import { type Firms, firm, openFirms } from './firms.ts'
import { region } from './it.ts'

const { policy, enterprise } = modules

type Clauses = { code?: string; since?: string; until?: string | null; prize?: string; example?: string; demonstration?: boolean }

/** Two clauses: a prize out of the platform's pot, a share of rents out of the carriers'. */
export const clausesText = ({
  code = 'test-measures',
  since = '2024-07-01',
  until = '2026-06-30',
  prize = '10万元',
  example = '100000元',
  demonstration = false,
}: Clauses = {}) => `名称: 测试区支持软件产业若干措施
代码: ${code}
级别: 区级
示范: ${demonstration ? '是' : '否'}
发文单位: 测试区人民政府
有效: {自: ${since}${until === null ? '' : `, 至: ${until}`}}
来源: 演示数据
条款:
  - 代码: above-scale
    名称: 升规奖励
    条目: 第一条
    解读: 首次升规入统的软件企业奖励 ${prize}。
    类型: 升规入统奖励
    对象: 企业
    资金: 平台
    周期: 一次性
    办理: 申报
    条件:
      - {名称: 升规入统, 事实: 升规入统日期, 不早于: 2024-01-01}
    金额: {定额: ${prize}}
    材料:
      - {名称: 纳统证明, 台账: 运行监测报表}
    样例:
      - {名称: 当年升规, 日期: ${since}, 数据: {升规入统日期: 2024-03-01}, 结论: 支持, 金额: ${example}}
  - 代码: rent
    名称: 房租补贴
    条目: 第二条
    类型: 房租补贴
    对象: 企业
    资金: 载体
    周期: 每年
    办理: 申报
    条件:
      - {名称: 注册地, 事实: 注册地在本区, 为: 是}
    金额:
      比例: {基数: 当年实付租金, 比率: 50%}
    上限: {每企业每年: 20万元}
    样例:
      - {名称: 三十万租金, 日期: ${since}, 数据: {注册地在本区: 是, 当年实付租金: 30万元}, 结论: 支持, 金额: 150000元}
`

export const today = '2024-06-28'

export async function openPolicies() {
  const at = await openFirms()
  const document = {
    code: 'test-measures',
    title: '测试区支持软件产业若干措施',
    level: 'district' as const,
    issuer: '测试区人民政府',
  }
  const { id } = await at.play(at.who.office, today, policy.addDocument, {
    ...{ ...document, since: '2024-07-01', until: '2026-06-30', source: '演示数据', org: at.org('科技局') },
  })
  return { ...at, measures: id }
}
export type Policies = Firms & { measures: string }

/** Money in each pot of a year. */
export const arrange = (at: Firms, year: number, amount = 100_000_000) =>
  at.run(machine(region), today, ({ db }) =>
    db.insert(pots).values(
      (['attract', 'talent', 'carrier', 'platform'] as const).map((line) => ({
        ...{ year, line, amount, reserved: 0, committed: 0, paid: 0, basis: '演示预算' },
      })),
    ),
  )

type ReviewItems = { item: keyof typeof reviewItems; holds: boolean; note: string }[]
export const itemsOf = (broken: Partial<Record<keyof typeof reviewItems, string>> = {}): ReviewItems =>
  (Object.keys(reviewItems) as (keyof typeof reviewItems)[]).map((item) => ({
    ...{ item, holds: !(item in broken), note: broken[item] ?? '' },
  }))

export const review = (at: Firms, version: string, day = today) =>
  at.play(at.who.office, day, policy.recordReview, {
    ...{ version, opinion: 'passed' as const, items: itemsOf(), reviewedOn: day, unit: '区公平竞争审查工作机构' },
  })

/** A version drafted, reviewed and published on a day; its file says from when on it is in force. */
export async function publish(at: Policies, text = clausesText(), day = today): Promise<string> {
  const { id } = await at.play(at.who.science, day, policy.draftVersion, { policy: at.measures, text })
  await review(at, id, day)
  await at.play(at.who.office, day, policy.publishVersion, { id })
  return id
}

/** The n-th firm on file, signed in for by a body of the district. */
export async function firmOf(at: Firms, n: number, body: string): Promise<string> {
  const { id } = await at.play(at.who.office, today, enterprise.register, firm(at, n))
  if (!id) throw new Error('a firm like it is there already')
  await at.run(machine(region), today, ({ db }) =>
    db
      .update(enterprises)
      .set({ org: at.org(body) })
      .where(eq(enterprises.id, id)),
  )
  return id
}
