/** The materials a claim has now; those that were replaced stay behind them. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { claimMaterials } from '../tables.ts'

export const currentMaterials = ({ db }: Ctx, claim: string) =>
  db
    .select()
    .from(claimMaterials)
    .where(and(eq(claimMaterials.claim, claim), isNull(claimMaterials.until)))
    .orderBy(asc(claimMaterials.title), asc(claimMaterials.createdAt))
