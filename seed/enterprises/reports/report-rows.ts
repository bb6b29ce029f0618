/** Reports as rows of the ledger, as they stood on a day. */
import type { filings } from '#modules/filing/tables.ts'
import { orgId } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import { endOf } from '../calendar.ts'
import { keeperOf } from '../firms/places.ts'
import { placeOn, tradeOn } from '../firms/stretches.ts'
import type { Report } from './reports.ts'

export type FilingRow = typeof filings.$inferInsert

export const enterpriseId = (serial: number, region: string) => idOf(region, 'enterprise', String(serial))
export const reportId = ({ firm, month, revision }: Pick<Report, 'firm' | 'month' | 'revision'>, region: string) =>
  idOf(region, 'filing', String(firm.serial), month, String(revision))

export type Standing = 'draft' | 'submitted' | 'returned' | 'accepted'

export function rowOf(report: Report, status: Standing, region: string): FilingRow {
  const { firm, month, revision, values, schedule, explanations, correction } = report
  const place = placeOn(firm, endOf(month))
  const trade = tradeOn(firm, endOf(month))
  const handedIn = status !== 'draft'
  const decided = status === 'accepted' ? schedule.decidedOn : status === 'returned' ? schedule.returned!.on : null
  return {
    id: reportId(report, region),
    enterprise: enterpriseId(firm.serial, region),
    month,
    revision,
    status,
    ...values,
    explanations,
    objections: status === 'returned' ? schedule.returned!.objections : {},
    correction,
    unchanged: false,
    typed: report.typed,
    submittedOn: handedIn ? schedule.submittedOn : null,
    submittedBy: handedIn ? firm.contact : null,
    decidedOn: decided,
    decidedBy: decided ? keeperOf(place) : null,
    town: orgId(place.town, region),
    zone: place.zone ? orgId(place.zone, region) : null,
    industry: trade.industry,
    division: trade.industry.slice(0, 2),
    direction: trade.direction,
    knownFrom: status === 'accepted' ? schedule.decidedOn : null,
    knownUntil: null,
  }
}
