/** Small programs at random, with every kind of rule, and the best answer found by trying all: the ground of the tests. */
import type { Choice, Option, Program } from './program.ts'
import { seeded } from './random.ts'
import { verify } from './verify.ts'

export function randomProgram(seed: number): Program {
  const random = seeded(seed)
  const within = (least: number, most: number) => least + random.below(most - least + 1)
  const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index))
  const resources = many(within(1, 5), (index) => ({ name: `楼层${index}`, capacity: within(1, 12) }))
  const quotas = many(within(0, 2), (index) => ({
    name: `配额${index}`,
    least: random.share() < 0.4 ? within(0, 3) : null,
    most: random.share() < 0.6 ? within(1, 6) : null,
  }))
  const option = (index: number): Option => ({
    name: `去处${index}`,
    uses: many(within(1, 2), () => [random.below(resources.length), within(0, 6)]),
    counts: quotas.flatMap((_, quota) => (random.share() < 0.5 ? [[quota, within(1, 2)] as [number, number]] : [])),
    parts: { fit: within(-20, 20), rent: within(0, 9) },
    labels: random.share() < 0.9 ? { zone: `片区${random.below(3)}` } : {},
  })
  const firms = many(within(1, 5), (index) => ({
    name: `企业${index}`,
    options: many(within(1, 4), option),
    unplaced: random.share() < 0.4 ? within(-10, 30) : null,
  }))
  const group = (name: string) => ({
    name,
    kind: 'zone',
    firms: firms.flatMap((_, firm) => (random.share() < 0.5 ? [firm] : [])),
  })
  const lock = (): Program['locks'][number] => {
    const firm = random.below(firms.length)
    return { firm, option: random.below(firms[firm]!.options.length), rule: random.share() < 0.4 ? 'take' : 'avoid' }
  }
  return {
    sense: random.share() < 0.5 ? 'minimise' : 'maximise',
    weights: { fit: within(1, 3) },
    resources,
    quotas,
    firms,
    near: many(within(0, 1), () => group('同处一组')),
    apart: many(within(0, 1), () => group('分开一组')),
    locks: many(within(0, 1), lock),
  }
}

/** The objective of the best answer; null where nothing keeps all the rules. */
export function bestOfAll(program: Program, may: (choice: Choice) => boolean = () => true): number | null {
  let best: number | null = null
  const choice: Choice = []
  const go = (firm: number): void => {
    if (firm < program.firms.length) {
      for (const option of [null, ...program.firms[firm]!.options.keys()]) {
        choice[firm] = option
        go(firm + 1)
      }
      return
    }
    const { broken, objective } = verify(program, choice)
    if (broken.length > 0 || !may(choice)) return
    if (best === null || (program.sense === 'minimise' ? objective < best : objective > best)) best = objective
  }
  go(0)
  return best
}
