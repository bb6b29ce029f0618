/** What a visitor asks of the money of a year, in the address of the page; what is not understood is left out. */
import { z } from 'zod'
import { type Pot, potNames } from '#engines/policy/policy.ts'

const address = z.object({
  year: z.coerce.number().int().min(1949).max(2100).optional().catch(undefined),
  line: z
    .enum(Object.keys(potNames) as [Pot, ...Pot[]])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().positive().max(10_000).catch(1),
})
export type Asked = z.output<typeof address>

export const askedIn = (query: unknown): Asked => address.parse(query)

/** The address of the same list on another page. */
export function addressOf(year: number, { line }: Asked, page: number): string {
  return `/funds?${new URLSearchParams({ year: String(year), ...(line && { line }), page: String(page) })}`
}
