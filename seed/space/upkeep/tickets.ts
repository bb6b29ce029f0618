/** What tenants of the demo district asked for, step by step: raised, taken up, answered, judged, each at its hour of a working day. */
import { eq } from 'drizzle-orm'
import { tickets } from '#modules/upkeep/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { companyOf, demoDay, keeperOf } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import { zoneId } from '../ground/building-rows.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { asked } from './texts.ts'

type Row = typeof tickets.$inferSelect
type Moment = { day: string; hour: number }
type Ask = Moment & { one: Let; mine: boolean; open: Row['status'] | null; about: (typeof asked)[number]; chance: Chance }

/** How far the first ones have come; all others are closed. */
const standings = ['raised', 'raised', 'accepted', 'accepted', 'accepted', 'done', 'done', 'withdrawn', 'withdrawn'] as const
const count = 90
/** Working days a ticket may take, as the rule has it. */
const limits = { repair: 3, complaint: 5, cleaning: 1, security: 1, network: 2, other: 5 }
/** The last day before the demo opens. */
const yesterday = addWorkdays(demoDay, -1)

export function ticketScenes(region: string, lets: readonly Let[]): Scene[] {
  const asks = drawn(lets).sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  return asks.flatMap((ask, nth) => courseOf(ask, region, nth + 1))
}

function drawn(lets: readonly Let[]): Ask[] {
  const tenants = lets.filter(({ until, since }) => until === null && since < '2024-12')
  const own = tenants.filter(({ firm }) => firm.special?.account === '满星软件')
  return Array.from({ length: count }, (_, nth) => {
    const chance = chanceOf('ticket', nth)
    const open = standings[nth] ?? null
    const one = nth % 9 === 4 && own.length ? chance.pick(own) : chance.pick(tenants)
    const drawnOn = open === null ? addDays('2025-01-06', chance.between(0, 300)) : addDays(demoDay, -chance.between(2, 6))
    // On a working day.
    const day = addWorkdays(addDays(drawnOn, -1), 1)
    const hour = chance.pick([9, 9.5, 10, 10.5, 11, 14, 14.5, 15, 15.5])
    return { one, mine: own.includes(one), open, about: chance.pick(asked), chance, day: day > yesterday ? yesterday : day, hour }
  })
}

/** Each step with the moment it is taken and by whom. */
function courseOf(ask: Ask, region: string, nth: number): Scene[] {
  const { one, mine, open, about, chance } = ask
  const { firm, site } = one
  const id = idOf(region, 'ticket', String(nth))
  const keeper = actorNamed(keeperOf(site.zone), region)
  const tenant = mine ? actorNamed('小满', region) : keeper
  const scenes: Scene[] = []
  const step = (name: string, actor: typeof keeper, { day, hour }: Moment, work: Scene['work']) => {
    scenes.push({ day, hour, actor, action: `upkeep/${name}`, work })
  }
  const change =
    (values: Partial<Row>): Scene['work'] =>
    ({ db }) =>
      db.update(tickets).set(values).where(eq(tickets.id, id))
  const dueFrom = (day: string) => addWorkdays(day, limits[about.kind])

  step('raiseTicket', tenant, ask, ({ db }) =>
    db.insert(tickets).values({
      ...{ id, number: `BS-${ask.day.slice(0, 4)}-${String(nth).padStart(4, '0')}` },
      ...{ building: buildingId(site, region), zone: zoneId(site.zone, region), unit: unitId(one.rooms[0]!, region) },
      org: orgId(mine ? '满星软件' : companyOf(site.zone!), region),
      raisedBy: mine ? '小满' : firm.contact,
      ...{ kind: about.kind, title: about.title, text: about.text, photo: null },
      ...{ status: 'raised', raisedAt: timeOf(ask), acceptedAt: null, doneAt: null, dueOn: dueFrom(ask.day) },
      ...{ handler: null, answer: null, score: null, remark: null, reopened: 0 },
    }),
  )
  if (open === 'raised') return scenes
  if (open === 'withdrawn') {
    step('withdrawTicket', tenant, { day: ask.day, hour: ask.hour + 0.5 }, change({ status: 'withdrawn' }))
    return scenes
  }
  const accepted = { day: ask.day, hour: ask.hour + chance.between(1, 5) / 4 }
  step('acceptTicket', keeper, accepted, change({ status: 'accepted', acceptedAt: timeOf(accepted), handler: keeper.name }))
  if (open === 'accepted') return scenes

  const finish = (after: Moment): Moment => {
    const done = laterThan(after, chance.between(0, limits[about.kind] + (chance.happens(0.12) ? 3 : 0)), chance)
    step('finishTicket', keeper, done, change({ status: 'done', answer: about.answer, doneAt: timeOf(done) }))
    return done
  }
  const done = finish(accepted)
  if (open === 'done') return scenes
  const score = chance.pick([5, 5, 5, 4, 4, 3, 5, 2])
  const judged = laterThan(done, 1, chance)
  const dull = score <= 3
  if (!dull) {
    const remark = score === 5 && chance.happens(0.4) ? '及时周到' : null
    step('rateTicket', tenant, judged, change({ status: 'closed', score, remark }))
    return scenes
  }
  const again = {
    status: 'accepted' as const,
    remark: '问题仍未解决，请再次处理',
    doneAt: null,
    dueOn: dueFrom(judged.day),
    reopened: 1,
  }
  step('reopenTicket', tenant, judged, change(again))
  const mended = finish(judged)
  const remark = '处理偏慢，希望提前告知'
  step('rateTicket', tenant, laterThan(mended, 1, chance), change({ status: 'closed', score, remark }))
  return scenes
}

/** So many working days later, at some quarter of an hour while people work; the same day, later. */
function laterThan({ day, hour }: Moment, days: number, chance: Chance): Moment {
  const evening = 17.75
  if (days > 0 || hour >= evening - 0.5)
    return notAfterYesterday({ day: addWorkdays(day, Math.max(1, days)), hour: chance.between(36, 71) / 4 })
  return { day, hour: chance.between(Math.floor(hour * 4) + 1, evening * 4) / 4 }
}

/** What is done by the day the demo opens is done before. */
const notAfterYesterday = ({ day, hour }: Moment): Moment => (day < demoDay ? { day, hour } : { day: yesterday, hour: 17.75 })

function timeOf({ day, hour }: Moment): string {
  const [whole, minute] = [Math.floor(hour), Math.round((hour % 1) * 60)]
  return `${day}T${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`
}
