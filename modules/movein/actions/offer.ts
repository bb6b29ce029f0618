/** Finding rooms for a need, and offering some of them. */
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { chosenUnits } from '../course/chosen.ts'
import { matterToChange, matterToSee } from '../course/turn.ts'
import { go } from '../course/way.ts'
import { type Wanted, wanted } from '../model.ts'
import { wantedIn } from '../need.ts'
import { explained, explanation, offered, offering, offersFor } from '../offer.ts'
import { weightsOn } from '../rule.ts'
import { applicants, parks } from './open.ts'

export const readers = ['leader', ...parks, ...applicants] as const
export const rooms = z.array(z.uuid('没有找到该房源')).min(1, '请选择房源').max(40, '一次最多选择 40 个单元')
/** The need of a matter, or one that is only tried. */
const asking = { id: z.uuid().optional(), wanted: wanted.optional() }

/** An applicant is told of what is offered to everyone; officials of all there is. */
async function askedBy(ctx: Ctx, { id, wanted: tried }: { id?: string | undefined; wanted?: Wanted | undefined }) {
  const of = tried ?? (id ? wantedIn((await matterToSee(ctx, id)).need) : wanted.parse({}))
  return { of, rules: await weightsOn(ctx, ctx.today), listed: applicants.some((one) => one === ctx.actor.role) }
}

export const offers = query({ label: '匹配房源', who: readers, input: z.object(asking), output: offering }, async (ctx, input) =>
  offersFor(ctx, await askedBy(ctx, input)),
)

export const explainUnit = query(
  {
    label: '查看房源匹配理由',
    who: readers,
    input: z.object({ ...asking, units: rooms }),
    output: explanation.extend(
      offered.pick({ units: true, building: true, buildingName: true, zone: true, zoneName: true }).shape,
    ),
  },
  async (ctx, { units, ...input }) => explained(ctx, units, await askedBy(ctx, input)),
)

export const offer = command(
  {
    label: '推荐房源',
    who: parks,
    input: z.object({ id: z.uuid(), units: rooms, opinion: text('推荐说明', 1000).nullable().default(null) }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, units, opinion }) => {
    const matter = await matterToChange(ctx, id)
    const { rows, area, town: _, ...place } = await chosenUnits(ctx, units)
    const said = opinion ?? `推荐 ${rows.map(({ name }) => name).join('、')}，共 ${area} ㎡`
    await go(ctx, matter, 'offer', place, { opinion: said })
    return { id }
  },
)
