/** What a draft still lacks before it may be published: a person has to vouch for what the document leaves open. */
import type { z } from 'zod'
import type { rows } from './model.ts'

type Items = {
  targets: z.infer<typeof rows.target>[]
  tasks: z.infer<typeof rows.task>[]
  units: z.infer<typeof rows.taskUnit>[]
}
export type Lack = { about: 'plan' | 'target' | 'unit' | 'task'; id: string | null; sentence: string }

export function lacking(plan: { from: number; to: number }, { targets, tasks, units }: Items): Lack[] {
  const lacks: Lack[] = []
  if (tasks.length === 0) lacks.push({ about: 'plan', id: null, sentence: '方案中还没有任务' })
  for (const { id, subject, comparator, value, baselineValue, baselineSignedBy, year } of targets) {
    if (comparator === 'qualitative') continue
    const name = `目标“${subject}”`
    if (value === null) lacks.push({ about: 'target', id, sentence: `${name}没有目标值` })
    if (baselineValue === null) lacks.push({ about: 'target', id, sentence: `${name}没有基期值` })
    else if (baselineSignedBy === null) lacks.push({ about: 'target', id, sentence: `${name}的基期值尚未签认` })
    if (year !== null && (year < plan.from || year > plan.to)) {
      lacks.push({ about: 'target', id, sentence: `${name}的完成年份 ${year} 不在方案期限 ${plan.from}—${plan.to} 内` })
    }
  }
  const open = new Set(units.filter(({ org, confirmedBy }) => org === null || confirmedBy === null).map((unit) => unit.printed))
  for (const printed of open) lacks.push({ about: 'unit', id: printed, sentence: `责任单位“${printed}”尚未对应到单位` })
  const staffed = new Set(units.map(({ task }) => task))
  for (const { id, title } of tasks) {
    if (!staffed.has(id)) lacks.push({ about: 'task', id, sentence: `任务“${title}”没有责任单位` })
  }
  return lacks
}
