/** A table of firms: cut into records whatever pieces it comes in, every bad cell told, what is empty not known. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Csv } from './csv.ts'
import { readPolicy } from './policy.ts'
import { sample } from './sample.ts'
import { readColumns, readFirm } from './table.ts'

function records(pieces: readonly string[]) {
  const csv = new Csv()
  const all = pieces.flatMap((piece) => csv.feed(piece))
  const { record, open } = csv.end()
  expect(open).toBe(false)
  return record ? [...all, record] : all
}

describe('values separated by commas', () => {
  it('are cut at commas and line ends that stand outside quotes', () => {
    expect(records(['\uFEFF企业,备注\r\n甲,"一,""二""\n三"\r\n\r\n乙,'])).toEqual([
      { line: 1, cells: ['企业', '备注'] },
      { line: 2, cells: ['甲', '一,"二"\n三'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['乙', ''] },
    ])
  })

  it('come out as they went in, whatever pieces they come in', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '1', ',', '"', '\n', '。') }).map((text) => text.trim())
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.array(fc.nat(200), { maxLength: 5 }), (rows, cuts) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        const places = [0, ...cuts.filter((at) => at < text.length).sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((at, index) => text.slice(places[index]!, at))
        expect(records(pieces).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })

  it('tell a quote that is never closed', () => {
    const csv = new Csv()
    csv.feed('企业\n"甲')
    expect(csv.end()).toMatchObject({ open: true, record: { line: 2 } })
  })
})

describe('a table of firms', () => {
  const policies = [readPolicy(sample).policy!]
  const heading = (...cells: string[]) => readColumns({ line: 1, cells }, policies)
  const titles = ['企业', '软件从业人员', '营业收入', '注册地在本区', '落户日期', '认证等级']
  const { columns } = heading(...titles)
  const firm = (...cells: string[]) => readFirm({ line: 3, cells }, columns, '表.csv')

  it('is headed by the firm and facts, of the ledgers or of a policy', () => {
    expect(heading(...titles).flaws).toEqual([])
    expect(heading('名称', '营收', '落户日期', '落户日期').flaws).toEqual([
      { line: 1, column: 1, sentence: '第一列应为“企业”或“统一社会信用代码”，现为“名称”' },
      { line: 1, column: 2, sentence: '没有名为“营收”的事实，是否指“营业收入”？' },
      { line: 1, column: 4, sentence: '“落户日期”一列重复' },
    ])
  })

  it('has values as files have them, or plain figures in the unit of the fact', () => {
    const { facts, flaws } = firm('甲', '60人', '300000', '是', '', '四级')
    expect(flaws).toEqual([])
    expect(Object.entries(facts).map(([title, { value, source }]) => [title, value, source])).toEqual([
      ['软件从业人员', 60, '表.csv 第 3 行'],
      ['营业收入', 30_000_000, '表.csv 第 3 行'],
      ['注册地在本区', true, '表.csv 第 3 行'],
      ['认证等级', '四级', '表.csv 第 3 行'],
    ])
  })

  it('tells each bad cell by line and column, and does not know it', () => {
    const { facts, flaws } = firm('', '六十', '30万元', '有', '2024-02-30', '九级', '多')
    expect(Object.keys(facts)).toEqual(['营业收入'])
    expect(flaws).toEqual([
      { line: 3, column: 1, sentence: '没有写明企业' },
      { line: 3, column: 7, sentence: '共 7 格，多于表头的 6 列' },
      { line: 3, column: 2, sentence: '“六十”不是软件从业人员的数值，应写作如 10人' },
      { line: 3, column: 4, sentence: '“有”应写作“是”或“否”' },
      { line: 3, column: 5, sentence: '“2024-02-30”不是日期，应写作如 2024-06-30' },
      { line: 3, column: 6, sentence: '认证等级没有“九级”这一取值，可用：三级、四级、五级，是否指“三级”？' },
    ])
  })
})
