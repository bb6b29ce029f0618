/** Expected figures on pages: whole where they are counted, with decimals where they are measured. */
import { expect, it } from 'vitest'
import { roundedOf } from './words.ts'

const target = { kind: 'total', comparator: '>=' } as const

it('are whole for what is counted, in every size', () => {
  const firms = (value: number) => roundedOf({ ...target, unit: '家' }, value)
  expect([0, 0.2, 0.9, 7.5, 99.6, 1234.4, 17_996.6].map(firms)).toEqual([
    '0家',
    '1家',
    '1家',
    '8家',
    '100家',
    '1234家',
    '1.8万家',
  ])
})

it('keep decimals for money, areas and shares', () => {
  expect(roundedOf({ ...target, unit: '元' }, 12_345_678_901)).toBe('123.46亿元')
  expect(roundedOf({ ...target, unit: '㎡' }, 132_512)).toBe('13.25万㎡')
  expect(roundedOf({ ...target, unit: null, kind: 'share' }, 0.0612)).toBe('6.12%')
})
