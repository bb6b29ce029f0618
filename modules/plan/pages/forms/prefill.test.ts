import { describe, expect, it } from 'vitest'
import { figured, headed } from './prefill.ts'

describe('words selected for a passage', () => {
  it.each([
    ['（二）能力提升。到期建成。', { number: '（二）', title: '能力提升', text: '到期建成。' }],
    ['3.做好服务。把政策讲清楚。', { number: '3', title: '做好服务', text: '把政策讲清楚。' }],
    ['支持企业上市，加强辅导', { number: null, title: '支持企业上市', text: '支持企业上市，加强辅导' }],
    ['一句话', { number: null, title: '一句话', text: '一句话' }],
  ])('%s', (words, parts) => expect(headed(words)).toEqual(parts))
  it('nothing selected says nothing', () => expect(headed(undefined)).toBeUndefined())
})

describe('words selected for a target', () => {
  it.each([
    ['到2025年，盘活楼宇19万平方米', { subject: '盘活楼宇', year: 2025, quantity: { value: 190_000, upper: null, unit: '㎡' } }],
    ['力争占比超过10%', { subject: '占比', year: null, quantity: { value: 0.1, upper: null, unit: '%' } }],
    ['建成特色园1-2个', { subject: '建成特色园', year: null, quantity: { value: 1, upper: 2, unit: '个' } }],
    ['影响力显著提升。', { subject: '影响力显著提升', year: null, quantity: null }],
  ])('%s', (words, parts) => expect(figured(words)).toEqual(parts))
})
