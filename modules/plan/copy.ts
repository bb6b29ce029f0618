/** Copies all items of one version into another: new ids, same keys. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/context.ts'
import { itemsOf } from './queries.ts'
import { goals, groups, safeguards, targets, tasks, taskUnits, zones } from './tables.ts'

type Stamped = { id: string; plan: string; createdAt: string; updatedAt: string }

export async function copyItems(db: Db, from: string, to: string): Promise<void> {
  const items = await itemsOf({ db }, from)
  const renewed = new Map<string, string>()
  const copied = <R extends Stamped>(rows: R[]) =>
    rows.map(({ createdAt, updatedAt, ...row }) => {
      renewed.set(row.id, randomUUID())
      return { ...row, id: renewed.get(row.id)!, plan: to }
    })

  const groupRows = copied(items.groups)
  const taskRows = copied(items.tasks).map((task) => ({ ...task, taskGroup: task.taskGroup && renewed.get(task.taskGroup)! }))
  const unitRows = copied(items.units).map((unit) => ({ ...unit, task: renewed.get(unit.task)! }))
  if (items.goals.length) await db.insert(goals).values(copied(items.goals))
  if (items.targets.length) await db.insert(targets).values(copied(items.targets))
  if (items.zones.length) await db.insert(zones).values(copied(items.zones))
  if (items.safeguards.length) await db.insert(safeguards).values(copied(items.safeguards))
  if (groupRows.length) await db.insert(groups).values(groupRows)
  if (taskRows.length) await db.insert(tasks).values(taskRows)
  if (unitRows.length) await db.insert(taskUnits).values(unitRows)
}
