/** Figures of files: whole numbers survive, whatever unit they are written in; what would be lost is refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestNote } from '../../text/nearest.ts'
import { type NumberKind, scales } from '../fact.ts'
import { money, type Read, readDay, readFigure, rent, share } from './value.ts'

const measure = (kind: NumberKind, unit: string) => ({ title: '数', kind, unit })
const faultOf = (read: Read<unknown>) => ('fault' in read ? read.fault : null)

describe('a figure', () => {
  it.each([
    ['2000万元', money, 2_000_000_000],
    ['1.5亿元', money, 15_000_000_000],
    ['20,000.01 元', money, 2_000_001],
    ['２０００万元', money, 2_000_000_000],
    ['-3.5%', share, -35_000],
    ['12.3456%', share, 123_456],
    ['30元/平方米·月', rent, 3000],
    ['30.5元/㎡/月', rent, 3050],
    ['800', measure('area', '㎡'), 80_000],
    ['1.2万㎡', measure('area', '㎡'), 1_200_000],
    ['60人', measure('count', '人'), 60],
    ['12个月', measure('months', '个月'), 12],
  ])('%s is kept whole', (text, of, value) => expect(readFigure(text, of)).toEqual({ value }))

  it.each([
    ['很多', money, '“很多”不是金额的数值，应写作如 2000万元'],
    ['2000', money, '“2000”的单位应为元，应写作如 2000万元'],
    ['2000万', money, '“2000万”的单位应为元，应写作如 2000万元'],
    ['0.001元', money, '“0.001元”过细，金额最细到分'],
    ['0.15', share, '“0.15”的单位应为%，应写作如 15%'],
    ['10.5人', measure('count', '人'), '“10.5人”过细，数应为整数'],
    ['10家', measure('count', '人'), '“10家”的单位应为人，应写作如 10人'],
    ['9007199254740993元', money, '“9007199254740993元”过大，不是合理的金额'],
  ])('%s is refused', (text, of, fault) => expect(faultOf(readFigure(text, of))).toBe(fault))

  it('needs no unit in a table', () => {
    expect(readFigure('300000', money, true)).toEqual({ value: 30_000_000 })
    expect(readFigure('3', share, true)).toEqual({ value: 30_000 })
  })

  it('comes back to the last 分 from 元, 万元 and 亿元', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(['元', 2], ['万元', 6], ['亿元', 10]), (cents, [unit, places]) => {
        const digits = String(Math.abs(cents)).padStart((places as number) + 1, '0')
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}${unit}`
        expect(readFigure(text, money)).toEqual({ value: cents })
      }),
    )
  })

  it('survives in every kind as a whole number of its unit', () => {
    const units = { count: '人', money: '元', area: '㎡', share: '%', months: '个月', years: '年', score: '分', rent: '元/㎡·月' }
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(...(Object.keys(units) as NumberKind[])), (figure, kind) => {
        const value = kind === 'share' ? figure * 10_000 : figure * scales[kind]
        expect(readFigure(`${figure}${units[kind]}`, measure(kind, units[kind]))).toEqual({ value })
      }),
    )
  })
})

it('a day is one that exists', () => {
  expect(readDay('２０２４-02-29')).toEqual({ value: '2024-02-29' })
  for (const text of ['2023-02-29', '2024-2-9', '2024/02/09', '']) expect(faultOf(readDay(text))).toContain('不是日期')
})

it('the nearest title is told where one is near', () => {
  const titles = ['营业收入', '研发人员', '研发费用', '软件从业人员']
  expect(nearestNote('营收', titles)).toContain('营业收入')
  expect(nearestNote('研发经费', titles)).toContain('研发费用')
  expect(nearestNote('软件人员', titles)).toContain('软件从业人员')
  expect(nearestNote('碳排放', titles)).toBe('')
})
