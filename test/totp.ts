/** An authenticator app: the code of the moment (RFC 6238) from an otpauth address. */
import { createHmac } from 'node:crypto'

export function codeFrom(uri: string, at = Date.now()): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', fromBase32(new URL(uri).searchParams.get('secret')!))
    .update(step)
    .digest()
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A code of another hour: six digits that are wrong now. */
export const wrongCodeFrom = (uri: string) => codeFrom(uri, Date.now() - 3_600_000)

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}
