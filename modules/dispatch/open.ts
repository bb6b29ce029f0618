/** Opening rounds: the machine lays out the sheets, once for each term however many servers try, and tells the units; what is late it reminds of. */
import { and, eq, inArray, ne } from 'drizzle-orm'
import { monthInWords } from '#engines/progress/wording.ts'
import { tell } from '#modules/message/tell.ts'
import { orgs } from '#modules/org/tables.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { roundFlow } from './flow.ts'
import { factsOf } from './lay/facts.ts'
import { sheetsOf } from './lay/sheets.ts'
import { ruleOn, type Term, termsDue } from './rule.ts'
import { rounds, sheets } from './tables.ts'

/** As the machine. */
export async function openDue(ctx: Ctx): Promise<void> {
  const rule = await ruleOn(ctx, ctx.today)
  for (const term of termsDue(ctx.today, rule)) await openRound(ctx, term, rule.confirmDays)
}

async function openRound(ctx: Ctx, term: Term, confirmDays: number): Promise<void> {
  const { rhythm, period } = term
  const same = and(eq(rounds.rhythm, rhythm), eq(rounds.period, period))
  if (await ctx.db.$count(rounds, same)) return
  const facts = await factsOf(ctx, term)
  if (!facts || (facts.board.plan.publishedOn ?? '') > `${term.month}-31`) return
  const [round] = await ctx.db
    .insert(rounds)
    .values({
      ...{ rhythm, period, title: titleOf(term), status: 'open', asOf: ctx.today, opensOn: ctx.today },
      ...{ dueOn: addWorkdays(ctx.today, confirmDays), issuedOn: null, number: null, remark: null, openedBy: ctx.actor.name },
    })
    // Another server was quicker: it lays out the same sheets.
    .onConflictDoNothing()
    .returning()
  if (!round) return
  await closeEarlier(ctx, term, round.id)
  const laid = sheetsOf(facts)
  const untouched = { status: 'waiting' as const, remark: null, matter: null, answeredAt: null, answeredBy: null }
  await ctx.db.insert(sheets).values(laid.map((sheet) => ({ ...sheet, ...untouched, round: round.id })))
  const leaders = await ctx.db.select({ id: orgs.id }).from(orgs).where(eq(orgs.kind, 'government'))
  await tell(ctx, {
    to: { orgs: rhythm === 'quarter' ? leaders.map(({ id }) => id) : laid.flatMap(({ org }) => (org ? [org] : [])) },
    topic: 'dispatch',
    title: rhythm === 'quarter' ? `${round.title}已生成` : `${round.title}：请确认本单位调度单`,
    text:
      rhythm === 'quarter'
        ? '各项数据取自台账，点开即可查看。'
        : `内容由台账生成，情况属实的直接确认，有出入的写明意见，需要协调的提出求助；请于 ${round.dueOn} 前办理。`,
    link: `/office/dispatch/${round.id}`,
    key: `dispatch-${round.id}-open`,
  })
}

/** A round nobody closed ends when the next one begins: units answer one at a time. */
async function closeEarlier(ctx: Ctx, { rhythm }: Term, id: string): Promise<void> {
  const earlier = and(eq(rounds.rhythm, rhythm), eq(rounds.status, 'open'), ne(rounds.id, id))
  for (const round of await ctx.db.select().from(rounds).where(earlier)) {
    await ctx.db
      .update(rounds)
      .set({ status: advance(roundFlow, round, 'close', ctx.actor) })
      .where(eq(rounds.id, round.id))
  }
}

const titleOf = ({ rhythm, month, period }: Term) =>
  rhythm === 'month'
    ? `${monthInWords(month)}调度`
    : `${period.slice(0, 4)}年第${'一二三四'[Number(period.slice(6)) - 1]}季度调度`

/** On the last working day before the deadline, and once it is over; each once. */
export async function remindLate(ctx: Ctx): Promise<void> {
  const open = await ctx.db
    .select({ round: rounds, org: sheets.org })
    .from(sheets)
    .innerJoin(rounds, eq(rounds.id, sheets.round))
    .where(and(eq(rounds.status, 'open'), eq(sheets.kind, 'unit'), inArray(sheets.status, ['waiting'])))
  for (const { round, org } of open) {
    const left = workdaysBetween(ctx.today, round.dueOn)
    const late = ctx.today > round.dueOn
    if (!org || (!late && left > 1)) continue
    await tell(ctx, {
      to: { orgs: [org] },
      topic: 'dispatch',
      title: late ? `${round.title}逾期未确认` : `${round.title}即将到期`,
      text: `请${late ? '尽快' : `于 ${round.dueOn} 前`}确认本单位调度单。`,
      link: `/office/dispatch/${round.id}`,
      key: `dispatch-${round.id}-${late ? 'late' : 'soon'}`,
    })
  }
}
