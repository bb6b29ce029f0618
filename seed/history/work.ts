/** Tasks broken down after publication, and milestones finished one by one, some late and some not at all. */
import { eq } from 'drizzle-orm'
import { measures, milestones } from '#modules/work/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorOf, orgId, reporterOf } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { chanceOf } from './chance.ts'
import type { Facts, TaskFact } from './facts.ts'
import { type Plan, type Step, told } from './texts.ts'
import { together } from './together.ts'
import { fill } from './words.ts'

type MilestoneRow = typeof milestones.$inferInsert & { id: string }
type Planned = { row: MilestoneRow; owner: string; doneOn: string | null }
type Breakdown = {
  task: TaskFact
  planner: string
  measure: typeof measures.$inferInsert & { id: string }
  steps: Planned[]
  dropped: Plan['dropped']
}

/** Every measure of every task, with the day each of its milestones was (or will be) done. */
export function breakdowns({ tasks, region }: Facts): Breakdown[] {
  return tasks.flatMap((task) => {
    const texts = told.get(task.number)
    if (!texts) return []
    const leads = task.units.filter(({ duty }) => duty === 'lead').map(({ name }) => name)
    const shared = texts.measures.map((plan) => ({ plan, planner: leads[0]! }))
    const own = leads.flatMap((planner) => texts.each.map((plan) => ({ plan, planner })))
    return [...shared, ...own].map(({ plan, planner }, ordinal) => breakDown(region, task, plan, planner, ordinal))
  })
}

function breakDown(region: string, task: TaskFact, plan: Plan, planner: string, ordinal: number): Breakdown {
  const title = fill(plan.title, planner)
  const id = idOf(region, 'measure', task.number, planner, title)
  const owner = plan.owner ?? planner
  const steps = plan.steps.map((step, i) => stepFrom(region, task, id, step, fill(step.title, planner), step.owner ?? owner, i))
  const dues = steps.map(({ row }) => row.dueOn).sort()
  return {
    task,
    planner,
    dropped: plan.dropped,
    steps,
    measure: {
      id,
      task: task.key,
      title,
      owner: orgId(owner, region),
      startsOn: dues[0]! < '2023-04' ? '2022-11-01' : `${Number(dues[0]!.slice(0, 4)) - (dues[0]! < '2024' ? 0 : 1)}-01-03`,
      dueOn: dues.at(-1)!,
      ordinal,
      droppedOn: null,
      dropReason: null,
    },
  }
}

function stepFrom(
  region: string,
  task: TaskFact,
  measure: string,
  step: Step,
  title: string,
  owner: string,
  ordinal: number,
): Planned {
  const chance = chanceOf('milestone', task.number, owner, title, step.month)
  const dueOn = `${step.month}-${chance.pick(['20', '25', '28', '28'])}`
  return {
    owner,
    doneOn: step.open ? null : doneOn(dueOn, step.daysLate, chance.fraction()),
    row: {
      id: idOf(region, 'milestone', measure, title, step.month),
      task: task.key,
      measure,
      title,
      owner: orgId(owner, region),
      dueOn,
      evidenceWanted: step.evidence,
      doneOn: null,
      evidence: null,
      files: [],
      ordinal,
    },
  }
}

/** Mostly some days early; one in ten a little late where no delay is told. */
function doneOn(dueOn: string, daysLate: number | null, luck: number): string {
  if (daysLate !== null) {
    const late = new Date(Date.parse(dueOn) + daysLate * 86_400_000).toISOString().slice(0, 10)
    return addWorkdays(late, 1)
  }
  return luck < 0.1 ? addWorkdays(dueOn, 2 + Math.floor(luck * 60)) : addWorkdays(dueOn, -Math.floor(luck * 12))
}

/** The lead units plan in the first weeks of November 2022; owners finish milestones on the days above. */
export function workScenes({ region, until }: Facts, all: Breakdown[]): Scene[] {
  const planning = [...together(all, ({ planner }) => planner)].flatMap(([planner, own], i): Scene[] => {
    const day = addWorkdays('2022-10-31', 2 + (i % 7))
    const actor = actorOf(reporterOf(planner, day), region)
    return [
      {
        day,
        actor,
        action: 'work/addMeasure',
        work: ({ db }) => db.insert(measures).values(own.map(({ measure }) => measure)),
      },
      {
        day,
        hour: 11,
        actor,
        action: 'work/addMilestone',
        work: ({ db }) => db.insert(milestones).values(own.flatMap(({ steps }) => steps.map(({ row }) => row))),
      },
    ]
  })
  const finished = all
    .flatMap(({ steps, dropped }) =>
      steps.filter(({ doneOn }) => doneOn && doneOn <= until && !(dropped && doneOn >= dropped.day)),
    )
    .map(({ row, owner, doneOn }): Scene => {
      const player = reporterOf(owner, doneOn!)
      const evidence = evidenceOf(row.title, row.evidenceWanted, doneOn!, player.name)
      return {
        day: doneOn!,
        hour: 15,
        actor: actorOf(player, region),
        action: 'work/finishMilestone',
        work: ({ db }) => db.update(milestones).set({ doneOn: doneOn!, evidence }).where(eq(milestones.id, row.id)),
      }
    })
  const dropped = all.flatMap(({ dropped, measure, planner }): Scene[] =>
    dropped && dropped.day <= until
      ? [
          {
            day: dropped.day,
            actor: actorOf(reporterOf(planner, dropped.day), region),
            action: 'work/dropMeasure',
            work: ({ db }) =>
              db.update(measures).set({ droppedOn: dropped.day, dropReason: dropped.reason }).where(eq(measures.id, measure.id)),
          },
        ]
      : [],
  )
  return [...planning, ...finished, ...dropped]
}

function evidenceOf(title: string, wanted: string, day: string, by: string): string {
  const chance = chanceOf('evidence', title, day)
  return chance.pick([
    `${wanted}已归档，${by}核对无误。`,
    `见${wanted}，原件存本单位。`,
    `${wanted}已报领导小组办公室备查。`,
    `${wanted}齐全，可供查阅。`,
  ])
}
