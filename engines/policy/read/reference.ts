/** Clauses named by others of the same policy (rent) or of another one (other-policy/rent), always kept with their policy. */
import { nearestNote } from '../../text/nearest.ts'
import type { Source } from '../../text/source.ts'
import type { Place } from './reading.ts'

/** `policy/clause`, or null and a flaw. */
export type Refer = (place: Place, what: string) => string | null

/** A clause of another policy and where it is named: whether it exists, only all files together say. */
export type Foreign = { clause: string; line: number; column: number }

/** Clauses of this policy have to be among `codes`; those of other policies are told to `foreign`. */
export function references(source: Source, policy: string, codes: readonly string[], foreign: Foreign[]): Refer {
  return (place, what) => {
    const text = source.match(place, what, /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/, 'rent 或 other-policy/rent')
    if (text === null) return null
    const [first, second] = text.split('/') as [string, string | undefined]
    if (second !== undefined && first !== policy) {
      foreign.push({ clause: text, ...source.at(place!) })
      return text
    }
    const code = second ?? first
    if (codes.includes(code)) return `${policy}/${code}`
    return source.blame(place!, `本政策没有代码为“${code}”的条款${nearestNote(code, codes)}`)
  }
}
