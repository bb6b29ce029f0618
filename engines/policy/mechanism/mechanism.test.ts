/** Each way an amount comes about, against sums done by hand. */
import { describe, expect, it } from 'vitest'
import { decide } from '../decide.ts'
import type { Past, Value } from '../fact.ts'
import { day, had, known, policyWith } from '../samples/sample.ts'

const yuan = 100
const wan = 10_000 * yuan

type Tried = [rule: string, facts: Record<string, Value>, amount: number | string, past?: Past]

/** An amount is granted; words are what stands against it. */
function tries(amount: string, more: string, tried: Tried[], frequency?: string) {
  const policy = policyWith(amount, more, frequency)
  it.each(tried)('%s', (_, facts, wanted, past = []) => {
    const decision = decide(policy, 'it', known(facts), past, day)
    if (typeof wanted === 'number') expect(decision).toMatchObject({ verdict: 'granted', amount: wanted })
    else expect(decision.sentence).toContain(wanted)
  })
}

describe('定额', () => tries('定额: 10万元', '', [['is so much', {}, 10 * wan]]))

describe('比例', () =>
  tries('比例: {基数: 研发费用 − 市级奖励, 比率: 12.5%}', '', [
    ['is a share of the base', { 研发费用: 800 * wan, 市级奖励: 0 }, 100 * wan],
    ['is rounded once, to the 分', { 研发费用: 12_345, 市级奖励: 0 }, 1543],
    ['is nothing where the base is below nothing', { 研发费用: 1, 市级奖励: 2 }, '金额为 0'],
    ['is not known without each of its facts', { 研发费用: 800 * wan }, '尚待核实：无法计算金额：缺少市级奖励数据'],
  ]))

describe('单价', () =>
  tries('单价: {每: 4000元/人, 数量: 软件从业人员}', '', [
    ['is so much for each', { 软件从业人员: 53 }, 212_000 * yuan],
    ['of none is none', { 软件从业人员: 0 }, '按规定计算的金额为 0（0 人 × 4,000 元/人）'],
  ]))

describe('公式', () =>
  tries('公式: 超过(营业收入, 2000万元) × 1% ÷ 3', '', [
    ['counts what is beyond, exactly', { 营业收入: 2300 * wan }, 1 * wan],
    ['a third of a 分 is rounded at the end', { 营业收入: 2000 * wan + 100 * yuan }, 33],
    ['never falls below nothing', { 营业收入: 1999 * wan }, '金额为 0'],
    ['counts exactly where doubles would not', { 营业收入: 9_007_199_254_740_991 }, 30_023_990_849_137],
  ]))

const rungs = '档: [{不低于: 2000万元, 金额: 10万元}, {不低于: 1亿元, 金额: 50万元}, {高于: 2亿元, 金额: 100万元}]'

describe('分档', () => {
  tries(`分档: {按: 营业收入, ${rungs}}`, '', [
    ['is the highest step reached', { 营业收入: 15_000 * wan }, 50 * wan],
    ['a step is reached at its bound', { 营业收入: 2000 * wan }, 10 * wan],
    ['beyond a bound begins after it', { 营业收入: 20_000 * wan }, 50 * wan],
    ['beyond a bound begins one 分 after it', { 营业收入: 20_000 * wan + 1 }, 100 * wan],
    ['below the lowest tells how far', { 营业收入: 1900 * wan }, '营业收入差 100 万元（现 1,900 万元，最低一档需达 2,000 万元）'],
  ])
  tries('分档: {按: 认证等级, 档: [{为: [四级], 金额: 30万元}, {为: [五级], 金额: 50万元}]}', '', [
    ['goes by ranks as well', { 认证等级: '五级' }, 50 * wan],
    ['a rank that is not listed has none', { 认证等级: '三级' }, '认证等级为三级，不在支持的档次'],
  ])
})

describe('晋级补差', () =>
  tries(
    `晋级补差: {按: 营业收入, ${rungs}}`,
    '',
    [
      ['is the step reached where nothing was had', { 营业收入: 10_000 * wan }, 50 * wan],
      [
        'is less what was had for lower steps',
        { 营业收入: 30_000 * wan },
        50 * wan,
        [had(10 * wan), had(40 * wan, { year: 2023 })],
      ],
      [
        'counts only what was had of this clause',
        { 营业收入: 10_000 * wan },
        50 * wan,
        [had(50 * wan, { clause: 'sample/other' })],
      ],
      [
        'of the same step leaves nothing',
        { 营业收入: 10_000 * wan },
        '“营业收入不低于 1亿元”为 50 万元，已享受 50 万元，没有差额',
        [had(50 * wan)],
      ],
    ],
    '一次性',
  ))

describe('面积补贴', () =>
  tries(
    `面积补贴:
  面积: [软件从业人员 × 10㎡, 租用面积, 1000㎡]
  单价:
    - {情形: 50 人以上, 适用: [{名称: 软件人员, 事实: 软件从业人员, 不低于: 50人}], 单价: 30元/㎡·月}
    - {情形: 其他, 单价: 20元/㎡·月}
  月数: 当年租赁月数
  不超过: 当年实付租金`,
    '',
    [
      ['takes the persons where they are the least', rented(60, 800, 10, 30 * wan), 18 * wan],
      ['takes the area rented where it is', rented(60, 480.5, 10, 30 * wan), 14_415_000],
      ['takes the most that is supported where it is', rented(200, 5000, 12, 300 * wan), 36 * wan],
      ['takes the first price that holds', rented(49, 800, 10, 30 * wan), 98_000 * yuan],
      ['never exceeds the rent paid', rented(60, 800, 10, 12_345_678), 12_345_678],
      ['is not known without the rent paid', rented(60, 800, 10, null), '缺少当年实付租金数据'],
      ['names the facts of price and area once', rented(null, 800, 10, 30 * wan), '缺少软件从业人员数据'],
    ],
  ))

function rented(staff: number | null, area: number, months: number, paid: number | null): Record<string, Value> {
  return { 软件从业人员: staff, 租用面积: area * 100, 当年租赁月数: months, 当年实付租金: paid }
}

describe('逐年', () =>
  tries('逐年: {年次: 租赁年次, 比率: [100%, 50%, 25%], 基数: 当年实付租金}', '', [
    ['has a rate of the first year', { 租赁年次: 1, 当年实付租金: 8 * wan }, 8 * wan],
    ['has a rate of the third year', { 租赁年次: 3, 当年实付租金: 8 * wan }, 2 * wan],
    ['ends', { 租赁年次: 4, 当年实付租金: 8 * wan }, '补贴年限已满（共 3 年，现第 4 年）'],
    ['ends whatever is paid', { 租赁年次: 4 }, '补贴年限已满'],
    ['has not begun', { 租赁年次: 0, 当年实付租金: 8 * wan }, '尚未进入补贴年度'],
    ['is not known without the year', { 当年实付租金: 8 * wan }, '缺少租赁年次数据'],
  ]))

describe('分阶段', () => {
  const stages = '分阶段: [{名称: 股改, 事实: 完成股改, 金额: 5万元}, {名称: 辅导, 事实: 辅导备案, 金额: 30万元}]'
  const first = had(5 * wan, { milestone: '股改' })
  tries(
    stages,
    '',
    [
      ['adds up the stages reached', { 完成股改: true, 辅导备案: true }, 35 * wan],
      ['counts each once', { 完成股改: true, 辅导备案: true }, 30 * wan, [first]],
      ['asks no more about a stage that was had', { 辅导备案: true }, 30 * wan, [first]],
      ['tells which is next', { 完成股改: true, 辅导备案: false }, '已完成的阶段均已享受，尚未达到“辅导”阶段', [first]],
      ['ends', {}, '各阶段均已享受', [first, had(30 * wan, { milestone: '辅导' })]],
      ['is not known as long as a stage is not', { 完成股改: true }, '缺少辅导备案数据'],
    ],
    '一次性',
  )

  it('names its milestones with what was granted for each, in their order as far as a cap goes', () => {
    const policy = policyWith(stages, '上限: {每企业累计: 20万元}', '一次性')
    const { amount, milestones } = decide(policy, 'it', known({ 完成股改: true, 辅导备案: true }), [], day)
    expect([amount, milestones]).toEqual([
      20 * wan,
      [
        { title: '股改', amount: 5 * wan },
        { title: '辅导', amount: 15 * wan },
      ],
    ])
  })
})

describe('配套', () =>
  tries('配套: {上级奖励: 市级奖励, 比率: 10%}', '', [['is a share of the award above', { 市级奖励: 500 * wan }, 50 * wan]]))

describe('排名奖', () =>
  tries('排名奖: {名次: 运营名次, 奖金: [50万元, 40万元, 30万元]}', '', [
    ['goes by rank', { 运营名次: 2 }, 40 * wan],
    ['ends after the last prize', { 运营名次: 4 }, '运营名次第 4 名，奖励前 3 名'],
  ]))

describe('合计, 取高, 取低', () => {
  const two = '[{定额: 5万元}, {单价: {每: 1000元/人, 数量: 软件从业人员}}]'
  tries(`合计: ${two}`, '', [['adds up', { 软件从业人员: 20 }, 7 * wan]])
  tries(`取高: ${two}`, '', [
    ['takes the most', { 软件从业人员: 80 }, 8 * wan],
    ['is not known where one is not', {}, '缺少软件从业人员数据'],
  ])
  tries(`取低: ${two}`, '', [
    ['takes the least', { 软件从业人员: 80 }, 5 * wan],
    ['is not known where one is not, however small the other', {}, '缺少软件从业人员数据'],
  ])
  tries('合计: [{定额: 5万元}, 一事一议]', '', [
    ['leaves the whole to people where they decide a part', {}, '按一事一议研究确定'],
  ])
  tries('取低: [{定额: 5万元}, 一事一议]', '', [['and so does the least', {}, '按一事一议研究确定']])
})

describe('分情形', () =>
  tries(
    `分情形:
  - {情形: 五级, 适用: [{名称: 等级, 事实: 认证等级, 属于: [五级]}], 金额: {一事一议: {不超过: 100万元}}}
  - {情形: 四级, 适用: [{名称: 等级, 事实: 认证等级, 属于: [四级]}], 金额: {定额: 30万元}}`,
    '',
    [
      ['takes the case that holds', { 认证等级: '四级' }, 30 * wan],
      ['may leave a case to people', { 认证等级: '五级' }, '金额按一事一议研究确定，最高 100 万元'],
      ['says that none holds', { 认证等级: '三级' }, '不属于“五级”、“四级”中的任何一种情形'],
      ['waits for the fact that decides the case', {}, '缺少认证等级数据'],
    ],
  ))

describe('待补', () => tries('待补', '', [['is not known', {}, '尚待核实：金额标准待补']]))

describe('who is paid', () => {
  const payees = (amount: string, facts: Record<string, Value> = {}, more = '') =>
    decide(policyWith(amount, more), 'it', known(facts), [], day).payees

  it('is whom the clause is for', () => expect(payees('定额: 1万元')).toEqual([{ payee: '企业', amount: 1 * wan }]))

  it('is whoever redeems the voucher', () =>
    expect(payees('用券: {面额: {定额: 1万元}, 承兑方: 云服务商}')).toEqual([{ payee: '云服务商', amount: 1 * wan }]))

  it('are several whose parts add up to the 分', () =>
    expect(
      payees(
        `分配:
  总额: {比例: {基数: 市级奖励, 比率: 100%}}
  各方: [{名称: 甲, 占: 33.33%}, {名称: 乙, 占: 33.33%}, {名称: 丙, 占: 33.34%}]`,
        { 市级奖励: 100 },
      ),
    ).toEqual([
      { payee: '甲', amount: 33 },
      { payee: '乙', amount: 33 },
      { payee: '丙', amount: 34 },
    ]))

  it('are whom a part of a sum is for, each by its part after the cap', () =>
    expect(
      payees(
        `合计:
  - {定额: 6万元}
  - {用券: {面额: {定额: 3万元}, 承兑方: 云服务商}}`,
        {},
        '上限: {每次: 3万元}',
      ),
    ).toEqual([
      { payee: '企业', amount: 2 * wan },
      { payee: '云服务商', amount: 1 * wan },
    ]))
})
