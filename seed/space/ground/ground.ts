/** Buildings come into the ledger, and the efforts to secure them go from stage to stage. */
import type { acquisitionModes } from '#modules/space/model.ts'
import { acquisitionStageRows, acquisitions, buildings, carriers, floors } from '#modules/space/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import type { Book } from '../book/book.ts'
import { recordDay, takenOverOn } from '../book/days.ts'
import { write } from '../book/history.ts'
import { hundred } from '../fill/stock.ts'
import { buildingRow, carrierRow, companyName, floorRows, floorsTogether, zoneId } from './building-rows.ts'
import { buildingId, effortId } from './ids.ts'
import { carriers as parks, type Site, sites } from './sites.ts'
import { type Stage, stagesOf } from './stages.ts'

/** `papers`: a file that proves it, by zone. */
/** Keepers come round to every building once in autumn; to a few they did not come since summer. */
export function writeGround(book: Book, region: string, papers: Map<string, string>, firstLet: Map<Site, string>): void {
  for (const park of parks) book.add(park.zone, takenOverOn, carriers, carrierRow(park, region))
  for (const site of sites) {
    const stages = stagesOf(site, firstLet.get(site) ?? null)
    const on = recordDay(site.zone, site.built > 2022 ? stages[0]!.since : takenOverOn)
    book.add(site.zone, on, buildings, buildingRow(site, region, on))
    for (const floor of floorRows(site, region)) book.add(site.zone, on, floors, floor)
    const roundOn = recordDay(site.zone, chanceOf('round', site.name).happens(0.86) ? '2025-11-10' : '2025-07-14')
    book.change(site.zone, roundOn, buildings, { id: buildingId(site, region), asOf: roundOn, confirmedOn: roundOn })
    if (stages.length) writeEffort(book, region, papers, site, stages)
  }
}

function writeEffort(book: Book, region: string, papers: Map<string, string>, site: Site, stages: Stage[]): void {
  const { zone, town } = site
  const chance = chanceOf('effort', site.name)
  const mode = chance.pick<keyof typeof acquisitionModes>(['lease', 'lease', 'entrust', 'purchase', 'own'])
  const place = { building: buildingId(site, region), zone: zoneId(zone, region), town: orgId(town, region) }
  const id = effortId(site, region)
  const known = stages.map((one) => ({ ...one, ...sizeAt(site, one), toldOn: addWorkdays(one.since, chance.between(1, 4)) }))
  const first = known[0]!
  book.add(zone, recordDay(zone, first.toldOn), acquisitions, {
    id,
    ...place,
    name: `${site.name.replace('（演示）', '')}收储（演示）`,
    mode: null,
    holder: null,
    status: 'found',
    partners: [],
    area: first.area,
    note: null,
  })
  for (const { stage, area, toldOn } of known.slice(1)) {
    const partners = ['区国资委', '区财政局'].map((name) => orgId(name, region))
    const bound = stage === 'contracted' ? { mode, holder: companyName(zone!), partners } : {}
    book.change(zone, recordDay(zone, toldOn), acquisitions, { id, status: stage, area, ...bound })
  }
  write(book, acquisitionStageRows, {
    zone,
    key: [region, 'stage', site.name],
    stretches: known.flatMap((one) => {
      const { stage, since, area, toldOn, wrong } = one
      const paper = proven.includes(stage) ? papers.get(zone!)! : null
      const row = {
        ...{ acquisition: id, ...place, stage, area },
        mode: proven.includes(stage) ? mode : null,
        evidence: paper,
        note: stage === 'dropped' ? '产权方改变用途，终止收储' : null,
      }
      return wrong
        ? [
            { since, toldOn, row: { ...row, area: wrong } },
            { since, toldOn: addWorkdays(toldOn, 22), row },
          ]
        : [{ since, toldOn, row }]
    }),
    end: null,
  })
}
const proven: string[] = ['contracted', 'handedOver', 'refitting', 'ready', 'let']

/** Guessed when it was found, paced off when it was surveyed, measured from then on. */
function sizeAt(site: Site, { stage }: Stage): { area: number; wrong: number | null } {
  const exact = floorsTogether(site)
  const guess = 0.94 + 0.08 * chanceOf('guess', site.name, stage).fraction()
  const rounding = { found: 500 * hundred, surveyed: 10 * hundred, negotiating: 10 * hundred }[stage as string]
  const area = rounding ? Math.floor((exact * (stage === 'found' ? guess : 1)) / rounding) * rounding : exact
  const wrong = stage === 'contracted' && site.name === misread ? Math.round(exact * 1.03) / hundred : null
  return { area: area / hundred, wrong }
}
/** Its basement was counted with it when the contract was entered; put right a month later. */
const misread = '云汉楼（演示）'
