/** The points of one item for one subject: waived, waiting for data, or by the item's way of scoring. */
import type { Entry } from './entry.ts'
import type { Scheme } from './scheme.ts'
import { completion } from './scoring/completion.ts'
import { deduction } from './scoring/deduction.ts'
import { hundredth } from './scoring/hundred.ts'
import { fullOf, type Mark, none, type Told } from './scoring/mark.ts'
import { ranking } from './scoring/ranking.ts'
import { steps } from './scoring/steps.ts'
import { points, weight } from './wording.ts'

/** `field`: the entries of all subjects the item concerns, this one among them. */
export function markOf({ exempt }: Scheme, entry: Entry, field: readonly Entry[]): Mark {
  if (entry.exempt !== null) return waived(entry, entry.exempt, exempt)
  if (entry.waits !== null) return unknown(entry, entry.waits)
  if (!isThere(entry)) return unheard(entry)
  const { scoring } = entry.item
  switch (scoring.is) {
    case 'completion':
      return completion(entry, scoring)
    case 'ranking':
      return ranking(entry, scoring, field)
    case 'deduction':
      return deduction(entry, scoring)
    case 'steps':
      return steps(entry, scoring)
    case 'hundred':
      return hundredth(entry)
  }
}

const isThere = (entry: Entry): entry is Told => entry.exact !== null

function waived(entry: Entry, reason: string, way: Scheme['exempt']): Mark {
  const { item, decimals } = entry
  const found = way === 'full' ? item.weight : 0
  const how = way === 'full' ? `计满分 ${points(found, decimals)} 分` : `权重 ${weight(item.weight)} 分按比例分摊到其他项目`
  const sentence = `本项不适用（${reason}），${how}`
  return { points: found, least: found, most: found, full: found, place: null, steps: [{ sentence }], more: null }
}

const unknown = (entry: Entry, reason: string): Mark => ({
  points: null,
  least: 0,
  most: fullOf(entry),
  full: fullOf(entry),
  place: null,
  steps: [...entry.steps, { sentence: `${reason}，暂不计分` }],
  more: `${reason}，补齐后最高`,
})

const unheard = (entry: Entry): Mark => ({
  ...unknown(entry, entry.absent!),
  points: 0,
  most: 0,
  steps: [...entry.steps, { sentence: `${entry.absent}，按办法计零分，${none(entry)}` }],
})
