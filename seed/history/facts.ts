/** What history is written about: tasks and targets of the published plan, with the units that answer for them. */

import { itemsOf, planInForce } from '#modules/plan/queries.ts'
import type { Ctx } from '#platform/context.ts'
import { aimFor, qualitativeKeeper } from '#seed/aims.ts'
import { bodies } from '#seed/bodies.ts'
import { orgId } from '#seed/cast.ts'

export type Unit = { name: string; duty: 'lead' | 'partner' }
export type TaskFact = { key: string; number: string; title: string; units: Unit[] }
export type TargetFact = {
  key: string
  ordinal: number
  subject: string
  kind: string
  comparator: string
  unit: string | null
  value: number | null
  year: number
  keeper: string
  baseline: number | null
  path: number[]
}
export type Facts = { region: string; until: string; tasks: TaskFact[]; targets: TargetFact[] }

export async function readFacts(ctx: Ctx, until: string): Promise<Facts> {
  const { region } = ctx.actor
  const plan = (await planInForce(ctx))!
  const { tasks, units, targets } = await itemsOf(ctx, plan.id)
  const names = new Map(bodies.map(({ shortName }) => [orgId(shortName, region), shortName]))
  return {
    region,
    until,
    tasks: tasks.map(({ key, number, title }) => {
      const own = units.filter(({ taskKey }) => taskKey === key)
      const leads = new Set(own.flatMap(({ org, duty }) => (duty === 'lead' ? [names.get(org!)!] : [])))
      const partners = new Set(own.map(({ org }) => names.get(org!)!).filter((name) => !leads.has(name)))
      return {
        key,
        number: number!,
        title,
        units: [
          ...[...leads].map((name) => ({ name, duty: 'lead' as const })),
          ...[...partners].map((name) => ({ name, duty: 'partner' as const })),
        ],
      }
    }),
    targets: targets.map((target) => {
      const aim = aimFor(target)
      return {
        ...target,
        year: target.year ?? plan.to,
        keeper: aim?.keeper ?? qualitativeKeeper,
        baseline: aim?.baseline ?? null,
        path: aim?.path ?? [],
      }
    }),
  }
}
