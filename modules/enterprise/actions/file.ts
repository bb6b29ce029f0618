/** The file of one enterprise: opened, kept up, confirmed, and given to an official to keep. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { persons } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { keeperAfterMove, keepersOf, keeping } from '../file/keepers.ts'
import { merge } from '../file/origins.ts'
import { enterprise, origin } from '../model.ts'
import { requirePlace } from '../place.ts'
import { type File, placed, shift } from '../presence.ts'
import { fileToChange, fileToSee, readWhole, wholeFile } from '../queries.ts'
import { enterprises } from '../tables.ts'
import { requireCode, requireIndustry, writtenCode } from './register.ts'

const which = z.object({ id: z.uuid('没有找到该企业，请核对网址') })
const done = z.object({ id: z.uuid() })

export const show = query({ label: '企业档案', who: officials, input: which, output: wholeFile }, async (ctx, { id }) =>
  readWhole(ctx, await fileToSee(ctx, id)),
)

/** What may be amended; life events have steps of their own. */
export const amendable = enterprise.extend({ creditCode: writtenCode }).omit({
  settledOn: true,
  leftOn: true,
  originKind: true,
  org: true,
  keeper: true,
  keeperName: true,
  keeperOrg: true,
  source: true,
  asOf: true,
  confirmedOn: true,
  origins: true,
})
/** Overriding is no source one can name: it is what becomes of a value put in the place of a register's. */
const namedSource = origin.shape.source.exclude(['override'], '请选择数据来源')

export const amend = command(
  {
    label: '更新企业档案',
    who: keeping,
    input: which.extend({
      values: amendable.partial(),
      source: namedSource,
      asOf: enterprise.shape.asOf,
      /** From when on it is in another place or trade. */
      effectiveOn: day('生效日期').optional(),
      reason: z.string().trim().max(500, '理由不超过 500 个字').optional(),
    }),
    output: done,
  },
  async (ctx, { id, values, source, asOf, effectiveOn, reason }) => {
    const file = await fileToChange(ctx, id)
    if (asOf > ctx.today) throw invalid('数据截至日期不能晚于今天')
    const said = { source, asOf, by: ctx.actor.name, reason: reason || null }
    const { changed, origins } = merge(file, values, said)
    if (changed.creditCode) changed.creditCode = await requireCode(ctx, String(changed.creditCode))
    if (changed.industry) requireIndustry(String(changed.industry))
    const moved = await shiftIfPlaced(ctx, file, changed, effectiveOn, said.reason)
    await ctx.db
      .update(enterprises)
      .set({ ...changed, ...moved, origins })
      .where(eq(enterprises.id, id))
    return { id }
  },
)

async function shiftIfPlaced(ctx: Ctx, file: File, changed: Partial<File>, on: string | undefined, reason: string | null) {
  const change = Object.fromEntries(placed.filter((key) => key in changed).map((key) => [key, changed[key]]))
  if (!Object.keys(change).length) return {}
  if (!on) throw invalid('变更所在镇街、园城、楼宇、行业、重点方向或 SaaS 服务的，请填写生效日期')
  const next = { ...file, ...change }
  if ('town' in change || 'zone' in change) await requirePlace(ctx, next)
  await shift(ctx, file, change, on, { reason })
  return keeperAfterMove(ctx, file, next)
}

/** Somebody who knows says that the file is as it is. */
export const confirm = command({ label: '确认企业档案', who: keeping, input: which, output: done }, async (ctx, { id }) => {
  const file = await fileToChange(ctx, id)
  if (file.leftOn !== null) throw conflict(`“${file.name}”已于 ${file.leftOn} 离区，无须确认`)
  await ctx.db.update(enterprises).set({ confirmedOn: ctx.today }).where(eq(enterprises.id, id))
  return { id }
})

const keeperChoice = z.object({ person: z.uuid(), name: z.string(), org: z.uuid(), orgName: z.string() })

/** Officials who may keep this file: of its town, its park, or the office. */
export const keepersInCharge = query(
  { label: '可任服务专员', who: keeping, input: which, output: z.array(keeperChoice) },
  async (ctx, { id }) => keepersOf(ctx, await fileToSee(ctx, id)),
)

export const assignKeeper = command(
  {
    label: '指定服务专员',
    who: keeping,
    input: which.extend({ person: z.uuid('请选择服务专员') }),
    output: done,
  },
  async (ctx, { id, person }) => {
    const file = await fileToChange(ctx, id)
    if (file.leftOn !== null) throw conflict(`“${file.name}”已于 ${file.leftOn} 离区，不能指定服务专员`)
    const chosen = (await keepersOf(ctx, file)).find((one) => one.person === person)
    if (!chosen) throw await whyNot(ctx, person)
    const keeper = { keeper: person, keeperName: chosen.name, keeperOrg: chosen.org }
    await ctx.db.update(enterprises).set(keeper).where(eq(enterprises.id, id))
    return { id }
  },
)

async function whyNot({ db }: Ctx, person: string) {
  const [found] = await db.select().from(persons).where(eq(persons.id, person))
  if (!found) return missing('人员')
  return invalid(`${found.name}不在该企业所在镇街、园城或领导小组办公室任职，不能担任其服务专员`)
}
