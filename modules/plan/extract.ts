/** A parsed document becomes the rows of a draft version: items with fresh keys, their order and their place in the text. */
import { randomUUID } from 'node:crypto'
import type { PlanDocument } from '#engines/plan/schema.ts'
import type { Db } from '#platform/context.ts'
import { confine } from './confine.ts'
import { goal, group, target, task, taskUnit, zone } from './model.ts'
import { goals, groups, safeguards, targets, tasks, taskUnits, zones } from './tables.ts'

type Span = readonly [number, number]

const printed = (plan: string, ordinal: number, [spanStart, spanEnd]: Span) => ({
  plan,
  key: randomUUID(),
  ordinal,
  spanStart,
  spanEnd,
})

/** What no document says of a target: a person fills it in. */
const open = {
  baselineValue: null,
  baselineYear: null,
  baselineSource: null,
  baselineSignedBy: null,
  baselineSignedOn: null,
  keeper: null,
  owners: [],
}

export async function storeItems(db: Db, plan: string, document: PlanDocument): Promise<void> {
  const numbered = (items: PlanDocument['goals']) =>
    items.map(({ span, ...item }, i) => confine(goal, { ...printed(plan, i, span), ...item }))

  if (document.goals.length) await db.insert(goals).values(numbered(document.goals))
  if (document.safeguards.length) await db.insert(safeguards).values(numbered(document.safeguards))
  if (document.zones.length) {
    await db
      .insert(zones)
      .values(document.zones.map(({ span, ...item }, i) => confine(zone, { ...printed(plan, i, span), ...item, org: null })))
  }
  if (document.targets.length) {
    await db
      .insert(targets)
      .values(document.targets.map(({ span, ...item }, i) => confine(target, { ...printed(plan, i, span), ...item, ...open })))
  }
  await storeTasks(db, plan, document)
}

async function storeTasks(db: Db, plan: string, document: PlanDocument): Promise<void> {
  const groupRows = document.groups.map(({ span, ...item }, i) =>
    confine(group, { id: randomUUID(), ...printed(plan, i, span), ...item }),
  )
  if (groupRows.length) await db.insert(groups).values(groupRows)

  const taskRows = document.tasks.map(({ number, group: of, title, text, span }, i) =>
    confine(task, {
      id: randomUUID(),
      ...printed(plan, i, span),
      taskGroup: of === null ? null : (groupRows[of]?.id ?? null),
      number,
      title,
      text,
    }),
  )
  if (!taskRows.length) return
  await db.insert(tasks).values(taskRows)

  const unitRows = document.tasks.flatMap(({ units, lead }, i) => {
    const { id, key } = taskRows[i]!
    return units.map((name, ordinal) =>
      confine(taskUnit, {
        plan,
        task: id,
        taskKey: key,
        ordinal,
        printed: name,
        duty: name === lead ? ('lead' as const) : ('partner' as const),
        org: null,
        confirmedBy: null,
      }),
    )
  })
  if (unitRows.length) await db.insert(taskUnits).values(unitRows)
}
