/** What a changed scheme does to last year's data: who moves, in what, and by which items. */
import { describe, expect, it } from 'vitest'
import { whatIf } from './compare.ts'
import { sample } from './read/sample.ts'
import { schemeOf, subject } from './samples/scheme.ts'

const before = schemeOf()
/** The weights of the area and of visits exchanged for those of new firms and of the mechanism. */
const after = schemeOf(
  sample
    .replace('代码: sample-2025', '代码: sample-2026')
    .replace('权重: 30分', '权重: 10分')
    .replace(
      '权重: 20分\n        单位: 家\n        取数: {指标: new-enterprises',
      '权重: 40分\n        单位: 家\n        取数: {指标: new-enterprises',
    )
    .replace(
      /样例:[\s\S]*/,
      '样例:\n  - {名称: 无, 分组: buildings, 对象: [{名称: 楼, 数据: {空置率: 1%}, 专家: {运营服务: [9]}, 名次: 1}]}\n',
    ),
)

const one = (id: string, area: number, firms: number) =>
  subject(id, {
    values: { area, firms, late: 0, visits: 20, practice: 0, overdue: 0, red: 0 },
    targets: { area: 10 },
    experts: { mechanism: [100] },
  })
const subjects = [one('甲', 10, 5), one('乙', 7, 30)]

describe('the same data under another scheme', () => {
  const moved = whatIf(before, after, 'parks', subjects, 100_000_000)

  it('shows who moves in place, points, grade and reward', () =>
    expect(
      moved.subjects.map(({ id, before, after, moved }) => ({
        id,
        moved,
        places: [before.place, after.place],
        points: [before.points, after.points],
        grades: [before.grade, after.grade],
        awards: [before.award, after.award],
      })),
    ).toEqual([
      {
        id: '乙',
        moved: true,
        places: [2, 1],
        points: [910_000, 970_000],
        grades: ['良好', '优秀'],
        awards: [49_726_776, 53_591_160],
      },
      {
        id: '甲',
        moved: true,
        places: [1, 2],
        points: [920_000, 840_000],
        grades: ['优秀', '良好'],
        awards: [50_273_224, 46_408_840],
      },
    ]))

  it('says by which items, the greatest first', () => {
    expect(moved.subjects[0]!.items).toEqual([
      { code: 'firms', title: '新增企业', before: 200_000, after: 400_000 },
      { code: 'area', title: '使用面积', before: 210_000, after: 70_000 },
    ])
    expect(moved.subjects[0]!.sentence).toBe(
      '对象乙：第 2 名→第 1 名，91.00 分→97.00 分，“良好”→“优秀”，奖励 497,267.76 元→奖励 535,911.6 元；主要因“新增企业”＋20.00 分、“使用面积”－14.00 分',
    )
  })

  it('says of whom nothing changes that it does not', () => {
    const same = whatIf(before, before, 'parks', subjects)
    expect(same.subjects.map(({ moved, items, sentence }) => ({ moved, items, sentence }))).toEqual([
      { moved: false, items: [], sentence: '对象甲：没有变化' },
      { moved: false, items: [], sentence: '对象乙：没有变化' },
    ])
  })

  it('compares no rewards without a pot, nor where grades are open', () => {
    expect(whatIf(before, after, 'parks', subjects).subjects[0]!.before.award).toBeNull()
    const open = [one('甲', 10, 5), subject('乙')]
    const found = whatIf(before, after, 'parks', open, 100)
    expect(found.subjects.map(({ before, after }) => [before.award, after.award])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('tells an item only one of the schemes has', () => {
    const [group] = after.groups
    const without = { ...after, groups: [{ ...group!, extras: [] }] }
    const practiced = [{ ...one('甲', 10, 5) }, one('乙', 7, 30)]
    practiced[0]!.data = {
      ...practiced[0]!.data,
      values: { ...practiced[0]!.data.values, practice: { value: 1, source: '', missing: null } },
    }
    const [found] = whatIf(after, without, 'parks', practiced).subjects.filter(({ id }) => id === '甲')
    expect(found!.items).toContainEqual({ code: 'practice', title: '经验推广', before: 15_000, after: null })
    expect(found!.sentence).toContain('“经验推广”不再计分或待补')
  })
})
