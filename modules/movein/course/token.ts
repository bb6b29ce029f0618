/** The query code of a matter: who has it sees where the matter stands, without an account. */
import { randomBytes } from 'node:crypto'

/** No I, L, O, U: read aloud and typed again without mistakes. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 25

export const makeToken = (): string => [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]!).join('')

/** As it is shown: in fives. */
export const readable = (token: string): string => token.toUpperCase().replace(/.{5}(?=.)/g, '$&-')

/** As it is kept, however it was typed. */
export const tokenIn = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
