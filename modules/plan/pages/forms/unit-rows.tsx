/** A list of printed unit names with their duty: added, removed, set as lead. */
import { useId } from 'react'
import { duties } from '#modules/plan/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { SuggestInput } from '#web/ui/form/suggest-input.tsx'

export type UnitRow = { printed: string; duty: keyof typeof duties }
const choices = Object.entries(duties).map(([value, label]) => ({ value, label }))

type Rows = { id?: string; value?: UnitRow[] | null; onChange?: (rows: UnitRow[]) => void; known: readonly string[] }

export function UnitRows({ value, onChange, known }: Rows) {
  const list = useId()
  const rows = value ?? []
  const change = (at: number, part: Partial<UnitRow>) => onChange?.(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  const add = () => onChange?.([...rows, { printed: '', duty: rows.length ? 'partner' : 'lead' }])
  return (
    <div className="unit-rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
        <div key={at} className="unit-row">
          <SuggestInput
            id={`${list}-${at}`}
            name={`第 ${at + 1} 个责任单位`}
            words={known.filter((name) => !rows.some(({ printed }) => printed === name))}
            value={row.printed}
            onChange={(printed) => change(at, { printed: printed ?? '' })}
          />
          <ChoiceInput
            name={`${row.printed || `第 ${at + 1} 个单位`}的职责`}
            width={88}
            choices={choices}
            value={row.duty}
            onChange={(duty) => change(at, { duty: duty as UnitRow['duty'] })}
          />
          <Act inline danger onClick={() => onChange?.(rows.filter((_, i) => i !== at))} name={`移除${row.printed}`}>
            移除
          </Act>
        </div>
      ))}
      <Act onClick={add}>添加责任单位</Act>
    </div>
  )
}
