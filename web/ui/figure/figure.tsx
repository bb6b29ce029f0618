/** Numbers to look at: figures that open what is behind them, progress against what is due. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Readable, readable } from './number.ts'
import './figure.css'

type FigureOf = {
  label: ReactNode
  value: number | null
  /** Base unit: 元, ㎡, 家, 人; '%' when the value is a fraction. */
  unit?: string | null
  note?: ReactNode
  /** What the figure is made of. */
  to?: string
  onOpen?: () => void
}

export function Figure({ label, value, unit, note, to, onOpen }: FigureOf) {
  const shown: Readable | null = value === null ? null : readable(value, unit)
  const inner = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value number" style={{ display: 'block' }}>
        {shown ? shown.figure : <span className="quiet">暂无数据</span>}
        {shown?.unit && <small>{shown.unit}</small>}
      </span>
      {note && <span className="figure-note">{note}</span>}
    </>
  )
  if (to)
    return (
      <Link className="figure" to={to}>
        {inner}
      </Link>
    )
  if (onOpen)
    return (
      <button type="button" className="plain figure" onClick={onOpen}>
        {inner}
      </button>
    )
  return <div className="figure">{inner}</div>
}

type ProgressOf = {
  /** What is measured, for those who do not see the bar. */
  label: string
  /** Fraction done; may pass 1. */
  done: number | null
  /** Fraction due by now, drawn as a mark. */
  due?: number | null
  /** Instead of the percentage. */
  word?: ReactNode
}
export function ProgressLine({ label, done, due, word }: ProgressOf) {
  if (done === null) return <span className="quiet">暂无数据</span>
  const width = (part: number) => `${Math.min(Math.max(part, 0), 1) * 100}%`
  const percent = `${Math.round(done * 100)}%`
  const told = due == null ? percent : `${percent}，时序进度 ${Math.round(due * 100)}%`
  return (
    <div className="progress">
      <div className="progress-track" role="img" aria-label={`${label}：${told}`} title={told}>
        <div className="progress-done" style={{ width: width(done) }} />
        {due != null && <div className="progress-due" style={{ left: width(due) }} />}
      </div>
      <span className="progress-word number">{word ?? percent}</span>
    </div>
  )
}
