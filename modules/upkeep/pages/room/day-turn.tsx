/** One day after another, and back to today. */
import { Act } from '#web/ui/buttons.tsx'
import { DayInput } from '#web/ui/form/inputs.tsx'
import { daysAfter } from '../words.ts'

type TurnOf = { day: string; today: string; onTurn: (day: string) => void }

export const DayTurn = ({ day, today, onTurn }: TurnOf) => (
  <div className="row">
    <Act name="前一天" onClick={() => onTurn(daysAfter(day, -1))}>
      ‹
    </Act>
    <div className="upkeep-day">
      <DayInput name="日期" value={day} onChange={(next) => onTurn(next ?? today)} />
    </div>
    <Act name="后一天" onClick={() => onTurn(daysAfter(day, 1))}>
      ›
    </Act>
    {day !== today && (
      <Act inline onClick={() => onTurn(today)}>
        今天
      </Act>
    )}
  </div>
)
