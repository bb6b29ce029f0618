/** What if: one fact at a time is taken to be otherwise, and everything is answered anew at once. */
import { useState } from 'react'
import { divisions } from '#engines/enterprise/industry.ts'
import { type Fact, type Facts, type Known, scales, type Value } from '#engines/policy/fact.ts'
import { isNumberKind } from '#engines/policy/read/value.ts'
import { sayingOf } from '#engines/policy/wording.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput, DayInput, NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'

type Props = {
  facts: readonly Fact[]
  known: Facts
  supposed: Readonly<Record<string, Known>>
  day: string
  onSuppose: (title: string, one: Known | null) => void
}

export function Suppose({ facts, known, supposed, day, onSuppose }: Props) {
  const [title, choose] = useState<string | null>(null)
  const fact = facts.find((one) => one.title === title)
  return (
    <Panel title="如果情况变化">
      <div className="row policy-suppose">
        <ChoiceInput
          name="选择要改变的数据"
          placeholder="选择要改变的数据"
          width={260}
          choices={facts.map((one) => ({ value: one.title, label: one.title }))}
          value={title}
          onChange={choose}
        />
        {fact && (
          <ValueInput
            key={fact.title}
            fact={fact}
            value={known[fact.title]?.value ?? null}
            onChange={(value) => onSuppose(fact.title, value === null ? null : { value, asOf: day, source: '假设' })}
          />
        )}
        {fact && (
          <span className="quiet">现有数据：{inWords(fact, supposed[fact.title] ? undefined : known[fact.title]?.value)}</span>
        )}
      </div>
      {Object.entries(supposed).map(([name, { value }]) => (
        <p key={name}>
          <Mark tone="active">假设</Mark> {name}：{inWords(facts.find((one) => one.title === name)!, value)}{' '}
          <Act inline onClick={() => onSuppose(name, null)}>
            取消
          </Act>
        </p>
      ))}
    </Panel>
  )
}

function inWords(fact: Fact, value: Value | undefined): string {
  if (value === undefined) return '已改为假设'
  if (value === null) return '没有数据'
  if (typeof value === 'boolean') return fact.words?.[value ? 0 : 1] ?? (value ? '是' : '否')
  if (typeof value === 'number') return sayingOf(fact)(value)
  return value === '' ? '尚无' : value
}

/** In the unit it is spoken of: 元, ㎡, %. */
const spoken = (fact: Fact): number =>
  fact.kind === 'share' ? scales.share / 100 : isNumberKind(fact.kind) ? scales[fact.kind] : 1

/** A division is chosen by its name. */
const byCode = Object.entries({ ...divisions, 其他: '其他行业' }).map(([value, label]) => ({ value, label }))

type Input = { fact: Fact; value: Value; onChange: (value: Value) => void }
function ValueInput({ fact, value, onChange }: Input) {
  if (fact.kind === 'yes')
    return (
      <ChoiceInput
        name={fact.title}
        width={220}
        choices={[
          { value: 'yes', label: fact.words?.[0] ?? '是' },
          { value: 'no', label: fact.words?.[1] ?? '否' },
        ]}
        value={value === null ? null : value ? 'yes' : 'no'}
        onChange={(word) => onChange(word === null ? null : word === 'yes')}
      />
    )
  if (fact.kind === 'day')
    return <DayInput name={fact.title} value={typeof value === 'string' && value ? value : null} onChange={onChange} />
  const choices = fact.title === '行业大类' ? byCode : fact.values?.map((word) => ({ value: word, label: word }))
  if (fact.kind === 'text')
    return choices ? (
      <ChoiceInput
        name={fact.title}
        width={220}
        choices={choices}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
      />
    ) : (
      <TextInput name={fact.title} value={typeof value === 'string' ? value : null} onChange={onChange} />
    )
  const scale = spoken(fact)
  return (
    <NumberInput
      name={fact.title}
      unit={fact.unit}
      value={typeof value === 'number' ? value / scale : null}
      onChange={(number) => onChange(number === null ? null : Math.round(number * scale))}
    />
  )
}
