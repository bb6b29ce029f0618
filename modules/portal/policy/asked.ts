/** What a visitor asks of the library of policies, in the address of the page; what is not understood is left out. */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { policyStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import { addressAt, oneOf, page, word, words } from '../asked.ts'

/** Drafts are nobody's to ask for here. */
const { draft: _, ...shownStates } = policyStates

export { shownStates }

const address = z.object({
  words,
  level: oneOf(levels),
  line: oneOf(potNames),
  type: word,
  status: oneOf(shownStates),
  page,
})
export type Asked = z.output<typeof address>

export const askedIn = (query: unknown): Asked => address.parse(query)

/** The address of the same search on another page. */
export const addressOf = (asked: Asked, page: number): string => addressAt('/policies', { ...asked, page })
