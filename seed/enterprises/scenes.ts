/** Everything enterprises do in the history of the demo district, and the figures other authorities tell about it. */
import type { Scene } from '#seed/stage.ts'
import { yearOf } from './calendar.ts'
import { adoptionScenes } from './files/adoptions.ts'
import { consentScenes } from './files/consents.ts'
import { criteriaScenes } from './files/criteria.ts'
import { entryScenes } from './files/entries.ts'
import { fileScenes } from './files/file-scenes.ts'
import { returnScenes, tableScenes } from './files/returns.ts'
import { rightScenes } from './files/rights.ts'
import type { Firm } from './firms/firms.ts'
import { reportScenes } from './reports/report-scenes.ts'
import { type Report, reportsOf } from './reports/reports.ts'
import { ruleScenes } from './reports/rules.ts'
import type { Years } from './titles/grants.ts'
import { titleScenes } from './titles/scenes.ts'

export function enterpriseScenes(firms: Firm[], region: string, until: string): Scene[] {
  const reports = reportsOf(firms)
  const years = yearsOf(reports)
  return [
    ...ruleScenes(region),
    ...criteriaScenes(region),
    ...fileScenes(firms, region),
    ...adoptionScenes(firms, region),
    ...consentScenes(firms, region),
    ...reportScenes(reports, region, until),
    ...titleScenes(firms, years, region),
    ...rightScenes(firms, region),
    ...returnScenes(firms, years, region),
    ...tableScenes(region),
    ...entryScenes(region),
  ].filter(({ day }) => day <= until)
}

/** The report of December tells the whole year; a corrected one comes after the first. */
const yearsOf = (reports: Report[]): Years =>
  new Map(
    reports
      .filter(({ month }) => month.endsWith('-12'))
      .map(({ firm, month, values }) => [`${firm.serial} ${yearOf(month)}`, values]),
  )
