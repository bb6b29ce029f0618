/** The facts the district's own ledgers give, which any clause may ask for; a policy declares what it needs beside them. */
import { facts as criteriaFacts } from '../criteria/facts.ts'
import type { Fact, FactKind, Vocabulary } from './fact.ts'

const ledger =
  (kind: FactKind, unit: string) =>
  (title: string, more: Partial<Fact> = {}): Fact => ({
    title,
    kind,
    unit,
    from: 'ledger',
    ...more,
  })
const count = (title: string, unit: string, more?: Partial<Fact>) => ledger('count', unit)(title, more)
const money = ledger('money', '元')
const area = ledger('area', '㎡')
const rent = ledger('rent', '元/㎡·月')
const months = ledger('months', '个月')
const day = ledger('day', '')
const text = (title: string, values: readonly string[], more?: Partial<Fact>) => ledger('text', '')(title, { values, ...more })
const yes = (title: string, whenYes: string, whenNo: string) => ledger('yes', '')(title, { words: [whenYes, whenNo] })

/** Which project a claim is for; asked for wherever a clause counts by projects. */
export const projectTitle = '项目'

/** What criteria for titles ask for, policies may ask for as well; sums in dollars are no base of a grant. */
const shared = Object.values(criteriaFacts)
  .filter(({ unit }) => unit !== '美元')
  .map(({ title, kind, unit, partOf, words }): Fact => {
    const whole = partOf === undefined ? undefined : criteriaFacts[partOf as keyof typeof criteriaFacts].title
    return { title, kind, unit, from: 'ledger', ...(whole ? { partOf: whole } : {}), ...(words ? { words } : {}) }
  })

const own: Fact[] = [
  text('企业规模', ['微型', '小型', '中型', '大型']),
  text('落户方式', ['存量', '新设立', '区外迁入', '分立设立']),
  text('专精特新梯度', ['未入库', '创新型中小企业', '专精特新中小企业', '专精特新“小巨人”企业']),
  text('高新技术企业', ['未认定', '首次认定', '重新认定'], { hint: '按有效期内的最近一次认定' }),
  day('登记注册日期'),
  day('落户日期'),
  day('升规入统日期', { hint: '首次达到规模以上标准并纳入统计之日' }),
  day('专精特新认定日期'),
  day('小巨人认定日期'),
  day('高新技术企业认定日期'),
  yes('注册地在本区', '注册地在本区', '注册地不在本区'),
  yes('实际经营地在本区', '实际经营地在本区', '实际经营地不在本区'),
  yes('税务关系在本区', '税务关系在本区', '税务关系不在本区'),
  yes('统计关系在本区', '统计关系在本区', '统计关系不在本区'),
  yes('位于两江直管区', '位于两江新区直管区', '不在两江新区直管区'),
  yes('按时报送报表', '应报的运行监测报表均已报送', '有逾期未报的运行监测报表'),
  yes('正常存续', '存续（在营、开业、在册）', '已注销、吊销或迁出'),
  count('上年末从业人员', '人'),
  count('新增从业人员', '人', { hint: '较上年末净增，未增加的为 0' }),
  count('有效发明专利', '项'),
  count('软件著作权', '项'),
  area('租用面积', { hint: '在租合同的建筑面积合计' }),
  rent('租金单价', { hint: '在租合同按面积加权' }),
  months('当年租赁月数'),
  months('合同租期'),
  money('当年实付租金'),
  money('当年应付租金'),
  money('当年实付物业费'),
  day('租赁起始日'),
  count('租赁年次', '年', { hint: '自租赁起始日起，第几个租赁年度' }),
  { title: projectTitle, kind: 'text', unit: '', from: 'claim', hint: '所申报项目的名称，同一项目前后一致' },
  yes('租用区属国企存量楼宇', '租用区属国有企业存量楼宇', '未租用区属国有企业存量楼宇'),
]

export const ledgerFacts: readonly Fact[] = [...shared, ...own]
export const ledgerVocabulary: Vocabulary = new Map(ledgerFacts.map((fact) => [fact.title, fact]))

/** With the facts a policy declares for itself. */
export const vocabularyOf = (declared: readonly Fact[]): Vocabulary =>
  new Map([...ledgerVocabulary, ...declared.map((fact) => [fact.title, fact] as const)])
