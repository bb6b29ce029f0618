/** A parsed document becomes the rows of a draft version: items with fresh keys, their order and their place in the text. */
import { randomUUID } from 'node:crypto'
import type { PlanDocument } from '#engines/plan/schema.ts'
import type { Db } from '#platform/context.ts'
import { goals, groups, safeguards, targets, tasks, taskUnits, zones } from './tables.ts'

type Span = readonly [number, number]

const printed = (plan: string, ordinal: number, [spanStart, spanEnd]: Span) => ({
  plan,
  key: randomUUID(),
  ordinal,
  spanStart,
  spanEnd,
})

/** PostgreSQL takes no NUL and refuses lone surrogates; officials' titles are never this long. */
const short = (text: string, length = 500) => text.slice(0, length).toWellFormed() || '（无标题）'

export async function storeItems(db: Db, plan: string, document: PlanDocument): Promise<void> {
  const numbered = (items: PlanDocument['goals']) =>
    items.map(({ number, title, text, span }, i) => ({
      ...printed(plan, i, span),
      number,
      title: short(title),
      text: short(text, 20_000),
    }))

  if (document.goals.length) await db.insert(goals).values(numbered(document.goals))
  if (document.safeguards.length) await db.insert(safeguards).values(numbered(document.safeguards))
  if (document.zones.length) {
    await db.insert(zones).values(
      document.zones.map(({ name, note, carriers, brand, text, span }, i) => ({
        ...printed(plan, i, span),
        name: short(name, 200),
        note,
        carriers,
        brand,
        text: short(text, 20_000),
        org: null,
      })),
    )
  }
  if (document.targets.length) {
    await db.insert(targets).values(
      document.targets.map(({ span, subject, ...target }, i) => ({
        ...printed(plan, i, span),
        ...target,
        subject: short(subject, 300),
        baselineValue: null,
        baselineYear: null,
        baselineSource: null,
        baselineSignedBy: null,
        baselineSignedOn: null,
        keeper: null,
        owners: [],
      })),
    )
  }
  await storeTasks(db, plan, document)
}

async function storeTasks(db: Db, plan: string, document: PlanDocument): Promise<void> {
  const groupRows = document.groups.map(({ number, title, span }, i) => ({
    id: randomUUID(),
    ...printed(plan, i, span),
    number,
    title: short(title),
  }))
  if (groupRows.length) await db.insert(groups).values(groupRows)

  const taskRows = document.tasks.map(({ number, group, title, text, span }, i) => ({
    id: randomUUID(),
    ...printed(plan, i, span),
    taskGroup: group === null ? null : (groupRows[group]?.id ?? null),
    number,
    title: short(title),
    text: short(text, 20_000),
  }))
  if (!taskRows.length) return
  await db.insert(tasks).values(taskRows)

  const unitRows = document.tasks.flatMap(({ units, lead }, i) => {
    const { id, key } = taskRows[i]!
    return units.map((name, ordinal) => ({
      plan,
      task: id,
      taskKey: key,
      ordinal,
      printed: short(name, 100),
      duty: name === lead ? ('lead' as const) : ('partner' as const),
      org: null,
      confirmedBy: null,
    }))
  })
  if (unitRows.length) await db.insert(taskUnits).values(unitRows)
}
