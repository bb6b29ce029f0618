/** Who hears of an appraisal: the units appraised, the office, the leaders. */
import { inArray } from 'drizzle-orm'
import { tell } from '#modules/message/tell.ts'
import { posts } from '#modules/org/tables.ts'
import type { Ctx, Role } from '#platform/context.ts'
import { type Appraisal, subjectsOf } from '../whole.ts'

type Said = { title: string; text: string; key: string; link?: string }
const linkOf = ({ id }: Pick<Appraisal, 'id'>) => `/office/appraisals/${id}`

/** `round`: the same step may be taken again after a sending back. */
export async function tellSubjects(ctx: Ctx, appraisal: Appraisal, { title, text, key, link }: Said): Promise<void> {
  const units = [...new Set((await subjectsOf(ctx, appraisal.id)).flatMap(({ org }) => org ?? []))]
  await tellOrgs(ctx, appraisal, units, { title, text, key, ...(link && { link }) })
}

export const tellOrgs = (ctx: Ctx, appraisal: Appraisal, orgs: readonly string[], { title, text, key, link }: Said) =>
  tell(ctx, {
    to: { orgs },
    topic: 'appraisal',
    title,
    text,
    link: link ?? linkOf(appraisal),
    key: `appraisal-${appraisal.id}-${key}`,
  })

/** Whoever plays a part: the office, the leaders. */
export async function tellRole(ctx: Ctx, appraisal: Appraisal, role: Role, { title, text, key, link }: Said): Promise<void> {
  const rows = await ctx.db
    .selectDistinct({ person: posts.person })
    .from(posts)
    .where(inArray(posts.role, [role]))
  const persons = rows.map(({ person }) => person)
  await tell(ctx, {
    ...{ to: { persons }, topic: 'appraisal', title, text, link: link ?? linkOf(appraisal) },
    key: `appraisal-${appraisal.id}-${key}`,
  })
}
