/** The formula shows the numbers a reader can add up again. */
import { expect, it } from 'vitest'
import type { Definition, Read } from '../definition.ts'
import { counting, definition } from '../samples.ts'
import { combine, type Found } from './combine.ts'
import { formulaOf } from './formula.ts'

const found = (side: Read['side'], amount: number, rows: number): Found => ({
  read: { side, sign: 1, measure: counting('enterprise'), window: { kind: 'standing', on: '2025-06-30' } },
  sum: { amount, rows },
})
const formula = (changes: Partial<Definition>, ...all: Found[]) => {
  const what = definition(changes)
  return formulaOf(what, combine(what, all))
}

it.each<[Partial<Definition>, Found[], string]>([
  [{}, [found('of', 1250, 1250)], '1,250 条记录合计 = 1,250家'],
  [{ unit: '万元', decimals: 2 }, [found('of', 12_345_678, 37)], '37 条记录合计 12,345,678元 ÷ 10,000 = 1,234.57万元'],
  [{ form: 'increase' }, [found('of', 1250, 9), found('before', 980, 9)], '1,250 − 980 = 270家'],
  [{ form: 'increase' }, [found('of', -5, 9), found('before', -980, 9)], '−5 − （−980） = 975家'],
  [
    { form: 'increase', unit: '万元', decimals: 1 },
    [found('of', 12_500_000, 9), found('before', 19_800_000, 9)],
    '（12,500,000 − 19,800,000）÷ 10,000 = −730.0万元',
  ],
  [{ form: 'growth', unit: '%', decimals: 3 }, [found('of', 1250, 9), found('before', 980, 9)], '（1,250 − 980）÷ 980 = 27.6%'],
  [{ form: 'share', unit: '%', decimals: 3 }, [found('of', 450, 9), found('over', 1250, 9)], '450 ÷ 1,250 = 36.0%'],
  [{ form: 'share', unit: '%', decimals: 2 }, [found('of', 450, 9), found('over', 0, 0)], '占比母数为零，无法计算占比'],
])('%j', (changes, all, expected) => expect(formula(changes, ...all)).toBe(expected))
