/** Letters people type and paste: full-width ones, spaces of every kind, characters that cannot be seen. */

const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]/g
const oddSpace = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
/** Chinese characters and punctuation: no space is wanted beside them. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef]/

/** Anything that tidying might change: most cells have none of it. */
const untidy = /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u206f\u3000\ufeff\ufffe\uff10-\uff5a]|^ | $| {2}/

/** Text as it was meant: digits and letters half-width, odd spaces gone, lines kept, Chinese punctuation left alone. */
export const tidy = (text: string): string => (untidy.test(text) ? tidied(text) : text)

const tidied = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(oddSpace, (spaces, at: number, all: string) =>
      wide.test(all[at - 1] ?? '') || wide.test(all[at + spaces.length] ?? '') ? '' : ' ',
    )
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()

/** For comparing: half-width throughout, without any space. */
export const folded = (text: string): string => text.replace(invisible, '').normalize('NFKC').replace(/\s+/g, '')

const longest = 20

/** What stands in a cell, quoted and cut. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return `“${line.length > longest ? `${[...line].slice(0, longest).join('')}…` : line}”`
}
