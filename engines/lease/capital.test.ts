/** Amounts in capital characters, as the rules of vouchers ask for them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inCapitals } from './capital.ts'

it.each([
  [0, '零元整'],
  [0.5, '伍角整'],
  [0.05, '伍分'],
  [10, '壹拾元整'],
  [325.04, '叁佰贰拾伍元零肆分'],
  [1409.5, '壹仟肆佰零玖元伍角整'],
  [6007.14, '陆仟零柒元壹角肆分'],
  [13178.34, '壹万叁仟壹佰柒拾捌元叁角肆分'],
  [16409.02, '壹万陆仟肆佰零玖元零贰分'],
  [20_000, '贰万元整'],
  [105_000, '壹拾万伍仟元整'],
  [1_001_000.1, '壹佰万壹仟元壹角整'],
  [100_010_001, '壹亿零壹万零壹元整'],
  [1_200_000_000_005, '壹万贰仟亿零伍元整'],
  [-20_000, '负贰万元整'],
])('%d is 人民币%s', (yuan, words) => expect(inCapitals(yuan)).toBe(`人民币${words}`))

/** Read back, figure by figure. */
function read(words: string): number {
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [sum, part, digit] = [0, 0, 0]
  for (const character of words.replace('人民币', '').replace('整', '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) digit = value
    else if (character in places) [part, digit] = [part + digit * places[character]!, 0]
    else if (character === '万') [sum, part, digit] = [sum + (part + digit) * 1e6, 0, 0]
    else if (character === '亿') [sum, part, digit] = [(sum + (part + digit) * 100) * 1e8, 0, 0]
    else if (character === '元') [sum, part, digit] = [sum + (part + digit) * 100, 0, 0]
    else [sum, digit] = [sum + digit * (character === '角' ? 10 : 1), 0]
  }
  return sum
}

it('can be read back to the fen', () => {
  const fens = fc.integer({ min: 0, max: 1e14 })
  fc.assert(
    fc.property(fens, (fen) => {
      expect(read(inCapitals(fen / 100))).toBe(fen)
    }),
    { numRuns: 1000 },
  )
})
