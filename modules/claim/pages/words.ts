/** How pages speak of claims: tones of states, sums. */
import { money as inWords } from '#engines/policy/wording.ts'
import type { ClaimState } from '#modules/claim/flow.ts'
import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

export type Whole = Out<'claim/one'>
export type Line = Out<'claim/list'>['rows'][number]
export type FactLine = Whole['facts'][number]
export type Outcome = NonNullable<Whole['outcome']>

export const toneOf: Record<ClaimState, Tone> = {
  draft: 'quiet',
  consenting: 'warn',
  accepting: 'active',
  correcting: 'warn',
  screening: 'active',
  joint: 'active',
  ranking: 'active',
  public: 'active',
  deciding: 'active',
  queued: 'warn',
  paying: 'active',
  paid: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
  appealed: 'active',
  lapsed: 'quiet',
}
/** Approved, or only proposed so far. */
const decided: readonly ClaimState[] = ['queued', 'paying', 'appealed', 'paid']
export const approvedTitle = (status: ClaimState): string => (decided.includes(status) ? '审定金额' : '拟支持金额')
/** Being filled in by the reader. */
export const isWritten = ({ claim: { status }, writable }: Pick<Whole, 'claim' | 'writable'>): boolean =>
  writable && (status === 'draft' || status === 'correcting')

/** 分 as officials write them; nothing where there is none. */
export const money = (fen: number | null | undefined): string => (fen === null || fen === undefined ? '—' : inWords(fen))
