import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Whole } from '../kinds.ts'
import { cutShared, difference } from './difference.ts'

const at = { plan: 'p', ordinal: 0, spanStart: null, spanEnd: null }
const plan = { title: '方案', documentNumber: null, issuer: null, issuedOn: null, from: 2022, to: 2025 }
const lists = { directions: ['甲'], workingGroups: [], copiedTo: [] }
const goal = (key: string, title: string) => ({ ...at, id: key, key, number: '（一）', title, text: `${title}的内容` })
const target = { ...at, id: 't', key: 't', subject: '营收', comparator: '>=', value: 1e10, upper: null, unit: '元' }
const target2 = { kind: 'total', year: 2025, scope: [], keeper: null, owners: [], baselineValue: null }
const task = { ...at, id: 'k1', key: 'k', number: '1', title: '任务', text: '内容', taskGroup: null }
const unit = (printed: string, org: string | null, duty: string) => ({ task: 'k1', printed, org, duty, ordinal: 0 })

/** As much of a plan as is compared. */
const whole = (part: object) =>
  ({
    plan: { ...plan, ...lists },
    goals: [],
    targets: [],
    zones: [],
    groups: [],
    tasks: [],
    safeguards: [],
    units: [],
    ...part,
  }) as unknown as Whole
const between = (before: object, after: object) => difference(whole(before), whole(after), (id) => `单位${id}`)

describe('differences', () => {
  it('of a plan to itself are none', () => {
    const full = { goals: [goal('a', '目标甲')], targets: [{ ...target, ...target2 }], tasks: [task] }
    expect(between(full, full)).toEqual([])
  })

  it('follow items by their keys, whatever their ids', () => {
    const before = { goals: [goal('a', '目标甲'), goal('b', '目标乙'), goal('c', '目标丙')] }
    const after = {
      goals: [{ ...goal('a', '目标甲'), id: 'other' }, { ...goal('c', '目标丙'), title: '改名' }, goal('d', '目标丁')],
    }
    expect(between(before, after).map(({ what, key, fields }) => [what, key, fields])).toEqual([
      ['changed', 'c', [{ title: '标题', before: '目标丙', after: '改名' }]],
      ['added', 'd', []],
      ['dropped', 'b', []],
    ])
  })

  it('say figures as people write them', () => {
    const [change] = between({ targets: [{ ...target, ...target2 }] }, { targets: [{ ...target, ...target2, value: 1.6e10 }] })
    expect(change?.fields).toEqual([{ title: '目标值', before: '不低于 100亿元', after: '不低于 160亿元' }])
  })

  it('tell responsible units by name, duty and meaning', () => {
    const before = { tasks: [task], units: [unit('区科技局', null, 'lead')] }
    const after = {
      tasks: [task],
      units: [unit('区科技局', null, 'lead'), unit('园城公司', '2', 'partner'), unit('园城公司', '1', 'partner')],
    }
    expect(between(before, after)[0]?.fields).toEqual([
      { title: '责任单位', before: '牵头 区科技局', after: '牵头 区科技局、园城公司（单位1、单位2）' },
    ])
  })

  it('come in the order of the document, particulars first', () => {
    const after = { plan: { ...plan, ...lists, to: 2026 }, tasks: [task], goals: [goal('a', '目标甲')] }
    expect(between({}, after).map(({ kind }) => kind)).toEqual(['plan', 'goal', 'task'])
  })
})

it('two texts are their shared ends and what differs between, which overlaps nothing', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '乙') }),
      fc.string({ unit: fc.constantFrom('甲', '乙') }),
      (before, after) => {
        const [head, removed, added, tail] = cutShared(before, after)
        expect([head + removed + tail, head + added + tail]).toEqual([before, after])
        if (before !== after) expect(removed[0]).not.toBe(added[0] ?? null)
      },
    ),
  ))
