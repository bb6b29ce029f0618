/** How much what a clause comes to for a firm stands out. */
import type { verdicts } from '#engines/policy/policy.ts'
import type { Tone } from './ui/figure/light.tsx'

type Tones = Record<keyof typeof verdicts, Tone>
/** Of one matter. */
export const verdictTones: Tones = { granted: 'good', refused: 'bad', unknown: 'warn', people: 'active' }
/** In a list of all clauses: most are refused, which is nothing to be alarmed at. */
export const verdictTonesOfMany: Tones = { ...verdictTones, refused: 'quiet' }
