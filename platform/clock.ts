/** The product's clock: real time, or time that starts at a chosen day and then runs on (`--as-of 2024-06-30`). */
import { invalid } from './problem.ts'

export type Clock = () => Date

const zone = 'Asia/Shanghai'
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })

/** Calendar day in China, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => dayFormat.format(at)

/** A clock that shows `asOf` (at the present hour of the day) now and runs on from there. Refuses anything but a real YYYY-MM-DD day. */
export function clockFrom(asOf: string | null, real: Clock = () => new Date()): Clock {
  if (asOf === null) return real
  const start = new Date(`${asOf}T00:00:00+08:00`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(start.getTime()) || dayOf(start) !== asOf) {
    throw invalid(`日期“${asOf}”无法识别，请按 2024-06-30 的形式填写`)
  }
  // The years that days of the product may have (platform/fields.ts): what is written then must be readable later.
  if (asOf < '1949-01-01' || asOf > '2100-12-31') throw invalid(`日期“${asOf}”应在 1949 年至 2100 年之间`)
  const begun = real()
  const midnight = new Date(`${dayOf(begun)}T00:00:00+08:00`)
  const shift = start.getTime() - midnight.getTime()
  return () => new Date(real().getTime() + shift)
}
