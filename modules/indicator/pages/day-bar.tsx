/** The day figures are looked at, in the address (?day=2023-06-30); today where it is left out. */
import { useSearchParams } from 'react-router'
import { useFrame } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { DayInput } from '#web/ui/form/inputs.tsx'
import { Row } from '#web/ui/frame/page.tsx'
import { endOfMonthBefore, endOfYearBefore } from './words.ts'

/** Undefined on today, as the server takes it. */
export const useDay = (): string | undefined => useSearchParams()[0].get('day') ?? undefined

/** Whether a link to another page goes on looking at the day. */
export const withDay = (path: string, day: string | undefined): string => (day ? `${path}?day=${day}` : path)

/** `day` is the one shown. */
export function DayBar({ day }: { day: string | undefined }) {
  const [search, write] = useSearchParams()
  const today = useFrame()?.today
  const shown = day ?? today ?? ''
  const look = (at: string | null) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    if (at && at !== today) next.set('day', at)
    else next.delete('day')
    write(next)
  }
  return (
    <Row>
      <span className="quiet">截至</span>
      <div className="day-bar-day">
        <DayInput name="截至日期" value={shown} onChange={look} />
      </div>
      {shown && (
        <>
          <Act onClick={() => look(endOfMonthBefore(shown))}>上月末</Act>
          <Act onClick={() => look(endOfYearBefore(shown))}>上年末</Act>
          {day && <Act onClick={() => look(null)}>今天</Act>}
        </>
      )}
    </Row>
  )
}
