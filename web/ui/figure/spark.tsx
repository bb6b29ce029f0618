/** A target's path and readings in the size of a word: dashed what is asked, solid what is, a dot where it stands. */
import './spark.css'

type Point = { day: string; value: number }
type SparkOf = {
  label: string
  path: readonly Point[]
  readings: readonly Point[]
  /** Left out while it is not known yet. */
  today?: string
  width?: number
  height?: number
}

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export function Spark({ label, path, readings, today, width = 200, height = 44 }: SparkOf) {
  const points = [...path, ...readings]
  if (points.length < 2) return <div style={{ height }} />
  const days = points.map(({ day }) => numberOf(day))
  const values = points.map(({ value }) => value)
  const [from, to] = [Math.min(...days), Math.max(...days, today ? numberOf(today) : 0)]
  const [low, high] = [Math.min(0, ...values), Math.max(...values)]
  const x = (day: string) => 2 + ((numberOf(day) - from) / (to - from || 1)) * (width - 8)
  const y = (value: number) => height - 4 - ((value - low) / (high - low || 1)) * (height - 10)
  const line = (of: readonly Point[]) => of.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = readings.at(-1)
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {today && <line className="spark-today" x1={x(today)} x2={x(today)} y1="0" y2={height} />}
      <polyline className="spark-path" points={line(path)} />
      <polyline className="spark-line" points={line(readings)} />
      {last && <path className="spark-dot" d={`M${x(last.day).toFixed(1)} ${y(last.value).toFixed(1)}h0.01`} />}
    </svg>
  )
}
