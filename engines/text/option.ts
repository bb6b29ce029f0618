/** One of a few words, by what it stands for. */
import type { Node } from 'yaml'
import { nearestNote } from './nearest.ts'
import type { Source } from './source.ts'

type Place = Node | undefined

export type Options<Name extends string> = Readonly<Record<Name, string>>

export function readOption<Name extends string>(source: Source, place: Place, what: string, options: Options<Name>): Name | null {
  const text = source.text(place, what)
  if (text === null) return null
  const words = Object.values<string>(options)
  const [found] = Object.entries(options).find(([, word]) => word === text) ?? []
  if (found !== undefined) return found as Name // a key of the options
  return source.blame(place!, `${what}不能是“${text}”，可用：${words.join('、')}${nearestNote(text, words)}`)
}

/** 是 or 否; left out it is what is usual. */
export function readFlag(source: Source, place: Place, what: string, usual: boolean): boolean {
  const found = readOption(source, place, what, { yes: '是', no: '否' })
  return found === null ? usual : found === 'yes'
}

/** A whole number from 1 on. */
export function readCount(source: Source, place: Place, what: string): number | null {
  const text = source.match(place, what, /^[1-9]\d{0,2}$/, '3')
  return text === null ? null : Number(text)
}
