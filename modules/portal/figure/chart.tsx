/** The path of a target and its readings, drawn on the server; the table beside it tells the same in figures. */
import { figureOf } from '../frame/words.ts'

type Point = { day: string; value: number }
type Props = { path: Point[]; readings: Point[]; today: string; unit: string | null; width: number; height: number; name: string }

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const edge = { left: 58, right: 16, top: 22, bottom: 30 }

export function Chart({ path, readings, today, unit, width, height, name }: Props) {
  const all = [...path, ...readings]
  if (all.length < 2) return null
  const days = all.map(({ day }) => dayNumber(day))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const ticks = ticksUpTo(Math.max(...all.map(({ value }) => value)))
  const top = ticks.at(-1)!
  const x = (day: number) => edge.left + ((day - first) / (last - first || 1)) * (width - edge.left - edge.right)
  const y = (value: number) => height - edge.bottom - (value / top) * (height - edge.top - edge.bottom)
  const line = (points: Point[]) =>
    points.map(({ day, value }) => `${x(dayNumber(day)).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const years = yearsBetween(first, last, width > 500)
  const now = dayNumber(today)
  // All marks in the unit of the highest, 0.5 and 1.5 万 rather than 5,000 and 1.5.
  const high = figureOf(top, unit)
  const size = top / Number(high.figure.replaceAll(',', ''))
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}：应达到的数值与历次数值`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={edge.left - 8} y={y(tick) + 4} textAnchor="end">
            {Number((tick / size).toPrecision(6))}
          </text>
        </g>
      ))}
      <text className="axis" x={edge.left - 8} y={12} textAnchor="end">
        {high.unit}
      </text>
      {years.map((year) => (
        <text
          key={year.day}
          className="axis"
          x={x(year.day)}
          y={height - 10}
          textAnchor={x(year.day) > width - 50 ? 'end' : 'middle'}
        >
          {year.word}
        </text>
      ))}
      {now > first && now < last && (
        <g>
          <line className="now" x1={x(now)} x2={x(now)} y1={edge.top - 6} y2={height - edge.bottom} />
          <text className="axis" x={x(now)} y={12} textAnchor={x(now) > width - 30 ? 'end' : 'middle'}>
            今日
          </text>
        </g>
      )}
      <polyline className="path" points={line(path)} />
      <polyline className="told" points={line(readings)} />
      {readings.map(({ day, value }) => (
        <circle key={day} className="dot" cx={x(dayNumber(day))} cy={y(value)} r={3.6} />
      ))}
    </svg>
  )
}

/** Three to six round marks from zero up to at least `most`. */
export function ticksUpTo(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 4
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * size).find((candidate) => candidate >= rough)!
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

function yearsBetween(first: number, last: number, wide: boolean): { day: number; word: string }[] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
  const ends = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i)
  return ends
    .map((year) => ({ day: dayNumber(`${year}-12-31`), word: wide ? `${year}年底` : `${year}年` }))
    .filter(({ day }) => day >= first && day <= last)
}
