/** The stretches of an enterprise in the district, told as the events of its life. */
import { industryName } from '#engines/enterprise/industry.ts'
import { originKinds } from '../model.ts'
import type { Stretch } from '../presence.ts'

export type LifeEvent = {
  day: string
  title: string
  about: string
  note: string | null
  evidence: string | null
  recorded: string
}
/** Names of organisations and enterprises by id. */
export type Names = Map<string, string>

type Life = {
  /** As known today, in order. */
  stretches: Stretch[]
  /** Those withdrawn since, in the order they were recorded. */
  withdrawn: Stretch[]
  /** Of other enterprises, which began or ended with this one. */
  others: Stretch[]
}

/** In order of their day. */
export function lifeEvents({ stretches, withdrawn, others }: Life, names: Names): LifeEvent[] {
  const own = stretches.flatMap((stretch, at) => [
    beginningOf(stretch, asOpened(stretch, withdrawn), stretches[at - 1], names),
    ...(stretch.until && !isShift(stretch) ? [endingOf(stretch, stretch.until, names)] : []),
  ])
  const told = others.map((stretch): LifeEvent => {
    const name = names.get(stretch.enterprise) ?? '其他企业'
    const merged = stretch.end === 'merged'
    const about = merged ? `吸收合并${name}` : `分立设立${name}`
    return { ...traceOf(stretch), day: merged ? stretch.until! : stretch.since, title: merged ? '合并' : '分立', about }
  })
  return [...own, ...told].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A stretch that ended was recorded anew: who began it, and why, stands in the row of when it was open. */
const asOpened = (stretch: Stretch, withdrawn: Stretch[]): Stretch =>
  (stretch.until && withdrawn.findLast((row) => !row.until && row.since === stretch.since && row.begin === stretch.begin)) ||
  stretch

/** Its end is told by the beginning of the next. */
const isShift = ({ end }: Stretch) => end === 'moved' || end === 'changed'

function beginningOf(stretch: Stretch, opened: Stretch, before: Stretch | undefined, names: Names): LifeEvent {
  const event = { ...traceOf(opened), day: stretch.since }
  const place = placeOf(stretch, names)
  if (stretch.begin === 'moved') {
    const from = before ? `由${placeOf(before, names)}` : ''
    return { ...event, title: '区内迁移', about: `${from}迁至${place}` }
  }
  if (stretch.begin === 'changed') {
    return { ...event, title: '信息变更', about: (before ? differences(before, stretch) : []).join('；') || '登记信息变更' }
  }
  if (stretch.begin === 'spun-off') {
    const from = (opened.counterpart && names.get(opened.counterpart)) ?? '其他企业'
    return { ...event, title: '分立设立', about: `由${from}分立，落户${place}` }
  }
  return { ...event, title: '落户', about: `${originKinds[stretch.originKind]}，落户${place}` }
}

function endingOf(stretch: Stretch, until: string, names: Names): LifeEvent {
  const event = { ...traceOf(stretch), day: until }
  if (stretch.end === 'merged') {
    const into = (stretch.counterpart && names.get(stretch.counterpart)) ?? '其他企业'
    return { ...event, title: '被合并', about: `被${into}合并` }
  }
  if (stretch.end === 'closed') return { ...event, title: '注销关闭', about: '注销关闭' }
  return { ...event, title: '迁出本区', about: stretch.destination ? `迁往${stretch.destination}` : '迁出本区' }
}

const placeOf = ({ town, zone, building }: Stretch, names: Names) =>
  [names.get(town) ?? '区内', zone && names.get(zone), building].filter(Boolean).join('·')

function differences(before: Stretch, after: Stretch): string[] {
  const trade = (code: string) => industryName(code) ?? code
  const direction = (of: Stretch) => of.direction ?? '未定'
  return [
    before.industry !== after.industry && `行业由${trade(before.industry)}变更为${trade(after.industry)}`,
    before.direction !== after.direction && `重点方向由${direction(before)}变更为${direction(after)}`,
    before.saas !== after.saas && (after.saas ? '开始提供 SaaS 服务' : '不再提供 SaaS 服务'),
  ].filter((words) => words !== false)
}

const traceOf = ({ reason, evidence, recordedBy, knownFrom }: Stretch) => ({
  note: reason,
  evidence,
  recorded: `${recordedBy} ${knownFrom} 登记`,
})
