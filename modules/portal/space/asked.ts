/** What a visitor asks of the search for space, in the address of the page; what is not understood is left out. */
import { z } from 'zod'
import { orders, type Sought, sought } from '#modules/space/find/search.ts'
import { type Facility, facilities, uses } from '#modules/space/model.ts'
import { day } from '#platform/fields.ts'
import { addressAt, blank, oneOf, page, word } from '../asked.ts'

const number = blank.or(z.coerce.number().min(0).max(1e9)).optional().catch(undefined)
const key = blank.or(z.uuid()).optional().catch(undefined)

const address = z.object({
  words: word,
  areaFrom: number,
  areaTo: number,
  rentTo: number,
  zone: key,
  building: key,
  readyBy: blank.or(day('最晚交付')).optional().catch(undefined),
  load: number,
  use: oneOf(uses),
  direction: word,
  facilities: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => [...new Set([given ?? []].flat())].filter((one): one is Facility => Object.hasOwn(facilities, one))),
  bounds: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
    .optional()
    .catch(undefined),
  order: oneOf(orders),
  page,
})
export type Asked = z.output<typeof address>

export const askedIn = (query: unknown): Asked => address.parse(query)

export const soughtBy = ({ order, ...asked }: Asked): Sought => sought.parse({ ...asked, ...(order && { order }) })

/** The address of the same search with something changed. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
  const { bounds, ...rest } = { ...asked, ...change }
  return addressAt('/spaces', { ...rest, bounds: bounds?.join() })
}
