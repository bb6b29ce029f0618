/** The parts of a workbook's zip, inflated as a stream and checked while they are read; memory does not grow with the part. */
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { ZipFault } from '../document/zip.ts'

export type Part = { name: string; method: number; encrypted: boolean; crc: number; packed: number; size: number; offset: number }

/**
 * What may come out of one part, and how many times the packed bytes once it is large. LibreOffice writes rich texts that
 * shrink to a hundredth; nothing honest comes near a four-hundredth.
 */
export const unpackLimits = { bytes: 2 ** 31, ratio: 400, free: 16 * 1024 * 1024 }

/** Reads the directory at the end of the archive, with the long sizes (zip64) that Java programs write into small files too. */
export function readParts(bytes: Uint8Array): Map<string, Part> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) throw new ZipFault('broken')
  try {
    return directory(file, end)
  } catch (error) {
    // An offset beyond the end.
    if (error instanceof RangeError) throw new ZipFault('broken')
    throw error
  }
}

function directory(file: Buffer, end: number): Map<string, Part> {
  let count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (end >= 20 && file.readUInt32LE(end - 20) === 0x07064b50) {
    const long = Number(file.readBigUInt64LE(end - 12))
    if (file.readUInt32LE(long) !== 0x06064b50) throw new ZipFault('broken')
    count = Number(file.readBigUInt64LE(long + 32))
    at = Number(file.readBigUInt64LE(long + 48))
  }
  const parts = new Map<string, Part>()
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('broken')
    const names = at + 46
    const extras = names + file.readUInt16LE(at + 28)
    const next = extras + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const part = {
      name: file.toString('utf8', names, extras).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      crc: file.readUInt32LE(at + 16),
      ...sizes(file, at, extras, next),
    }
    parts.set(part.name.toLowerCase(), part)
    at = next
  }
  return parts
}

/** Size, packed size and offset; those too long for 32 bits, or written as if they were, stand in an extra field. */
function sizes(file: Buffer, at: number, extras: number, next: number) {
  const short = { size: file.readUInt32LE(at + 24), packed: file.readUInt32LE(at + 20), offset: file.readUInt32LE(at + 42) }
  for (let extra = extras; extra + 4 <= next; extra += 4 + file.readUInt16LE(extra + 2)) {
    if (file.readUInt16LE(extra) !== 1) continue
    let long = extra + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (short[key] !== 0xffffffff) continue
      short[key] = Number(file.readBigUInt64LE(long))
      long += 8
    }
  }
  return short
}

const step = 128 * 1024

/** @throws ZipFault when the part is damaged, encrypted, or larger than allowed */
export async function* unpack(bytes: Uint8Array, part: Part, limit = unpackLimits.bytes): AsyncGenerator<Buffer> {
  if (part.encrypted) throw new ZipFault('encrypted')
  const packed = packedBytes(bytes, part)
  let sum = 0
  let crc = 0
  for await (const piece of part.method === 0 ? slices(packed) : inflate(packed)) {
    sum += piece.length
    if (sum > limit || (sum > unpackLimits.free && sum > packed.length * unpackLimits.ratio)) throw new ZipFault('bomb')
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== part.crc) throw new ZipFault('broken')
}

function packedBytes(bytes: Uint8Array, { method, packed, offset }: Part): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if ((method !== 0 && method !== 8) || offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50)
    throw new ZipFault('broken')
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length) throw new ZipFault('broken')
  return file.subarray(start, start + packed)
}

function* slices(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += step) yield packed.subarray(at, at + step)
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = Readable.from(slices(packed)).pipe(createInflateRaw({ chunkSize: step }))
  try {
    yield* stream as AsyncIterable<Buffer>
  } catch {
    throw new ZipFault('broken')
  } finally {
    stream.destroy()
  }
}
