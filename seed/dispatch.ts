/** Dispatch in the demo district: the rule, the rounds of half a year, and what units answered (演示数据). */
import { and, asc, eq } from 'drizzle-orm'
import { lastDayOf } from '#engines/indicator/months.ts'
import { askHelp, confirmSheet, remarkSheet } from '#modules/dispatch/actions/answer.ts'
import { closeRound, issueRound, remarkDraft } from '#modules/dispatch/actions/issue.ts'
import { enactDispatchRule } from '#modules/dispatch/actions/rule.ts'
import { openDue } from '#modules/dispatch/open.ts'
import { rounds, sheets } from '#modules/dispatch/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { bodies } from './bodies.ts'
import { actorNamed, actorOf, cast, orgId, reporterOf } from './cast.ts'
import type { Scene } from './stage.ts'

/** Months whose rounds are over; the one after them is open on the day the demo opens. */
const over = ['2025-07', '2025-08', '2025-09', '2025-10'] as const
const running = '2025-11'
const openOn = 8
const soonerOn = 1
const confirmDays = 5

export function dispatchScenes(region: string, until: string): Scene[] {
  const office = actorNamed('周科', region)
  const rule = (day: string, since: string, openOn: number, basis: string): Scene => ({
    ...{ day, hour: 9, actor: office, action: 'dispatch/enactDispatchRule' },
    work: (ctx) => enactDispatchRule(ctx, { since, openOn, confirmDays, basis }),
  })
  return [
    rule('2025-08-01', '2025-08-01', openOn, '领导小组办公室工作规则（演示）'),
    rule('2025-11-25', '2025-12-01', soonerOn, '领导小组会议议定：月末即调度，发起提前到次月第1个工作日（演示）'),
    ...over.flatMap((month, at) => finished(region, month, at)),
    ...open(region),
  ].filter(({ day }) => day <= until)
}

const opening = (month: string, on: number) => addWorkdays(lastDayOf(month), on)

function finished(region: string, month: string, at: number): Scene[] {
  const office = actorNamed('周科', region)
  const day = opening(month, openOn)
  const scene = (on: number, hour: number, action: string, work: Scene['work']): Scene => ({
    ...{ day: addWorkdays(day, on), hour, actor: office, action },
    work,
  })
  return [
    { day, hour: 8, actor: machine(region), action: 'dispatch/open', work: openDue },
    ...answers(region, month, addWorkdays(day, 2), month === '2025-09' ? remarks : []),
    scene(confirmDays + 1, 10, 'dispatch/closeRound', (ctx) => eachRound(ctx, month, (id) => closeRound(ctx, { id }))),
    scene(confirmDays + 2, 10, 'dispatch/issueRound', (ctx) =>
      eachRound(ctx, month, async (id, nth) => {
        const { remark } = await remarkDraft(ctx, { id })
        await issueRound(ctx, { id, number: `碚软领办通报〔2025〕${2 * at + 1 + nth}号`, remark })
      }),
    ),
  ]
}

function open(region: string): Scene[] {
  const day = opening(running, soonerOn)
  return [
    { day, hour: 8, actor: machine(region), action: 'dispatch/open', work: openDue },
    ...answers(region, running, day, [...remarks, ...help], 9),
  ]
}

type Answer = { org: string; give: (ctx: Ctx, id: string) => Promise<unknown> }
const remarks: Answer[] = [
  {
    org: '区人力社保局',
    give: (ctx, id) =>
      remarkSheet(ctx, { id, remark: '本月两场专场招聘会已办结，佐证材料正在整理，拟于下月初补报节点完成情况。' }),
  },
]
const help: Answer[] = [
  {
    org: '缙云公司',
    give: (ctx, id) =>
      askHelp(ctx, {
        ...{ id, task: null, dueOn: addWorkdays(ctx.today, 10), title: '数字谷二期消防验收需协调' },
        text: '二期两层已完成改造，消防验收涉及多个部门，公司多次对接未能确定时间，影响年底前交付，请牵头工作组协调。',
      }),
  },
]

/** Units that have somebody who reports; `most` of them have answered so far. */
function answers(region: string, month: string, day: string, special: Answer[], most = Number.POSITIVE_INFINITY): Scene[] {
  const apart = special.map(({ org }) => org)
  const rest = bodies
    .filter(({ kind, shortName }) => ['department', 'company', 'town'].includes(kind) && !apart.includes(shortName))
    .filter(({ shortName }) => reports(shortName, day))
    // On the day the demo opens those who sign in still have theirs before them.
    .filter(({ shortName }) => most === Number.POSITIVE_INFINITY || !waiting.includes(shortName))
    .slice(0, most)
    .map(({ shortName }): Answer => ({ org: shortName, give: (ctx, id) => confirmSheet(ctx, { id }) }))
  return [...rest, ...special].map(({ org, give }, at) => ({
    ...{ day, hour: 9 + at / 12, actor: actorOf(reporterOf(org, day), region), action: 'dispatch/answer' },
    work: async (ctx) => {
      const [found] = await ctx.db
        .select({ id: sheets.id })
        .from(sheets)
        .innerJoin(rounds, eq(rounds.id, sheets.round))
        .where(and(eq(rounds.period, month), eq(sheets.kind, 'unit'), eq(sheets.org, orgId(org, region))))
      if (found) await give(ctx, found.id)
    },
  }))
}
const waiting = ['区科技局', '蔡家公司', '天生街道', '区金融发展中心', '区经济信息委', '区大数据发展局']

const reporting = ['office', 'department', 'park', 'town']
const reports = (org: string, day: string): boolean =>
  cast.some((one) => one.org === org && reporting.includes(one.role) && (one.since ?? day) <= day && day <= (one.until ?? day))

/** The monthly round of a month, and the quarterly one that opened with it. */
async function eachRound(ctx: Ctx, month: string, work: (id: string, nth: number) => Promise<unknown>): Promise<void> {
  const opened = opening(month, openOn)
  const found = await ctx.db.select({ id: rounds.id }).from(rounds).where(eq(rounds.opensOn, opened)).orderBy(asc(rounds.rhythm))
  for (const [nth, { id }] of found.entries()) await work(id, nth)
}
