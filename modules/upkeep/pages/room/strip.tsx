/** A day of a room as a strip: its open hours, and what of them is taken; told in words as well. */
import type { CSSProperties } from 'react'
import type { Out } from '#web/client.ts'
import { wholeHour } from '../words.ts'

export type Room = Out<'upkeep/rooms'>[number]

/** 09:30 → 9.5 */
export const hoursIn = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

export function DayStrip({ of: { name, opensAt, closesAt, taken } }: { of: Room }) {
  const share = (hour: number) => (Math.min(Math.max(hour, opensAt), closesAt) - opensAt) / (closesAt - opensAt)
  const hours = Array.from({ length: closesAt - opensAt + 1 }, (_, at) => opensAt + at)
  const told = taken.map(({ from, to }) => `${from}—${to}`).join('、')
  return (
    <div className="room-day">
      <div className="room-strip" role="img" aria-label={`${name}${told ? `已占用 ${told}` : '全天空闲'}`}>
        {hours.slice(1, -1).map((hour) => (
          <i key={hour} style={{ '--at': share(hour) } as CSSProperties} />
        ))}
        {taken.map(({ from, to }) => (
          <b
            key={from}
            title={`${from}—${to} 已占用`}
            style={{ '--at': share(hoursIn(from)), '--share': share(hoursIn(to)) - share(hoursIn(from)) } as CSSProperties}
          />
        ))}
      </div>
      <div className="room-ends" aria-hidden>
        <span>{wholeHour(opensAt)}</span>
        <span>{told ? `已占用 ${told}` : '全天空闲'}</span>
        <span>{wholeHour(closesAt)}</span>
      </div>
    </div>
  )
}
