/** When the ledger of space is written, and by whom: every three weeks in the large zones, every four in the small ones. */
import { addWorkdays } from '#platform/calendar.ts'
import { addDays } from '#seed/enterprises/calendar.ts'

/** The first list of what stands idle. */
export const takenOverOn = '2022-11-04'
/** Everything is written down when the demo opens. */
const lastOn = '2025-12-01'
export const demoDay = '2025-12-02'

const keepers: Record<string, { name: string; company: string; every: number; after: number }> = {
  缙云园城: { name: '老秦', company: '缙云公司', every: 21, after: 4 },
  蔡家园城: { name: '蔡姐', company: '蔡家公司', every: 21, after: 11 },
  科学城园区: { name: '老严', company: '科学城公司', every: 21, after: 18 },
  温泉谷: { name: '小温', company: '温泉谷公司', every: 28, after: 12 },
  农业示范区: { name: '农姐', company: '农业公司', every: 28, after: 18 },
}
export const zonesKept = Object.keys(keepers)
/** What no park keeps is kept by the office. */
export const keeperOf = (zone: string | null): string => keepers[zone ?? '']?.name ?? '小何'
export const companyOf = (zone: string): string => keepers[zone]!.company

/** The first day from then on that the keeper of the zone is at his ledger. */
export function recordDay(zone: string | null, day: string): string {
  if (day <= takenOverOn) return takenOverOn
  return daysOf(zone).find((one) => one >= day) ?? addWorkdays(day, 1)
}

const known = new Map<string | null, string[]>()
function daysOf(zone: string | null): string[] {
  const { every, after } = keepers[zone ?? ''] ?? { every: 28, after: 20 }
  const days = known.get(zone) ?? []
  if (!days.length) {
    for (let day = addDays(takenOverOn, after); day < lastOn; day = addDays(day, every))
      days.push(addWorkdays(addDays(day, -1), 1))
    days.push(lastOn)
    known.set(zone, days)
  }
  return days
}
