/** The kinds of item on the workbench: their words, the tab each is under, and where a kind's items stand in the text. */
import type { Out } from '#web/client.ts'
import type { Mark } from './document/highlights.ts'

export type Whole = NonNullable<Out<'plan/show'>>
export type Plan = Whole['plan']

export const kinds = {
  goal: '发展目标',
  target: '目标',
  zone: '空间布局',
  group: '任务类别',
  task: '重点任务',
  safeguard: '保障措施',
} as const
export type Kind = keyof typeof kinds

export const tabs = {
  about: '基本信息',
  goal: '发展目标',
  target: '目标',
  direction: '重点方向',
  zone: '空间布局',
  task: '任务',
  safeguard: '保障措施',
  unit: '责任单位',
  warning: '解析提示',
  publish: '发布检查',
} as const
export type Tab = keyof typeof tabs

export const tabOf: Record<Kind | 'warning', Tab> = {
  goal: 'goal',
  target: 'target',
  zone: 'zone',
  group: 'task',
  task: 'task',
  safeguard: 'safeguard',
  warning: 'warning',
}

type Placed = { id: string; spanStart: number | null; spanEnd: number | null }

export const itemsOf = (whole: Whole): Record<Kind, readonly Placed[]> => ({
  goal: whole.goals,
  target: whole.targets,
  zone: whole.zones,
  group: whole.groups,
  task: whole.tasks,
  safeguard: whole.safeguards,
})

/** Every place in the text that something was read from. */
export function marksOf(whole: Whole): Mark[] {
  const items = Object.entries(itemsOf(whole)).flatMap(([kind, rows]) =>
    rows.flatMap(({ id, spanStart, spanEnd }) =>
      spanStart === null || spanEnd === null ? [] : [{ kind, id, start: spanStart, end: spanEnd }],
    ),
  )
  const warnings = whole.plan.warnings.flatMap(({ span }, at) =>
    span ? [{ kind: 'warning', id: `warning-${at}`, start: span[0], end: span[1] }] : [],
  )
  return [...items, ...warnings]
}

/** 2022—2025年 */
export const periodOf = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}年` : `${from}—${to}年`)
export const versionOf = ({ version }: { version: number }) => `第 ${version} 版`
