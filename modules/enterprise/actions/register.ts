/** A new enterprise on file: its code checked, its place the district's own, names much like it pointed out first. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkCreditCode } from '#engines/enterprise/credit-code.ts'
import { isIndustryCode } from '#engines/enterprise/industry.ts'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { keeping } from '../file/keepers.ts'
import { similarOnFile } from '../find/similar.ts'
import { enterprise, origin } from '../model.ts'
import { requirePlace } from '../place.ts'
import { settle } from '../presence.ts'
import { fileToSee } from '../queries.ts'
import { enterprises } from '../tables.ts'

/** As people write it, with spaces between; how long it really is, the check says. */
export const writtenCode = text('统一社会信用代码', 60)

export const registrable = enterprise
  .omit({
    leftOn: true,
    org: true,
    keeper: true,
    keeperName: true,
    keeperOrg: true,
    confirmedOn: true,
    origins: true,
    source: true,
  })
  .extend({ creditCode: writtenCode, source: origin.shape.source.exclude(['override'], '请选择数据来源') })
const given = registrable.extend({
  /** What may well be empty at first. */
  ...registrable
    .pick({
      capital: true,
      address: true,
      zone: true,
      building: true,
      direction: true,
      subField: true,
      registered: true,
      registeredSince: true,
      operating: true,
      operatingSince: true,
      taxed: true,
      taxedSince: true,
      reporting: true,
      reportingSince: true,
      products: true,
      contact: true,
      phone: true,
      registeredOn: true,
    })
    .partial().shape,
  saas: enterprise.shape.saas.default(false),
  frequency: enterprise.shape.frequency.default('month'),
  /** Registered all the same, though others on file have much the same name. */
  anyway: z.boolean().default(false),
})

const answer = z.object({
  /** Null where nothing was recorded because of names much like it. */
  id: z.uuid().nullable(),
  similar: z.array(z.object({ name: z.string(), where: z.string() })),
})

export const register = command({ label: '登记企业', who: keeping, input: given, output: answer }, async (ctx, input) => {
  if (input.originKind === 'spun-off') throw invalid('分立设立的企业，请在原企业档案中办理“分立设立”')
  return putOnFile(ctx, input, null)
})

/** A new enterprise made of part of another. */
export const spinOff = command(
  { label: '分立设立', who: keeping, input: given.omit({ originKind: true }).extend({ from: z.uuid() }), output: answer },
  async (ctx, { from, ...input }) => {
    const { id, settledOn } = await fileToSee(ctx, from)
    if (input.settledOn < settledOn) throw invalid(`分立日期不能早于原企业落户日期 ${settledOn}`)
    return putOnFile(ctx, { ...input, originKind: 'spun-off' }, id)
  },
)

async function putOnFile(ctx: Ctx, { anyway, ...input }: z.output<typeof given>, spunOffFrom: string | null) {
  requireDays(ctx, input)
  requireIndustry(input.industry)
  const creditCode = await requireCode(ctx, input.creditCode)
  await requirePlace(ctx, { town: input.town, zone: input.zone ?? null })
  const similar = anyway ? [] : await similarOnFile(ctx, input.name)
  if (similar.length) return { id: null, similar }
  const file = { ...input, creditCode, confirmedOn: ctx.today, origins: {} }
  const [id] = await settle(ctx, [{ file, begun: { counterpart: spunOffFrom } }])
  return { id: id!, similar: [] }
}

type Dated = { registeredOn?: string | null; settledOn: string; asOf: string; originKind: string }
function requireDays({ today }: Ctx, { registeredOn, settledOn, asOf, originKind }: Dated): void {
  if (settledOn > today) throw invalid('落户日期不能晚于今天')
  if (asOf > today) throw invalid('数据截至日期不能晚于今天')
  if (!registeredOn) return
  if (registeredOn > today) throw invalid('成立日期不能晚于今天')
  if (originKind !== 'existing' && registeredOn > settledOn) throw invalid('落户日期不能早于成立日期')
}

export function requireIndustry(code: string): void {
  if (!isIndustryCode(code)) throw invalid(`行业代码 ${code} 不在《国民经济行业分类》（GB/T 4754—2017）之中，请核对`)
}

/** The code as it is written properly; refused where it is wrong or already on file, wherever in the district. */
export async function requireCode(ctx: Ctx, written: string): Promise<string> {
  const checked = checkCreditCode(written)
  if ('problem' in checked) throw invalid(checked.problem)
  await oneAtATime(ctx, `enterprise ${checked.code}`)
  const [present] = await overAll(ctx, ({ db }) =>
    db
      .select({ name: enterprises.name, town: orgs.shortName, leftOn: enterprises.leftOn })
      .from(enterprises)
      .innerJoin(orgs, eq(orgs.id, enterprises.town))
      .where(eq(enterprises.creditCode, checked.code)),
  )
  if (!present) return checked.code
  const { name, town, leftOn } = present
  throw conflict(
    leftOn === null
      ? `统一社会信用代码 ${checked.code} 已建档：${name}（${town}），无须重复登记`
      : `统一社会信用代码 ${checked.code} 已建档：${name}（${town}，${leftOn} 离区），请在其档案中办理“重新落户”`,
  )
}
