/** Whole amounts as accountants write them, 1,234,567: typed or pasted with or without the commas. */
import { InputNumber } from 'antd'

type AmountOf = {
  value: number | null
  onChange: (value: number | null) => void
  name: string
  /** What stands against the amount, drawn around it. */
  trouble?: 'must' | 'explain' | null
  /** The element that says what the trouble is. */
  describedBy?: string
}

const grouped = (value: string | number | undefined) => `${value ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

export const AmountInput = ({ value, onChange, name, trouble, describedBy }: AmountOf) => (
  <InputNumber<number>
    aria-label={name}
    aria-invalid={trouble === 'must' || undefined}
    aria-describedby={describedBy}
    className="number"
    style={{ width: '100%' }}
    controls={false}
    precision={0}
    inputMode="numeric"
    value={value}
    styles={{ input: { textAlign: 'right' } }}
    status={trouble === 'must' ? 'error' : trouble === 'explain' ? 'warning' : undefined}
    formatter={grouped}
    parser={(words) => Number(`${words ?? ''}`.replace(/[,，\s]/g, ''))}
    onChange={onChange}
  />
)
