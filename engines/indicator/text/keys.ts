/** The keys a definition is written with, and what their values must be, in the words of a refusal. */

export const keys = {
  code: '代码',
  name: '名称',
  theme: '主题',
  version: '版本',
  since: '生效',
  meaning: '口径',
  unit: '单位',
  direction: '方向',
  period: '期间',
  form: '算法',
  of: '取数',
  over: '占比母数',
  baseline: '基期',
  dimensions: '维度',
  decimals: '小数',
  keeper: '责任单位',
  target: '对应目标',
} as const

export const measureKeys = { ledger: '台账', take: '字段', where: '条件' } as const
export const conditionKeys = { field: '字段', is: '属于', yes: '为', atLeast: '不低于', below: '低于' } as const
export const targetKeys = { subject: '指标', kind: '类型', year: '年份' } as const

/** Every key by its English name; the same name is the same word wherever it stands. */
export const keyWords: Record<string, string> = { ...keys, ...measureKeys, ...conditionKeys, ...targetKeys }

export const demands: Record<string, string> = {
  code: '应为 2 至 61 个小写英文字母、数字或连字符，以字母开头',
  name: '应为 1 至 60 个字',
  theme: '应为 1 至 20 个字',
  version: '应为正整数',
  since: '应为日期，如 2025-01-01',
  meaning: '应为 1 至 1000 个字',
  unit: '不能超过 20 个字',
  baseline: '应为日期，如 2024-12-31',
  decimals: '应为 0 至 6 的整数',
  keeper: '应为 1 至 60 个字',
  year: '应为年份，如 2027',
  is: '至少应列出一项',
}
