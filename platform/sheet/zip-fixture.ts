/** Workbooks made by hand for tests: zips of every kind, and the XML that programs other than ours write. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipWay = {
  /** Sizes and offsets in 64 bits, as Java programs write them into small files too. */
  long?: boolean
  /** Not packed. */
  stored?: boolean
  encrypted?: boolean
}

export function zipOf(
  parts: Record<string, string | Buffer>,
  { long = false, stored = false, encrypted = false }: ZipWay = {},
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const sizes = { crc: crc32(bytes), packed: packed.length, size: bytes.length, offset, method: stored ? 0 : 8, encrypted }
    const file = Buffer.concat([header(0x04034b50, name, sizes), Buffer.from(name), packed])
    directory.push(header(0x02014b50, name, sizes, long), Buffer.from(name), ...(long ? [longSizes(sizes)] : []))
    files.push(file)
    offset += file.length
  }
  const count = Object.keys(parts).length
  const length = directory.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([...files, ...directory, ending({ count, length, offset, long })])
}

type Sizes = { crc: number; packed: number; size: number; offset: number; method: number; encrypted: boolean }

function header(signature: number, name: string, { crc, packed, size, offset, method, encrypted }: Sizes, long = false): Buffer {
  const central = signature === 0x02014b50
  const buffer = Buffer.alloc(central ? 46 : 30)
  const at = central ? 2 : 0
  buffer.writeUInt32LE(signature)
  buffer.writeUInt16LE(encrypted ? 1 : 0, 6 + at)
  buffer.writeUInt16LE(method, 8 + at)
  buffer.writeUInt32LE(crc, 14 + at)
  buffer.writeUInt32LE(long ? 0xffffffff : packed, 18 + at)
  buffer.writeUInt32LE(long ? 0xffffffff : size, 22 + at)
  buffer.writeUInt16LE(Buffer.byteLength(name), 26 + at)
  if (central) {
    buffer.writeUInt16LE(long ? 28 : 0, 30)
    buffer.writeUInt32LE(long ? 0xffffffff : offset, 42)
  }
  return buffer
}

function longSizes({ size, packed, offset }: Sizes): Buffer {
  const buffer = Buffer.alloc(28)
  buffer.writeUInt16LE(1)
  buffer.writeUInt16LE(24, 2)
  for (const [i, value] of [size, packed, offset].entries()) buffer.writeBigUInt64LE(BigInt(value), 4 + i * 8)
  return buffer
}

function ending({ count, length, offset, long }: { count: number; length: number; offset: number; long: boolean }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(long ? 0xffff : count, 8)
  end.writeUInt16LE(long ? 0xffff : count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(long ? 0xffffffff : offset, 16)
  if (!long) return end
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(length), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  return Buffer.concat([record, locator, end])
}

export type BookParts = {
  /** XML of each sheet's `sheetData` content, with what stands behind it. */
  sheets: { name?: string; state?: string; rows: string; after?: string }[]
  /** XML of the shared texts; the part stands behind the sheets, as LibreOffice writes it. */
  strings?: string
  /** Format codes by number, and the number of each cell style. */
  formats?: Record<number, string>
  styles?: number[]
  from1904?: boolean
}

/** The parts of a workbook, in the order LibreOffice writes them. */
export function bookParts({ sheets, strings, formats = {}, styles = [0], from1904 = false }: BookParts): Record<string, string> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const links = (...all: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  return {
    '_rels/.rels': links(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="${office}"><workbookPr date1904="${from1904}"/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name ?? `表${i + 1}`}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ''}r:id="s${i}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      ...sheets.map((_, i) =>
        link(`s${i}`, 'worksheet', i % 2 === 0 ? `worksheets/sheet${i + 1}.xml` : `/xl/worksheets/sheet${i + 1}.xml`),
      ),
      link('t', 'sharedStrings', 'sharedStrings.xml'),
      link('y', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet><numFmts>${Object.entries(formats)
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles
      .map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet><!-- > --><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `<sst>${strings ?? ''}</sst>`,
  }
}

export const bookOf = (parts: BookParts, way?: ZipWay): Buffer => zipOf(bookParts(parts), way)

/** Rows of inline texts and numbers, without any place written on rows and cells. */
export const plainRows = (rows: (string | number | null)[][]): string =>
  rows
    .map(
      (cells) =>
        `<row>${cells
          .map((cell) =>
            cell === null
              ? '<c/>'
              : typeof cell === 'number'
                ? `<c><v>${cell}</v></c>`
                : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')

export async function collected<T>(of: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of of) found.push(one)
  return found
}
