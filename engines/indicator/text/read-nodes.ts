/** The values in a text of definitions: each read as what it should be, or complained of where it stands. */
import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Ledger } from '../definition.ts'
import { nameOf } from './words.ts'

export type Fault = { line: number; column: number; sentence: string }

/** `complain` adds to the problems what is wrong with the text at a node. */
export type Page = {
  ledgers: readonly Ledger[]
  problems: Fault[]
  complain: (node: unknown, sentence: string) => undefined
}

/** The values of a map by key; keys without value are left out. */
export type Entries = Record<string, Node | undefined>

export function readMap(node: unknown, page: Page, what: string, needed: string[], optional: string[] = []): Entries | undefined {
  if (!isMap(node)) return page.complain(node, `${what}应逐项写明，每项一行，如“${needed[0]}: ……”`)
  const known = [...needed, ...optional]
  const entries: Entries = {}
  for (const { key, value } of node.items) {
    const word = readText(key)
    if (word === undefined || !known.includes(word)) {
      page.complain(key, `${what}中没有“${word ?? '？'}”这一项，可以写的有：${known.join('、')}`)
    } else if (!isEmpty(value)) entries[word] = value as Node // a parsed document holds nodes only
  }
  for (const key of needed) if (!entries[key]) page.complain(node, `${what}缺少“${key}”`)
  return entries
}

const isEmpty = (value: unknown) => value === null || (isScalar(value) && value.value === null)

/** Words that look like numbers are words all the same. */
export function readText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === 'string' ? node.value : node.source
}

export function textAt(node: Node | undefined, page: Page, key: string): string | undefined {
  return node && (readText(node) ?? page.complain(node, `“${key}”应为文字`))
}

export function numberAt(node: Node | undefined, page: Page, key: string): number | undefined {
  if (!node) return undefined
  return isScalar(node) && typeof node.value === 'number' ? node.value : page.complain(node, `“${key}”应为数字`)
}

export function boundAt(node: Node | undefined, page: Page, key: string): number | string | undefined {
  if (!node) return undefined
  const value = isScalar(node) ? node.value : undefined
  return typeof value === 'number' || typeof value === 'string' ? value : page.complain(node, `“${key}”应为数字或日期`)
}

/** One of the words of a table, as the name it stands for. */
export function wordAt(node: Node | undefined, page: Page, key: string, titles: Record<string, string>): string | undefined {
  const word = textAt(node, page, key)
  if (word === undefined) return undefined
  return nameOf(word, titles) ?? page.complain(node, `“${key}”不能是“${word}”，可以写的有：${Object.values(titles).join('、')}`)
}

export function listAt(node: Node | undefined, page: Page, key: string): Node[] | undefined {
  if (!node) return undefined
  return isSeq(node) ? (node.items as Node[]) : page.complain(node, `“${key}”应写成列表，如 [甲, 乙]`)
}

/** A list of which nothing may be lost: places in it are told by number. */
export const allOf = <T>(list: (T | undefined)[]): T[] | undefined => {
  const read = list.filter((each) => each !== undefined)
  return read.length === list.length ? read : undefined
}
