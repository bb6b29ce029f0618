/** Credit codes: both check characters, sentences that name the place, and no slip of the hand that passes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphabet, checkCreditCode, makeCreditCode } from './credit-code.ts'

const real = ['11500000MB1690787K', '11500000009276281J', '11500112009315877L', '1150011400913032XA', '11500104009286420B']
const problem = (text: string) => (checkCreditCode(text) as { problem: string }).problem

describe('a credit code', () => {
  it.each(real)('%s of a public body is right', (code) => expect(checkCreditCode(code)).toEqual({ code }))

  it('is read in full width, lower case and with spaces', () => {
    expect(checkCreditCode(' １１５００００0 mb1690787ｋ\u3000\n')).toEqual({ code: real[0] })
    expect(checkCreditCode('1150 0000 MB16 9078 7K')).toEqual({ code: real[0] })
  })

  it('is told where it is wrong', () => {
    expect(problem(' ')).toBe('请填写统一社会信用代码')
    expect(problem('11500000MB1690787')).toBe('统一社会信用代码应为 18 位，现为 17 位')
    expect(problem('91350100M000100Y4Z')).toBe('第 18 位校验码应为 3，现为 Z')
    expect(problem('11500000MB169078IK')).toBe('含有不使用的字母 I（第 17 位），是否应为 1')
    expect(problem('115OOOOOMB1690787K')).toBe('含有不使用的字母 O（第 4 位），是否应为 0')
    expect(problem('11500000-B1690787K')).toBe('第 9 位为“-”，统一社会信用代码只含数字和大写字母')
    expect(problem('1150000AMB1690787K')).toBe('第 8 位应为数字（第 3—8 位为登记管理机关行政区划码），现为 A')
    expect(problem('11500000MB1690788K')).toBe('第 17 位校验码应为 7，现为 8，请核对第 9—17 位')
    expect(problem('11500001MB1690787K')).toMatch(/^第 18 位校验码应为 .，现为 K$/)
  })
})

const prefix = fc.constantFrom('91500109', '92500109', '12500109', '91110108')
const made = fc.tuple(prefix, fc.integer({ min: 0, max: 9_999_999 })).map(([front, serial]) => makeCreditCode(front, serial))

describe('made codes', () => {
  it('are right, and differ with the serial', () => {
    fc.assert(
      fc.property(made, (code) => {
        expect(checkCreditCode(code)).toEqual({ code })
      }),
    )
    expect(new Set(Array.from({ length: 500 }, (_, serial) => makeCreditCode('91500109', serial))).size).toBe(500)
  })

  it('refuse what cannot make a code', () => {
    expect(() => makeCreditCode('9150010', 1)).toThrow(RangeError)
    expect(() => makeCreditCode('91500109', 10_000_000)).toThrow(RangeError)
  })

  it('never pass with one character changed', () => {
    fc.assert(
      fc.property(made, fc.nat(17), fc.constantFrom(...alphabet), (code, at, character) => {
        fc.pre(code[at] !== character)
        expect(checkCreditCode(code.slice(0, at) + character + code.slice(at + 1))).toHaveProperty('problem')
      }),
    )
  })

  it('never pass with two neighbours swapped', () => {
    fc.assert(
      fc.property(made, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1])
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
        expect(checkCreditCode(swapped)).toHaveProperty('problem')
      }),
    )
  })

  it('any text at all has an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (text) => {
        const answer = checkCreditCode(text)
        if ('problem' in answer) expect(answer.problem).toMatch(/位|请填写/)
        else expect(answer.code).toMatch(/^[0-9A-Z]{18}$/)
      }),
    )
  })
})
