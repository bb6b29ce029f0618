/** What a picture is by its bytes, whatever its name says: its type and how many points it has. */

export type PictureContent = { type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'; size: Size | null }
type Size = { width: number; height: number }

/** Null for anything that is none of them, or whose head is broken. */
export function pictureContent(bytes: Buffer): PictureContent | null {
  const starts = (at: number, word: string) => bytes.subarray(at, at + word.length).toString('latin1') === word
  if (starts(0, '%PDF-')) return { type: 'application/pdf', size: null }
  try {
    if (starts(0, '\x89PNG\r\n\x1a\n') && starts(12, 'IHDR'))
      return { type: 'image/png', size: { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } }
    if (starts(0, '\xff\xd8\xff')) return sized('image/jpeg', sizeOfJpeg(bytes))
    if (starts(0, 'RIFF') && starts(8, 'WEBP')) return sized('image/webp', sizeOfWebp(bytes))
  } catch (error) {
    // Read past its end: it is cut off.
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

const sized = (type: PictureContent['type'], size: Size | null) => size && { type, size }

/** Segments follow one another, each with its length, until the one that begins a frame. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const mark = bytes[at + 1]!
    if (mark === 0xff) {
      at += 1
      continue
    }
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** Lossy, lossless and extended files say their size in three ways. */
function sizeOfWebp(bytes: Buffer): Size | null {
  const kind = bytes.subarray(12, 16).toString('latin1')
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return null
  const packed = bytes.readUInt32LE(21)
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
}
