/** A deadline as people speak of it: working days left, or past. */
import { Mark, type Tone } from './light.tsx'

/** Within this many working days a deadline is near. */
const near = 3

export function workdaysWord(left: number): string {
  if (left < 0) return `逾期 ${-left} 个工作日`
  return left === 0 ? '今日到期' : `剩 ${left} 个工作日`
}
export const clockTone = (left: number): Tone => (left < 0 ? 'bad' : left <= near ? 'warn' : 'quiet')

/** `left` is 0 both on the day itself and on free days around it: `dueOn` and `today` tell them apart. */
export function Clock({ left, dueOn, today }: { left: number; dueOn: string; today?: string }) {
  const past = today !== undefined && left === 0 && dueOn < today
  const word = past ? '已到期' : left === 0 && today !== undefined && dueOn > today ? '其间已无工作日' : workdaysWord(left)
  return (
    <span style={{ whiteSpace: 'nowrap' }} title={`期限 ${dueOn}`}>
      <Mark tone={past ? 'bad' : clockTone(left)}>{word}</Mark>
    </span>
  )
}
