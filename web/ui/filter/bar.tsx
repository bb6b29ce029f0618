/** The filters of a list in a line that folds on a narrow screen. */
import { type ReactNode, useEffect, useState } from 'react'
import { Act } from '../buttons.tsx'
import { CheckInput, type Choice, ChoiceInput, NumberInput, TextInput } from '../form/inputs.tsx'
import { useNarrow } from '../frame/narrow.ts'
import type { Address } from './address.ts'
import './filter.css'

type BarOf = {
  of: Address
  /** What the words are looked for in. */
  words: string
  orders?: Record<string, string>
  /** How the list is looked at, before all else. */
  lead?: ReactNode
  /** 共 12 幢 */
  told: string
  children: ReactNode
}

export function FilterBar({ of, words, orders, lead, told, children }: BarOf) {
  const narrow = useNarrow()
  const [open, unfold] = useState(false)
  return (
    <search className="filter-bar">
      {lead}
      <Rested of={of} name="words" title={words} />
      {(!narrow || open) && children}
      {narrow && (
        <Act inline onClick={() => unfold(!open)}>
          {open ? '收起筛选' : '更多筛选'}
        </Act>
      )}
      {orders && <Order of={of} orders={orders} />}
      {of.narrowed && (
        <Act inline onClick={of.clear}>
          清除筛选
        </Act>
      )}
      <span className="quiet filter-total" role="status">
        {told}
      </span>
    </search>
  )
}

/** The first is the usual one, and is not written into the address. */
function Order({ of, orders }: { of: Address; orders: Record<string, string> }) {
  const [usual] = Object.keys(orders)
  return (
    <ChoiceInput
      name="排序"
      width={128}
      choices={choicesOf(orders)}
      value={of.given('order') ?? usual}
      onChange={(value) => of.choose('order', value === usual ? null : value)}
    />
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

export const Tick = ({ of, name, title }: { of: Address; name: string; title: string }) => (
  <CheckInput label={title} value={of.given(name) === '1'} onChange={(on) => of.choose(name, on ? '1' : null)} />
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
    <div className="filter-words">
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
    <div className="filter-limit">
      <NumberInput name={title} placeholder={title} unit={unit} value={number} onChange={write} />
    </div>
  )
}
