/** The life of a plan version. A published version is immutable; what changes is a new version. */
import { flow } from '#platform/flow.ts'

export const states = { draft: '草稿', published: '现行', revised: '已修订', closed: '已结束' } as const

export const planFlow = flow('行动方案版本', states, {
  publish: { label: '发布', by: ['office'], from: ['draft'], to: 'published' },
  /** Happens to the old version when its next one is published. */
  revise: { label: '修订', by: ['office'], from: ['published'], to: 'revised' },
  close: { label: '结束', by: ['office'], from: ['published'], to: 'closed' },
})
