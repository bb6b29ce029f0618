/** The words of the journal: which entity a table holds, what its columns are called, how its values read. */
import type { z } from 'zod'
import { money } from '#engines/policy/wording.ts'
import { appraisalFlow } from '#modules/appraisal/flow.ts'
import * as appraising from '#modules/appraisal/model.ts'
import { claimFlow } from '#modules/claim/flow.ts'
import {
  appeal,
  claim,
  claimMaterial,
  claimOpinion,
  claimPause,
  claimRule,
  claimStep,
  cycle,
  objection,
  publicity,
  publicityItem,
  screening,
} from '#modules/claim/model.ts'
import { meetingFlow } from '#modules/council/flow.ts'
import { absence, agendaItem, attendance, decision, meeting } from '#modules/council/model.ts'
import { roundFlow, sheetFlow } from '#modules/dispatch/flow.ts'
import { dispatchRule, round, sheet } from '#modules/dispatch/model.ts'
import { adoptionFlow } from '#modules/enterprise/flow.ts'
import { adoption, consent, enterprise, ipRight, qualification } from '#modules/enterprise/model.ts'
import { filingFlow } from '#modules/filing/flow.ts'
import { filing, filingRule } from '#modules/filing/model.ts'
import { account, award, pot, potEntry } from '#modules/fund/model.ts'
import { entry, indicator, publication } from '#modules/indicator/model.ts'
import { criteria } from '#modules/ladder/model.ts'
import { leaseFlow } from '#modules/lease/flow.ts'
import { lease, leaseUnit, receipt } from '#modules/lease/model.ts'
import { matterFlow, supervisionFlow } from '#modules/matter/flow.ts'
import { card, charge, matter, matterClimb, matterReply, matterRule, supervision } from '#modules/matter/model.ts'
import { preference, webhook } from '#modules/message/model.ts'
import { moveInFlow, viewingFlow } from '#modules/movein/flow.ts'
import { checkItem, moveIn, moveInPause, moveInStep, viewing } from '#modules/movein/model.ts'
import { jurisdiction, member, org, person, post } from '#modules/org/model.ts'
import { commitment, payment, remittance } from '#modules/payout/model.ts'
import { planFlow } from '#modules/plan/flow.ts'
import { goal, group, plan, safeguard, target, task, taskUnit, zone } from '#modules/plan/model.ts'
import { written } from '#modules/plan/quantity.ts'
import { bidFlow, questionFlow, versionFlow } from '#modules/policy/flow.ts'
import {
  bidStep,
  fairReview,
  policy,
  policyQuestion,
  policyVersion,
  scenario,
  upperBid,
  upperCall,
} from '#modules/policy/model.ts'
import { acquisitionFlow } from '#modules/space/flow.ts'
import {
  acquisition,
  adjoining,
  building,
  buildingMeasure,
  buildingPlan,
  carrier,
  floor,
  makerspace,
  occupancy,
  picture,
  spaceRule,
  unit,
} from '#modules/space/model.ts'
import { reading, waypoint } from '#modules/target/model.ts'
import { bookingFlow, ticketFlow } from '#modules/upkeep/flow.ts'
import { booking, notice, sharedRoom, ticket, upkeepRule } from '#modules/upkeep/model.ts'
import { reportFlow } from '#modules/work/flow.ts'
import { measure, milestone, override, report } from '#modules/work/model.ts'
import { columnOf, fieldsOf, metaOf } from '#platform/fields.ts'
import type { Flow } from '#platform/flow.ts'
import { moment } from './ui/figure/number.ts'

const entities = [
  ...[org, member, person, post, jurisdiction],
  ...[plan, goal, group, task, safeguard, zone, target, taskUnit],
  ...[measure, milestone, report, override, waypoint, reading],
  ...[enterprise, qualification, ipRight, consent, adoption, criteria, filing, filingRule],
  ...[carrier, building, floor, unit, adjoining, picture, acquisition, occupancy, makerspace],
  ...[buildingPlan, buildingMeasure, spaceRule],
  ...[indicator, entry, publication],
  ...[lease, leaseUnit, receipt],
  ...[ticket, sharedRoom, booking, notice, upkeepRule],
  ...[moveIn, moveInStep, moveInPause, viewing, checkItem],
  ...[policy, policyVersion, fairReview, policyQuestion, scenario, upperCall, upperBid, bidStep],
  ...[pot, potEntry, account, award],
  ...[cycle, screening, claim, claimStep, claimPause, claimOpinion, claimMaterial, publicity, publicityItem, objection, appeal],
  ...[claimRule, remittance, payment, commitment],
  ...[charge, matter, matterReply, matterClimb, supervision, card, matterRule],
  ...[absence, meeting, agendaItem, attendance, decision],
  ...[round, sheet, dispatchRule, preference, webhook],
  ...[appraising.scheme, appraising.appraisal, appraising.subject, appraising.value, appraising.selfEvaluation],
  ...[appraising.expertScore, appraising.reckoning, appraising.score, appraising.objection, appraising.appraisalRule],
] as unknown as z.ZodObject[]
const flows: Record<string, Flow<string, string>> = {
  plan: planFlow,
  report: reportFlow,
  adoption: adoptionFlow,
  filing: filingFlow,
  acquisition: acquisitionFlow,
  lease: leaseFlow,
  ticket: ticketFlow,
  booking: bookingFlow,
  move_in: moveInFlow,
  viewing: viewingFlow,
  policy_version: versionFlow,
  policy_question: questionFlow,
  upper_bid: bidFlow,
  claim: claimFlow,
  meeting: meetingFlow,
  matter: matterFlow,
  supervision: supervisionFlow,
  dispatch_round: roundFlow,
  dispatch_sheet: sheetFlow,
  appraisal: appraisalFlow,
}

type Entity = { title: string; columns: Record<string, z.ZodType | string> }
const described = (of: z.ZodObject): [string, Entity] => {
  const columns = Object.fromEntries(fieldsOf(of).map(([name, field]) => [columnOf(name), field]))
  return [of.meta()?.entity ?? '', { title: of.meta()?.title ?? '', columns }]
}

/** Tables that no model in reach describes. */
const others: Record<string, Entity> = {
  file: { title: '文件', columns: { name: '文件名', type: '文件类型', size: '大小', uploaded_by: '上传人' } },
  user: {
    title: '账号',
    columns: { name: '姓名', username: '账号', two_factor_enabled: '启用动态口令', must_change: '须修改密码', locked: '停用' },
  },
  account: { title: '登录凭据', columns: { provider_id: '登录方式', password: '密码' } },
  two_factor: {
    title: '动态口令',
    columns: { secret: '密钥', backup_codes: '备用码', verified: '已验证', locked_until: '锁定至' },
  },
  sign_in: { title: '登录', columns: { username: '账号', event: '结果', method: '方式', ip: '网络地址', agent: '浏览器' } },
}
const known: Record<string, Entity> = { ...others, ...Object.fromEntries(entities.map(described)) }

/** What login calls its records; its own tables are not for browsers. */
export const signInWords: Record<string, Record<string, string>> = {
  event: {
    entered: '登录成功',
    challenged: '密码正确，待动态口令',
    refused: '登录失败',
    locked: '锁定期间尝试登录',
    left: '退出登录',
  },
  method: { password: '账号密码', totp: '动态口令', oidc: '统一身份认证' },
}

export const entityTitles: Record<string, string> = Object.fromEntries(
  Object.entries(known).map(([name, { title }]) => [name, title]),
)

/** Names of rows referred to, by id. */
export type Names = ReadonlyMap<string, string>

export const columnTitle = (entity: string, column: string): string | null => {
  const field = known[entity]?.columns[column]
  return typeof field === 'string' ? field : ((field && metaOf(field).title) ?? null)
}

/** Columns in the order of the model; unknown ones last. */
export const columnOrder = (entity: string) => {
  const order = Object.keys(known[entity]?.columns ?? {})
  const at = (column: string) => (order.includes(column) ? order.indexOf(column) : order.length)
  return (a: string, b: string) => at(a) - at(b)
}

/** Columns that only place a row among others. */
const technical = new Set([
  'key',
  'series',
  'ordinal',
  'span_start',
  'span_end',
  'task_key',
  'text',
  'plan',
  'task',
  'target',
  'definition',
  'figure',
  'digest',
  // What a decision was made from stands on the page of its matter.
  ...['facts', 'past', 'declared', 'decision', 'hands', 'commitment.outcome', 'supporters'],
  ...['dispatch_sheet.lines', 'appraisal_score.detail', 'appraisal_value.source'],
  ...['appraisal_subject.targets', 'appraisal_subject.exempt', 'appraisal_expert.expert'],
])
/** A choice of words is for people, whatever the column is called. */
const isChoice = (entity: string, column: string) => {
  const field = known[entity]?.columns[column]
  return field !== undefined && typeof field !== 'string' && metaOf(field).options !== undefined
}
export const isTechnical = (entity: string, column: string) =>
  ((technical.has(column) || technical.has(`${entity}.${column}`)) && !isChoice(entity, column)) ||
  columnTitle(entity, column) === null

/** A value of the journal as a person reads it. */
export function valueRead(entity: string, column: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '空'
  const field = known[entity]?.columns[column]
  const { options, unit, storage, ref } = field && typeof field !== 'string' ? metaOf(field) : ({} as z.GlobalMeta)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number' && unit === '分') return money(value)
  if (typeof value === 'number') return storage === 'integer' ? `${value}${unit ?? ''}` : written(value, unit)
  if (Array.isArray(value)) return value.map((one) => valueRead(entity, column, one, names)).join('、') || '空'
  // Notes by the name of another column of the same row.
  if (typeof value === 'object') {
    const told = (key: string, one: unknown) =>
      `${columnTitle(entity, columnOf(key)) ?? key}：${valueRead(entity, columnOf(key), one, names)}`
    return (
      Object.entries(value)
        .map(([key, one]) => told(key, one))
        .join('；') || '空'
    )
  }
  const word = String(value)
  const choice = options?.[word] ?? (entity === 'sign_in' ? signInWords[column]?.[word] : undefined)
  if (choice) return choice
  if (names.has(word)) return names.get(word)!
  if (ref && word.length === 36) return `编号 ${word.slice(0, 8)}`
  return /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(word) ? moment(word) : word
}

const plainVerbs = { insert: '新增', update: '修改', delete: '删除' } as const

/** What was done, in one verb: a step of the flow where the state moved, else what happened to the row. */
export function verbOf(entity: string, operation: keyof typeof plainVerbs, before: unknown, after: unknown): string {
  const from = (before as { status?: string } | null)?.status
  const to = (after as { status?: string } | null)?.status
  const steps = Object.values(flows[entity]?.steps ?? {})
  const step = operation === 'update' && to && steps.find((one) => one.to === to && (!from || one.from.includes(from)))
  return step ? step.label : plainVerbs[operation]
}
