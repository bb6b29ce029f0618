/** A picture of few colours as PNG: each point is the number of its colour. */
import { crc32, deflateSync } from 'node:zlib'

/** Red, green, blue, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]
export type Picture = { width: number; height: number; colours: readonly Colour[]; points: Uint8Array }

export function pngOf({ width, height, colours, points }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a point, each the number of a colour.
  head.set([8, 3], 8)
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    const line = points.subarray(y * width, (y + 1) * width)
    const above = points.subarray((y - 1) * width, y * width)
    // Each line begins with its filter; one like the line above is told as no difference from it.
    if (y > 0 && Buffer.compare(line, above) === 0) lines[y * (width + 1)] = asAbove
    else lines.set(line, y * (width + 1) + 1)
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(lines, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The filter that tells what differs from the line above. */
const asAbove = 2

/** Its length, its name, what it holds, and a sum over the last two. */
function chunk(name: string, holds: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), holds])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(holds.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
