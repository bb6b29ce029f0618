/** Parameters of every file of the library: each is where it says it is, and changing one changes nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeParameters, parametersOf } from './parameters.ts'
import { readPolicy } from './read/policy.ts'

const folder = new URL('../../seed/policies/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const demo = textOf('demo-measures.yaml')
const changed = (text: string, id: string, to: string) => {
  const after = changeParameters(text, [{ id, to }])
  if ('fault' in after) throw new Error(after.fault)
  return after
}

describe('parameters', () => {
  it('are named after their condition, step or cap', () => {
    const rent = parametersOf(demo).filter(({ clause }) => clause === 'rent')
    expect(rent.map(({ group, title, written }) => [group, title, written])).toEqual([
      ['条件', '从业人员 · 不低于', '10人'],
      ['条件', '租赁年度 · 不高于', '3年'],
      ['金额', '面积补贴 · 面积 · 第 1 项（从业人员 × 10㎡）', '10㎡'],
      ['金额', '面积补贴 · 面积 · 第 3 项', '1000㎡'],
      ['金额', '面积补贴 · 单价 · 50 人及以上 · 适用 · 从业人员 · 不低于', '50人'],
      ['金额', '面积补贴 · 单价 · 50 人及以上 · 单价', '30元/㎡·月'],
      ['金额', '面积补贴 · 单价 · 不足 50 人 · 单价', '20元/㎡·月'],
      ['上限', '每企业每年', '30万元'],
      ['上限', '全部企业每年', '2000万元'],
      ['年限', '年限', '3'],
    ])
  })

  it.each(files)('of %s stand where they say they do, each under an id of its own', (name) => {
    const text = textOf(name)
    const all = parametersOf(text)
    expect(all.filter(({ from, to, written }) => text.slice(from, to) !== written)).toEqual([])
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it.each(files)('of %s put back as they are give the same text', (name) => {
    const text = textOf(name)
    const same = parametersOf(text).map(({ id, number, written }) => ({ id, to: number === null ? written : String(number) }))
    expect(changeParameters(text, same)).toEqual({ text, changes: [] })
  })

  it('changed one by one differ there and nowhere else, and the file is still read', () => {
    const figures = parametersOf(demo).filter(({ number }) => number !== null)
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.integer({ min: 1, max: 9 }), (one, more) => {
        const { text } = changed(demo, one.id, String(one.number! + more))
        expect(text.slice(0, one.from)).toBe(demo.slice(0, one.from))
        expect(text.endsWith(demo.slice(one.to))).toBe(true)
        expect(parametersOf(text).find(({ id }) => id === one.id)?.number).toBe(one.number! + more)
      }),
      { numRuns: 40 },
    )
  })

  it('reach the clause: a higher cap is the cap of the clause', () => {
    const { text, changes } = changed(demo, '条款.0.上限.每企业每年', '45')
    expect(readPolicy(text).policy!.clauses[0]!.caps[0]).toEqual({ scope: 'year', amount: 45_000_000 })
    expect(changes).toEqual([{ clause: 'rent', what: '每企业每年', from: '30万元', to: '45万元' }])
  })

  it('refuse what is no figure, no day, or no parameter', () => {
    expect(changeParameters(demo, [{ id: '条款.0.上限.每企业每年', to: '很多' }])).toEqual({
      fault: '“每企业每年”应填写不带单位的数值',
    })
    expect(changeParameters(demo, [{ id: '条款.9', to: '1' }])).toEqual({ fault: '条款文件中没有这个参数，请刷新后重新调整' })
    const [first] = parametersOf(demo).filter(({ number }) => number === null)
    expect(changeParameters(demo, [{ id: first!.id, to: '3' }])).toEqual({ fault: `“${first!.title}”应填写日期` })
  })
})
