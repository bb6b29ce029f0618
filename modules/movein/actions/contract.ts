/** The contract of a matter: its rooms and its tenant become a lease (modules/lease); signing it, the matter goes on to the hand-over. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { leaseToSee } from '#modules/lease/queries.ts'
import { draftLease, redraftLease } from '#modules/lease/signing/draft.ts'
import { signLease } from '#modules/lease/signing/sign.ts'
import { draftInput } from '#modules/lease/signing/terms.ts'
import { keepPaper, paper } from '#modules/space/history/record.ts'
import { command } from '#platform/action.ts'
import { area, day, ref } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { matterToChange } from '../course/turn.ts'
import { go } from '../course/way.ts'
import { moveInFlow, moveInStates } from '../flow.ts'
import { moveIns } from '../tables.ts'
import { parks } from './open.ts'

/** Terms only: tenant and rooms are the matter's; less than a whole room where that is agreed. */
const terms = draftInput.omit({ enterprise: true, tenant: true, creditCode: true, units: true, renews: true }).extend({
  areas: z
    .array(z.object({ unit: ref('单元', 'unit'), area: area('租赁面积') }))
    .max(40)
    .default([]),
})

export const drawUp = command(
  {
    label: '起草租赁合同',
    who: parks,
    input: terms.extend({ id: z.uuid() }),
    output: z.object({ lease: z.uuid(), number: z.string() }),
  },
  async (ctx, { id, areas, ...terms }) => {
    const matter = await matterToChange(ctx, id)
    const { status, units, enterprise, name, creditCode } = matter
    if (status !== 'contracting') throw conflict(`当前为“${moveInStates[status]}”，不能起草租赁合同`)
    const stranger = areas.find(({ unit }) => !units.includes(unit))
    if (stranger) throw invalid('租赁面积只能就本事项的意向单元填写')
    const rooms = units.map((unit) => ({ unit, area: areas.find((one) => one.unit === unit)?.area }))
    const draft = draftInput.parse({ ...terms, enterprise, tenant: name, creditCode, units: rooms })
    const before = matter.lease && (await leaseToSee(ctx, matter.lease))
    const drawn = before && before.status === 'draft' ? await redraftLease(ctx, before.id, draft) : await draftLease(ctx, draft)
    await ctx.db.update(moveIns).set({ lease: drawn.id }).where(eq(moveIns.id, id))
    return { lease: drawn.id, number: drawn.number }
  },
)

/** Who comes too late for a room is told so, and the matter stays where it was. */
export const contract = command(
  {
    label: moveInFlow.steps.contract.label,
    who: parks,
    input: z.object({ id: z.uuid(), signedOn: day('签订日期').optional(), ...paper }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, signedOn, file }) => {
    const matter = await matterToChange(ctx, id)
    if (matter.status === 'contracting' && !matter.lease) throw conflict('请先起草租赁合同，再登记签订')
    const signed = matter.lease && (await leaseToSee(ctx, matter.lease))
    const moved = await go(ctx, matter, 'contract', {}, { opinion: signed && `合同编号 ${signed.number}` })
    if (!signed || signed.status === 'cancelled') throw conflict('租赁合同草稿已作废，请重新起草')
    if (signed.status === 'ended') throw conflict(`租约 ${signed.number} 已终止，请重新起草租赁合同`)
    // Signed in the register of leases already: nothing is signed twice.
    if (signed.status === 'draft') await signLease(ctx, { id: signed.id, signedOn, contract: await keepPaper(ctx, file) })
    return { id: moved.id }
  },
)
