/** Figures as files of schemes write them (20分, 60%, 4.2万㎡, 50万元) as whole numbers of what is kept, exactly. */
import type { Node } from 'yaml'
import type { Source } from '../../text/source.ts'
import { pointScale, shareScale } from '../scheme.ts'

export type Place = Node | undefined
type Scales = Readonly<Record<string, number>>

/** The unit left out is the first. */
const ofPoints: Scales = { 分: pointScale }
const ofShares: Scales = { '%': shareScale / 100 }
const ofMoney: Scales = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 }
const millionths = 1_000_000

/** 20分 or 20, in ten-thousandths; at most so many digits after the point. */
export function readPoints(source: Source, place: Place, what: string, decimals: number): number | null {
  const value = readScaled(source, place, what, ofPoints, true, '20分')
  if (value === null || value % 10 ** (4 - decimals) === 0) return value
  return source.blame(place!, `${what}最多 ${decimals} 位小数，与“小数”一致`)
}

/** 60%, in millionths, from nothing to `most`. */
export function readShare(source: Source, place: Place, what: string, most = shareScale): number | null {
  const value = readScaled(source, place, what, ofShares, false, '60%')
  if (value === null || (value >= 0 && value <= most)) return value
  return source.blame(place!, `${what}应在 0 至 ${most / (shareScale / 100)}% 之间`)
}

/** 50万元, in 分. */
export const readMoney = (source: Source, place: Place, what: string): number | null =>
  readScaled(source, place, what, ofMoney, false, '50万元')

/** 4.2万㎡ or 4.2, in the unit itself; of what is kept as a fraction of one, 12.5%. */
export function readValue(source: Source, place: Place, what: string, unit: string): number | null {
  const scales: Scales = unit === '%' ? ofShares : { [unit]: millionths }
  const value = readScaled(source, place, what, scales, unit !== '%', `12${unit}`)
  return value === null ? null : value / millionths
}

export function above<Value extends number | null>(source: Source, place: Place, what: string, value: Value): Value | null {
  return value === null || value > 0 ? value : source.blame(place!, `${what}应大于 0`)
}

const form = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?(.*)$/s

function readScaled(source: Source, place: Place, what: string, scales: Scales, bare: boolean, example: string): number | null {
  const text = source.text(place, what)
  if (text === null) return null
  const [, sign, integer = '', decimals = '', unit = ''] = form.exec(text.replace(/[\s,]/g, '')) ?? []
  const scale = bare && unit === '' ? Object.values(scales)[0] : Object.hasOwn(scales, unit) ? scales[unit] : undefined
  if (integer === '' || scale === undefined) return source.blame(place!, `${what}“${text}”写法有误，应写作如 ${example}`)
  const [digits, divisor] = [BigInt(integer + decimals) * BigInt(scale), 10n ** BigInt(decimals.length)]
  if (digits % divisor !== 0n) return source.blame(place!, `${what}“${text}”的小数位数过多`)
  const value = Number(digits / divisor)
  if (!Number.isSafeInteger(value)) return source.blame(place!, `${what}“${text}”过大`)
  return sign === '-' && value !== 0 ? -value : value
}
