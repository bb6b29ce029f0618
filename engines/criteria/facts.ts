/** The facts about an enterprise that criteria may ask for: the declared vocabulary, each with its one Chinese title. */

export type FactKind = 'count' | 'money' | 'share' | 'years' | 'score' | 'yes' | 'text'

export type FactRule = {
  title: string
  kind: FactKind
  /** As said behind a figure; a share is said in %. */
  unit: string
  /** Contained in this fact: whoever adds to the one adds to the other. */
  partOf?: string
  /** Of a yes: what is said when it holds and when it does not. */
  words?: [yes: string, no: string]
}

const count = (title: string, unit: string, partOf?: string): FactRule => ({ title, kind: 'count', unit, partOf })
const money = (title: string, partOf?: string): FactRule => ({ title, kind: 'money', unit: '元', partOf })
const share = (title: string): FactRule => ({ title, kind: 'share', unit: '%' })
const years = (title: string): FactRule => ({ title, kind: 'years', unit: '年' })
const score = (title: string): FactRule => ({ title, kind: 'score', unit: '分' })
const yes = (title: string, whenYes: string, whenNo: string): FactRule => ({
  title,
  kind: 'yes',
  unit: '',
  words: [whenYes, whenNo],
})
const listed = (list: string) => yes(`列入${list}`, `已列入${list}`, `未列入${list}`)

const vocabulary = {
  headcount: count('从业人员', '人'),
  rndStaff: count('研发人员', '人', 'headcount'),
  techStaff: count('科技人员', '人', 'headcount'),
  bachelors: count('本科及以上人员', '人', 'headcount'),

  // Money of the latest full year, unless the title says otherwise.
  revenue: money('营业收入'),
  mainRevenue: money('主营业务收入', 'revenue'),
  softwareRevenue: money('软件业务收入', 'revenue'),
  ownProductRevenue: money('自主开发软件收入', 'revenue'),
  chipDesignRevenue: money('集成电路设计收入', 'revenue'),
  keySoftwareRevenue: money('基础和工业软件、信息安全、工业互联网平台及数据服务收入', 'revenue'),
  highTechRevenue: money('高新技术产品（服务）收入', 'revenue'),
  revenueBefore: money('再上一年度营业收入'),
  revenueThreeYears: money('近三年营业收入合计'),
  revenueYearToDate: money('本年累计营业收入'),
  rndSpend: money('研发费用'),
  rndSpendBefore: money('再上一年度研发费用'),
  rndSpendThreeYears: money('近三年研发费用合计'),
  rndSpendHome: money('境内研发费用', 'rndSpend'),
  equityTwoYears: money('近两年新增股权融资'),
  equityThreeYears: money('近三年新增股权融资'),
  exports: { title: '软件业务出口', kind: 'money', unit: '美元' },

  growthTwoYears: share('近两年主营业务收入平均增长率'),
  nicheShare: share('主导产品细分市场占有率'),
  debtRatio: share('资产负债率'),

  yearsInNiche: years('从事细分市场年限'),
  yearsSinceRegistration: years('注册成立年限'),

  ipCount: count('自主知识产权', '项'),
  ipClassOne: count('Ⅰ类知识产权', '项'),
  systemsInUse: count('由信息系统支撑的核心业务', '项'),

  innovationScore: score('创新型中小企业评价得分'),
  specialisedScore: score('专精特新中小企业评价得分'),
  highTechScore: score('高新技术企业创新能力评价得分'),

  industryDivision: { title: '行业大类', kind: 'text', unit: '' },
  legalPerson: yes('独立法人', '为独立法人', '不是独立法人'),
  registeredInChongqing: yes('在渝注册并纳税', '注册地和纳税关系均在重庆市', '注册地或纳税关系不在重庆市'),
  registeredInCentre: yes('在中心城区注册并纳税', '注册地和纳税关系均在中心城区', '注册地或纳税关系不在中心城区'),
  coreIp: yes('核心技术自主知识产权', '拥有核心技术的自主知识产权', '没有核心技术的自主知识产权'),
  ownBrand: yes('自主品牌', '拥有自主品牌', '没有自主品牌'),
  keyLink: yes('位于产业链关键环节', '位于产业链关键环节', '不在产业链关键环节'),
  rndOrganisation: yes('研发机构', '已自建或与高校院所联合建立研发机构', '没有自建或联合建立的研发机构'),
  provincialLab: yes('省部级以上研发机构', '拥有经认定的省部级以上研发机构', '没有经认定的省部级以上研发机构'),
  scienceAward: yes('省级以上科技奖励', '近三年获得过省级以上科技奖励', '近三年没有获得省级以上科技奖励'),
  nationalAward: yes('国家级科技奖励', '近三年获得过国家级科技奖励且排名靠前', '近三年没有获得排名靠前的国家级科技奖励'),
  contestFinal: yes('“创客中国”大赛全国500强', '近三年进入“创客中国”大赛全国500强', '近三年没有进入“创客中国”大赛全国500强'),
  contestTop: yes('“创客中国”大赛全国50强', '近三年进入“创客中国”大赛全国50强', '近三年没有进入“创客中国”大赛全国50强'),
  seriousOffence: yes(
    '重大违法失信',
    '有重大安全、质量、环境等违法或严重失信行为',
    '没有重大安全、质量、环境等违法或严重失信行为',
  ),
  innovationHonour: yes('有效期内的创新荣誉', '持有有效的高新技术企业等国家级创新称号', '没有有效的高新技术企业等国家级创新称号'),
  specialisedTitle: yes('专精特新中小企业称号', '为有效期内的专精特新中小企业', '不是有效期内的专精特新中小企业'),

  topHundredListed: listed('软件百强企业名单'),
  unicornListed: listed('独角兽企业名单'),
  gazelleListed: listed('瞪羚企业名单'),
  chainLeaderListed: listed('链主企业名单'),
} as const satisfies Record<string, FactRule>

export type FactName = keyof typeof vocabulary
export const facts: Record<FactName, FactRule> = vocabulary
export const factNames = Object.keys(facts) as FactName[]

/** By its title, as files of criteria name it. */
export const factTitled: ReadonlyMap<string, FactName> = new Map(factNames.map((name) => [facts[name].title, name]))

/** What is known: amounts in yuan (or dollars), shares as fractions; `asOf` the day it holds for, `source` where it is from. */
export type Known = { value: number | boolean | string | null; asOf: string | null; source: string | null }
export type Facts = Partial<Record<FactName, Known>>

/** Facts that are whole numbers and add up, so that a share of one in another makes sense. */
export const isWhole = (name: FactName): boolean => facts[name].kind === 'count' || facts[name].kind === 'money'
