/** Fields of the portal's forms; what was typed stays when it could not be taken, with the sentence why. */
import type { InputHTMLAttributes } from 'react'

/** As typed; nothing typed is ''. */
export type Typed = Record<string, string>

export const Trouble = ({ is }: { is: string | null }) =>
  is && (
    <p className="problem" role="alert">
      {is}
    </p>
  )

type EntryProps = InputHTMLAttributes<HTMLInputElement> & { name: string; title: string; typed: Typed }
export const Entry = ({ title, typed, name, ...rest }: EntryProps) => (
  <label>
    <span>{title}</span>
    <input name={name} defaultValue={typed[name] ?? ''} {...rest} />
  </label>
)

type WordsProps = { name: string; title: string; typed: Typed; rows: number; maxLength: number; required?: boolean }
/** Several lines. */
export const Words = ({ title, typed, name, ...rest }: WordsProps) => (
  <label className="whole">
    <span>{title}</span>
    <textarea name={name} defaultValue={typed[name] ?? ''} {...rest} />
  </label>
)

type ChoiceProps = { name: string; title: string; of: readonly (readonly [value: string, word: string])[]; value?: string }
/** One of several, or none of them. */
export const Choice = ({ name, title, of, value = '' }: ChoiceProps) => (
  <label>
    <span>{title}</span>
    <select name={name} defaultValue={value}>
      <option value="">不限</option>
      {of.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  </label>
)
