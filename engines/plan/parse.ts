/** The text of an official action plan → the typed plan: goals, targets, layout, tasks with their units, safeguards. */
import { readCopiedTo, readWorkingGroups } from './outline/closing.ts'
import { readFrontMatter } from './outline/front-matter.ts'
import { readOutline } from './outline/outline.ts'
import { readPassages } from './outline/passages.ts'
import { readParts, type Section } from './outline/sections.ts'
import { readTasks } from './outline/tasks.ts'
import { readLayout } from './outline/zones.ts'
import { applyDuties, readDuties } from './owners/duty-tables.ts'
import { readOwners } from './owners/owners.ts'
import { readOwnerRules, readStanding } from './owners/rules.ts'
import type { PlanDocument, Span } from './schema.ts'
import { readIndicators } from './targets/indicator-tables.ts'
import { readAllTargets, readDutyFigures } from './targets/places.ts'
import { normalise } from './text/normalise.ts'
import { readTables } from './text/tables.ts'

/** Reads any text. Never throws; what is not found is null or empty, what is not certain is a warning. */
export function parsePlan(raw: string): PlanDocument {
  const text = normalise(raw)
  const tables = readTables(text)
  const { parts, warnings } = readParts(text, tables)
  const rules = readOwnerRules(text)
  const marked = (section: Section) => readOwners(text.slice(section.start, section.end), rules).length > 0
  const outline = readOutline(text, parts, marked)
  const front = readFrontMatter(text, parts, outline.main)
  const { standing, warnings: standingWarnings } = readStanding(text)
  const work = readTasks(text, outline.byRole.tasks, rules, standing)
  const layout = readLayout(text, outline.byRole.layout)
  const times = { period: front.period, issuedYear: front.issuedOn === null ? null : Number(front.issuedOn.slice(0, 4)) }
  const figures = readAllTargets(text, outline, layout.zones, times)
  const duties = readDuties(tables)
  const dutyFigures = work.tasks.length === 0 ? readDutyFigures(text, duties, times) : []
  const dutyWarnings = applyDuties(work.tasks, work.groups, duties)
  const indicators = readIndicators(tables, times)
  const inIndicators = (span: Span) =>
    indicators.some((indicator) => span[0] >= indicator.span[0] && span[1] <= indicator.span[1])
  const inRows = ([start]: Span) => dutyFigures.length > 0 && duties.some(({ span }) => start >= span[0] && start < span[1])
  const targets = figures.targets
    .filter((target) => !inIndicators(target.span) && !inRows(target.span))
    .concat(indicators, dutyFigures)
  const safeguards = outline.byRole.safeguards.flatMap((chapter) => readPassages(text, chapter))
  return {
    text,
    ...front,
    goals: outline.byRole.goals.flatMap((chapter) => readPassages(text, chapter)),
    targets: targets.sort((a, b) => a.span[0] - b.span[0]),
    directions: layout.directions,
    zones: layout.zones,
    groups: work.groups,
    tasks: work.tasks,
    safeguards,
    workingGroups: readWorkingGroups(text),
    copiedTo: readCopiedTo(text),
    warnings: [...warnings, ...standingWarnings, ...layout.warnings, ...work.warnings, ...dutyWarnings, ...figures.warnings],
  }
}

/** Why a text that was read is no plan, in one Chinese sentence; null where it is one. */
export function isPlan(plan: PlanDocument): string | null {
  if (plan.text.trim() === '') return '文件里没有文字，无法读出行动方案'
  if (plan.tasks.length + plan.goals.length + plan.zones.length === 0) return `${notPlan}没有找到按“一、（一）1.”编号的目标或任务`
  const chapters = Number(plan.goals.length > 0) + Number(plan.safeguards.length > 0) + Number(plan.zones.length > 0)
  const marked = plan.tasks.filter((task) => task.units.length > 0).length
  const figures = plan.targets.filter((target) => target.comparator !== 'qualitative').length
  const titled = plan.title === null ? 0 : planTitle.test(plan.title) ? 3 : /通知/.test(plan.title) ? 2 : 0
  if (titled === 0 && plan.goals.length + marked === 0 && /^第一条/m.test(plan.text)) return `${notPlan}它是按条文写的规章或合同`
  const signs =
    chapters * 2 +
    Math.min(marked, 3) * 2 +
    Math.min(figures, 2) +
    titled +
    (plan.documentNumber === null ? 0 : 2) +
    (plan.issuer === null ? 0 : 1) +
    officialWords(plan.text)
  return signs >= 5 ? null : `${notPlan}没有找到公文标题、发展目标、责任单位或保障措施`
}

const notPlan = '这份文件不像行动方案：'
const planTitle = /方案|计划|规划|意见|措施|要点|分工|纲要|任务|举措|政策|路线图|工程|行动/

/** 0–3: how much of the text is written in the verbs of official plans. */
function officialWords(text: string): number {
  const sample = text.slice(0, 60_000)
  const verbs = sample.match(
    /推进|推动|加快|强化|完善|落实|统筹|培育|建设|支持|鼓励|提升|健全|引导|聚焦|打造|深化|加强|开展|组织|责任|部门|单位/g,
  )
  const share = ((verbs?.length ?? 0) * 1000) / Math.max(sample.length, 100)
  return share > 12 ? 3 : share > 7 ? 2 : share > 4 ? 1 : 0
}
