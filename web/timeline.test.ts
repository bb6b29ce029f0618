/** Journal entries read as Chinese sentences, with the words of the models. */
import { expect, test } from 'vitest'
import { changesOf, type Entry, sentenceOf } from './timeline.tsx'

const org = '11111111-1111-4111-8111-111111111111'
const names = new Map([[org, '区经济信息委']])
const entry = (given: Partial<Entry>): Entry => ({
  seq: 1,
  at: '2024-06-30T01:00:00Z',
  recordedAt: '2024-06-30T01:00:00Z',
  actor: 'p',
  actorName: '周科',
  role: 'office',
  org,
  action: 'work/submit',
  entity: 'report',
  rowId: 'r',
  operation: 'update',
  subject: 's',
  before: { status: 'draft', submitted_by: null },
  after: { status: 'submitted', submitted_by: '周科' },
  algorithm: 'sha256',
  hash: '',
  ...given,
})

test('a moved state is told as the step of its flow', () => {
  expect(sentenceOf(entry({}), names)).toBe('周科（区经济信息委）报送了月度进展')
})

test('a new row is told by its name', () => {
  const added = entry({ entity: 'measure', operation: 'insert', before: null, after: { title: '建台账', owner: org } })
  expect(sentenceOf(added, names)).toBe('周科（区经济信息委）新增了工作举措“建台账”')
  expect(changesOf(added, names).map(({ title, to }) => [title, to])).toEqual([
    ['举措', '建台账'],
    ['责任单位', '区经济信息委'],
  ])
})

test('changes carry the titles and words of the model, from and to', () => {
  expect(changesOf(entry({}), names)).toEqual([
    { column: 'status', title: '状态', from: '草稿', to: '已报送' },
    { column: 'submitted_by', title: '报送人', from: '空', to: '周科' },
  ])
})

test('columns that only place a row are left out, but not for the audit', () => {
  const moved = entry({ before: { region: '500109' }, after: { region: '500000' } })
  expect(changesOf(moved, names)).toEqual([])
  expect(changesOf(moved, names, true)).toHaveLength(1)
})

test('a sign-in is told by its result alone, without a part', () => {
  const signIn = entry({
    entity: 'sign_in',
    operation: 'insert',
    role: 'public',
    org: null,
    before: null,
    after: { event: 'refused' },
  })
  expect(sentenceOf(signIn, names)).toBe('周科登录失败')
})
