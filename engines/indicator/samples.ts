/** Invented ledgers of every kind, and a plain definition to vary: what the tests of this engine speak of. */
import type { Definition, Ledger } from './definition.ts'

export const ledgers: Ledger[] = [
  {
    name: 'enterprise',
    title: '企业台账',
    time: 'standing',
    inUse: true,
    fields: {
      zone: { title: '园城', nature: 'tag' },
      street: { title: '镇街', nature: 'tag', tells: 'place' },
      industry: { title: '行业', nature: 'tag', options: { software: '软件业', design: '设计业' } },
      scaled: { title: '规上', nature: 'tag', tells: 'yes' },
      arrived: { title: '入驻日期', nature: 'day' },
      capital: { title: '注册资本', nature: 'number', unit: '元' },
    },
  },
  {
    name: 'copyright',
    title: '著作权台账',
    time: 'event',
    inUse: true,
    fields: { zone: { title: '园城', nature: 'tag' }, worth: { title: '评估价值', nature: 'number', unit: '元' } },
  },
  {
    name: 'monthly',
    title: '企业月报',
    time: 'monthly',
    inUse: true,
    fields: {
      zone: { title: '园城', nature: 'tag' },
      revenue: { title: '营业收入', nature: 'flow', unit: '元' },
      software: { title: '软件收入', nature: 'flow', unit: '元' },
      people: { title: '从业人员', nature: 'stock', unit: '人' },
    },
  },
  { name: 'lease', title: '租赁台账', time: 'standing', inUse: false, fields: { zone: { title: '园城', nature: 'tag' } } },
]

export const definition = (changes: Partial<Definition> = {}): Definition => ({
  code: 'enterprises',
  name: '企业数',
  version: 1,
  since: '2024-01-01',
  meaning: '在园城注册经营的企业数量',
  unit: '家',
  direction: 'up',
  period: 'as-of',
  form: 'amount',
  of: { ledger: 'enterprise', take: null, where: [] },
  over: null,
  baseline: null,
  dimensions: ['zone'],
  decimals: 0,
  keeper: '区经济信息委',
  target: null,
  ...changes,
})

export const counting = (ledger: string) => ({ ledger, take: null, where: [] })
export const taking = (ledger: string, take: string) => ({ ledger, take, where: [] })
