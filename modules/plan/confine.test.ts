/** Whatever a document says can be stored and shown again. */
import { expect, it } from 'vitest'
import { confine } from './confine.ts'
import { plan, target, task } from './model.ts'

it('words are cut to what their field holds, and what is left is whole text', () => {
  const row = confine(task, { title: `${'题'.repeat(499)}😀尾`, text: '文', number: '一'.repeat(30) })
  expect(row.title).toHaveLength(500)
  expect(row.title.isWellFormed()).toBe(true)
  expect(row.number).toBe('一'.repeat(20))
  expect(confine(task, { title: '  ' }).title).toBe('（无标题）')
})
it('lists are cut in each word and in their number', () => {
  const { scope } = confine(target, { scope: ['长'.repeat(600), '  ', ...Array.from({ length: 600 }, () => '园区')] })
  expect(target.shape.scope.safeParse(scope).success).toBe(true)
  expect(scope[0]).toHaveLength(500)
})
it('figures and days out of range are left open; what fits is left alone', () => {
  expect(confine(target, { value: 1e30, year: 2150 })).toEqual({ value: null, year: null })
  expect(confine(plan, { issuedOn: '0022-01-05' })).toEqual({ issuedOn: null })
  const fine = { subject: '新增企业', value: 750, year: 2025, scope: ['全区'] }
  expect(confine(target, fine)).toEqual(fine)
})
