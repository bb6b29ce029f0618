/** How well they did: schemes by version, an appraisal of a term, its frozen figures, evaluations, drafts, objections and results (safeguard four). */
import { z } from 'zod'
import { terms } from '#engines/appraisal/scheme.ts'
import { potNames } from '#engines/policy/policy.ts'
import { count, day, entity, fen, instant, month, oneOf, ref, structure, text, words, year, yes } from '#platform/fields.ts'
import { appraisalStates, objectionStates } from './flow.ts'

const record = (title: string) => structure(title, z.record(z.string(), z.unknown()))
const decimal = (title: string) => z.number().meta({ title, storage: 'double' })

/** What is issued is never changed; the next version begins on a day. */
export const scheme = entity('appraisal_scheme', '考核办法', {
  code: text('代码', 60),
  version: count('版本', ''),
  title: text('名称', 120),
  basis: text('依据', 300),
  since: day('生效日期'),
  until: day('失效日期').nullable(),
  status: oneOf('状态', { draft: '草案', issued: '已印发' }),
  /** As the office wrote it. */
  text: z.string().max(100_000).meta({ title: '办法文本', storage: 'text' }),
  issuedOn: day('印发日期').nullable(),
  by: text('经办人', 40),
})

export const appraisal = entity('appraisal', '考核评估', {
  title: text('名称', 120),
  scheme: ref('考核办法', 'appraisal_scheme'),
  term: oneOf('周期', terms),
  year: year('年度'),
  /** Published figures of this month decide. */
  from: month('起始月份'),
  until: month('截止月份'),
  status: oneOf('状态', appraisalStates),
  selfDueOn: day('自评时限'),
  verifyDueOn: day('核验时限'),
  /** Set when the draft is sent out. */
  objectionDueOn: day('异议时限').nullable(),
  /** The reward fund, and the pot it comes from; whole years only. */
  line: oneOf('资金', potNames).nullable(),
  pot: fen('奖励资金').nullable(),
  openedBy: text('发起人', 40),
  openedOn: day('发起日期'),
  approvedBy: text('审定人', 40).nullable(),
  publishedOn: day('公布日期').nullable(),
})

export const subject = entity('appraisal_subject', '考核对象', {
  appraisal: ref('考核评估', 'appraisal'),
  group: text('考核组', 60),
  org: ref('单位', 'org').nullable(),
  building: ref('楼宇', 'building').nullable(),
  name: text('对象', 120),
  /** By item. */
  targets: record('目标'),
  exempt: record('不适用指标'),
})

/** Read from a publication and frozen; a restatement of later does not reach it. */
export const value = entity('appraisal_value', '考核数据', {
  appraisal: ref('考核评估', 'appraisal'),
  subject: ref('考核对象', 'appraisal_subject'),
  item: text('指标', 60),
  value: decimal('数值').nullable(),
  missing: text('缺数原因', 300).nullable(),
  /** Indicator, version, month, split, publication, digest of its rows. */
  source: record('来源'),
  /** 1 as first frozen; an objection that is upheld freezes it anew, and the earlier one stays. */
  round: count('次数', ''),
  frozenOn: day('冻结日期'),
  reason: text('更正原因', 500).nullable(),
})

/** What the subject says of an item, with evidence; the office verifies it. */
export const selfEvaluation = entity('appraisal_self', '自评', {
  appraisal: ref('考核评估', 'appraisal'),
  subject: ref('考核对象', 'appraisal_subject'),
  item: text('指标', 60),
  value: decimal('自报数').nullable(),
  text: text('自评说明', 2000),
  files: words('佐证材料'),
  submittedOn: day('提交日期').nullable(),
  by: text('填报人', 40),
  verified: decimal('核定数').nullable(),
  opinion: text('核验意见', 1000).nullable(),
  verifiedOn: day('核验日期').nullable(),
  verifiedBy: text('核验人', 40).nullable(),
})

/** Of one expert; nobody sees another's before all are in. */
export const expertScore = entity('appraisal_expert', '专家评分', {
  appraisal: ref('考核评估', 'appraisal'),
  subject: ref('考核对象', 'appraisal_subject'),
  item: text('指标', 60),
  expert: ref('专家', 'person'),
  points: decimal('评分').nullable(),
  comment: text('评语', 1000).nullable(),
  givenAt: instant('评分时间').nullable(),
})

/** One reckoning of the whole: the first draft, those after objections, the one approved; none is ever changed. */
export const reckoning = entity('appraisal_reckoning', '考核测算', {
  appraisal: ref('考核评估', 'appraisal'),
  round: count('次数', ''),
  /** Shown to the subjects. */
  sent: yes('已发出'),
  final: yes('最终结果'),
  madeOn: day('测算日期'),
  madeBy: text('测算人', 40),
  /** Of scheme and data: the same gives the same. */
  digest: text('摘要值', 64),
  given: fen('奖励合计').nullable(),
  rest: fen('结余').nullable(),
})
export const score = entity('appraisal_score', '考核得分', {
  reckoning: ref('考核测算', 'appraisal_reckoning'),
  subject: ref('考核对象', 'appraisal_subject'),
  group: text('考核组', 60),
  name: text('对象', 120),
  /** Ten-thousandths of a point. */
  points: z.int().meta({ title: '得分', storage: 'integer' }).nullable(),
  place: count('名次', '').nullable(),
  grade: text('等次', 20).nullable(),
  /** Every item with its steps, as the engine told it. */
  detail: record('得分明细'),
  award: fen('奖励金额').nullable(),
  awardSteps: words('奖励说明'),
})

export const objection = entity('appraisal_objection', '考核异议', {
  number: text('编号', 40),
  appraisal: ref('考核评估', 'appraisal'),
  subject: ref('考核对象', 'appraisal_subject'),
  org: ref('提出单位', 'org'),
  item: text('指标', 60),
  text: text('异议内容', 2000),
  files: words('佐证材料'),
  raisedOn: day('提出日期'),
  by: text('提出人', 40),
  dueOn: day('核查时限'),
  status: oneOf('状态', objectionStates),
  finding: text('核查结论', 1000).nullable(),
  /** The value it was put right to. */
  value: decimal('更正数').nullable(),
  decidedOn: day('核查日期').nullable(),
  decidedBy: text('核查人', 40).nullable(),
})

const workdays = (title: string) => z.int().min(1).max(60).meta({ title, storage: 'integer' })
export const appraisalRule = entity('appraisal_rule', '考核规则', {
  since: day('生效日期'),
  selfDays: workdays('自评时限（工作日）'),
  verifyDays: workdays('核验时限（工作日）'),
  objectionDays: workdays('异议期（工作日）'),
  findingDays: workdays('异议核查时限（工作日）'),
  basis: text('依据', 300),
})
