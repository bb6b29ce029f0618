/** Quantities typed as officials write them (19万㎡, 30%), given and taken in base units; what was understood stands below. */
import { Input } from 'antd'
import { useState } from 'react'
import { type Quantity, readFigure, readQuantity, written, writtenRange } from '#modules/plan/quantity.ts'

type Control<T> = {
  id?: string
  value?: T | null
  onChange?: (value: T | null) => void
  disabled?: boolean
  name?: string
  placeholder?: string
}

/** A figure in a known unit. What cannot be read is given as NaN, so that the field's own check refuses it. */
export function FigureInput({ value, onChange, name, unit, ...rest }: Control<number> & { unit: string | null }) {
  const [words, write] = useState(() => (isFigure(value) ? written(value, unit) : ''))
  const read = words.trim() ? readFigure(words, unit) : null
  return (
    <Input
      {...rest}
      aria-label={name}
      value={words}
      suffix={plainly(read, unit, words)}
      onChange={({ target }) => {
        write(target.value)
        onChange?.(target.value.trim() ? (readFigure(target.value, unit) ?? Number.NaN) : null)
      }}
      onBlur={() => read !== null && write(written(read, unit))}
    />
  )
}

/** A figure or a range with its unit in one. */
export function QuantityInput({ value, onChange, name, ...rest }: Control<Quantity>) {
  const [words, write] = useState(() =>
    value && isFigure(value.value) ? writtenRange(value.value, value.upper, value.unit) : '',
  )
  const read = readQuantity(words)
  return (
    <Input
      {...rest}
      aria-label={name}
      value={words}
      suffix={plainly(read && read.upper === null ? read.value : null, read?.unit ?? null, words)}
      onChange={({ target }) => {
        write(target.value)
        const unread = { value: Number.NaN, upper: null, unit: null }
        onChange?.(target.value.trim() ? (readQuantity(target.value) ?? unread) : null)
      }}
      onBlur={() => read && write(writtenRange(read.value, read.upper, read.unit))}
    />
  )
}

const isFigure = (value: number | null | undefined): value is number => typeof value === 'number' && !Number.isNaN(value)

/** The figure in full where 万 or 亿 shortened it; an empty place otherwise, for an input whose suffix comes and goes loses focus. */
function plainly(value: number | null, unit: string | null, words: string) {
  if (value === null || !/[百千万亿]/.test(words)) return <span />
  return <span className="quiet number">{`${value.toLocaleString('zh-CN')}${unit ?? ''}`}</span>
}
