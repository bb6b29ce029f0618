/** How long reading a sheet of 100,000 rows and 22 columns takes, and its memory, beside merely inflating and scanning the same bytes. */
import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import excel from 'exceljs'
import type { z } from 'zod'
import { amount, day, entity, oneOf, text, yes } from '#platform/fields.ts'
import { openBook, type Source } from '#platform/sheet/book.ts'
import { inputColumnsOf } from '#platform/sheet/column.ts'
import { errorSheet } from '#platform/sheet/errors.ts'
import { readTable } from '#platform/sheet/table.ts'
import { readParts, unpack } from '#platform/sheet/zip.ts'
import { ms, ratio } from './measure.ts'

const rows = 100_000
const texts = Array.from({ length: 10 }, (_, i) => text(`文字${i}`))
const numbers = Array.from({ length: 8 }, (_, i) => amount(`数字${i}`, '万元').nullable())
const days = Array.from({ length: 2 }, (_, i) => day(`日期${i}`))
const fields: z.ZodType[] = [...texts, ...numbers, ...days, yes('是否'), oneOf('类型', { a: '写字楼', b: '厂房' })]
const columns = inputColumnsOf(entity('row', '行', Object.fromEntries(fields.map((field, i) => [`f${i}`, field]))))

/** Written by the library alone, once with shared texts as Excel writes them and once without. */
async function write(path: string, shared: boolean): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: shared })
  const sheet = book.addWorksheet('表')
  sheet.addRow(columns.map(({ heading }) => heading)).commit()
  for (let i = 0; i < rows; i += 1) {
    const cells = [
      ...texts.map((_, at) => `演示企业第${i}号之${at}有限公司`),
      ...numbers.map((_, at) => i * 10 + at + 0.25),
      ...days.map((_, at) => `20${10 + at}-0${1 + (i % 9)}-15`),
      i % 2 ? '是' : '否',
      '厂房',
    ]
    sheet.addRow(cells).commit()
    if (i % 500 === 0) await breathe()
  }
  sheet.commit()
  await book.commit()
}

/** The least that any reader must do: inflate every part, and look at every byte once for the brackets of the XML. */
async function bound(path: string): Promise<number> {
  const bytes = await readFile(path)
  let brackets = 0
  for (const part of readParts(bytes).values())
    for await (const piece of unpack(bytes, part))
      for (let at = piece.indexOf(60); at >= 0; at = piece.indexOf(60, at + 1)) brackets += 1
  return brackets
}

async function read(source: Source): Promise<void> {
  let count = 0
  for await (const { bad } of readTable(source, { columns })) if (bad.length === 0) count += 1
  if (count !== rows) throw new Error(`${count} rows were read well`)
}

async function peer(path: string): Promise<void> {
  const reader = new excel.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' })
  for await (const sheet of reader) for await (const row of sheet) if (row.number < 0) return
}

const steps: Record<string, (path: string) => Promise<unknown>> = {
  bound,
  read,
  peer,
  back: async (path) => {
    const book = await openBook(path)
    await errorSheet(book, readTable(book, { columns }), { columns }, createWriteStream(`${path}.back`))
  },
}

/** Each step runs in a process of its own: what it takes of memory at most is its own then, the runtime's included. */
function measured(step: string, path: string): { time: number; peak: number } {
  const done = spawnSync(process.execPath, ['--import', 'tsx', here, step, path], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout) as { time: number; peak: number }
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  const begun = performance.now()
  await steps[process.argv[2]!]!(process.argv[3]!)
  console.log(JSON.stringify({ time: performance.now() - begun, peak: process.resourceUsage().maxRSS / 1024 }))
}

export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mantianxing-bench-'))
  try {
    for (const shared of [false, true]) {
      const path = join(folder, `${shared}.xlsx`)
      await write(path, shared)
      console.log(`${shared ? 'shared' : 'inline'} texts, ${rows} rows of ${columns.length} columns`)
      const least = measured('bound', path)
      const say = (what: string, { time, peak }: { time: number; peak: number }) =>
        console.log(
          `  ${what}: ${ms(time)}, ${Math.round(rows / (time / 1000))} rows a second, ${ratio(time, least.time)} the bound, at most ${Math.round(peak)} MB`,
        )
      say('inflated and scanned', least)
      say('read and checked', measured('read', path))
      say('read by exceljs, unchecked', measured('peer', path))
      say('sent back', measured('back', path))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
