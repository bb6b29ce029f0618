/** A slider over stops that have names: days, months. The keyboard moves it, and the name of the stop is read out. */
import { type CSSProperties, useEffect, useState } from 'react'
import './stops-input.css'

type StopsOf = {
  name: string
  stops: readonly { value: string; label: string; mark?: string }[]
  value: string
  onChange: (value: string) => void
}

/** While it is dragged only its own name changes. */
const settled = 180

export function StopsInput({ name, stops, value, onChange }: StopsOf) {
  const given = Math.max(
    0,
    stops.findLastIndex((stop) => stop.value <= value),
  )
  const [at, move] = useState(given)
  useEffect(() => move(given), [given])
  useEffect(() => {
    if (at === given) return
    const wait = window.setTimeout(() => onChange(stops[at]!.value), settled)
    return () => window.clearTimeout(wait)
  }, [at, given, stops, onChange])
  const last = stops.length - 1
  const part = (index: number) => ({ '--at': last > 0 ? index / last : 1 }) as CSSProperties
  return (
    <div className="stops">
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-label={name}
        aria-valuetext={stops[at]?.label}
        title={stops[at]?.label}
        style={part(at)}
        onChange={({ target }) => move(Number(target.value))}
      />
      <div className="stops-marks" aria-hidden="true">
        {stops.map(
          ({ value, mark }, index) =>
            mark && (
              <span key={value} style={part(index)}>
                {mark}
              </span>
            ),
        )}
      </div>
    </div>
  )
}
