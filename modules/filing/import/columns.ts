/** The sheet a month's reports are imported by: whose report of which month, its cells, and why they are unusual. */
import { creditCode } from '#modules/enterprise/import/columns.ts'
import { enterprise } from '#modules/enterprise/model.ts'
import { entity, text } from '#platform/fields.ts'
import { inputColumnsOf } from '#platform/sheet/column.ts'
import { cells, filing } from '../model.ts'

export const imported = entity('imported_filing', '运行监测报表', {
  creditCode,
  name: enterprise.shape.name.nullable(),
  month: filing.shape.month,
  ...cells,
  /** One for all cells that ask for a reason. */
  explanation: text('情况说明', 500).nullable(),
})
export type ImportedKey = keyof typeof imported.shape

export const columns = inputColumnsOf(imported)

export const examples: { [key in ImportedKey]?: string } = {
  creditCode: '91500109MA5U000000（18 位，按营业执照填写）',
  name: '重庆云溪软件有限公司',
  revenue: '1200000（1月起累计）',
  headcount: '35（月末数）',
  explanation: '验收两个项目，收入集中确认',
}
