/** Bytes of a text file → text: UTF-8, UTF-16 or GB18030, with or without a byte order mark. */
import { invalid } from '../problem.ts'
import { utf16Order } from './sniff.ts'

export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = markOf(bytes) ?? (bytes.includes(0) ? utf16Order(bytes.subarray(0, 64 * 1024)) : null)
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes)
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
  if (text === null || !mostlyReadable(text)) throw invalid(`文件“${name}”的文字编码无法识别，请另存为 UTF-8 编码后重新提供`)
  return text
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Bytes of another encoding often pass as GB18030, but as rare characters. */
function mostlyReadable(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const odd = sample.match(/[\ue000-\uf8ff\ufffd\u0080-\u009f]/g)?.length ?? 0
  return odd <= sample.length * 0.02
}
