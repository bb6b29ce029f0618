/** What the machine does with a day: reminds, lifts a level up, gives cards. However often it runs, each is done once. */
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { monthInWords } from '#engines/progress/wording.ts'
import { tell } from '#modules/message/tell.ts'
import { boardOn } from '#modules/work/board.ts'
import { reportDueOn } from '#modules/work/months.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { oneAtATime } from '#platform/session.ts'
import { cardsOn, climbsOn, overdueBy, remindsOn } from './clock.ts'
import { climb } from './course/move.ts'
import type { Matter } from './course/turn.ts'
import { cardReasons, colours } from './model.ts'
import { peopleAt } from './places.ts'
import { type MatterRule, ruleOn } from './rule.ts'
import { cards, matterReplies, matters, supervisions } from './tables.ts'

export async function watch(ctx: Ctx): Promise<void> {
  // Two servers at it: the second sees what the first has done. Cards and messages are once each by the database besides.
  await oneAtATime(ctx, 'matter-watch')
  const rule = await ruleOn(ctx, ctx.today)
  await watchMatters(ctx, rule)
  await watchNotices(ctx, rule)
  await watchReports(ctx, rule)
  await watchRepeated(ctx, rule)
}

async function watchMatters(ctx: Ctx, rule: MatterRule): Promise<void> {
  const { db, today } = ctx
  const open = await db.select().from(matters).where(eq(matters.status, 'open')).orderBy(matters.number).for('update')
  const waiting = await waitingSince(ctx, open)
  for (const matter of open) {
    const of = { ...matter, waitingSince: waiting.get(matter.id) ?? null }
    if (remindsOn(of, rule, today)) await remind(ctx, matter)
    for (const colour of cardsOn(of, rule, today)) {
      const reason = `督办事项“${matter.title}”（${matter.number}）应于 ${matter.dueOn} 前办结，已逾期 ${overdueBy(of, today)} 个工作日`
      // A delay that was granted begins a clock of its own.
      const about = `${matter.number}（时限 ${matter.dueOn}）`
      await give(ctx, { org: matter.owner, colour, rule: 'overdue', about, reason, matter: matter.id })
    }
    const why = climbsOn(of, rule, today)
    if (why !== null) await climb(ctx, matter, why)
  }
}

async function waitingSince({ db }: Ctx, open: readonly Matter[]): Promise<Map<string, string>> {
  const ids = open.map(({ id }) => id)
  if (!ids.length) return new Map()
  const rows = await db
    .select({ matter: matterReplies.matter, since: sql<string>`min(${matterReplies.on})::text` })
    .from(matterReplies)
    .where(and(inArray(matterReplies.matter, ids), eq(matterReplies.kind, 'help'), eq(matterReplies.status, 'waiting')))
    .groupBy(matterReplies.matter)
  return new Map(rows.map(({ matter, since }) => [matter, since]))
}

async function remind(ctx: Ctx, { id, number, title, owner, supporters, holder, dueOn }: Matter): Promise<void> {
  const left = workdaysBetween(ctx.today, dueOn)
  await tell(ctx, {
    to: await peopleAt(ctx, [owner, holder, ...supporters]),
    ...{ topic: 'matter', title: `即将到期：${title}`, link: `/office/matters/${id}` },
    text: `${number}，办理时限 ${dueOn}，${left === 0 ? '今天到期' : `还有 ${left} 个工作日`}`,
    key: `matter-${id}-remind-${dueOn}`,
  })
}

/** Not signed for in time, not replied to in time; reminded before the reply is due. */
async function watchNotices(ctx: Ctx, { remindDays }: MatterRule): Promise<void> {
  const { db, today } = ctx
  const open = await db
    .select()
    .from(supervisions)
    .where(notInArray(supervisions.status, ['closed', 'withdrawn', 'replied']))
    .orderBy(supervisions.number)
  for (const notice of open) {
    const { id, org, number, title, status, signDueOn, replyDueOn, matter } = notice
    const of = { org, colour: 'yellow' as const, matter }
    if (status === 'issued' && today > signDueOn) {
      const reason = `督办通知 ${number}“${title}”应于 ${signDueOn} 前签收，至今未签收`
      await give(ctx, { ...of, rule: 'sign', about: number, reason })
    }
    if (today > replyDueOn) {
      const reason = `督办通知 ${number}“${title}”应于 ${replyDueOn} 前回复，至今未回复`
      await give(ctx, { ...of, rule: 'reply', about: `${number}（时限 ${replyDueOn}）`, reason })
    } else if (workdaysBetween(today, replyDueOn) <= remindDays) {
      await tell(ctx, {
        to: { orgs: [org] },
        ...{ topic: 'supervision', title: `督办通知即将到期：${title}`, link: `/office/matters/${matter}` },
        ...{ text: `${number}，请于 ${replyDueOn} 前回复`, key: `supervision-${id}-remind-${replyDueOn}` },
      })
    }
  }
}

/** Monthly reports that are still missing so long after their day; one card a unit and month, for all its tasks. Only under a rule that was in force by then. */
async function watchReports(ctx: Ctx, { since, yellowAfter }: MatterRule): Promise<void> {
  if (since === null) return
  const board = await boardOn(ctx)
  if (!board) return
  for (const [at, month] of board.months.entries()) {
    const dueOn = reportDueOn(month)
    if (dueOn < since || ctx.today < addWorkdays(dueOn, yellowAfter)) continue
    const late = new Map<string, string[]>()
    for (const { title, units } of board.tasks) {
      for (const { org, cells } of units) if (cells[at] === 'late') late.set(org, [...(late.get(org) ?? []), title])
    }
    for (const [org, titles] of late) {
      const listed = `${titles.slice(0, 3).join('、')}${titles.length > 3 ? `等 ${titles.length} 项任务` : ''}`
      const reason = `${monthInWords(month)}进展应于 ${dueOn} 前报送，至今未报：${listed}`
      await give(ctx, { org, colour: 'yellow', rule: 'report', about: `${month} 月度进展`, reason, matter: null, month })
    }
  }
}

/** So many yellow ones of a year that stand are a red one, and so many more another. */
async function watchRepeated(ctx: Ctx, { redByYellows }: MatterRule): Promise<void> {
  const year = ctx.today.slice(0, 4)
  const rows = await ctx.db
    .select({ org: cards.org, yellow: sql<number>`count(*)::int` })
    .from(cards)
    .where(and(eq(cards.colour, 'yellow'), isNull(cards.liftedOn), sql`extract(year from ${cards.on}) = ${Number(year)}`))
    .groupBy(cards.org)
  for (const { org, yellow } of rows) {
    for (let reached = redByYellows; reached <= yellow; reached += redByYellows) {
      const reason = `${year} 年累计黄牌 ${reached} 张，按规则转为红牌`
      await give(ctx, { org, colour: 'red', rule: 'repeated', about: `${year} 年黄牌满 ${reached} 张`, reason, matter: null })
    }
  }
}

type Giving = Pick<typeof cards.$inferSelect, 'org' | 'colour' | 'rule' | 'about' | 'reason' | 'matter'> & { month?: string }
/** Once for each cause, for ever: also when it was lifted. */
async function give(ctx: Ctx, { month = ctx.today.slice(0, 7), ...of }: Giving): Promise<void> {
  const [given] = await ctx.db
    .insert(cards)
    .values({ ...of, month, on: ctx.today, liftedOn: null, liftReason: null, liftedBy: null })
    .onConflictDoNothing()
    .returning({ id: cards.id })
  if (!given) return
  await tell(ctx, {
    to: { orgs: [of.org] },
    ...{ topic: 'card', title: `${colours[of.colour]}：${cardReasons[of.rule]}`, text: of.reason },
    ...{ link: of.matter ? `/office/matters/${of.matter}` : '/office/cards', urgent: true, key: `card-${given.id}` },
  })
}
