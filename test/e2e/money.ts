/** What a claim moves, in figures: the pot of a budget line, the claim itself, the sheet the treasury pays by. */
import { readFileSync } from 'node:fs'
import excel from 'exceljs'
import type { Demo } from './demo.ts'

type Pot = { line: string; amount: number; reserved: number; committed: number; paid: number; free: number }
/** What a pot holds, in 分. */
export async function potOf(demo: Demo, line: string): Promise<Pot> {
  const { lines } = await demo.told<{ lines: Pot[] }>('payout/funds', { year: 2025 })
  return lines.find((one) => one.line === line)!
}

type Claim = { status: string; number: string; computed: number; approved: number; submittedAt: string }
export const claimNow = async (demo: Demo, id: string) => (await demo.told<{ claim: Claim }>('claim/one', { id })).claim

/** Money as the sheet has it: its lines, their sum in the row named 合计, and where it goes. */
export async function totalIn(path: string) {
  const book = new excel.Workbook()
  await book.xlsx.load(readFileSync(path) as unknown as ArrayBuffer) // its types know no Buffer
  const cells = Array.from(book.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []))
  const head = cells.find((row) => row[0] === '编号')!
  const [amount, account] = ['金额（元）', '银行账号'].map((heading) => head.indexOf(heading)) as [number, number]
  const lines = cells.filter((row) => /^BK-.*-\d\d$/.test(String(row[0])))
  const total = cells.find((row) => row[0] === '合计')!
  return {
    lines: lines.map((row) => Number(row[amount])).sort((a, b) => a - b),
    total: Number(total[amount]),
    account: String(lines[0]![account]),
  }
}
