/** The contract of a lease as a document to print and sign, generated from what is on the ledgers: nothing is typed twice. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { planInForce } from '#modules/plan/queries.ts'
import { buildingToSee } from '#modules/space/ledger/queries.ts'
import { query } from '#platform/action.ts'
import { download } from '#platform/fields.ts'
import { officialDocument } from '#platform/word.ts'
import { contractOf, titleOf } from '../contract/text.ts'
import { leaseToSee, unitsOf } from '../queries.ts'
import { leases } from '../tables.ts'

export const contract = query(
  {
    label: '生成租赁合同',
    who: ['leader', 'office', 'park', 'enterprise', 'institution'],
    input: z.object({ id: z.uuid() }),
    output: download('租赁合同'),
  },
  async (ctx, { id }) => {
    const lease = await leaseToSee(ctx, id)
    const building = await buildingToSee(ctx, lease.building)
    const units = (await unitsOf(ctx, [id])).get(id) ?? []
    const [before] = lease.renews ? await ctx.db.select().from(leases).where(eq(leases.id, lease.renews)) : []
    const demo = (await planInForce(ctx))?.demo ?? false
    const facts = { lease, building, units, renews: before?.number ?? null, demo }
    return {
      name: `${titleOf(facts)}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await officialDocument(contractOf(facts)),
    }
  },
)
