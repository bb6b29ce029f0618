/** Life events of an enterprise in the district: moves within it, leaving it, coming back, and setting right what was recorded wrongly. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { day, download, oneOf, text, upload } from '#platform/fields.ts'
import { keepFile, openFile } from '#platform/files.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { keeperAfterMove, keeping } from '../file/keepers.ts'
import { endings, presence } from '../model.ts'
import { requirePlace } from '../place.ts'
import { depart, type File, placed, replace, type Stretch, shift, stretchesOf } from '../presence.ts'
import { fileToChange, fileToSee } from '../queries.ts'
import { enterprises, presences } from '../tables.ts'
import { requireIndustry } from './register.ts'

const done = z.object({ id: z.uuid() })
const paper = { file: upload('佐证材料').optional() }
const { town, zone, building, destination } = presence.shape
const place = { town, zone: zone.default(null), building: building.default(null) }
const note = text('说明', 500)

export const move = command(
  {
    label: '办理区内迁移',
    who: keeping,
    input: z.object({ id: z.uuid(), ...place, on: day('迁移日期'), reason: note.optional(), ...paper }),
    output: done,
  },
  async (ctx, { id, on, reason, file: proof, ...to }) => {
    const file = await fileToChange(ctx, id)
    const change = Object.fromEntries(Object.entries(to).filter(([key, value]) => file[key as keyof typeof to] !== value))
    if (!Object.keys(change).length) throw invalid('迁入地与现所在地相同，无须办理迁移')
    await requirePlace(ctx, to)
    await shift(ctx, file, change, on, { reason: reason ?? null, evidence: await keep(ctx, proof) })
    return save(ctx, file, { ...to, ...(await keeperAfterMove(ctx, file, to)) })
  },
)

const leavings = { left: endings.left, merged: endings.merged, closed: endings.closed } as const

export const leave = command(
  {
    label: '办理离区',
    who: keeping,
    input: z.object({
      id: z.uuid(),
      how: oneOf('离区方式', leavings),
      on: day('离区日期'),
      destination: destination.default(null),
      into: z.uuid('请选择合并方企业').nullable().default(null),
      reason: note,
      ...paper,
    }),
    output: done,
  },
  async (ctx, { id, how, on, into, reason, file: proof, ...input }) => {
    const file = await fileToChange(ctx, id)
    if (how === 'left' && !input.destination) throw invalid('请填写迁往地')
    const counterpart = how === 'merged' ? (await mergedInto(ctx, file, into)).id : null
    const destination = how === 'left' ? input.destination : null
    await depart(ctx, file, on, { end: how, counterpart, destination, reason, evidence: await keep(ctx, proof) })
    return save(ctx, file, { leftOn: on, ...(how === 'left' ? {} : { status: 'deregistered' as const }) })
  },
)

async function mergedInto(ctx: Ctx, { id }: File, into: string | null): Promise<File> {
  if (!into) throw invalid('请选择合并方企业')
  if (into === id) throw invalid('合并方不能是本企业')
  const other = await fileToSee(ctx, into)
  if (other.leftOn !== null) throw conflict(`合并方“${other.name}”已于 ${other.leftOn} 离区`)
  return other
}

/** Back in the district after it had left. */
export const resettle = command(
  {
    label: '重新落户',
    who: keeping,
    input: z.object({ id: z.uuid(), ...place, on: day('落户日期'), reason: note.optional(), ...paper }),
    output: done,
  },
  async (ctx, { id, on, reason, file: proof, ...to }) => {
    const file = await fileToChange(ctx, id)
    if (file.leftOn === null) throw conflict(`“${file.name}”目前在区，无须重新落户`)
    if (on > ctx.today) throw invalid('落户日期不能晚于今天')
    if (on < file.leftOn) throw invalid(`落户日期不能早于离区日期 ${file.leftOn}`)
    await requirePlace(ctx, to)
    const last = (await stretchesOf(ctx, id)).at(-1)
    if (!last) throw missing('在区记录')
    const open = { until: null, end: null, counterpart: null, destination: null, reason: reason ?? null }
    const back = { since: on, settledOn: on, begin: 'settled', originKind: 'moved-in', evidence: await keep(ctx, proof) } as const
    await replace(ctx, [], [{ ...last, ...to, ...open, ...back }])
    const restored = { leftOn: null, settledOn: on, originKind: 'moved-in', status: 'active', confirmedOn: ctx.today } as const
    return save(ctx, file, { ...to, ...restored, ...(await keeperAfterMove(ctx, file, to)) })
  },
)

/** The last stretch was recorded wrongly: it is withdrawn and recorded as it really was; the one before it ends where it begins. */
export const rectify = command(
  {
    label: '更正在区记录',
    who: keeping,
    input: z.object({
      id: z.uuid(),
      ...place,
      industry: presence.shape.industry,
      direction: presence.shape.direction.default(null),
      saas: presence.shape.saas,
      since: presence.shape.since,
      /** None where it is still there. */
      until: presence.shape.until.default(null),
      reason: text('更正理由', 500),
    }),
    output: done,
  },
  async (ctx, { id, ...right }) => {
    const file = await fileToChange(ctx, id)
    const stretches = await stretchesOf(ctx, id)
    const last = stretches.at(-1)
    if (!last) throw missing('在区记录')
    const before = stretches.at(-2)
    requireOrder(ctx, last, before, right)
    requireIndustry(right.industry)
    await requirePlace(ctx, right)
    const first = last.begin === 'settled' || last.begin === 'spun-off'
    const settledOn = first ? right.since : last.settledOn
    const stays = right.until === null
    const anew = { ...last, ...right, settledOn, ...(stays ? { end: null, destination: null } : {}) }
    const joined = before?.until === last.since && !first && right.since !== last.since
    await replace(ctx, joined ? [before, last] : [last], joined ? [{ ...before, until: right.since }, anew] : [anew])
    const back = stays && file.leftOn !== null ? { status: 'active' as const } : {}
    const now = Object.fromEntries(placed.map((key) => [key, right[key]]))
    return save(ctx, file, { ...now, settledOn, leftOn: right.until, ...back, ...(await keeperAfterMove(ctx, file, right)) })
  },
)

function requireOrder(
  { today }: Ctx,
  last: Stretch,
  before: Stretch | undefined,
  right: { since: string; until: string | null },
) {
  if (right.since > today || (right.until ?? '') > today) throw invalid('起止日期不能晚于今天')
  if (right.until !== null && right.until <= right.since) throw invalid('离区日期应晚于起始日期')
  if (right.until !== null && last.until === null) throw invalid('该企业目前在区，如已离区请办理“离区”')
  const begun = last.begin === 'settled' || last.begin === 'spun-off'
  if (!before && !begun && right.since !== last.since)
    throw denied('上一段在区记录不在本单位范围内，起始日期请由领导小组办公室更正')
  if (!before) return
  const earliest = last.begin === 'settled' ? (before.until ?? before.since) : before.since
  if (right.since <= before.since || right.since < earliest) throw invalid(`起始日期应在上一段在区记录（${before.since} 起）之后`)
}

async function keep(ctx: Ctx, proof: { name: string; bytes: Uint8Array } | undefined): Promise<string | null> {
  if (!proof) return null
  const bytes = Buffer.from(proof.bytes)
  return (await keepFile(ctx, { name: proof.name, type: 'application/octet-stream', bytes, audience: 'own' })).id
}

async function save({ db }: Ctx, { id }: File, values: Partial<File>) {
  await db.update(enterprises).set(values).where(eq(enterprises.id, id))
  return { id }
}

/** A paper behind a life event. */
export const lifePaper = query(
  {
    label: '下载在区佐证',
    who: officials,
    input: z.object({ id: z.uuid(), paper: z.uuid() }),
    output: download('佐证材料'),
  },
  async (ctx, { id, paper }) => {
    await fileToSee(ctx, id)
    const [told] = await ctx.db
      .select()
      .from(presences)
      .where(and(eq(presences.enterprise, id), eq(presences.evidence, paper)))
    if (!told) throw missing('佐证材料')
    return openFile(ctx, paper)
  },
)
