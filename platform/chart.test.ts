/** Charts on paper: what they say stands in them, they are the same each time, and Chinese is drawn without a font of the machine. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure, scaleOf } from './chart/scale.ts'
import { barChart, lineChart, pngOf } from './chart.ts'

const months = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03']
const revenue = { name: '规上企业营业收入', values: [1.2e9, null, 2e9, 2.55e9] }
const due = { name: '应达值', values: [1.1e9, 1.5e9, 2e9, 2.43e9], dashed: true }
const two = () => lineChart({ title: '营业收入', months, series: [revenue, due], unit: '元' })
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('a line chart', () => {
  it('names its title, lines, unit and months, the year under the first month and under January', () => {
    const texts = textsOf(two().svg)
    for (const text of ['营业收入', '规上企业营业收入', '应达值', '单位：亿元', '11月', '2024年', '1月', '2025年', '2月']) {
      expect(texts).toContain(text)
    }
    expect(texts.filter((text) => text?.endsWith('年'))).toEqual(['2024年', '2025年'])
  })

  it('tells the latest figure of a solid line, not of a dashed one', () => {
    const texts = textsOf(two().svg)
    expect(texts).toContain('25.5')
    expect(texts.filter((text) => text === '24.3' || text === '12')).toEqual([])
  })

  it('breaks at a gap, and dashes what is asked for', () => {
    const drawn = (values: (number | null)[]) => lineChart({ months, series: [{ name: '企业', values }], unit: '家' }).svg
    const piecesOf = (svg: string) => {
      const line = [...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]* stroke="#1d5aa6"/g)][0]
      return line![1]!.match(/M/g)!.length
    }
    expect(piecesOf(drawn([1, 2, 3, 4, 5]))).toBe(1)
    expect(piecesOf(drawn([1, 2, null, 4, 5]))).toBe(2)
    expect(drawn([1, 2])).not.toContain('stroke-dasharray')
    expect(two().svg).toContain('stroke-dasharray')
  })

  it('labels quarters only when months are many, the year under the first of them', () => {
    const many = Array.from({ length: 36 }, (_, at) => {
      const month = at + 1
      return `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    })
    const texts = textsOf(
      lineChart({ months: many, series: [{ name: '企业', values: many.map((_, at) => at) }], unit: '家' }).svg,
    )
    expect(texts.filter((text) => text?.endsWith('月'))).toHaveLength(12)
    expect(texts.filter((text) => text?.endsWith('年'))).toEqual(['2023年', '2024年', '2025年', '2026年'])
  })

  it('says so when there is nothing to draw', () => {
    expect(two().svg).not.toContain('暂无数据')
    expect(lineChart({ months, series: [{ name: '收入', values: [null, null] }], unit: '元' }).svg).toContain('暂无数据')
  })
})

describe('a bar chart', () => {
  it('writes each figure beside its bar, a dash for what is not known, and grows with its names', () => {
    const three = barChart({ names: ['蔡家智慧新城', '水土新城', '温泉谷'], values: [123_400, null, 0], unit: '㎡' })
    expect(textsOf(three.svg)).toEqual(
      expect.arrayContaining(['蔡家智慧新城', '水土新城', '温泉谷', '12.34', '—', '0', '单位：万㎡']),
    )
    expect(three.height).toBeGreaterThan(barChart({ names: ['蔡家'], values: [1], unit: '家' }).height)
  })

  it('holds any name a person can type', () => {
    const { svg } = barChart({ names: ['<b>“甲”&乙'], values: [1], unit: '家' })
    expect(svg).toContain('&lt;b&gt;')
    expect(svg).not.toContain('<b>')
  })
})

it('the same figures give the same drawing', () => expect(two().svg).toBe(two().svg))

describe('the scale', () => {
  it.each([
    [99_999, '元', '元', '99,999'],
    [100_000, '㎡', '万㎡', '10'],
    [12_345_678_900, '元', '亿元', '123.46'],
    [0.0825, '%', '%', '8.25'],
  ])('%d %s is written in %s: %s', (value, unit, shown, written) => {
    const scale = scaleOf([value, null], unit)
    expect([scale.unit, figure(value, scale)]).toEqual([shown, written])
  })

  it('is that of the largest value, however negative', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 })), (small) => {
        expect(scaleOf([...small, -2e8], '元').unit).toBe('亿元')
        expect(scaleOf(small, '元').unit).toBe('元')
      }),
    )
  })
})

describe('as a picture', () => {
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

  it('has 300 dots to the inch', async () => {
    const drawing = two()
    const [width, height] = sizeOf(await pngOf(drawing))
    expect(width).toBe(Math.round((drawing.width / 25.4) * 300))
    expect(Math.abs(height! - (drawing.height / 25.4) * 300)).toBeLessThan(5)
  })

  it('draws Chinese with the font it brings along: characters differ, unless the font has none of them', async () => {
    const named = async (name: string) => (await pngOf(barChart({ names: [name], values: [1], unit: '家' }))).toString('base64')
    const [one, other, unknown, alsoUnknown] = await Promise.all(['北碚', '缙云', '\uE000\uE001', '\uE002\uE003'].map(named))
    expect(unknown).toBe(alsoUnknown)
    expect(new Set([one, other, unknown]).size).toBe(3)
  })
})
