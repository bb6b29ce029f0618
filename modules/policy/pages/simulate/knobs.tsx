/** The parameters of the clauses, one slider and one field each; made from the file itself. */
import type { Out } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { DayInput, NumberInput } from '#web/ui/form/inputs.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import type { Changes } from '../simulate.tsx'

type Ground = Out<'policy/parameters'>
type Parameter = Ground['parameters'][number]
type Props = { of: Ground; changes: Changes; onChange: (changes: Changes) => void }

export function Knobs({ of: { clauses, parameters }, changes, onChange }: Props) {
  const groups = [
    ...clauses.map(({ code, title, article }) => ({
      key: code,
      title: `${article} ${title}`,
      own: parameters.filter(({ clause }) => clause === code),
    })),
    { key: '', title: '通则和叠加', own: parameters.filter(({ clause }) => clause === null) },
  ].filter(({ own }) => own.length > 0)
  const turn = (id: string, to: string | null) => {
    const { [id]: _, ...rest } = changes
    onChange(to === null ? rest : { ...rest, [id]: to })
  }
  return (
    <Stack tight>
      {groups.map(({ key, title, own }, at) => (
        <Panel key={key}>
          <details open={at === 0}>
            <summary className="knob-group">
              {title}
              {own.some(({ id }) => changes[id] !== undefined) && <b className="knob-moved">已调整</b>}
            </summary>
            {own.map((one) => (
              <Knob key={one.id} of={one} value={changes[one.id]} onChange={(to) => turn(one.id, to)} />
            ))}
          </details>
        </Panel>
      ))}
    </Stack>
  )
}

type KnobOf = { of: Parameter; value: string | undefined; onChange: (to: string | null) => void }
function Knob({ of: { title, group, number, unit, written }, value, onChange }: KnobOf) {
  const label = `${group}：${title}`
  return (
    <div className="knob">
      <div className="knob-title">
        <span>{label}</span>
        {value !== undefined && (
          <Act inline onClick={() => onChange(null)}>
            还原为 {written}
          </Act>
        )}
      </div>
      {number === null ? (
        <DayInput
          name={label}
          value={value ?? written}
          onChange={(day) => onChange(day === null || day === written ? null : day)}
        />
      ) : (
        <div className="knob-turn">
          <input
            type="range"
            aria-label={label}
            min={0}
            max={most(number)}
            step={stepOf(number)}
            value={value ?? number}
            onChange={({ target }) => onChange(Number(target.value) === number ? null : target.value)}
          />
          <NumberInput
            name={`${label}数值`}
            unit={unit}
            value={Number(value ?? number)}
            onChange={(to) => onChange(to === null || to < 0 || to === number ? null : plain(to))}
          />
        </div>
      )}
    </div>
  )
}

/** Up to three times what it is. */
const most = (number: number) => Math.max(number * 3, 3)
const stepOf = (number: number) =>
  number >= 20 ? 10 ** Math.floor(Math.log10(number) - 1) : number >= 1 && Number.isInteger(number) ? 1 : 0.1
const plain = (to: number) => String(Math.round(to * 10_000) / 10_000)
