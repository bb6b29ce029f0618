/** How policies are spoken of on their pages: states, days, papers. */
import type { bidStates, policyStates, questionStates, versionStates } from '#modules/policy/flow.ts'
import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

export type Policy = Out<'policy/showDocument'>
export type Version = Out<'policy/showVersion'>
export type Question = Out<'policy/questions'>['rows'][number]
export type Call = Out<'policy/calls'>[number]
export type Bid = Out<'policy/bids'>[number]

export const policyTones: Record<keyof typeof policyStates, Tone> = {
  draft: 'quiet',
  inForce: 'good',
  amended: 'warn',
  repealed: 'quiet',
}
export const versionTones: Record<keyof typeof versionStates, Tone> = { draft: 'active', published: 'good', dropped: 'quiet' }
export const questionTones: Record<keyof typeof questionStates, Tone> = { asked: 'warn', answered: 'good', closed: 'quiet' }
export const bidTones: Record<keyof typeof bidStates, Tone> = {
  preparing: 'quiet',
  handedIn: 'warn',
  recommended: 'active',
  granted: 'good',
  rejected: 'quiet',
  paid: 'good',
  dropped: 'quiet',
}

/** The lead unit where there is none of its own. */
export const lead = '领导小组办公室'
export const span = (since: string, until: string | null): string => (until === null ? `${since} 起` : `${since} 至 ${until}`)
export const paperAt = (path: string, id: string) => `/api/policy/${path}?input=${encodeURIComponent(JSON.stringify({ id }))}`
