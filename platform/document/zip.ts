/** The few parts of a .docx that are read, taken out of the zip without ever expanding more than allowed. */
import { inflateRawSync } from 'node:zlib'

export type Entry = { name: string; method: number; encrypted: boolean; packed: number; size: number; offset: number }

/** Thrown for archives that are damaged, and for those whose parts expand beyond the limit. */
export class ZipFault extends Error {
  readonly kind: 'broken' | 'encrypted' | 'bomb'
  constructor(kind: ZipFault['kind']) {
    super(kind)
    this.kind = kind
  }
}

/** Reads the directory at the end of the archive. */
export function readEntries(bytes: Uint8Array): Map<string, Entry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > buffer.length) throw new ZipFault('broken')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('broken')
    const [nameLength, extra, comment] = [
      buffer.readUInt16LE(at + 28),
      buffer.readUInt16LE(at + 30),
      buffer.readUInt16LE(at + 32),
    ]
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, {
      name,
      method: buffer.readUInt16LE(at + 10),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** The text of one part; the declared size is checked first and the real one is enforced while inflating. */
export function readEntry(bytes: Uint8Array, entry: Entry, limit: number): string {
  if (entry.encrypted) throw new ZipFault('encrypted')
  if (entry.size > limit) throw new ZipFault('bomb')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > buffer.length || buffer.readUInt32LE(entry.offset) !== 0x04034b50) throw new ZipFault('broken')
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed.toString('utf8')
  if (entry.method !== 8) throw new ZipFault('broken')
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).toString('utf8')
  } catch (error) {
    throw new ZipFault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
