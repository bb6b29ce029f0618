/** Which file knows which mechanism. */
import type { Mechanism } from '../policy.ts'
import { areaRent } from './area-rent.ts'
import { cases } from './cases.ts'
import { flat } from './flat.ts'
import { formula } from './formula.ts'
import { join } from './join.ts'
import { ladder } from './ladder.ts'
import { matching } from './matching.ts'
import { pending } from './pending.ts'
import { people } from './people.ts'
import { ranking } from './ranking.ts'
import { rate } from './rate.ts'
import { split } from './split.ts'
import { stages } from './stages.ts'
import { tier } from './tier.ts'
import { unit } from './unit.ts'
import { voucher } from './voucher.ts'
import type { Ground, Worth } from './worth.ts'
import { yearly } from './yearly.ts'

export function worthOf(mechanism: Mechanism, over: Omit<Ground, 'of'>): Worth {
  const ground: Ground = { ...over, of: (held) => worthOf(held, over) }
  switch (mechanism.is) {
    case 'flat':
      return flat(mechanism)
    case 'rate':
      return rate(mechanism, ground)
    case 'unit':
      return unit(mechanism, ground)
    case 'formula':
      return formula(mechanism, ground)
    case 'tier':
      return tier(mechanism, ground)
    case 'ladder':
      return ladder(mechanism, ground)
    case 'area-rent':
      return areaRent(mechanism, ground)
    case 'yearly':
      return yearly(mechanism, ground)
    case 'stages':
      return stages(mechanism, ground)
    case 'matching':
      return matching(mechanism, ground)
    case 'ranking':
      return ranking(mechanism, ground)
    case 'voucher':
      return voucher(mechanism, ground)
    case 'split':
      return split(mechanism, ground)
    case 'sum':
    case 'least':
    case 'most':
      return join(mechanism, ground)
    case 'cases':
      return cases(mechanism, ground)
    case 'people':
      return people(mechanism)
    case 'pending':
      return pending()
  }
}
