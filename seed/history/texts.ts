/** The texts of the demo's history (groups/*.yaml, in Chinese) as typed data: what was planned and how it is told. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = fileURLToPath(new URL('./groups/', import.meta.url))

const lines = z.array(z.string()).default([])
const measure = z.strictObject({
  名称: z.string(),
  单位: z.string().optional(),
  节点: z.array(z.string()),
  终止: z.string().optional(),
})
const file = z.array(
  z.strictObject({
    任务: z.number(),
    举措: z.array(measure).default([]),
    各园城: z.array(measure).default([]),
    进展: lines,
    配合: z.strictObject({ 部门: lines, 园城: lines, 镇街: lines }).partial().default({}),
    问题: lines,
    打算: lines,
  }),
)

export type Step = {
  month: string
  title: string
  evidence: string
  owner: string | null
  daysLate: number | null
  open: boolean
}
export type Plan = { title: string; owner: string | null; steps: Step[]; dropped: { day: string; reason: string } | null }
export type Kind = 'lead' | 'department' | 'park' | 'town'
export type Told = {
  number: string
  measures: Plan[]
  /** Done by every park company for itself. */
  each: Plan[]
  progress: Record<Kind, string[]>
  problems: string[]
  next: string[]
}

export const told: Map<string, Told> = new Map(
  readdirSync(folder)
    .flatMap((name) => file.parse(parse(readFileSync(`${folder}${name}`, 'utf8'))))
    .map((task) => [String(task.任务), toldOf(task)]),
)

function toldOf({ 任务, 举措, 各园城, 进展, 配合, 问题, 打算 }: z.infer<typeof file>[number]): Told {
  const { 部门 = [], 园城 = [], 镇街 = [] } = 配合
  return {
    number: String(任务),
    measures: 举措.map(planOf),
    each: 各园城.map(planOf),
    progress: { lead: 进展, department: 部门, park: 园城, town: 镇街 },
    problems: 问题,
    next: 打算,
  }
}

function planOf({ 名称, 单位, 节点, 终止 }: z.infer<typeof measure>): Plan {
  const [, day, reason] = /^(\S+) (.+)$/.exec(终止 ?? '') ?? []
  return { title: 名称, owner: 单位 ?? null, steps: 节点.map(stepOf), dropped: day ? { day, reason: reason! } : null }
}

/** 2023-06 节点 | 佐证 @单位 | 迟30 */
function stepOf(line: string): Step {
  const [, month, title, evidence, owner, mark] = /^(\d{4}-\d{2}) (.+?) \| ([^|@]+?)(?: @(\S+))?(?: \| (\S+))?$/.exec(line) ?? []
  if (!month) throw new Error(`a milestone cannot be read: ${line}`)
  const late = /^迟(\d+)$/.exec(mark ?? '')
  return {
    month,
    title: title!,
    evidence: evidence!,
    owner: owner ?? null,
    daysLate: late ? Number(late[1]) : null,
    open: mark === '未',
  }
}
