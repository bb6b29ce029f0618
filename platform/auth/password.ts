/** What a password must be (GB/T 22239—2019, 8.1.4.1), and the first one an account is given. */
import { randomInt } from 'node:crypto'

/** Salted scrypt, as the login library verifies it. */
export { hashPassword } from 'better-auth/crypto'

const minLength = 10
const maxLength = 128
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]

/** The sentence that says what is wrong with a password; null when it will do. */
export function faultIn(password: string, username: string): string | null {
  if (password.length < minLength) return `密码至少 ${minLength} 位`
  if (password.length > maxLength) return `密码不超过 ${maxLength} 位`
  if (kinds.filter((kind) => kind.test(password)).length < 3) return '密码须包含大写字母、小写字母、数字、符号中的至少三种'
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码中不能包含账号'
  return null
}

/** Letters and digits that look like one another are left out: people read this one aloud. */
const alphabets = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789', '@#%+-=?']

/** Twelve characters of all four kinds, in random order. */
export function inventPassword(): string {
  const pick = (from: string) => from[randomInt(from.length)]!
  const picked = [...alphabets.map(pick), ...Array.from({ length: 8 }, () => pick(alphabets.slice(0, 3).join('')))]
  for (let last = picked.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[picked[last], picked[other]] = [picked[other]!, picked[last]!]
  }
  return picked.join('')
}
