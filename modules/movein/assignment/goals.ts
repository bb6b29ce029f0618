/** What an assignment strives for, all of it in points that can be weighed against each other. */
import type { Parts } from '#engines/allocation/match/options.ts'

export const goals = {
  placed: { title: '安置企业', about: '每安置一家计 100 分', weight: 10 },
  fit: { title: '匹配评分', about: '按匹配规则评出的分数', weight: 5 },
  rent: { title: '租金收入', about: '每月租金每 100 元计 1 分', weight: 2 },
  splits: { title: '减少拆分', about: '每多合并一个单元扣 10 分', weight: 2 },
  cluster: { title: '产业集聚', about: '楼内每有一家同产业企业计 5 分，最多计 10 家', weight: 2 },
} as const
export type Goal = keyof typeof goals
export const goalNames = Object.keys(goals) as [Goal, ...Goal[]] // the keys of the record, in its order

/** The solver reckons in whole tenths of points: sums are exact. */
export const tenths = 10

export const tenthsOf = ({ fit, rent, splits, cluster }: Parts): Record<Goal, number> => ({
  placed: 100 * tenths,
  fit,
  rent: Math.round((rent / 100) * tenths),
  splits: -10 * tenths * splits,
  cluster: 5 * tenths * Math.min(10, cluster),
})
