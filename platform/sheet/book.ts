/** A workbook opened for reading: its visible sheets, and their rows as a stream; what is no workbook is refused in one sentence. */
import { readFile } from 'node:fs/promises'
import { sniff } from '../document/sniff.ts'
import { ZipFault } from '../document/zip.ts'
import { invalid, type Problem, tooLarge } from '../problem.ts'
import { rowsListener, type Sharing, type SheetRow, sheetLimits, stringsListener } from './rows.ts'
import { stylesListener } from './styles.ts'
import { attributes, type Listener, scanner } from './xml.ts'
import { type Part, readParts, unpack, unpackLimits } from './zip.ts'

/** A file's bytes, the path it lies at, or the workbook once opened: read twice, it keeps its shared texts once. */
export type Source = Uint8Array | string | Book

export type Book = { sheets: VisibleSheet[] }
export type VisibleSheet = {
  name: string
  epoch: Sharing['epoch']
  /** Rows with content, in order. Merged ranges stand behind the rows in the file, so they are there when the last row is. */
  rows(merged?: string[], told?: Told): AsyncGenerator<SheetRow>
}

/** Hears which part of the sheet has been read, 0—1. */
export type Told = (part: number) => void

export const bookLimits = { bytes: 60 * 1024 * 1024, characters: 60_000_000 }

/** The rows of the first visible sheet that has any. */
export async function* readRows(source: Source, { name }: { name?: string } = {}): AsyncGenerator<SheetRow> {
  const { sheets } = await openBook(source, name)
  for (const sheet of sheets) {
    let any = false
    for await (const row of sheet.rows()) {
      any = true
      yield row
    }
    if (any) return
  }
  throw invalid(`${called(name)}里没有内容，请填写后重新上传`)
}

export async function openBook(source: Source, name?: string): Promise<Book> {
  if (typeof source === 'object' && 'sheets' in source) return source
  const bytes = typeof source === 'string' ? await readFile(source) : source
  const file = called(name)
  refuseOthers(bytes, file)
  return saying(file, async () => {
    const parts = readParts(bytes)
    const part = (path: string) => parts.get(path.toLowerCase())
    const start =
      (await links(bytes, part('_rels/.rels'), '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
    if (part('xl/workbook.bin')) throw invalid(`${file}是 Excel 二进制工作簿（.xlsb），请另存为 .xlsx 后重新上传`)
    const workbook = part(start)
    if (!workbook) throw invalid(otherZip(parts, file))
    const folder = start.slice(0, start.lastIndexOf('/') + 1)
    const linked = await links(bytes, part(`${folder}_rels/${start.slice(folder.length)}.rels`), folder)
    const { sheets, epoch } = await contents(bytes, workbook)
    const shared = (type: string) => part(linked.find((link) => link.type === type)?.target ?? '')
    const sharing = once(() => share(bytes, epoch, shared('sharedStrings'), shared('styles')))
    const visible = sheets.flatMap((sheet): VisibleSheet[] => {
      const link = linked.find(({ id, type }) => id === sheet.id && type === 'worksheet')
      const found = link && part(link.target)
      if (!found || sheet.hidden) return []
      return [{ name: sheet.name, epoch, rows: (merged = [], told) => rowsOf(bytes, found, sharing, merged, file, told) }]
    })
    if (visible.length === 0) throw invalid(`${file}里没有可见的工作表，请取消隐藏后重新上传`)
    return { sheets: visible }
  })
}

const called = (name: string | undefined) => (name === undefined ? '文件' : `文件“${name}”`)

function refuseOthers(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw invalid(`${file}是空的，请检查后重新上传`)
  if (bytes.length > bookLimits.bytes) throw tooLarge(`${file}超过 ${bookLimits.bytes / 1024 / 1024} MB，请拆成几个文件分别上传`)
  const content = sniff(bytes)
  if (content.kind === 'zip') return
  if (content.kind === 'ole')
    throw invalid(
      content.encrypted
        ? `${file}设有打开密码，请取消密码后重新上传`
        : `${file}是旧版 Excel 或 WPS 文件（.xls、.et），请另存为 .xlsx 后重新上传`,
    )
  if (content.kind === 'text') {
    const markup = /^\s*</.test(
      Buffer.from(bytes.subarray(0, 256))
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, ''),
    )
    throw invalid(
      `${file}是${markup ? '网页' : '文本文件（.csv、.txt）'}，不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传`,
    )
  }
  const what = { word: ' Word 文件', pdf: ' PDF 文件', image: '图片', rtf: ' RTF 文件', binary: '无法识别的文件' }[content.kind]
  throw invalid(`${file}是${what}，不是 Excel 工作簿，请上传 .xlsx 文件`)
}

function otherZip(parts: Map<string, Part>, file: string): string {
  if (parts.has('content.xml') && parts.has('mimetype')) return `${file}是 OpenDocument 表格（.ods），请另存为 .xlsx 后重新上传`
  return `${file}是压缩包或其他文件，不是 Excel 工作簿，请上传 .xlsx 文件`
}

/** Faults of the archive and its XML, told to the person who sent it. */
async function saying<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw told(error, file)
  }
}

function told(error: unknown, file: string): unknown {
  if (error instanceof SyntaxError) return invalid(`${file}已损坏，请用 Excel 或 WPS 打开，另存后重新上传`)
  if (!(error instanceof ZipFault)) return error
  const sentences: Record<ZipFault['kind'], Problem> = {
    broken: invalid(`${file}已损坏，请用 Excel 或 WPS 打开，另存后重新上传`),
    encrypted: invalid(`${file}设有密码，请取消密码后重新上传`),
    bomb: tooLarge(`${file}展开后过大，可能不是正常的表格，请重新制作后上传`),
  }
  return sentences[error.kind]
}

async function* rowsOf(
  bytes: Uint8Array,
  part: Part,
  sharing: () => Promise<Sharing>,
  merged: string[],
  file: string,
  tell: Told = () => {},
): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = []
  let count = 0
  let read = 0
  try {
    const feed = scanner(rowsListener(await sharing(), rows, merged))
    for await (const piece of unpack(bytes, part)) {
      feed(piece)
      read += piece.length
      tell(Math.min(read / part.size, 1))
      count += rows.length
      if (count > sheetLimits.rows) throw tooLarge(`${file}超过 ${sheetLimits.rows / 10_000} 万行，请拆成几个文件分别上传`)
      yield* rows
      rows.length = 0
    }
  } catch (error) {
    throw told(error, file)
  }
}

async function share(bytes: Uint8Array, epoch: Sharing['epoch'], strings?: Part, styles?: Part): Promise<Sharing> {
  const sharing: Sharing = { strings: [], shown: [], epoch }
  if (styles) await read(bytes, styles, stylesListener(sharing.shown))
  if (strings) await read(bytes, strings, stringsListener(sharing.strings, bookLimits.characters), unpackLimits.bytes)
  return sharing
}

/** Parts that say how the others are to be read are short. */
const small = 64 * 1024 * 1024

async function read(bytes: Uint8Array, part: Part, listener: Listener, limit = small): Promise<void> {
  const feed = scanner(listener)
  for await (const piece of unpack(bytes, part, limit)) feed(piece)
}

type Link = { id: string; type: string; target: string }

/** What a part refers to, with paths from the root of the archive. */
async function links(bytes: Uint8Array, part: Part | undefined, folder: string): Promise<Link[]> {
  const found: Link[] = []
  if (!part) return found
  await read(bytes, part, {
    open(name, tag) {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes(tag)
      const path = new URL(target.replaceAll('\\', '/'), `file:///${folder}`).pathname.slice(1)
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: decodeURIComponent(path) })
    },
    close() {},
    text() {},
  })
  return found
}

async function contents(bytes: Uint8Array, part: Part) {
  const sheets: { name: string; id: string; hidden: boolean }[] = []
  let epoch: Sharing['epoch'] = 1900
  await read(bytes, part, {
    open(element, tag) {
      if (element === 'workbookPr') epoch = /^(1|true)$/.test(attributes(tag).date1904 ?? '') ? 1904 : 1900
      if (element !== 'sheet') return
      const { name = '', id = '', state } = attributes(tag)
      sheets.push({ name, id, hidden: state === 'hidden' || state === 'veryHidden' })
    },
    close() {},
    text() {},
  })
  return { sheets, epoch }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
