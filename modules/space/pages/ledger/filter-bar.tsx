/** The filters of a list in a line that folds on a narrow screen. */
import { type ReactNode, useEffect, useState } from 'react'
import { Act } from '#web/ui/buttons.tsx'
import { type Choice, ChoiceInput, NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { useNarrow } from '#web/ui/frame/narrow.ts'
import type { Address } from './filter.ts'

type BarOf = {
  of: Address
  /** What the words are looked for in. */
  words: string
  orders: Record<string, string>
  /** 共 12 幢 */
  told: string
  children: ReactNode
}

export function FilterBar({ of, words, orders, told, children }: BarOf) {
  const narrow = useNarrow()
  const [open, unfold] = useState(false)
  return (
    <search className="space-filter">
      <Rested of={of} name="words" title={words} />
      {(!narrow || open) && children}
      {narrow && (
        <Act inline onClick={() => unfold(!open)}>
          {open ? '收起筛选' : '更多筛选'}
        </Act>
      )}
      <ChoiceInput
        name="排序"
        width={128}
        choices={choicesOf(orders)}
        value={of.given('order') ?? Object.keys(orders)[0]}
        onChange={(value) => of.choose('order', value === Object.keys(orders)[0] ? null : value)}
      />
      {of.narrowed && (
        <Act inline onClick={of.clear}>
          清除筛选
        </Act>
      )}
      <span className="quiet space-total" role="status">
        {told}
      </span>
    </search>
  )
}

export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

type PickOf = { of: Address; name: string; title: string; choices: readonly Choice[]; width?: number }
export const Pick = ({ of, name, title, choices, width = 136 }: PickOf) => (
  <ChoiceInput
    name={title}
    placeholder={title}
    clearable
    width={width}
    choices={choices}
    value={of.given(name)}
    onChange={(value) => of.choose(name, value)}
  />
)

/** Looked for once the writing rests. */
export function Rested({ of: { given, choose }, name, title }: { of: Address; name: string; title: string }) {
  const asked = given(name) ?? ''
  const [words, write] = useState(asked)
  useEffect(() => write(asked), [asked])
  useEffect(() => {
    if (words === asked) return
    const rest = setTimeout(() => choose(name, words.trim() || null), 400)
    return () => clearTimeout(rest)
  })
  return (
    <div className="space-words">
      <TextInput name={title} placeholder={title} maxLength={60} value={words} onChange={(next) => write(next ?? '')} />
    </div>
  )
}

/** A number, taken once the writing rests. */
export function Limit({ of: { given, choose }, name, title, unit }: { of: Address; name: string; title: string; unit: string }) {
  const asked = given(name) ? Number(given(name)) : null
  const [number, write] = useState(asked)
  useEffect(() => write(asked), [asked])
  useEffect(() => {
    if (number === asked) return
    const rest = setTimeout(() => choose(name, number === null ? null : String(number)), 500)
    return () => clearTimeout(rest)
  })
  return (
    <div className="space-limit">
      <NumberInput name={title} placeholder={title} unit={unit} value={number} onChange={write} />
    </div>
  )
}
