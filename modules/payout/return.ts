/** The bank's answer as a sheet: read line by line, and entered only when every row of it is right. */
import { z } from 'zod'
import { day, text } from '#platform/fields.ts'
import { inputColumnsOf, type Resolve } from '#platform/sheet/column.ts'
import { type BadCell, readTable, type TableRow } from '#platform/sheet/table.ts'
import type { Line } from './remit.ts'

const answer = z.object({
  number: text('编号', 60),
  status: text('状态', 20),
  voucher: text('凭证号', 80).nullable(),
  settledOn: day('到账日期').nullable(),
  failure: text('退票原因', 200).nullable(),
})

const arrived = ['已到账', '到账', '成功', '交易成功', '已支付', '支付成功']
const returned = ['退票', '失败', '交易失败', '退回', '支付失败']
const state: Resolve = (name) => {
  if (arrived.includes(name)) return { value: 'paid' }
  if (returned.includes(name)) return { value: 'failed' }
  return { problem: '请填写“已到账”或“退票”' }
}
const columns = inputColumnsOf(answer, undefined, { resolve: { status: state } })

export type Answer = { line: Line } & ({ paid: true; voucher: string; on: string } | { paid: false; failure: string })
export type Fault = { row: number; column: string; heading: string; problem: string }

/** Every row right, or all that is wrong in them by row and column. */
export async function readAnswers(
  file: { name: string; bytes: Uint8Array },
  lines: readonly Line[],
  today: string,
): Promise<{ answers: Answer[]; faults: Fault[] }> {
  const answers: Answer[] = []
  const faults: Fault[] = []
  const letters = new Map<string, string>()
  const headed = (found: Map<string, string>) => {
    for (const [key, letter] of found) letters.set(key, letter)
  }
  const options = { columns, name: file.name, headed }
  const seen = new Map<string, number>()
  for await (const read of readTable(Buffer.from(file.bytes), options)) {
    const wrong = (key: keyof typeof answer.shape, problem: string): Fault => ({
      ...{ row: read.row, column: letters.get(key) ?? '', heading: answer.shape[key].meta()?.title ?? '', problem },
    })
    const judged = judge(read, lines, seen, today, wrong)
    if ('line' in judged) answers.push(judged)
    else faults.push(...judged.faults)
  }
  return { answers, faults }
}

type Wrong = (key: keyof typeof answer.shape, problem: string) => Fault

function judge(
  { row, values, bad }: TableRow,
  lines: readonly Line[],
  seen: Map<string, number>,
  today: string,
  wrong: Wrong,
): Answer | { faults: Fault[] } {
  if (bad.length > 0) return { faults: bad.map((cell: BadCell) => ({ row, ...cell })) }
  const { number, status, voucher, settledOn, failure } = values as z.output<typeof answer>
  const line = lines.find((one) => one.number === number)
  if (!line) return { faults: [wrong('number', `本清单中没有编号“${number}”`)] }
  const before = seen.get(number)
  if (before !== undefined) return { faults: [wrong('number', `编号“${number}”与第 ${before} 行重复`)] }
  seen.set(number, row)
  if (line.status !== 'pending') return { faults: [wrong('number', `编号“${number}”已登记结果，不能重复登记`)] }
  if (status === 'failed')
    return failure ? { line, paid: false, failure } : { faults: [wrong('failure', '退票的请填写退票原因')] }
  if (!voucher) return { faults: [wrong('voucher', '已到账的请填写凭证号')] }
  if (settledOn && settledOn > today) return { faults: [wrong('settledOn', '到账日期不能晚于今天')] }
  return { line, paid: true, voucher, on: settledOn ?? today }
}
