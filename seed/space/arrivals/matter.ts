/** A matter of moving in as rows: the matter, its steps with their clocks, its pause and its viewing. */
import type { TimedState } from '#modules/movein/flow.ts'
import type { Wanted } from '#modules/movein/need.ts'
import { moveInPauses, moveInSteps, moveIns, viewings } from '#modules/movein/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from '../book/book.ts'
import { companyOf, keeperOf } from '../book/days.ts'
import { zoneId } from '../ground/building-rows.ts'
import { buildingId } from '../ground/ids.ts'
import type { Site } from '../ground/sites.ts'
import { moveInDays } from '../rules.ts'
import type { Case, Stretch } from './cases.ts'
import { checkOwners } from './checks.ts'

export type Matter = Omit<Case, 'building' | 'lease' | 'area' | 'budget' | 'direction'> & {
  key: string
  number: string
  site: Site | null
  wanted: Partial<Wanted>
  creditCode: string | null
  enterprise: string | null
  units: string[]
  lease: string | null
}

export type Step = { id: string; state: TimedState; holder: string | null; since: string; endedOn: string | null }

/** Written on one day, as far as it has come. @returns its steps, the last one open unless the matter is closed */
export function writeMatter(book: Book, region: string, on: string, matter: Matter): Step[] {
  const id = matterId(matter, region)
  const { key, zone, site, status, account, openedOn } = matter
  const steps = stepsOf(matter, region)
  const closed = ['movedIn', 'refused', 'withdrawn'].includes(status)
  const open = closed ? null : steps.at(-1)!
  // From the keys on, those of the checklist have a part in it.
  const owners = steps.some(({ state }) => state === 'settling') ? checkOwners(zone!, region) : []
  const applicant = account ? orgId(account, region) : null
  const { name, creditCode, enterprise, contact, origin, number, units, lease } = matter
  book.add(zone, on, moveIns, {
    ...{ id, number, origin, name, creditCode, enterprise, applicant, contact, units, lease, status, openedOn },
    token: idOf(region, 'token', key).replaceAll('-', ''),
    phone: '023-00000000',
    need: { ...matter.wanted, zones: zone ? [zoneId(zone, region)!] : [] },
    zone: zoneId(zone, region),
    building: site && buildingId(site, region),
    holder: open?.holder ?? null,
    dueOn: open ? dueOf(open) : null,
    hands: [...new Set([...steps.flatMap(({ holder }) => holder ?? []), ...owners])],
    closedOn: closed ? steps.at(-1)!.endedOn : null,
    outcome: matter.outcome ?? null,
  })
  steps.forEach((step, nth) => {
    const [, , result = null, opinion = null] = matter.way[nth]!
    book.add(zone, on, moveInSteps, {
      ...{ ...step, moveIn: id, days: moveInDays(step.since)[step.state], dueOn: dueOf(step) },
      ...{ result, opinion, evidence: null },
      by: step.endedOn ? (step.holder ? keeperOf(zone) : contact) : null,
    })
  })
  if (matter.paused && open) {
    const [since, reason] = matter.paused
    book.add(zone, on, moveInPauses, {
      id: idOf(id, 'pause'),
      step: open.id,
      moveIn: id,
      since,
      until: null,
      reason,
      by: keeperOf(zone),
    })
  }
  if (matter.viewing && site) {
    const [wantedOn, half, standing, feedback = null] = matter.viewing
    const guide = standing === 'asked' ? null : keeperOf(zone)
    const row = { id: idOf(id, 'viewing'), moveIn: id, building: buildingId(site, region), unit: units[0] ?? null }
    book.add(zone, on, viewings, { ...row, wantedOn, half, status: standing, guide, feedback })
  }
  return steps
}

export const matterId = ({ key }: Pick<Matter, 'key'>, region: string) => idOf(region, 'move-in', key)

/** One after the other from the day it was opened. */
function stepsOf({ key, zone, way, status, openedOn }: Matter, region: string): Step[] {
  let since = openedOn
  const closed = ['movedIn', 'refused', 'withdrawn'].includes(status)
  return way.map(([state, took]: Stretch, nth) => {
    const endedOn = closed || nth < way.length - 1 ? addWorkdays(since, took) : null
    const step = {
      id: idOf(region, 'move-in step', key, String(nth)),
      state,
      holder: holderOf(state, zone, region),
      since,
      endedOn,
    }
    since = endedOn ?? since
    return step
  })
}

function holderOf(state: TimedState, zone: string | null, region: string): string | null {
  if (state === 'applying') return null
  return orgId(state === 'deliberating' || zone === null ? '领导小组办公室' : companyOf(zone), region)
}

const dueOf = ({ state, since }: Step) => addWorkdays(since, moveInDays(since)[state])
