/** Which title of the ledger a scheme of criteria grants; a scheme about no title (a scope of statistics) has none. */
import { titles } from '#modules/enterprise/model.ts'

export type Title = keyof typeof titles

/** Where the scheme and the title have different words. */
const called: Record<string, Title> = {
  'innovative-sme': 'innovative',
  'specialised-sme': 'specialised',
  mantianxing: 'star',
  'big-dipper': 'north-star',
  'top-hundred': 'top-100',
}

export const titleOfScheme = (code: string): Title | null => called[code] ?? (code in titles ? (code as Title) : null)
