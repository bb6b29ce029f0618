/** The list as finance takes it: numbers of accounts as text, sums to the 分, the total in capitals. */
import { inCapitals } from '#engines/lease/capital.ts'
import { potNames } from '#engines/policy/policy.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import type { Line } from './remit.ts'
import type { RemittanceRow } from './rights.ts'

type Shown = Pick<Line, 'number' | 'payee' | 'holder' | 'bank' | 'accountNumber' | 'amount' | 'claimNumber' | 'title' | 'line'>
type Row = Shown | { total: number }

const told = (show: (line: Shown) => string | null) => (row: Row) => ('total' in row ? null : show(row))
const columns: Column<Row>[] = [
  { heading: '编号', width: 18, value: (row) => ('total' in row ? '合计' : row.number) },
  { heading: '收款人', width: 30, value: told(({ payee }) => payee) },
  { heading: '户名', width: 30, value: told(({ holder }) => holder) },
  { heading: '开户银行', width: 28, value: told(({ bank }) => bank) },
  { heading: '银行账号', width: 26, value: told(({ accountNumber }) => accountNumber) },
  {
    heading: '金额（元）',
    width: 18,
    format: 'money',
    value: (row) => ('total' in row ? row.total : row.amount) / 100,
  },
  { heading: '资金', width: 8, value: told(({ line }) => line && potNames[line]) },
  { heading: '兑现事项', width: 16, value: told(({ claimNumber }) => claimNumber) },
  { heading: '用途', width: 26, value: told(({ title }) => title) },
  // Filled in by whoever pays, and read back from the same sheet.
  ...['状态', '凭证号', '到账日期', '退票原因'].map((heading) => ({ heading, width: 14, value: () => null })),
]

export async function listSheet({ number, madeOn, by }: RemittanceRow, lines: readonly Line[]): Promise<Buffer> {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  return sheetBuffer<Row>({
    title: '软件和信息服务业政策兑现资金拨付清单',
    note: `清单编号：${number}　制单日期：${madeOn}　共 ${lines.length} 笔`,
    columns,
    rows: [...lines, { total }],
    foot: [
      `合计金额（大写）：${inCapitals(total / 100)}`,
      `制单：${by}　　　　复核：　　　　　　单位负责人：　　　　　　（盖章）`,
      '状态请填写“已到账”或“退票”；已到账的填写凭证号，退票的填写退票原因，填好后在系统中导入。',
    ],
  })
}
