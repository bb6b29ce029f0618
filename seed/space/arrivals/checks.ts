/** The checklist of a firm that has its keys: who sees to what, and how far each is. */
import type { checkKinds } from '#modules/movein/model.ts'
import { checkItems } from '#modules/movein/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from '../book/book.ts'
import { companyOf, demoDay } from '../book/days.ts'
import { moveInDays } from '../rules.ts'
import type { Matter, Step } from './matter.ts'

const kinds = ['network', 'fit-out', 'registration', 'insurance', 'statistics'] as const satisfies (keyof typeof checkKinds)[]
const named = { registration: '区市场监管局', insurance: '区人力社保局', statistics: '区统计局' } as const

/** The park, where no unit is named. */
const ownerOf = (kind: (typeof kinds)[number], zone: string, region: string): string =>
  orgId(kind in named ? named[kind as keyof typeof named] : companyOf(zone), region)

/** Everyone who has an item of it. */
export const checkOwners = (zone: string, region: string): string[] => kinds.map((kind) => ownerOf(kind, zone, region))

type Of = { id: string; matter: Matter; step: Step }
/** All done or waived in a matter that is closed; in the others the first are. */
export function writeChecks(book: Book, region: string, on: string, { id, matter, step }: Of): void {
  const { since, endedOn } = step
  const chance = chanceOf('checks', matter.key)
  kinds.forEach((kind, nth) => {
    const waived = kind === 'fit-out' && chance.happens(0.4) ? '精装交付，无需装修' : null
    const day = addWorkdays(since, chance.between(1, 4) + nth)
    const done = !waived && (endedOn !== null || nth < 2) && day < demoDay
    book.add(matter.zone, on, checkItems, {
      ...{ id: idOf(id, kind), moveIn: id, kind },
      owner: ownerOf(kind, matter.zone!, region),
      dueOn: addWorkdays(since, moveInDays(since).checks),
      doneOn: done ? (endedOn !== null && day > endedOn ? endedOn : day) : null,
      ...{ waived, note: null, evidence: null, by: done ? matter.contact : null },
    })
  })
}
