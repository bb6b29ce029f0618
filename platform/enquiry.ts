/** Something asked without an account: a telephone that can be rung, a few a day, and a query code by which it is followed. */
import { randomBytes } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Ctx } from './context.ts'
import { invalid } from './problem.ts'
import { oneAtATime, overAll } from './session.ts'

/** A mobile phone, or a line with its area code; without spaces. */
export const phone = z
  .string({ error: '请填写联系电话' })
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[—–－]/g, '-'),
  )
  .refine((typed) => /^1[3-9]\d{9}$|^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/.test(typed), '联系电话应为手机号码，或带区号的固定电话')
  .meta({ title: '联系电话' })

/** The same telephone, however its parts are joined. */
export const digitsOf = (phone: string): string => phone.replaceAll('-', '')
export const rings = (column: AnyPgColumn, phone: string): SQL => sql`replace(${column}, '-', '') = ${digitsOf(phone)}`

/** No more of a table than so many; who means more is told so. */
type Limit = { of: PgTable; where: SQL | undefined; most: number; refusal: string }

/** Those who ask under one name, a telephone or a firm, are counted one after the other, over all that there is. */
export async function requireFew(ctx: Ctx, asker: string, limits: readonly Limit[]): Promise<void> {
  await oneAtATime(ctx, asker)
  for (const { of, where, most, refusal } of limits) {
    const count = await overAll(ctx, ({ db }) => db.$count(of, where))
    if (count >= most) throw invalid(refusal)
  }
}

/** No I, L, O, U: read aloud and typed again without mistakes. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 25

export const makeCode = (): string => [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]!).join('')

/** As it is shown: in fives. */
export const readable = (code: string): string => code.toUpperCase().replace(/.{5}(?=.)/g, '$&-')

/** As somebody types it, who then sees where his matter stands. */
export const codeTyped = z.string().trim().min(1, '请填写查询码').max(60, '查询码有误，请核对后重新填写')

/** As it is kept, however it was typed. */
export const codeIn = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
