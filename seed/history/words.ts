/** Sentences of the history: places and numbers put into the texts, so that no two months read alike. */
import { type Chance, chanceOf } from './chance.ts'
import { type Kind, told } from './texts.ts'

const places: Record<string, { park: string; carriers: string[] }> = {
  缙云公司: { park: '缙云园城', carriers: ['亿达创智产业园', '神驰标准厂房'] },
  蔡家公司: { park: '蔡家园城', carriers: ['工业互联网产业生态园'] },
  科学城公司: { park: '科学城园区', carriers: ['科学城标准化厂房'] },
  温泉谷公司: { park: '温泉谷', carriers: ['温泉谷闲置楼宇'] },
  农业公司: { park: '农业示范区', carriers: ['示范区闲置厂房'] },
}

/** Puts the unit's own place and, with chance, its numbers into a text. */
export function fill(text: string, unit: string, chance?: Chance): string {
  const place = places[unit]
  let before = 0
  return text
    .replaceAll('{园城}', place?.park ?? unit)
    .replaceAll('{载体}', () => (chance ? chance.pick(place?.carriers ?? [unit]) : (place?.carriers[0] ?? unit)))
    .replaceAll('{镇街}', unit)
    .replace(/\{(<?)(\d+)-(\d+)\}/g, (_, capped, low, high) => {
      const drawn = (chance ?? chanceOf(text)).between(Number(low), Number(high))
      before = capped ? Math.min(drawn, before) : drawn
      return String(before)
    })
}

const parks = new Set(Object.keys(places))
const isTown = (unit: string) => unit.endsWith('街道') || unit.endsWith('镇')
export const kindOf = (unit: string, duty: 'lead' | 'partner'): Kind =>
  duty === 'lead' ? 'lead' : parks.has(unit) ? 'park' : isTown(unit) ? 'town' : 'department'

/** A line that opens with a unit's name is for that unit alone. */
function spokenBy(line: string, unit: string): string[] {
  const [, speaker, sentence] = /^(区[^：，。]{2,8})：(.+)$/.exec(line) ?? []
  return speaker === undefined ? [line] : speaker === unit ? [sentence!] : []
}

export type Words = { progress: string; problems: string | null; next: string | null }

/**
 * What a unit tells about a task in a month. Texts come in turn, so that neighbouring months differ; milestones
 * finished in the month come first.
 */
export function tell(task: string, unit: string, duty: 'lead' | 'partner', month: string, finished: string[]): Words {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  const texts = told.get(task)!
  const own = texts.progress[kindOf(unit, duty)]
  const sentences = own.length ? own.flatMap((line) => spokenBy(line, unit)) : texts.progress.lead
  const chance = chanceOf('report', task, unit, month)
  const turn = chanceOf('turn', task, unit).between(0, 9) + n
  const chosen = [sentences[turn % sentences.length]!]
  if (sentences.length > 2 && chance.happens(duty === 'lead' ? 0.65 : 0.4)) chosen.push(sentences[(turn + 2) % sentences.length]!)
  const opening = chance.pick(['', `${Number(month.slice(5))}月，`, `${Number(month.slice(5))}月，`, '本月'])
  const done = finished.map((title) => `节点“${title}”已完成。`)
  return {
    progress: [...done, opening, ...chosen.map((sentence) => fill(sentence, unit, chance))].join(''),
    problems: chance.happens(duty === 'lead' ? 0.4 : 0.15) ? fill(chance.pick(texts.problems), unit, chance) : null,
    next: chance.happens(0.85) ? fill(texts.next[turn % texts.next.length]!, unit, chance) : null,
  }
}
