/** The papers of an effort to secure space: opened by whoever works on it (plan task 8). */
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { mayOpenPapers } from '#modules/space/acquisition/readers.ts'
import { effortToChange } from '#modules/space/acquisition/stages.ts'
import { keepers } from '#modules/space/ledger/place.ts'
import { acquisition } from '#modules/space/model.ts'
import { acquisitionStageRows, acquisitions } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openPaper } from '#platform/files.ts'
import { denied, invalid, missing } from '#platform/problem.ts'

const which = z.object({ id: z.uuid('没有找到该收储项目，请核对网址') })

export const acquisitionPaper = query(
  {
    label: '下载收储佐证',
    who: officials,
    input: which.extend({ paper: z.uuid() }),
    output: download('佐证材料'),
  },
  async (ctx, { id, paper }) => {
    const { acquisition: of, evidence } = acquisitionStageRows
    const [found] = await ctx.db
      .select({ effort: acquisitions })
      .from(acquisitionStageRows)
      .innerJoin(acquisitions, eq(acquisitions.id, of))
      .where(and(eq(of, id), eq(evidence, paper)))
      .limit(1)
    if (!found) throw missing('佐证材料')
    if (!(await mayOpenPapers(ctx, found.effort))) throw denied('收储佐证限楼宇所在园城、项目协同单位和领导小组办公室查看')
    return openPaper(ctx, paper)
  },
)

export const namePartners = command(
  { label: '指定收储协同单位', who: keepers, input: which.extend(acquisition.pick({ partners: true }).shape), output: which },
  async (ctx, { id, partners }) => {
    const { town } = await effortToChange(ctx, id)
    await requireBodies(ctx, partners, town)
    await ctx.db
      .update(acquisitions)
      .set({ partners: [...new Set(partners)] })
      .where(eq(acquisitions.id, id))
    return { id }
  },
)

/** Those who see the effort: a department, or the town the building stands in. */
async function requireBodies({ db }: Ctx, partners: readonly string[], town: string): Promise<void> {
  if (!partners.length) return
  const found = await db
    .select({ id: orgs.id })
    .from(orgs)
    .where(and(inArray(orgs.id, [...partners]), eq(orgs.kind, 'department')))
  const known = new Set([town, ...found.map(({ id }) => id)])
  if (partners.some((id) => !known.has(id))) throw invalid('协同单位应从区级部门和楼宇所在镇街中选择')
}
