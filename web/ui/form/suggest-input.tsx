/** Free words, with known ones to pick from while typing. */
import { AutoComplete } from 'antd'

type Suggest = {
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
  disabled?: boolean
  name?: string
  placeholder?: string
  words: readonly string[]
}

export const SuggestInput = ({ value, onChange, name, words, ...rest }: Suggest) => (
  <AutoComplete
    {...rest}
    aria-label={name}
    style={{ width: '100%' }}
    value={value ?? ''}
    options={words.map((word) => ({ value: word }))}
    showSearch={{ filterOption: (typed, option) => !!option && option.value.includes(typed.trim()) }}
    onChange={(typed) => onChange?.(typed || null)}
  />
)
