/** 任务分工表: rows that say who is responsible for which task, as an annex or instead of markers. */
import type { Group, Task, Warning } from '../schema.ts'
import type { Table } from '../text/tables.ts'
import { cleanName, cutNames } from './units.ts'

export type Duty = {
  number: string | null
  group: string | null
  title: string
  text: string
  lead: string | null
  units: string[]
  span: [number, number]
  /** When the row's column of deadlines says it is due, as printed. */
  due: string
}

export function readDuties(tables: Table[]): Duty[] {
  return tables.flatMap(dutiesOf)
}

function dutiesOf(table: Table): Duty[] {
  const find = (pattern: RegExp) => table.columns.findIndex((column) => pattern.test(column))
  const at = {
    number: find(/^(?:序号|编号)/),
    group: find(/^(?:类别|类型|领域|板块|方面|分类|一级)/),
    lead: find(/(?:牵头|主责|主办)(?!.*(?:领导|人$))/),
    owner: find(/责任(?!人|领导)|负责|实施|落实/),
    partner: find(/配合|参与|协同|协办/),
    due: find(/时限|时间|期限/),
  }
  const words = table.columns.flatMap((column, i) =>
    /任务|举措|措施|事项|内容|工作|项目/.test(column) && i !== at.lead && i !== at.owner && i !== at.partner && i !== at.group
      ? [i]
      : [],
  )
  if (words.length === 0 || (at.lead < 0 && at.owner < 0)) return []
  let group: string | null = null
  return table.rows.flatMap((row) => {
    const cell = (i: number) => (i < 0 ? '' : (row.cells[i] ?? '').trim())
    group = cell(at.group) || group
    const texts = words.map(cell).filter((text) => text !== '')
    if (texts.length === 0) return []
    const leads = unitsOf(cell(at.lead))
    const units = [...new Set([...leads, ...unitsOf(cell(at.owner)), ...unitsOf(cell(at.partner))])]
    const title = texts[0]!.replace(/^\d{1,3}[.．、]\s?/, '').split(/[。；]/)[0]!
    const sole = at.lead < 0 && units.length === 1 ? units[0]! : null
    return [
      {
        number: cell(at.number) || null,
        group,
        title,
        text: texts.at(-1)!,
        lead: leads[0] ?? sole,
        units,
        span: [row.start, row.end],
        due: cell(at.due),
      },
    ]
  })
}

function unitsOf(cell: string): string[] {
  return cutNames(cell, '，,；;').flatMap(cleanName)
}

/** Fills units into unmarked tasks with the same number or title; where the text has no tasks at all, the rows are the tasks. */
export function applyDuties(tasks: Task[], groups: Group[], duties: Duty[]): Warning[] {
  if (duties.length === 0) return []
  if (tasks.length === 0) return adopt(tasks, groups, duties)
  if (tasks.some((task) => task.units.length > 0)) return []
  const byTitle = new Map(duties.map((duty) => [plain(duty.title), duty]))
  const byNumber = new Map(duties.flatMap((duty) => (duty.number === null ? [] : [[duty.number, duty] as const])))
  const used = new Set<Duty>()
  for (const task of tasks) {
    const numbered = task.number === null ? undefined : byNumber.get(task.number)
    const duty = byTitle.get(plain(task.title)) ?? (numbered !== undefined && alike(numbered, task) ? numbered : undefined)
    if (duty === undefined) continue
    task.lead = duty.lead
    task.units = duty.units
    used.add(duty)
  }
  const filled =
    used.size > 0 ? [{ message: `正文未标责任单位，已按分工表为 ${used.size} 项任务补入责任单位。`, span: duties[0]!.span }] : []
  const left = duties.filter((duty) => !used.has(duty))
  return [
    ...filled,
    ...left
      .slice(0, 50)
      .map((duty) => ({ message: `分工表中的“${duty.title.slice(0, 40)}”没有对应到正文任务。`, span: duty.span })),
  ]
}

function adopt(tasks: Task[], groups: Group[], duties: Duty[]): Warning[] {
  for (const { number, group, title, text, lead, units, span } of duties) {
    if (group !== null && groups.at(-1)?.title !== group) groups.push({ number: null, title: group, span })
    tasks.push({ number, group: group === null ? null : groups.length - 1, title, text, lead, units, span })
  }
  return []
}

function plain(title: string): string {
  return title.replace(/[\s“”"。，、：:]/g, '')
}

function alike(duty: Duty, task: Task): boolean {
  const [a, b] = [plain(duty.title), plain(task.title)]
  return a.includes(b) || b.includes(a) || plain(duty.text).includes(b)
}
