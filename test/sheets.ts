/** Spreadsheets as people fill them in, and their import step by step, for tests. */
import excel from 'exceljs'
import { importers } from '#modules/importers.ts'
import { modules } from '#modules/index.ts'
import { readIntake } from '#modules/intake/read.ts'
import { type Actor, machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { code, type Firms } from './firms.ts'
import { region } from './it.ts'

export type Cell = string | number | boolean | Date | null
export type Line = Record<string, Cell>

/** Headings are those of the first line, and of whatever the others have besides. */
export async function workbookOf(lines: Line[], { title }: { title?: string } = {}): Promise<Buffer> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('企业档案')
  const headings = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  if (title) {
    sheet.addRow([title])
    sheet.mergeCells(1, 1, 1, headings.length)
  }
  sheet.addRow(headings)
  for (const line of lines) sheet.addRow(headings.map((heading) => line[heading] ?? null))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Trade names far enough apart not to be taken for one another. */
const trade = ['云杉智造', '碧海通衢', '朗月司南', '青禾算略', '赤焰织网', '白鹭衡器', '玄武观澜']
export const nameOf = (n: number) =>
  `重庆${trade[n % trade.length]}${trade[Math.floor(n / trade.length) % trade.length]}软件有限公司`

/** The n-th enterprise of 天生街道 as one writes it into the sheet. */
export const lineOf = (n: number, rest: Line = {}): Line => ({
  统一社会信用代码: code(n),
  企业名称: nameOf(n),
  登记状态: '存续',
  企业类型: '有限责任公司',
  所在镇街: '天生街道',
  所在园城: '缙云园城',
  行业代码: '6513',
  来源: '新设立',
  落户日期: '2024-03-01',
  ...rest,
})

export const today = '2024-06-28'
const { intake } = modules

type Into = { ledger: 'enterprise' | 'filing'; day: string }

export const importing = (at: Pick<Firms, 'run' | 'play'>, { ledger, day }: Into = { ledger: 'enterprise', day: today }) => {
  const session: Session = { run: (actor, _, work) => at.run(actor, day, work) }
  const start = (who: Actor, bytes: Buffer, name = '企业.xlsx') =>
    at.play(who, day, intake.start, { ledger, file: { name, bytes } })
  const read = (id: string) => readIntake(session, machine(region), importers, id)
  const show = (who: Actor, id: string) => at.play(who, day, intake.show, { id })
  return {
    start,
    read,
    show,
    rows: async (who: Actor, id: string, kind: 'bad' | 'similar' | 'fresh' | 'changed' | 'same') =>
      (await at.play(who, day, intake.rows, { id, kind })).rows,
    commit: (who: Actor, id: string) => at.play(who, day, intake.commit, { id }),
    /** Uploaded and read: what there is to look at. */
    upload: async (who: Actor, lines: Line[] | Buffer, name?: string) => {
      const { id } = await start(who, Buffer.isBuffer(lines) ? lines : await workbookOf(lines), name)
      await read(id)
      return show(who, id)
    },
  }
}
