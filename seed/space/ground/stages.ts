/** How far each building came and when: the days of its stages follow from its contract and from when its rooms were ready. */
import type { AcquisitionStage } from '#modules/space/flow.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { chanceOf } from '#seed/history/chance.ts'
import type { Site } from './sites.ts'

export type Stage = { stage: AcquisitionStage; since: string }

const way: AcquisitionStage[] = ['found', 'surveyed', 'negotiating', 'contracted', 'handedOver', 'refitting', 'ready', 'let']

/** `letOn`: when the first of its rooms was let. */
export function stagesOf(site: Site, letOn: string | null): Stage[] {
  const { name, reached, contracted, ready } = site
  if (!reached) return []
  const chance = chanceOf('stages', name)
  const before = (days: number) => addWorkdays(addDays(contracted ?? '2025-12-20', -days - chance.between(0, 20)), 1)
  const early: Stage[] = [
    { stage: 'found', since: before(250) },
    { stage: 'surveyed', since: before(170) },
    { stage: 'negotiating', since: before(100) },
  ]
  if (reached === 'dropped') return [...early, { stage: 'dropped', since: contracted! }]
  const course = contracted ? [...early, { stage: 'contracted' as const, since: contracted }] : early
  if (contracted && ready) {
    const days = (Date.parse(ready) - Date.parse(contracted)) / 86_400_000
    const between = (share: number) => addWorkdays(addDays(contracted, Math.floor(days * share)), 1)
    course.push({ stage: 'handedOver', since: between(0.22) }, { stage: 'refitting', since: between(0.36) })
    course.push({ stage: 'ready', since: ready })
    if (letOn) course.push({ stage: 'let', since: letOn })
  }
  return course.filter(({ stage }) => way.indexOf(stage) <= way.indexOf(reached))
}

/** From then on its rooms are in the ledger. */
export const roomsSince = (site: Site): string | null =>
  stagesOf(site, null).find(({ stage }) => stage === 'handedOver')?.since ?? null
