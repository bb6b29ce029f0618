/** Clauses as data are told in plain words: every condition, every way an amount comes about, every limit. */
import { describe, expect, it } from 'vitest'
import { readPolicy } from './read/policy.ts'
import { sample } from './read/sample.ts'
import { clauseInWords, type Line } from './words.ts'

const { policy } = readPolicy(sample)
const told = (title: string) => clauseInWords(policy!, policy!.clauses.find((one) => one.title === title)!)
const written = (lines: readonly Line[]) =>
  lines.map(({ depth, title, words }) => `${'　'.repeat(depth)}${title === null ? '' : `${title}：`}${words}`)

describe('conditions', () => {
  it('are told with their figures; a choice with its cases below it', () => {
    expect(written(told('房租补贴').conditions)).toEqual([
      '注册地：注册地在本区',
      '入驻时间：落户日期不早于 2024-01-01',
      '研发占比：研发费用占营业收入不低于 3%',
      '人员规模：满足下列任一情形',
      '　软件企业：须同时满足',
      '　　软件人员：软件从业人员不低于 50 人',
      '　专精特新企业：适用于专精特新梯度为专精特新中小企业、专精特新“小巨人”企业之一的',
      '　　软件人员：软件从业人员不低于 20 人',
    ])
    expect(written(told('升规奖励').conditions).slice(1)).toEqual([
      '升规：升规入统日期不早于 2024-01-01 且不晚于 2026-12-31',
      '成长：近两年主营业务收入平均增长率，标准待补',
    ])
  })
})

describe('amounts', () => {
  it('of rents name the areas, the prices, the months and the ceiling', () => {
    expect(written(told('房租补贴').amount)).toEqual([
      '补贴面积 × 单价 × 月数',
      '　补贴面积：软件从业人员 × 10㎡、租用面积、1000㎡，取最小的',
      '　单价（50 人以上：软件从业人员不低于 50 人）：30 元/㎡·月',
      '　单价（其他）：20 元/㎡·月',
      '　月数：当年租赁月数',
      '　不超过：当年实付租金',
    ])
    expect(written(told('购房补贴').amount)).toEqual(['每㎡ 300 元，数量按购房面积计'])
  })

  it('are told whichever way they come about', () => {
    expect(written(told('综合奖励').amount)).toEqual([
      '以下各项合计',
      '　定额 10 万元',
      '　按（超过(营业收入, 2000万元)）的 1% 计算',
      '　按公式计算：软件从业人员 × 100元',
      '　以下各项中取最高',
      '　　按营业收入分档，达到多档的按最高一档',
      '　　　不低于 5,000 万元：20 万元',
      '　　　高于 10,000 万元：30 万元',
      '　　按认证等级分档，晋级的补足差额',
      '　　　三级：10 万元',
      '　　　四级、五级：30 万元',
      '　以下各项中取最低',
      '　　按当年实付租金逐年计算（年次按租赁年次）',
      '　　　第 1 年：100%',
      '　　　第 2 年：50%',
      '　　　第 3 年：50%',
      '　　按市级奖励的 10% 配套',
      '　分阶段给予，每个阶段一次',
      '　　完成股改：5 万元',
      '　　辅导备案：10 万元',
      '　按运营名次奖励',
      '　　第 1 名：50 万元',
      '　　第 2 名：40 万元',
      '　以券的形式发放，由云服务商承兑，面额如下',
      '　　按公式计算：上云支出 × 60%',
      '　总额按以下方式计算，由各方分享：引荐机构 20%，被投企业 80%',
      '　　定额 5 万元',
      '　按所属情形计算，符合多种的按排列在前的',
      '　　大型：企业规模为大型：一事一议',
      '　　其他：一事一议，不超过 100 万元',
      '　金额标准待补',
    ])
  })
})

describe('limits', () => {
  it('are caps and rounding; materials the ledger holds are not asked for; what follows payment and what excludes what', () => {
    const rent = told('房租补贴')
    expect([rent.frequency, rent.channel, rent.pot, rent.payee]).toEqual(['每年，最多 3 年', '申报', '载体', '企业'])
    expect(rent.limits).toEqual(['每企业每年不超过 100 万元', '每企业累计不超过 300 万元', '金额舍去到元'])
    expect(rent.materials).toEqual([
      { title: '租赁合同', note: '已有租约记录，免提交' },
      { title: '授权委托书', note: '如有' },
    ])
    expect(rent.afterwards).toEqual([
      '五年内不得转租转让（自拨付之日起 60 个月），违反的收回资金',
      '一年后人员不减：拨付 12 个月后考核，须软件从业人员不低于 50 人，未达到的收回资金',
    ])
    expect(rent.stacking).toEqual([
      '同一年度内，“房租补贴”、“购房补贴”只能享受其中一项',
      '享受“购房补贴”的，扣除已享受的“房租补贴”',
      '“房租补贴”、“综合奖励”合计每企业每年不超过 200 万元',
    ])
    expect(told('升规奖励').limits).toEqual([])
  })
})
