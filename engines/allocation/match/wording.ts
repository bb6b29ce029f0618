/** Quantities of matching in the words of a sentence. */
import { grouped } from '../../enterprise/wording.ts'

/** Hundredths of any unit: 42050 → 420.5 ㎡. */
export const inUnit = (hundredths: number, unit: string): string => `${grouped(hundredths / 100, 2)} ${unit}`

export const squareMetres = (hundredths: number): string => inUnit(hundredths, '㎡')
export const yuan = (fen: number): string => inUnit(fen, '元')
export const perSquareMetre = (fen: number): string => inUnit(fen, '元/㎡·月')
export const kilometres = (hundredths: number): string => inUnit(hundredths, 'km')

export const listed = (words: readonly string[]): string => words.join('、')
