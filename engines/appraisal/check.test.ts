/** Files of schemes held against themselves: examples that come out otherwise, and codes used twice. */
import { expect, it } from 'vitest'
import { checkScheme, checkSchemes } from './check.ts'
import { sample } from './read/sample.ts'

function changed(from: string, to: string): string {
  expect(sample).toContain(from)
  return sample.replace(from, () => to)
}
const line = sample.split('\n').findIndex((text) => text.includes('名称: 两个园城')) + 1
const told = (text: string) => checkScheme(text).flaws.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`)

it('a scheme whose examples come out as told is taken', () => {
  const { scheme, flaws } = checkScheme(sample)
  expect(flaws).toEqual([])
  expect(scheme?.code).toBe('sample-2025')
})

it('whatever of an example comes out otherwise is told where the example stands', () => {
  const said = (sentence: string) => `${line}:5 样例“两个园城”中${sentence}`
  expect(told(changed('得分: 94.2分', '得分: 94分'))).toEqual([said('“甲”的得分应为 94.00 分，算得 94.20 分')])
  expect(told(changed('名次: 2', '名次: 1'))).toEqual([said('“乙”的名次应为第 1 名，算得第 2 名')])
  expect(told(changed('等次: 良好\n', '等次: 合格\n'))).toEqual([said('“乙”的等次应为“合格”，算得“良好”')])
  expect(told(changed('奖励: 550233.64元', '奖励: 55万元'))).toEqual([said('“甲”的奖励应为 55 万元，算得 550,233.64 元')])
  expect(checkScheme(changed('名次: 2', '名次: 1')).scheme).toBeNull()
})

it('what is missing in an example is told with it', () => {
  const flaws = told(
    changed('督办红牌: 0张}\n        专家: {工作机制: [90', '督办红牌: 0张}\n        专家: {工作机制: [90').replace(
      '按时报送: 1次, ',
      '',
    ),
  )
  expect(flaws).toContain(`${line}:5 样例“两个园城”中“甲”的得分应为 94.20 分，算得未定（甲“按时报送”：尚无数据）`)
  expect(flaws).toContain(
    `${line}:5 样例“两个园城”中“甲”的奖励应为 550,233.64 元，算得 0 元（还有 2 个对象的考核结果未定，暂不分配）`,
  )
})

it('a code belongs to one file, an indicator has to be known, and all is counted', () => {
  const files = ['a.yaml', 'b.yaml'].map((name) => ({ name, text: sample }))
  const checked = checkSchemes(files)
  expect(checked).toMatchObject({ files: 2, items: 14, examples: 4 })
  expect(checked.flaws).toEqual([{ file: 'b.yaml', line: 1, column: 1, sentence: '考核办法代码“sample-2025”已用于 a.yaml' }])
  expect(checkSchemes(files.slice(0, 1), ['vacancy']).flaws.every(({ file }) => file === 'a.yaml')).toBe(true)
  expect(checkSchemes(files.slice(0, 1), ['vacancy']).flaws).not.toEqual([])
})
