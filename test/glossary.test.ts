/** Every module, entity and state has its word in the glossary, and no English word means two things. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { flows, modules } from '#modules/index.ts'
import { roles } from '#platform/context.ts'
import { definitions } from '#platform/table.ts'

const pairs = readFileSync('GLOSSARY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.includes('---') && !line.includes('中文'))
  .flatMap((line) => {
    const [, chinese, english, , chinese2, english2] = line.split('|').map((cell) => cell.trim())
    return [
      [chinese, english],
      [chinese2, english2],
    ] as [string, string][]
  })
  .flatMap(([chinese, english]) => {
    const words = english.split(' / ')
    return chinese.split(' / ').map((term, i) => [term, words[i] ?? words[0]!] as const)
  })
const words = new Set(pairs.map(([, english]) => english))

it('lists every module', () =>
  expect(Object.keys(modules).filter((name) => !['work'].includes(name) && !words.has(name))).toEqual([]))
it('lists every entity', () => expect(definitions.map(({ name }) => name).filter((name) => !words.has(name))).toEqual([]))
it('lists every state of every flow', () =>
  expect(flows.flatMap(({ states }) => Object.keys(states)).filter((state) => !words.has(state))).toEqual([]))
it('lists every role', () => expect(Object.keys(roles).filter((role) => !words.has(role))).toEqual([]))
it('says no English word and no Chinese term twice', () => {
  const twice = (all: string[]) => all.filter((word, i) => all.indexOf(word) !== i)
  expect(twice(pairs.map(([, english]) => english))).toEqual([])
  expect(twice(pairs.map(([chinese]) => chinese))).toEqual([])
})
