/** Industry codes: what exists is named, what is no code is refused. */
import { describe, expect, it } from 'vitest'
import { divisionOf, divisions, industries, industryName, isIndustryCode, isSoftware } from './industry.ts'

describe('an industry code', () => {
  it('is named within section I, and allowed outside it', () => {
    expect(industryName('6513')).toBe('应用软件开发')
    expect(industryName('7320')).toBe('其他行业（7320）')
    expect(divisionOf('7320')).toBe('73')
  })

  it.each(['651', '65130', '6533', '六五一三', ''])('%s is none', (code) => {
    expect([isIndustryCode(code), divisionOf(code), industryName(code), isSoftware(code)]).toEqual([false, null, null, false])
  })

  it('is software in division 65 alone', () => {
    expect(['6311', '6450', '6511', '6599', '7320'].filter(isSoftware)).toEqual(['6511', '6599'])
  })

  it('of the list lies in a division of the list, under a name of its own', () => {
    expect(Object.keys(industries).filter((code) => !(divisionOf(code)! in divisions))).toEqual([])
    expect(new Set(Object.values(industries)).size).toBe(Object.keys(industries).length)
  })
})
