/** The words a definition is written and spoken of in, beside those of its periods, forms and dimensions. */
import type { TargetKind } from '../../progress/target-path.ts'
import type { LedgerField } from '../definition.ts'

export const directions = { up: '越高越好', down: '越低越好' } as const

export const natures: Record<LedgerField['nature'], string> = {
  tag: '分类',
  day: '日期',
  stock: '月末数',
  flow: '累计数',
  number: '数值',
}

export const targetKinds: Record<TargetKind, string> = {
  total: '总量',
  cumulative: '累计',
  new: '新增',
  'growth-per-year': '年均增长',
  share: '占比',
  'budget-per-year': '每年安排',
  qualitative: '定性',
}
