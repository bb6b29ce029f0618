/** A text that goes too deep is refused at its place before it is read; what people write is not. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchemes } from '../criteria/read.ts'
import { DefinitionFaults, readDefinitions } from '../indicator/text/read.ts'
import { tooDeep } from './nesting.ts'

const stairs = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')
const abysses: [string, string][] = [
  ['brackets', '['.repeat(9000)],
  ['brackets that are closed', `${'['.repeat(9000)}${']'.repeat(9000)}`],
  ['maps in maps', `${'{a: '.repeat(4000)}1${'}'.repeat(4000)}`],
  ['lists in lists', `${'- '.repeat(9000)}a`],
  ['keys of keys', `${'? '.repeat(9000)}a`],
  ['values of values', `${': '.repeat(9000)}a`],
  ['stairs', stairs],
]

describe('a text that goes too deep', () => {
  it.each(abysses)('is refused as a definition and as criteria: %s', (_, text) => {
    expect(tooDeep(text)).not.toBeNull()
    expect(() => readDefinitions(text, [])).toThrow(DefinitionFaults)
    expect(() => readDefinitions(text, [])).toThrow(/嵌套过深/)
    expect(readSchemes(text).flaws).toMatchObject([{ sentence: '嵌套过深，无法读取' }])
  })
})

it('nothing that is written goes too deep', () => {
  for (const folder of ['seed/indicators', 'seed/criteria'])
    for (const file of readdirSync(folder))
      expect([file, tooDeep(readFileSync(`${folder}/${file}`, 'utf8'))]).toEqual([file, null])
  expect(tooDeep('口径: 按[国标]计算，括号不成对也无妨 ]]]] [')).toBeNull()
})
