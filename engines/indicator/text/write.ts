/** A definition as the text the office reads and edits; reading it gives the definition back. */
import { stringify } from 'yaml'
import { type Condition, type Definition, dimensions, forms, type Ledger, type Measure, periods } from '../definition.ts'
import { fieldOf, ledgerOf } from '../ledgers.ts'
import { conditionKeys, keys, measureKeys, targetKeys } from './keys.ts'
import { directions, targetKinds } from './vocabulary.ts'
import { titlesOf, wordOf } from './words.ts'

export function writeDefinition(definition: Definition, ledgers: readonly Ledger[]): string {
  const { direction, period, form, of, over, target, ...rest } = definition
  const written = {
    ...rest,
    direction: directions[direction],
    period: periods[period],
    form: forms[form],
    of: writeMeasure(of, ledgers),
    over: over && writeMeasure(over, ledgers),
    dimensions: definition.dimensions.map((each) => dimensions[each]),
    target: target && named({ ...target, kind: target.kind && wordOf(target.kind, targetKinds) }, targetKeys),
  }
  return stringify(named(written, keys), { lineWidth: 0 })
}

function writeMeasure({ ledger: name, take, where }: Measure, ledgers: readonly Ledger[]) {
  const ledger = ledgerOf(ledgers, name)
  const fields = titlesOf(Object.entries(ledger?.fields ?? {}))
  const condition = ({ field, is, yes, ...bounds }: Condition) => {
    const { options = {} } = (ledger && fieldOf(ledger, field)) ?? {}
    const said = yes === undefined ? undefined : yes ? '是' : '否'
    return named(
      { field: wordOf(field, fields), is: is?.map((each) => wordOf(each, options)), yes: said, ...bounds },
      conditionKeys,
    )
  }
  return named(
    {
      ledger: wordOf(name, titlesOf(ledgers.map((each) => [each.name, each]))),
      take: take && wordOf(take, fields),
      where: where.map(condition),
    },
    measureKeys,
  )
}

/** The values under their Chinese keys, in the order of the keys; what is empty is not written. */
function named<K extends string>(values: Partial<Record<K, unknown>>, words: Record<K, string>): Record<string, unknown> {
  const entries = (Object.keys(words) as K[]).map((key) => [words[key], values[key]] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)))
}

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
