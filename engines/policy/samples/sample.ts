/** Made-up clauses for the tests of deciding, written as the office writes them. */
import type { Facts, Past, Value } from '../fact.ts'
import type { Policy } from '../policy.ts'
import { readPolicy } from '../read/policy.ts'

export const day = '2025-06-30'

/** One clause `it` of a policy `sample`, in force 2024–2026; `amount` is its 金额, `more` further lines of it. */
export function policyWith(amount: string, more = '', frequency = '每次'): Policy {
  const { policy, flaws } = readPolicy(`名称: 示例措施
代码: sample
级别: 其他
示范: 是
发文单位: 示例区人民政府
有效: {自: 2024-01-01, 至: 2026-12-31}
来源: 演示数据
事实:
  - {名称: 软件从业人员, 类型: 数量, 单位: 人, 来源: 申报, 材料: 社会保险缴费清单}
  - {名称: 认证等级, 类型: 文字, 取值: [三级, 四级, 五级], 来源: 核定}
  - {名称: 完成股改, 类型: 是否, 说法: [已完成股改, 未完成股改], 来源: 核定}
  - {名称: 辅导备案, 类型: 是否, 说法: [已辅导备案, 未辅导备案], 来源: 核定}
  - {名称: 市级奖励, 类型: 金额, 来源: 上级文件}
  - {名称: 运营名次, 类型: 数量, 单位: 名, 来源: 核定}
通则:
  - {名称: 注册地, 事实: 注册地在本区, 为: 是}
条款:
  - 代码: it
    名称: 示例条款
    条目: 第一条
    类型: 补贴
    对象: 企业
    资金: 载体
    周期: ${frequency}
    办理: 申报
${more ? `${indented(more, 4)}\n` : ''}    金额:
${indented(amount, 6)}
    样例:
      - {名称: 区外企业, 日期: 2025-06-30, 数据: {注册地在本区: 否}, 结论: 不予支持}
`)
  if (policy === null) throw new Error(flaws.map(({ line, sentence }) => `${line}: ${sentence}`).join('\n'))
  return policy
}

const indented = (text: string, by: number) =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n')

/** Known since the end of May, of a firm of the district. */
export const known = (values: Record<string, Value>): Facts =>
  Object.fromEntries(
    Object.entries({ 注册地在本区: true, ...values }).map(([title, value]) => [
      title,
      { value, asOf: '2025-05-31', source: '测试台账' },
    ]),
  )

export const had = (amount: number, more: Partial<Past[number]> = {}): Past[number] => ({
  clause: 'sample/it',
  year: 2024,
  project: null,
  milestone: null,
  amount,
  ...more,
})
