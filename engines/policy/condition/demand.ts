/** The reason of one demand; what can be said before a figure is known is put together beforehand. */
import { never } from '../fact.ts'
import type { Demand, Row, Test } from '../policy.ts'
import { lackOf, sayingOf } from '../wording.ts'
import { boundInWords, demanded, nothingWithin, type Reasoning, rangeInWords, type Saying } from './said.ts'
import { sayingOfShare } from './share.ts'
import { askingOf, ceilingOf, floorOf, type Ground } from './test.ts'
import { met, truthInWords, unknown } from './truth.ts'

export function reasoningOfDemand(demand: Demand, ground: Ground): Reasoning {
  const { title, fact, over } = demand
  const slot = ground.layout.slot.get(fact)!
  const asking = askingOf(demand, ground)
  const saying = sayingOfTest(demand, slot, ground)
  const untold = untoldOf(demand, ground)
  return (seen) => {
    const truth = asking(seen.row)
    const { asOf, source } = seen.known[slot]!
    const said = truth === unknown ? null : saying(seen, truth === met)
    return {
      title,
      met: truthInWords[truth],
      sentence: said?.sentence ?? untold(seen.row),
      fact,
      asOf: over === null || said ? asOf : null,
      source: over === null || said ? source : null,
      gap: said?.gap ?? null,
      within: nothingWithin,
    }
  }
}

/** Why nothing can be said. */
function untoldOf({ title, fact, over, test }: Demand, { layout }: Ground): (row: Row) => string {
  if (test.kind === 'pending') return () => `${title}：标准待补`
  if (over === null) return () => lackOf([fact])
  const slots = [fact, over].map((name) => [name, layout.slot.get(name)!] as const)
  return (row) => {
    const missing = slots.filter(([, slot]) => row[slot] === null).map(([name]) => name)
    return missing.length > 0 ? lackOf(missing) : `${over}不大于 0，无法计算${fact}占比`
  }
}

function sayingOfTest(demand: Demand, slot: number, ground: Ground): Saying {
  const { fact, over, test } = demand
  switch (test.kind) {
    case 'pending':
      return () => ({ sentence: '', gap: null })
    case 'is': {
      const [yes, no] = ground.fact(fact).words ?? [`${fact}：是`, `${fact}：否`]
      return (_, holds) => ({ sentence: holds === test.yes ? yes : no, gap: null })
    }
    case 'among': {
      const list = test.values.join('、')
      const needed = test.values.length > 1 ? `须为${list}之一` : `须为${list}`
      return ({ row }, holds) => ({
        sentence:
          holds && test.values.length === 1 ? `${fact}为${list}` : `${fact}为${row[slot]}，${holds ? `属于${list}` : needed}`,
        gap: null,
      })
    }
    case 'days': {
      const span = [test.from && `不早于 ${test.from}`, test.until && `不晚于 ${test.until}`].filter(Boolean).join('且')
      return ({ row }, holds) => ({
        sentence: row[slot] === never ? `尚无${fact}，须${span}` : `${fact} ${row[slot]}，${holds ? '' : '须'}${span}`,
        gap: null,
      })
    }
    case 'range':
      return over === null ? sayingOfFigure(fact, slot, test, ground) : sayingOfShare(demand, test, ground)
  }
}

/** 软件从业人员差 3 人（现 47 人，需达 50 人） */
function sayingOfFigure(fact: string, slot: number, { lower, upper }: Extract<Test, { kind: 'range' }>, ground: Ground): Saying {
  const { kind } = ground.fact(fact)
  const say = sayingOf(ground.fact(fact))
  const difference = kind === 'share' ? (value: number) => say(value).replace('%', ' 个百分点') : say
  const [from, to] = [floorOf(lower), ceilingOf(upper)]
  const span = rangeInWords(say, lower, upper)
  const least = lower && demanded(say, lower)
  const mostly = upper && boundInWords(say, upper, 'upper')
  // Persons are counted up to what is enough; of money, 高于 the bound is said by the bound itself.
  const distance = (gap: number, inclusive: boolean) => (kind === 'count' || inclusive ? gap : gap - 1)
  return ({ row }, holds) => {
    const value = row[slot] as number // a figure: unknown ones are not said
    if (holds) return { sentence: `${fact} ${say(value)}，${span}`, gap: 0 }
    if (value < from) {
      const gap = from - value
      const shown = distance(gap, lower!.inclusive)
      const short = shown > 0 ? `差 ${difference(shown)}` : '不足'
      return { sentence: `${fact}${short}（现 ${say(value)}，需${least}）`, gap }
    }
    const gap = value - to
    const shown = distance(gap, upper!.inclusive)
    const beyond = shown > 0 ? `高出 ${difference(shown)}` : '过高'
    return { sentence: `${fact}${beyond}（现 ${say(value)}，须${mostly}）`, gap }
  }
}
