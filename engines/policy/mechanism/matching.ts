/** A share of what a level above granted. */
import { type Fact, scales } from '../fact.ts'
import { atLeastNothing, given, scaled } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { sayingOf, share } from '../wording.ts'
import { tellSum } from './sum-told.ts'
import type { Ground, Worth } from './worth.ts'

const cents: Pick<Fact, 'kind' | 'unit'> = { kind: 'money', unit: '元' }

export function matching({ upper, rate }: Extract<Mechanism, { is: 'matching' }>, { layout }: Ground): Worth {
  const slot = layout.slot.get(upper)!
  const quantity = atLeastNothing(scaled(given(slot, 1), BigInt(rate), BigInt(scales.share)))
  const [say, percent] = [sayingOf(cents), share(rate)]
  const tell = tellSum(quantity, {
    title: '上级奖励配套',
    sum: (row) => `${say(row[slot] as number)} × ${percent}`, // said where it is known
    missing: () => [upper],
  })
  return { quantity, tell, settles: false }
}
