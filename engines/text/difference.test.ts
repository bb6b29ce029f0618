/** Differences between two texts: told in as few lines as can be, and both texts can be read back from them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, excerpt } from './difference.ts'

const lines = (words: string) => [...words].join('\n')
const told = (before: string, after: string) =>
  difference(lines(before), lines(after))
    .filter(({ is }) => is !== 'same')
    .map(({ is, text, before, after }) => `${is}${before ?? after}${text}`)

describe('a difference', () => {
  it('tells what was taken out before what was put in, each with its line', () => {
    expect(told('abcd', 'abxd')).toEqual(['out3c', 'in3x'])
    expect(told('abc', 'abc')).toEqual([])
    expect(told('abc', 'abbc')).toEqual(['in3b'])
  })

  it('holds both texts, in their order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }).map((of) => of.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = difference(before, after)
        const side = (left: 'out' | 'in') => changes.filter(({ is }) => is !== left)
        expect([
          side('in')
            .map(({ text }) => text)
            .join('\n'),
          side('out')
            .map(({ text }) => text)
            .join('\n'),
        ]).toEqual([before, after])
        expect(side('in').map((one) => one.before)).toEqual(before.split('\n').map((_, i) => i + 1))
        expect(side('out').map((one) => one.after)).toEqual(after.split('\n').map((_, i) => i + 1))
      }),
    )
  })

  it('is shown with the lines around it, the rest left out', () => {
    const shown = excerpt(difference(lines('abcdefghij'), lines('abcdeXghij')), 1)
    expect(shown.map((one) => one && `${one.is}${one.text}`)).toEqual([null, 'samee', 'outf', 'inX', 'sameg', null])
    expect(excerpt(difference('a', 'a'))).toEqual([])
  })
})
