/** What a visitor does without an account: books a viewing or leaves a need, and looks up where it stands by his query code. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { offeredAmong } from '#modules/space/find/search.ts'
import { command, query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { codeIn, codeTyped, digitsOf, phone, readable, requireFew, rings } from '#platform/enquiry.ts'
import { day, oneOf, text } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { chosenUnits } from '../course/chosen.ts'
import { openMatter } from '../course/open.ts'
import { requireVisitDay } from '../course/visit.ts'
import { type MoveInState, moveInStates, type viewingStates } from '../flow.ts'
import { halves, moveIn, stepResults, type Wanted, wanted } from '../model.ts'
import { moveIns, viewings } from '../tables.ts'

const { name, contact } = moveIn.shape
export const ask = command(
  {
    label: '预约看房',
    who: 'anyone',
    input: z.object({
      name,
      contact,
      phone,
      unit: z.uuid('没有找到该房源').nullable().default(null),
      wantedOn: day('看房日期').nullable().default(null),
      half: oneOf('看房时段', halves).nullable().default(null),
      wanted: wanted.prefault({}),
      note: text('其他要求', 500).nullable().default(null),
    }),
    output: z.object({ number: z.string(), token: z.string() }),
  },
  async (ctx, { unit, wantedOn, half, wanted, note, ...who }) => {
    const visit = wantedOn && half ? { wantedOn, half } : null
    if (unit && !visit) throw invalid('请选择看房日期和时段')
    if (!unit && wantedOn) throw invalid('请先选择要看的房源')
    if (visit) requireVisitDay(ctx, visit.wantedOn)
    const need = { ...wanted, note: note ?? wanted.note }
    if (!unit && saysNothing(need)) throw invalid('请说明所需空间，如面积、人数、预算或园城')
    await requireFewOf(ctx, who.phone)
    const at = unit ? await chosenUnits(ctx, [unit], []) : null
    if (unit && !(await offeredAmong(ctx, [unit])).has(unit)) throw conflict('该房源已租出，请另选房源，或留下需求')
    const place = at && { zone: at.zone, building: at.building, units: at.units }
    const { id, number, token } = await openMatter(ctx, { origin: 'portal', ...who, need, at: place })
    if (at && visit) {
      const row = { id: randomUUID(), moveIn: id, building: at.building, unit, ...visit }
      await ctx.db.insert(viewings).values({ ...row, status: 'asked', guide: null, feedback: null })
    }
    return { number, token: readable(token) }
  },
)

const saysNothing = ({ combine: _, ...need }: Wanted) =>
  Object.values(need).every((one) => one === null || (Array.isArray(one) && one.length === 0))

/** Of one phone in a day; who means more is rung up anyway. */
const most = 3
const requireFewOf = (ctx: Ctx, phone: string) =>
  requireFew(ctx, `ask ${digitsOf(phone)}`, [
    {
      of: moveIns,
      where: and(
        eq(moveIns.origin, 'portal'),
        eq(moveIns.openedOn, ctx.today),
        rings(moveIns.phone, phone),
        sql`${moveIns.status} not in ('refused', 'withdrawn')`,
      ),
      most,
      refusal: `该电话今天已提交 ${most} 次，工作人员会尽快与您联系，请勿重复提交`,
    },
  ])

/** As long as nobody has reviewed anything. */
export const mayGiveUp = (status: MoveInState): boolean => ['matching', 'viewing', 'applying'].includes(status)

type Standing = {
  id: string
  number: string
  name: string
  status: MoveInState
  holder: string | null
  due_on: string | null
  opened_on: string
  closed_on: string | null
  outcome: string | null
  building: string | null
}
type Stretch = {
  state: MoveInState
  holder: string | null
  since: string
  due_on: string
  ended_on: string | null
  result: keyof typeof stepResults | null
  opinion: string | null
  paused_since: string | null
  paused_for: string | null
}

export const standing = query(
  {
    label: '查询办件进度',
    who: 'anyone',
    input: z.object({ token: codeTyped }),
    output: z.object({
      number: z.string(),
      name: z.string(),
      state: z.string(),
      stateWord: z.string(),
      /** Who has it; null: the applicant. */
      holder: z.string().nullable(),
      dueOn: z.string().nullable(),
      /** Working days, negative once it is late. */
      left: z.number().nullable(),
      paused: z.object({ since: z.string(), reason: z.string() }).nullable(),
      /** What happens next, in a sentence. */
      next: z.string(),
      openedOn: z.string(),
      closedOn: z.string().nullable(),
      outcome: z.string().nullable(),
      building: z.string().nullable(),
      mayGiveUp: z.boolean(),
      steps: z.array(
        z.object({
          state: z.string(),
          stateWord: z.string(),
          holder: z.string().nullable(),
          since: z.string(),
          dueOn: z.string(),
          endedOn: z.string().nullable(),
          resultWord: z.string().nullable(),
          opinion: z.string().nullable(),
        }),
      ),
      viewing: z
        .object({
          wantedOn: z.string(),
          half: z.string(),
          status: z.string(),
          guide: z.string().nullable(),
          said: z.string().nullable(),
        })
        .nullable(),
    }),
  },
  async (ctx, { token: typed }) => {
    const token = codeIn(typed)
    const rows = async <T>(read: 'move_in_standing' | 'move_in_way') =>
      ((await ctx.db.execute(sql`select * from ${sql.identifier(read)}(${token})`)) as unknown as { rows: T[] }).rows
    const [found] = await rows<Standing>('move_in_standing')
    if (!found) throw missing('办件')
    const way = await rows<Stretch>('move_in_way')
    const open = way.find(({ ended_on }) => ended_on === null)
    const paused = open?.paused_since ? { since: open.paused_since, reason: open.paused_for ?? '' } : null
    const viewing = await viewingOf(ctx, found.id)
    const { number, name, status, holder, outcome, building } = found
    return {
      ...{ number, name, state: status, stateWord: moveInStates[status], holder, outcome, building },
      mayGiveUp: mayGiveUp(status),
      dueOn: open && !paused ? open.due_on : null,
      left: open ? workdaysBetween(paused?.since ?? ctx.today, open.due_on) : null,
      ...{ paused, viewing, next: nextOf[status], openedOn: found.opened_on, closedOn: found.closed_on },
      steps: way.map((step) => ({
        ...{ state: step.state, stateWord: moveInStates[step.state], holder: step.holder, since: step.since },
        ...{ dueOn: step.due_on, endedOn: step.ended_on, opinion: step.opinion },
        resultWord: step.result && stepResults[step.result],
      })),
    }
  },
)

/** Read over all: that he has the code is his right to it. */
async function viewingOf(ctx: Ctx, matter: string) {
  const [last] = await overAll(ctx, ({ db }) =>
    db
      .select()
      .from(viewings)
      .where(eq(viewings.moveIn, matter))
      .orderBy(desc(viewings.wantedOn), desc(viewings.createdAt))
      .limit(1),
  )
  if (!last) return null
  const { wantedOn, half, status, guide } = last
  return {
    wantedOn,
    half,
    status: status satisfies keyof typeof viewingStates,
    guide,
    said: status === 'declined' ? last.feedback : null,
  }
}

const nextOf: Record<MoveInState, string> = {
  matching: '工作人员将按您的需求推荐房源，并与您联系。',
  viewing: '工作人员将与您联系，约定看房。',
  applying: '请告知工作人员您选定的房源，办理入驻申请。',
  reviewing: '园城正在审核您的申请。',
  deliberating: '您的申请面积较大，正在提请会商。',
  contracting: '申请已通过，请与园城约定签订租赁合同。',
  handover: '合同已签订，请与园城约定交付房屋。',
  settling: '房屋已交付，正在办理网络、登记等入驻事项。',
  movedIn: '已办结，欢迎入驻。',
  refused: '本次申请已办结，如需了解原因请与园城联系。',
  withdrawn: '本次申请已撤回。',
}
