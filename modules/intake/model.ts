/** Import of a spreadsheet into a ledger: read, checked cell by cell, looked at, then committed whole or not at all. */
import { z } from 'zod'
import { count, entity, instant, oneOf, ref, structure, text } from '#platform/fields.ts'

export const ledgers = {
  enterprise: '企业档案',
  filing: '运行监测报表',
  building: '楼宇台账',
  unit: '楼宇单元',
} as const
export const intakeStates = {
  reading: '正在读取',
  checked: '待提交',
  committing: '正在提交',
  committed: '已提交',
  discarded: '已放弃',
  failed: '未能读取',
} as const

export const intake = entity('intake', '表格导入', {
  ledger: oneOf('台账', ledgers),
  status: oneOf('状态', intakeStates),
  file: ref('文件', 'file'),
  fileName: text('文件名', 255),
  org: ref('导入单位', 'org'),
  startedBy: text('导入人', 40),
  startedAt: instant('开始时间'),
  /** Rows read so far, and of those: with bad cells, like others, new, changing a present row. */
  total: count('行数', '行'),
  bad: count('有误', '行'),
  similar: count('疑似重复', '行'),
  fresh: count('新增', '行'),
  changed: count('更新', '行'),
  /** Rows committed so far. */
  done: count('已提交', '行'),
  /** Columns of the sheet that mean nothing here. */
  ignored: structure('未识别的列', z.array(z.string())),
  /** Why it could not be read, or what to mind. */
  message: text('说明', 1000).nullable(),
  finishedAt: instant('完成时间').nullable(),
})

export const badCell = z.object({ column: z.string(), heading: z.string(), key: z.string(), problem: z.string() })

/** A row of the sheet between reading and committing. */
export const intakeRow = entity('intake_row', '导入行', {
  intake: ref('导入', 'intake'),
  row: count('行号', ''),
  values: structure('数据', z.record(z.string(), z.unknown())),
  bad: structure('问题', z.array(badCell)),
  /** The present row it would change. */
  present: z.uuid().meta({ title: '已有记录', storage: 'uuid' }).nullable(),
  /** Rows of the ledger or the sheet with a name much like its own. */
  similar: structure('相近记录', z.array(z.object({ name: z.string(), where: z.string() }))),
  /** What a person decided about a row like others. */
  skip: z.boolean().meta({ title: '不导入', storage: 'boolean' }),
})

/** What a row would do: a row that would change nothing is skipped from the start. */
export const rowKinds = { bad: '有误', similar: '疑似重复', fresh: '新增', changed: '更新', same: '无变化' } as const
