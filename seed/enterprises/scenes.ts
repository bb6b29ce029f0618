/** Everything enterprises do in the history of the demo district. */
import type { Scene } from '#seed/stage.ts'
import { adoptionScenes } from './adoptions.ts'
import { fileScenes } from './file-scenes.ts'
import { makeFirms } from './firms.ts'
import { reportScenes } from './report-scenes.ts'
import { reportsOf } from './reports.ts'
import { ruleScenes } from './rules.ts'

export function enterpriseScenes(region: string, until: string): Scene[] {
  const firms = makeFirms()
  return [
    ...ruleScenes(region),
    ...fileScenes(firms, region),
    ...adoptionScenes(firms, region),
    ...reportScenes(reportsOf(firms), region, until),
  ].filter(({ day }) => day <= until)
}
