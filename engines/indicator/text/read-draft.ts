/** One definition as it is written, its words turned into names; what could not be read is left undefined. */
import type { Node } from 'yaml'
import { dimensions, forms, type Ledger, type LedgerField, periods } from '../definition.ts'
import { fieldOf, ledgerOf } from '../ledgers.ts'
import { conditionKeys, keys, measureKeys, targetKeys } from './keys.ts'
import { allOf, boundAt, type Entries, listAt, numberAt, type Page, readMap, textAt, wordAt } from './read-nodes.ts'
import { directions, targetKinds } from './vocabulary.ts'
import { nameOf, titlesOf } from './words.ts'

const { theme, over, baseline, dimensions: splits, target, ...needed } = keys

export function readDraft(node: Node, page: Page): Record<string, unknown> | undefined {
  const entries = readMap(node, page, '指标', Object.values(needed), [theme, over, baseline, splits, target])
  if (!entries) return undefined
  const at = <T>(key: string, read: (node: Node | undefined, page: Page, key: string) => T) => read(entries[key], page, key)
  const among = (key: string, titles: Record<string, string>) => wordAt(entries[key], page, key, titles)
  return {
    code: at(keys.code, textAt),
    name: at(keys.name, textAt),
    theme: entries[theme] && at(theme, textAt),
    version: at(keys.version, numberAt),
    since: at(keys.since, textAt),
    meaning: at(keys.meaning, textAt),
    unit: at(keys.unit, textAt),
    direction: among(keys.direction, directions),
    period: among(keys.period, periods),
    form: among(keys.form, forms),
    of: at(keys.of, readMeasure),
    over: entries[over] ? at(over, readMeasure) : null,
    baseline: entries[baseline] ? at(baseline, textAt) : null,
    dimensions: (at(splits, listAt) ?? [])
      .map((each) => wordAt(each, page, splits, dimensions))
      .filter((each) => each !== undefined),
    decimals: at(keys.decimals, numberAt),
    keeper: at(keys.keeper, textAt),
    target: entries[target] ? at(target, readTarget) : null,
  }
}

function readMeasure(node: Node | undefined, page: Page, key: string) {
  const { ledger: name, take, where } = measureKeys
  const entries = node && readMap(node, page, `“${key}”`, [name], [take, where])
  if (!entries) return undefined
  const ledger = readLedger(entries, page)
  if (!ledger) return undefined
  const conditions = allOf((listAt(entries[where], page, where) ?? []).map((each) => readCondition(each, page, ledger)))
  const field = entries[take] ? readField(entries, page, ledger) : null
  return field === undefined || !conditions ? undefined : { ledger: ledger.name, take: field, where: conditions }
}

function readLedger(entries: Entries, page: Page): Ledger | undefined {
  const titles = titlesOf(page.ledgers.map((ledger) => [ledger.name, ledger]))
  const name = wordAt(entries[measureKeys.ledger], page, measureKeys.ledger, titles)
  return name === undefined ? undefined : ledgerOf(page.ledgers, name)
}

function readField(entries: Entries, page: Page, { fields }: Ledger): string | undefined {
  return wordAt(entries[measureKeys.take], page, measureKeys.take, titlesOf(Object.entries(fields)))
}

function readCondition(node: Node, page: Page, ledger: Ledger) {
  const { field, is, yes, atLeast, below } = conditionKeys
  const entries = readMap(node, page, '条件', [field], [is, yes, atLeast, below])
  const name = entries && readField(entries, page, ledger)
  if (!entries || name === undefined) return undefined
  const said = wordAt(entries[yes], page, yes, { yes: '是', no: '否' })
  return {
    field: name,
    is: entries[is] && readValues(entries[is], page, fieldOf(ledger, name)!),
    yes: said && said === 'yes',
    atLeast: boundAt(entries[atLeast], page, atLeast),
    below: boundAt(entries[below], page, below),
  }
}

/** Values the field does not list are left for the check to complain of. */
function readValues(node: Node, page: Page, { options = {} }: LedgerField): string[] | undefined {
  const words = allOf((listAt(node, page, conditionKeys.is) ?? []).map((each) => textAt(each, page, conditionKeys.is)))
  return words?.map((word) => nameOf(word, options) ?? word)
}

function readTarget(node: Node | undefined, page: Page, key: string) {
  const { subject, kind, year } = targetKeys
  const entries = node && readMap(node, page, `“${key}”`, [subject], [kind, year])
  if (!entries) return undefined
  return {
    subject: textAt(entries[subject], page, subject),
    kind: wordAt(entries[kind], page, kind, targetKinds),
    year: numberAt(entries[year], page, year),
  }
}
