/** The rules for titles, as the office enters them: every file of seed/criteria. */
import { readdirSync, readFileSync } from 'node:fs'
import { readSchemes } from '#engines/criteria/read.ts'
import { enact } from '#modules/ladder/enact.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed } from '#seed/cast.ts'
import type { Scene } from '#seed/stage.ts'

const folder = new URL('../../criteria/', import.meta.url)
/** Rules older than the plan were entered when it began, later ones some days after they came out. */
const begunOn = '2022-10-25'

export function criteriaScenes(region: string): Scene[] {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  return texts.map((text) => {
    const latest = readSchemes(text).schemes.reduce((day, { since }) => (since > day ? since : day), begunOn)
    const day = latest === begunOn ? begunOn : addWorkdays(latest, 8)
    return { day, hour: 9, actor: actorNamed('周科', region), action: 'ladder/revise', work: (ctx) => enact(ctx, text) }
  })
}
