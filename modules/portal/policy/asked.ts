/** What a visitor asks of the library of policies, in the address of the page; what is not understood is left out. */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { policyStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'

const blank = z.literal('').transform(() => undefined)
const keysOf = <K extends string>(of: Record<K, string>) => Object.keys(of) as [K, ...K[]]
const oneOf = <K extends string>(of: Record<K, string>) =>
  blank
    .or(z.enum(keysOf(of)))
    .optional()
    .catch(undefined)

/** Drafts are nobody's to ask for here. */
const { draft: _, ...shownStates } = policyStates

export { shownStates }

const address = z.object({
  words: z.string().trim().max(60).catch(''),
  level: oneOf(levels),
  line: oneOf(potNames),
  type: blank.or(z.string().trim().max(60)).optional().catch(undefined),
  status: oneOf(shownStates),
  page: z.coerce.number().int().positive().max(10_000).catch(1),
})
export type Asked = z.output<typeof address>

export const askedIn = (query: unknown): Asked => address.parse(query)

/** The address of the same search on another page. */
export function addressOf(asked: Asked, page: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, page: page === 1 ? '' : String(page) }))
    if (value) query.set(name, String(value))
  const text = query.toString()
  return text ? `/policies?${text}` : '/policies'
}
