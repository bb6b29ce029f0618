/** What the first bytes of a file say it is, whatever its name says. */

export type Content = { kind: 'text' | 'word' | 'pdf' | 'zip' | 'image' | 'binary' | 'rtf' } | { kind: 'ole'; encrypted: boolean }

export function sniff(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.subarray(0, 16))
  const starts = (...codes: number[]) => codes.every((code, i) => head[i] === code)
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    return { kind: 'ole', encrypted: includes(bytes, Buffer.from('EncryptedPackage', 'utf16le')) }
  if (includes(bytes.subarray(0, 1024), Buffer.from('%PDF-'))) return { kind: 'pdf' }
  if (starts(0x50, 0x4b)) return { kind: includes(bytes, Buffer.from('word/document')) ? 'word' : 'zip' }
  if (
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    starts(0x47, 0x49, 0x46, 0x38) ||
    starts(0x42, 0x4d, bytes[2]!, bytes[3]!, bytes[4]!, 0, 0)
  )
    return { kind: 'image' }
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a) || (starts(0x52, 0x49, 0x46, 0x46) && head.includes('WEBP')))
    return { kind: 'image' }
  if (head.toString('latin1').startsWith('{\\rtf')) return { kind: 'rtf' }
  return { kind: isText(bytes) ? 'text' : 'binary' }
}

function includes(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part)
}

/** UTF-16 text is full of zero bytes; any other text has none and next to no control characters. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const sample = bytes.subarray(0, 64 * 1024)
  let control = 0
  let zero = 0
  for (const byte of sample) {
    if (byte === 0) zero++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++
  }
  return zero === 0 ? control < sample.length * 0.02 : looksUtf16(sample, zero)
}

function looksUtf16(sample: Uint8Array, zero: number): boolean {
  return zero < sample.length * 0.6 && utf16Order(sample) !== null
}

/** Which byte comes first in text that has no mark: every line feed, digit and Latin letter tells. */
export function utf16Order(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const latin = (byte: number) => byte === 10 || byte === 13 || (byte >= 32 && byte < 127)
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i + 1] === 0 && latin(sample[i]!)) little++
    if (sample[i] === 0 && latin(sample[i + 1]!)) big++
  }
  if (Math.max(little, big) < 1 || Math.min(little, big) > Math.max(little, big) * 0.5) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}
