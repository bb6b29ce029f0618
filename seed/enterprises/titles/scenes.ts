/** Titles are entered batch by batch; those from before the plan all at once. */
import { qualifications } from '#modules/enterprise/tables.ts'
import { actorNamed } from '#seed/cast.ts'
import { together } from '#seed/history/together.ts'
import type { Scene } from '#seed/stage.ts'
import type { Firm } from '../firms/firms.ts'
import { addRows } from '../rows.ts'
import { enteredOn, rowOf } from './grant.ts'
import { grantsOf, type Years } from './grants.ts'

const takenOverOn = '2022-11-09'

export function titleScenes(firms: Firm[], years: Years, region: string): Scene[] {
  const actor = actorNamed('小何', region)
  const byDay = together(grantsOf(firms, years), (grant) => (enteredOn(grant) < takenOverOn ? takenOverOn : enteredOn(grant)))
  return [...byDay].map(([day, own]) => ({
    day,
    hour: 15,
    actor,
    action: 'intake/commit',
    work: (ctx) =>
      addRows(
        ctx,
        qualifications,
        own.map((grant) => rowOf(grant, region, actor.name)),
      ),
  }))
}
