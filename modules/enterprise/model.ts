/** The enterprise file (一企一档): who it is, where it sits and since when, its titles, rights and consents (plan task 5). */
import { z } from 'zod'
import { day, entity, instant, oneOf, ref, structure, text, words, yes, yuan } from '#platform/fields.ts'
import { adoptionStates } from './flow.ts'

export const statuses = { active: '存续', suspended: '停业', revoked: '吊销', deregistered: '注销' } as const
export const legalForms = {
  limited: '有限责任公司',
  shares: '股份有限公司',
  foreign: '外商投资企业',
  sole: '个人独资企业',
  partnership: '合伙企业',
  branch: '分支机构',
  other: '其他',
} as const
export const originKinds = { existing: '原有', established: '新设立', 'moved-in': '区外迁入', 'spun-off': '分立设立' } as const
export const frequencies = { month: '月报', quarter: '季报', none: '不纳入监测' } as const
/** Where a value comes from; what an outside register says may be overridden with a reason, never lost. */
export const sources = {
  market: '市场监管登记',
  tax: '税务',
  insurance: '社会保险',
  statistics: '统计名录',
  enterprise: '企业填报',
  visit: '走访核实',
  import: '表格导入',
  override: '人工更正',
} as const

/** A field that differs from its row in source or day: what was there, who put what in its place, and why. */
export const origin = z.object({
  source: z.enum(Object.keys(sources) as [keyof typeof sources, ...(keyof typeof sources)[]]),
  asOf: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  /** The value of the outside source that was overridden. */
  instead: z.union([z.string(), z.number(), z.boolean(), z.null()]),
})

/** Registered, operating, tax and statistical relation with the district: policy often asks for all four. */
const relations = {
  registered: yes('注册关系').nullable(),
  registeredSince: day('注册关系起').nullable(),
  operating: yes('经营关系').nullable(),
  operatingSince: day('经营关系起').nullable(),
  taxed: yes('税务关系').nullable(),
  taxedSince: day('税务关系起').nullable(),
  reporting: yes('统计关系').nullable(),
  reportingSince: day('统计关系起').nullable(),
}

export const enterprise = entity('enterprise', '企业档案', {
  /** GB 32100; both check digits hold (engines/enterprise/credit-code.ts). */
  creditCode: text('统一社会信用代码', 18),
  name: text('企业名称', 120),
  status: oneOf('登记状态', statuses),
  legalForm: oneOf('企业类型', legalForms),
  registeredOn: day('成立日期').nullable(),
  capital: yuan('注册资本').nullable(),
  address: text('注册地址', 200).nullable(),
  town: ref('所在镇街', 'org'),
  zone: ref('所在园城', 'org').nullable(),
  building: text('所在楼宇', 100).nullable(),
  /** Class of GB/T 4754—2017, four digits. */
  industry: text('行业代码', 4).regex(/^\d{4}$/, '行业代码应为四位数字，如 6513'),
  direction: text('重点方向', 60).nullable(),
  subField: text('细分领域', 60).nullable(),
  ...relations,
  originKind: oneOf('来源', originKinds),
  settledOn: day('落户日期'),
  leftOn: day('离区日期').nullable(),
  frequency: oneOf('监测频次', frequencies),
  products: text('主要产品', 500).nullable(),
  saas: yes('提供 SaaS 服务'),
  contact: text('联系人', 40).nullable(),
  phone: text('联系电话', 30).nullable(),
  /** The organisation its own people sign in for, once it has claimed its file. */
  org: ref('企业账户', 'org').nullable(),
  /** The one official who keeps this file. */
  keeper: ref('服务专员', 'person').nullable(),
  keeperName: text('服务专员姓名', 40).nullable(),
  keeperOrg: ref('服务单位', 'org').nullable(),
  source: oneOf('数据来源', sources),
  asOf: day('数据截至'),
  /** Last time somebody who knows said that it is so. */
  confirmedOn: day('确认日期').nullable(),
  /** Fields whose source or day differs from the row's. */
  origins: structure('字段来源', z.record(z.string(), origin)),
})
export const enterpriseRow = enterprise.extend({ id: z.uuid() })
export type Enterprise = z.infer<typeof enterpriseRow>

export const beginnings = { settled: '落户', moved: '区内迁移', changed: '信息变更', 'spun-off': '分立设立' } as const
export const endings = {
  moved: '区内迁移',
  changed: '信息变更',
  left: '迁出本区',
  merged: '被合并',
  closed: '注销关闭',
} as const

/**
 * A stretch of an enterprise's time in the district at one place and in one trade. Its beginnings and endings are the life
 * events; what was recorded wrongly is withdrawn, not changed, so that an earlier day still shows what was known then.
 */
export const presence = entity('presence', '在区记录', {
  enterprise: ref('企业', 'enterprise'),
  town: ref('镇街', 'org'),
  zone: ref('园城', 'org').nullable(),
  building: text('楼宇', 100).nullable(),
  industry: text('行业', 4),
  /** First two digits of the industry. */
  division: text('行业大类', 2),
  direction: text('重点方向', 60).nullable(),
  saas: yes('提供 SaaS 服务'),
  originKind: oneOf('来源', originKinds),
  settledOn: day('落户日期'),
  since: day('自'),
  /** First day it holds no more. */
  until: day('至').nullable(),
  begin: oneOf('起因', beginnings),
  end: oneOf('止因', endings).nullable(),
  /** Spun off from, or merged into. */
  counterpart: ref('相关企业', 'enterprise').nullable(),
  destination: text('迁往地', 100).nullable(),
  reason: text('说明', 500).nullable(),
  evidence: ref('佐证', 'file').nullable(),
  recordedBy: text('登记人', 40),
  knownFrom: day('登记日期'),
  knownUntil: day('失效日期').nullable(),
})

/** Titles, certificates and lists an enterprise, a park or an institution was granted. */
export const titles = {
  innovative: '创新型中小企业',
  specialised: '专精特新中小企业',
  'little-giant': '专精特新“小巨人”企业',
  'high-tech': '高新技术企业',
  'above-scale': '规上企业',
  star: '满天星企业',
  'morning-star': '启明星企业',
  'north-star': '北斗星企业',
  'key-software': '重点软件企业',
  backbone: '骨干企业',
  'top-100': '全国软件百强',
  unicorn: '独角兽企业',
  gazelle: '瞪羚企业',
  'chain-leader': '链主企业',
  cmmi: 'CMMI 认证',
  itss: 'ITSS 认证',
  dcmm: 'DCMM 认证',
  'software-park': '市级特色软件园',
  'research-institution': '新型研发机构',
} as const

export const qualification = entity('qualification', '资质称号', {
  enterprise: ref('企业', 'enterprise').nullable(),
  /** Who holds it, where it is no enterprise of the ledger: a park, an institution. */
  holder: text('持有人', 120),
  kind: oneOf('资质称号', titles),
  level: text('等级', 40).nullable(),
  number: text('证书编号', 80).nullable(),
  grantedBy: text('授予机关', 120).nullable(),
  grantedOn: day('取得日期'),
  /** Last day it is valid; none for what does not run out. */
  validUntil: day('有效期至').nullable(),
  town: ref('镇街', 'org').nullable(),
  zone: ref('园城', 'org').nullable(),
  source: oneOf('数据来源', sources),
  evidence: ref('佐证', 'file').nullable(),
  recordedBy: text('登记人', 40),
  knownFrom: day('登记日期'),
  knownUntil: day('失效日期').nullable(),
  reason: text('撤销原因', 500).nullable(),
})

export const rightKinds = {
  copyright: '软件著作权',
  invention: '发明专利',
  utility: '实用新型专利',
  design: '外观设计专利',
  layout: '集成电路布图设计',
} as const

export const ipRight = entity('ip_right', '知识产权', {
  enterprise: ref('企业', 'enterprise'),
  kind: oneOf('类型', rightKinds),
  title: text('名称', 200),
  number: text('登记号', 80).nullable(),
  registeredOn: day('登记日期'),
  town: ref('镇街', 'org'),
  zone: ref('园城', 'org').nullable(),
  industry: text('行业', 4),
  recordedBy: text('登记人', 40),
  knownFrom: day('录入日期'),
  knownUntil: day('失效日期').nullable(),
})

export const purposes = { directory: '名录公开', policy: '政策兑现核验', appraisal: '考核评价' } as const
/** What a directory may show, if the enterprise says so. */
export const directoryFields = {
  industry: '行业',
  zone: '园城',
  products: '主要产品',
  address: '地址',
  phone: '联系电话',
} as const

/** What an enterprise allows, for what, from when until when. */
export const consent = entity('consent', '授权', {
  enterprise: ref('企业', 'enterprise'),
  purpose: oneOf('用途', purposes),
  fields: words('公开内容'),
  since: day('授权日期'),
  until: day('撤回日期').nullable(),
  givenBy: text('授权人', 40),
  evidence: ref('佐证', 'file').nullable(),
  /** The paper on which it was taken back. */
  withdrawal: ref('撤回凭证', 'file').nullable(),
})

/** Somebody of an enterprise asks for its file, with proof; the office decides. */
export const adoption = entity('adoption', '企业认领', {
  org: ref('申请账户', 'org'),
  creditCode: text('统一社会信用代码', 18),
  name: text('企业名称', 120),
  applicant: text('申请人', 40),
  post: text('职务', 60),
  proof: ref('证明材料', 'file'),
  status: oneOf('状态', adoptionStates),
  submittedOn: day('申请日期'),
  dueOn: day('办理期限'),
  enterprise: ref('企业', 'enterprise').nullable(),
  decidedBy: text('审核人', 40).nullable(),
  decidedAt: instant('审核时间').nullable(),
  reason: text('审核意见', 500).nullable(),
})
