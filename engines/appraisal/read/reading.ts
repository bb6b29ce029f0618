/** What every part of the reader shares: the text with its flaws, and which indicators there are. */
import type { Source } from '../../text/source.ts'

export type Reading = {
  source: Source
  /** Codes; null where anything goes. */
  indicators: readonly string[] | null
  /** Digits after the point of every score. */
  decimals: number
}

export const codeForm = /^[a-z][a-z0-9-]{0,39}$/
