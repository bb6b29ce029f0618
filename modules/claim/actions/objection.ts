/** Objections to what is shown: raised by anyone, the clock stands still, examined by the unit that shows it, followed by a token. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { codeIn, codeTyped, digitsOf, makeCode, phone, readable, requireFew, rings } from '#platform/enquiry.ts'
import { oneOf, text } from '#platform/fields.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, denied, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { claimHeld } from '../course/turn.ts'
import { asConsequence, go } from '../course/way.ts'
import { objectionStates } from '../flow.ts'
import { objection as entity } from '../model.ts'
import { goOn, listClock, stop } from '../publicity/list.ts'
import { ruleOn } from '../rule.ts'
import { claims, objections, publicities, publicityItems } from '../tables.ts'
import { leads } from './cycle.ts'

export const object = command(
  {
    label: '提出公示异议',
    who: ['public', 'enterprise', 'institution', 'office'],
    input: z.object({ item: z.uuid('请选择对哪一项提出异议'), name: entity.shape.name, phone, text: entity.shape.text }),
    output: z.object({ number: z.string(), token: z.string(), dueOn: z.string() }),
  },
  async (ctx, { item, name, phone, text }) => {
    const [found] = await ctx.db
      .select({ item: publicityItems, list: publicities })
      .from(publicityItems)
      .innerJoin(publicities, eq(publicities.id, publicityItems.publicity))
      .where(eq(publicityItems.id, item))
    if (!found) throw missing('公示内容')
    await oneAtATime(ctx, `publicity ${found.list.id}`)
    await requireFewOf(ctx, phone, found.list.id)
    const { objectionDays } = await ruleOn(ctx, ctx.today)
    const number = await nextNumber(ctx, 'YY', sql`objection`)
    const token = makeCode()
    const dueOn = addWorkdays(ctx.today, objectionDays)
    await asConsequence(ctx, async (wide) => {
      await requireShown(wide, found)
      const about = { publicity: found.list.id, claim: found.item.claim }
      const open = { status: 'open' as const, finding: null, decidedOn: null, by: null }
      await wide.db.insert(objections).values({ number, token, ...about, name, phone, text, raisedOn: ctx.today, dueOn, ...open })
      await stop(wide, found.list)
    })
    return { number, token: readable(token), dueOn }
  },
)

async function requireShown(ctx: Ctx, { item, list }: { item: { claim: string }; list: typeof publicities.$inferSelect }) {
  if (list.status !== 'open') throw conflict('该公示已办结，不能再提出异议，可向公示单位反映')
  const { dueOn, paused } = await listClock(ctx, list)
  if (!paused && ctx.today > dueOn) throw conflict(`公示期已于 ${dueOn} 届满，不能再提出异议，可向公示单位反映`)
  const [claim] = await ctx.db.select({ status: claims.status }).from(claims).where(eq(claims.id, item.claim))
  if (claim?.status !== 'public') throw conflict('该项内容已撤下，无须再提出异议')
}

/** Of one phone in a day; of one list in a day, whoever they are. */
const most = { phone: 3, list: 50 }
async function requireFewOf(ctx: Ctx, phone: string, list: string): Promise<void> {
  const today = eq(objections.raisedOn, ctx.today)
  await requireFew(ctx, `objection ${digitsOf(phone)}`, [
    {
      of: objections,
      where: and(today, rings(objections.phone, phone)),
      most: most.phone,
      refusal: `该电话今天已提交 ${most.phone} 次异议，请等待核查，或明天再提交`,
    },
    {
      of: objections,
      where: and(today, eq(objections.publicity, list)),
      most: most.list,
      refusal: '今天对该公示提出的异议较多，请明天再提交，或致电监督电话',
    },
  ])
}

export const decideObjection = command(
  {
    label: '核查公示异议',
    who: leads,
    input: z.object({
      id: z.uuid('没有找到该异议，请刷新页面'),
      upheld: z.boolean(),
      finding: text('核查结论', 1000),
    }),
    output: z.object({ id: z.uuid(), number: z.string() }),
  },
  async (ctx, { id, upheld, finding }) => {
    const [seen] = await ctx.db.select().from(objections).where(eq(objections.id, id))
    if (!seen) throw missing('异议')
    const [list] = await ctx.db.select().from(publicities).where(eq(publicities.id, seen.publicity))
    if (ctx.actor.role === 'department' && list!.org !== ctx.actor.org) throw denied('公示异议由公示单位或办公室核查')
    await oneAtATime(ctx, `publicity ${list!.id}`)
    const [row] = await ctx.db.select().from(objections).where(eq(objections.id, id)).for('update')
    if (row!.status !== 'open') throw conflict(`该异议已核查：${objectionStates[row!.status]}`)
    const status = upheld ? ('upheld' as const) : ('dismissed' as const)
    await ctx.db
      .update(objections)
      .set({ status, finding, decidedOn: ctx.today, by: ctx.actor.name })
      .where(eq(objections.id, id))
    if (upheld) await takeOut(ctx, row!.claim, finding)
    const [now] = await ctx.db.select().from(publicities).where(eq(publicities.id, list!.id)).for('update')
    await goOn(ctx, now!)
    return row!
  },
)

/** Other objections to the same claim go with it; what stands beside it goes on. */
async function takeOut(ctx: Ctx, id: string, finding: string): Promise<void> {
  const claim = await claimHeld(ctx, id)
  const also = and(eq(objections.claim, id), eq(objections.status, 'open'))
  await ctx.db.update(objections).set({ status: 'upheld', finding, decidedOn: ctx.today, by: ctx.actor.name }).where(also)
  if (claim.status === 'public')
    await go(ctx, claim, 'takeOut', { change: { publicity: null }, opinion: '公示异议成立，撤下公示重新审核' })
}

const its = pg.alias(publicities, 'its_list')
const line = entity.omit({ token: true }).extend({
  id: z.uuid(),
  list: z.string(),
  claimNumber: z.string(),
  claimName: z.string(),
  claimTitle: z.string(),
  left: z.number().nullable(),
  mine: z.boolean(),
})

export const objectionLines = query(
  {
    label: '公示异议',
    who: officials,
    input: z.object({ state: oneOf('状态', objectionStates).optional(), claim: z.uuid().optional() }),
    output: z.array(line),
  },
  async (ctx, { state, claim }) => {
    const rows = await ctx.db
      .select({ row: objections, list: its, claim: claims })
      .from(objections)
      .innerJoin(its, eq(its.id, objections.publicity))
      .innerJoin(claims, eq(claims.id, objections.claim))
      .where(and(state ? eq(objections.status, state) : undefined, claim ? eq(objections.claim, claim) : undefined))
      .orderBy(desc(eq(objections.status, 'open')), asc(objections.dueOn), asc(objections.number))
    const { role, org } = ctx.actor
    return rows.map(({ row: { token: _, ...row }, list, claim }) => {
      const mine = role === 'office' || (role === 'department' && list.org === org)
      return {
        ...row,
        // Whoever objects is told to those who examine it.
        ...(mine ? {} : { name: '不公开', phone: '不公开' }),
        ...{ list: list.number, claimNumber: claim.number, claimName: claim.name, claimTitle: claim.title, mine },
        left: row.status === 'open' ? workdaysBetween(ctx.today, row.dueOn) : null,
      }
    })
  },
)

type Told = {
  number: string
  text: string
  status: keyof typeof objectionStates
  raised_on: string
  due_on: string
  finding: string | null
  decided_on: string | null
}

export const objectionStanding = query(
  {
    label: '查询异议核查',
    who: 'anyone',
    input: z.object({ token: codeTyped }),
    output: z.object({
      number: z.string(),
      text: z.string(),
      state: z.string(),
      raisedOn: z.string(),
      dueOn: z.string(),
      left: z.number().nullable(),
      finding: z.string().nullable(),
      decidedOn: z.string().nullable(),
    }),
  },
  async (ctx, { token }) => {
    const { rows } = (await ctx.db.execute(sql`select * from objection_standing(${codeIn(token)})`)) as unknown as {
      rows: Told[]
    }
    const [found] = rows
    if (!found) throw missing('异议')
    const { number, text, status, finding } = found
    return {
      ...{ number, text, state: objectionStates[status], finding },
      ...{ raisedOn: found.raised_on, dueOn: found.due_on, decidedOn: found.decided_on },
      left: status === 'open' ? workdaysBetween(ctx.today, found.due_on) : null,
    }
  },
)
