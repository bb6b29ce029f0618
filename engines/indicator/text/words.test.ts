/** Words stand for one name each, even where titles repeat. */
import { expect, it } from 'vitest'
import { nameOf, wordOf } from './words.ts'

const titles = { a: '甲', b: '甲', c: 'd', d: '丁' }

it('a title comes before a name', () => {
  expect(nameOf('甲', titles)).toBe('a')
  expect(nameOf('b', titles)).toBe('b')
  expect(nameOf('d', titles)).toBe('c')
  expect(nameOf('toString', titles)).toBeUndefined()
})

it('a name is written so that it is read again', () => {
  for (const name of Object.keys(titles)) expect(nameOf(wordOf(name, titles), titles)).toBe(name)
  expect(wordOf('a', titles)).toBe('甲')
  expect(wordOf('b', titles)).toBe('b')
})
