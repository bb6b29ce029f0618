/** 主要指标表: rows of indicators with a unit and a value for each target year. */

import type { Comparator, Target, TargetKind } from '../schema.ts'
import type { Table } from '../text/tables.ts'
import { readQuantities } from './quantities.ts'
import type { Times } from './years.ts'

export function readIndicators(tables: Table[], times: Times): Target[] {
  return tables.flatMap((table) => indicatorsOf(table, times))
}

function indicatorsOf(table: Table, times: Times): Target[] {
  const name = table.columns.findLastIndex((column) => /指标|目标名称|^目标$/.test(column) && !/20\d\d|目标值/.test(column))
  const unit = table.columns.findIndex((column) => /^(?:计量)?单位/.test(column))
  const begun = times.period?.from ?? times.issuedYear ?? 0
  const years = table.columns.flatMap((column, i) => {
    const year = Number(/20\d\d/.exec(column)?.[0] ?? Number.NaN)
    return year >= begun && !/现状|基期|实际|完成|基数/.test(column) ? [{ i, year }] : []
  })
  if (name < 0 || years.length === 0 || table.columns.some((column) => /牵头|责任/.test(column))) return []
  return table.rows.flatMap((row) =>
    years.flatMap(({ i, year }) => {
      const target = readCell(row.cells[name] ?? '', row.cells[i] ?? '', unit < 0 ? '' : (row.cells[unit] ?? ''))
      return target === null ? [] : [{ ...target, year, scope: [], span: [row.start, row.end] as [number, number] }]
    }),
  )
}

const signs: [RegExp, Comparator][] = [
  [/^(?:≥|>=|不低于|不少于|大于等于)|以上$/, '>='],
  [/^(?:≤|<=|不高于|不超过|小于等于)|以内$|以下$/, '<='],
  [/^(?:>|＞|超过|突破)/, '>'],
  [/^(?:<|＜|低于)/, '<'],
  [/^(?:约|近)|左右$/, '~'],
]

/** 研发投入强度（%） with 3.5 → 0.035; a cell without a plain figure is none. */
function readCell(indicator: string, cell: string, unitCell: string): Omit<Target, 'year' | 'scope' | 'span'> | null {
  const inBrackets = /[（(]([^（()）]{1,10})[）)]\s*$/.exec(indicator)
  const subject = indicator
    .replace(/^\d{1,2}[.．、]\s?/, '')
    .replace(/[（(][^（()）]{1,10}[）)]\s*$/, '')
    .trim()
  const value = cell.trim()
  const figure = /^[^\d]{0,6}(\d[\d.,]*)/.exec(value)
  if (subject === '' || figure === null || value.length > 24) return null
  const unit = unitCell || (inBrackets?.[1] ?? '')
  const printed = /[\u4e00-\u9fff%‰㎡A-Za-z]/.test(value.slice(figure[0].length).replace(/以上|以内|以下|左右|[［[\]］]/g, ''))
  const quantity = readQuantities(printed ? value.slice(value.search(/\d/)) : `${figure[1]}${unit}`)[0]
  const plain =
    quantity === undefined
      ? { value: Number(figure[1]!.replaceAll(',', '')), unit: unit || null }
      : { value: quantity.value, unit: quantity.unit }
  if (plain.value === null || Number.isNaN(plain.value)) return null
  const comparator = signs.find(([pattern]) => pattern.test(value))?.[1] ?? '='
  const kind: TargetKind =
    /增长|增速/.test(subject) && plain.unit === '%'
      ? 'growth-per-year'
      : plain.unit === '%'
        ? 'share'
        : /累计/.test(subject)
          ? 'cumulative'
          : /新增/.test(subject)
            ? 'new'
            : 'total'
  return { subject, comparator, value: plain.value, upper: quantity?.upper ?? null, unit: plain.unit, kind }
}
