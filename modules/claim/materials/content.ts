/** What a material is by its bytes, whatever its name says: a PDF, a picture, a Word or an Excel document. */
import { pictureContent } from '#modules/space/ledger/picture-content.ts'
import { invalid } from '#platform/problem.ts'

export const mostBytes = 20 * 1024 * 1024
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Endings each kind may come with. */
const endings: Record<string, RegExp> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
  [word]: /\.docx$/i,
  [excel]: /\.xlsx$/i,
}

/** @returns its type; refuses what is none of them, is called by another ending, or is too large */
export function requireMaterial(name: string, bytes: Buffer): string {
  if (bytes.length > mostBytes) throw invalid(`“${name}”超过 20 MB，请精简后再上传`)
  const type = pictureContent(bytes)?.type ?? officeContent(bytes)
  if (!type) throw invalid(`“${name}”不是 PDF、图片、Word（docx）或 Excel（xlsx）文件，或已损坏，请转换后再上传`)
  if (!endings[type]!.test(name)) throw invalid(`“${name}”的内容与扩展名不符，请核对后重新上传`)
  return type
}

/** A zip that names the document within it; one with macros is none of ours. */
function officeContent(bytes: Buffer): string | null {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return null
  const names = namesIn(bytes)
  if (!names.includes('[Content_Types].xml') || names.some((one) => /vbaProject\.bin$/i.test(one))) return null
  if (names.includes('word/document.xml')) return word
  return names.includes('xl/workbook.xml') ? excel : null
}

/** From the directory at the end of a zip; empty where it is broken. */
function namesIn(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return []
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && at + 46 <= bytes.length; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return []
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    names.push(bytes.subarray(at + 46, at + 46 + name).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return names
}
