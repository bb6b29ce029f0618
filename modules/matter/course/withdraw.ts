/** The open notices of a matter are taken back with it. */
import { and, eq, notInArray } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { supervisions } from '../tables.ts'

export const withdrawOpen = ({ db, today }: Ctx, matter: string) =>
  db
    .update(supervisions)
    .set({ status: 'withdrawn', closedOn: today })
    .where(and(eq(supervisions.matter, matter), notInArray(supervisions.status, ['closed', 'withdrawn'])))
