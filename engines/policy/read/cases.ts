/** Cases of an amount or of a price, taken in their order. */
import type { Node } from 'yaml'
import type { Demand } from '../policy.ts'
import { readDemands } from './condition.ts'
import type { Place, Reading } from './reading.ts'

export type Told<T> = { title: string; when: Demand[]; value: T }

/** The first case that holds is taken: whatever follows one without conditions is never reached. */
export function readCases<T>(
  reading: Reading,
  place: Node,
  what: string,
  key: string,
  read: (place: Place) => T | null,
): Told<T>[] {
  const { source } = reading
  let open: string | null = null
  return source.items(place, what).flatMap((item) => {
    const fields = source.fields(item, '情形', ['情形', key], ['适用'])
    const title = source.text(fields?.情形, '情形')
    if (!fields || title === null) return []
    if (open !== null) source.blame(item, `情形“${title}”不会用到：前面的“${open}”没有“适用”，总是先成立`)
    const when = readDemands(reading, fields.适用, '适用')
    if (!fields.适用) open ??= title
    const value = read(fields[key])
    return value === null ? [] : [{ title, when, value }]
  })
}
