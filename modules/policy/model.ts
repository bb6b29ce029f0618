/** Policies as documents and as data, questions about them, what changing them would cost, and funds of the levels above (plan tasks 1–3). */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { count, day, entity, fen, instant, oneOf, ref, structure, text, yes } from '#platform/fields.ts'
import { bidStates, policyStates, questionStates, versionStates } from './flow.ts'

export const levels = { national: '国家级', city: '市级', district: '区级', other: '其他' } as const

/** What a firm has to know to claim (办事指南). */
export const guide = z.object({
  who: z.string().trim().max(1000).default(''),
  conditions: z.string().trim().max(2000).default(''),
  materials: z.string().trim().max(2000).default(''),
  timeLimit: z.string().trim().max(300).default(''),
  office: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(60).default(''),
  address: z.string().trim().max(200).default(''),
})

export const policy = entity('policy', '政策文件', {
  /** That of its file of clauses; plain English. */
  code: text('代码', 60),
  title: text('名称', 200),
  level: oneOf('级别', levels),
  demonstration: yes('示范条款'),
  issuer: text('发文单位', 120),
  number: text('文号', 80).nullable(),
  issuedOn: day('印发日期').nullable(),
  since: day('施行日期'),
  until: day('有效期至').nullable(),
  status: oneOf('状态', policyStates),
  successor: ref('替代文件', 'policy').nullable(),
  /** The unit that answers for it. */
  org: ref('牵头单位', 'org').nullable(),
  summary: text('政策解读', 4000).nullable(),
  guide: structure('办事指南', guide).nullable(),
  body: text('正文', 200_000).nullable(),
  file: ref('文件', 'file').nullable(),
  source: text('来源', 500),
})
export const policyRow = policy.extend({ id: z.uuid() })

/** The clauses as data from a day on. What is published is never changed: decisions of its days replay by it. */
export const policyVersion = entity('policy_version', '条款版本', {
  policy: ref('政策文件', 'policy'),
  number: count('版本号', ''),
  /** The file of clauses (seed/policies/README.md). */
  text: text('条款文件', 400_000),
  digest: text('摘要值', 64),
  since: day('施行日期'),
  until: day('有效期至').nullable(),
  status: oneOf('状态', versionStates),
  /** What the draft was made from. */
  base: ref('前一版本', 'policy_version').nullable(),
  note: text('修订说明', 1000).nullable(),
  savedBy: text('起草人', 40),
  publishedOn: day('发布日期').nullable(),
  publishedBy: text('发布人', 40).nullable(),
})

/** What the review asks (《公平竞争审查条例》第八至十一条), in short. */
export const reviewItems = {
  entry: '不限制或变相限制市场准入和退出',
  flow: '不限制商品、要素自由流动',
  cost: '不违法给予特定经营者税收优惠、财政奖励补贴、要素或行政事业性收费优惠',
  conduct: '不影响生产经营行为',
} as const
export const reviewOpinions = { passed: '符合', excepted: '适用例外规定', failed: '不符合' } as const
export const fairReview = entity('fair_review', '公平竞争审查', {
  version: ref('条款版本', 'policy_version'),
  policy: ref('政策文件', 'policy'),
  opinion: oneOf('审查结论', reviewOpinions),
  items: structure(
    '审查标准',
    z.array(
      z.object({
        item: z.enum(Object.keys(reviewItems) as [keyof typeof reviewItems]),
        holds: z.boolean(),
        note: z.string().trim().max(500).default(''),
      }),
    ),
  ),
  /** Of an exception: the article it rests on, and until when it may. */
  basis: text('依据', 500).nullable(),
  reviewedOn: day('审查日期'),
  unit: text('审查机构', 120),
  file: ref('审查表', 'file').nullable(),
  by: text('登记人', 40),
})

export const questionKinds = { simple: '一般', complex: '复杂' } as const
export const policyQuestion = entity('policy_question', '政策咨询', {
  number: text('编号', 40),
  /** Known to whoever asked without an account: by it he sees the answer. */
  token: text('查询码', 40),
  policy: ref('政策文件', 'policy').nullable(),
  clause: text('条款', 130).nullable(),
  org: ref('咨询账户', 'org').nullable(),
  name: text('咨询人', 60),
  phone: text('联系电话', 30).nullable(),
  text: text('咨询内容', 2000),
  kind: oneOf('类别', questionKinds),
  holder: ref('答复单位', 'org').nullable(),
  askedOn: day('咨询日期'),
  dueOn: day('答复时限'),
  status: oneOf('状态', questionStates),
  answer: text('答复', 4000).nullable(),
  answeredOn: day('答复日期').nullable(),
  answeredBy: text('答复人', 40).nullable(),
  /** Shown to everyone, without the name of whoever asked. */
  open: yes('公开'),
})

/** What changing some clauses would have cost over a year of the ledger. */
export const scenario = entity('scenario', '政策测算', {
  title: text('名称', 100),
  policy: ref('政策文件', 'policy'),
  base: ref('对照版本', 'policy_version'),
  /** The changed file of clauses. */
  text: text('测算条款', 400_000),
  changes: structure('调整内容', z.array(z.object({ clause: z.string(), what: z.string(), from: z.string(), to: z.string() }))),
  year: count('测算年度', '年'),
  /** Sums of both sides, as they were when it was saved. */
  outcome: structure('测算结果', z.record(z.string(), z.unknown())),
  draft: ref('附于草案', 'policy_version').nullable(),
  savedBy: text('测算人', 40),
  savedOn: day('测算日期'),
})

/** A call of a level above for bids. */
export const upperCall = entity('upper_call', '上级申报通知', {
  title: text('名称', 200),
  level: oneOf('级别', levels),
  issuer: text('发布单位', 120),
  number: text('文号', 80).nullable(),
  openedOn: day('发布日期'),
  deadline: day('申报截止'),
  /** Last day on which firms hand in to the district. */
  innerDeadline: day('区内截止'),
  org: ref('推荐单位', 'org'),
  most: count('推荐限额', '个').nullable(),
  text: text('申报要求', 4000),
  file: ref('通知', 'file').nullable(),
})

export const partnerKinds = { university: '高校', institute: '科研院所', enterprise: '企业' } as const
export const upperBid = entity('upper_bid', '上级资金申报', {
  number: text('编号', 40),
  call: ref('申报通知', 'upper_call'),
  enterprise: ref('申报企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  project: text('项目名称', 200),
  partners: structure(
    '联合单位',
    z
      .array(
        z.object({
          name: z.string().trim().min(1, '请填写联合单位名称').max(120),
          kind: z.enum(Object.keys(partnerKinds) as [keyof typeof partnerKinds]),
          part: z.string().trim().max(300).default(''),
        }),
      )
      .max(10),
  ),
  requested: fen('申请金额'),
  status: oneOf('状态', bidStates),
  handedInOn: day('报送日期').nullable(),
  granted: fen('立项金额').nullable(),
  grantedOn: day('立项日期').nullable(),
  paid: fen('到账金额'),
  note: text('说明', 1000).nullable(),
  file: ref('申报书', 'file').nullable(),
})
/** What became of a bid, step by step. */
export const bidStep = entity('bid_step', '申报进展', {
  bid: ref('上级资金申报', 'upper_bid'),
  status: oneOf('状态', bidStates),
  on: day('日期'),
  note: text('说明', 1000).nullable(),
  by: text('办理人', 40),
  at: instant('登记时间'),
})

export const pots = potNames
