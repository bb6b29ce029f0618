/** Names become ids: the demo district, its tests and its documents all mean the same rows. */
import { createHash } from 'node:crypto'

/** A UUID made of names alone (RFC 9562, version 8): the same names, the same id. */
export function idOf(...names: string[]): string {
  const hex = createHash('sha256').update(names.join('\u001f'), 'utf8').digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
