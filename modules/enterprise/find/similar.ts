/** Enterprises on file that may be the one about to be registered: told to the registrar, who decides. */
import { eq, like, or } from 'drizzle-orm'
import { coreOf, similarNames } from '#engines/enterprise/similar-name.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { containing } from '#platform/search.ts'
import { overAll } from '#platform/session.ts'
import { enterprises } from '../tables.ts'

export type Alike = { name: string; where: string }

/** Looks over the whole district, whoever asks: names and their town are on public record. */
export async function similarOnFile(ctx: Ctx, name: string): Promise<Alike[]> {
  const core = [...coreOf(name)]
  // Whichever character differs, one half of the core stays as it is.
  const halves = [core.slice(0, Math.floor(core.length / 2)), core.slice(Math.floor(core.length / 2))].map((half) =>
    half.join(''),
  )
  const parts = halves.filter(Boolean).map((half) => like(enterprises.name, containing(half)))
  const found = await overAll(ctx, ({ db }) =>
    db
      .select({ name: enterprises.name, where: orgs.shortName })
      .from(enterprises)
      .innerJoin(orgs, eq(orgs.id, enterprises.town))
      .where(or(...parts)),
  )
  const given = { id: 'given', name }
  return found.filter((one) => similarNames([given, { id: 'found', name: one.name }]).length > 0).slice(0, 10)
}
