/** What a visitor asks of the money of a year, in the address of the page; what is not understood is left out. */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { addressAt, oneOf, page } from '../asked.ts'

const address = z.object({
  year: z.coerce.number().int().min(1949).max(2100).optional().catch(undefined),
  line: oneOf(potNames),
  page,
})
export type Asked = z.output<typeof address>

export const askedIn = (query: unknown): Asked => address.parse(query)

/** The address of the same list on another page. */
export const addressOf = (year: number, { line }: Asked, page: number): string => addressAt('/funds', { year, line, page })
