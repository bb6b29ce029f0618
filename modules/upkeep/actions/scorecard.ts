/** How well each building is run: response, occupancy, satisfaction of the last twelve months, each number open to what makes it. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { yearBefore } from '#engines/indicator/months.ts'
import { scoreOf } from '#engines/upkeep/score.ts'
import { buildings } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { upkeepRule } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { upkeepRules } from '../tables.ts'

const part = z.object({
  name: z.enum(['response', 'occupancy', 'satisfaction']),
  title: z.string(),
  of: z.number(),
  points: z.number().nullable(),
  sentence: z.string(),
})
const score = z.object({ points: z.number().nullable(), parts: z.array(part) })

type Row = {
  building: string
  name: string
  zoneName: string | null
  operator: string | null
  inTime: number
  due: number
  used: number
  area: number
  sum: number
  marks: number
}

export const scorecard = query(
  {
    label: '运营评分',
    who: officials,
    input: z.object({ zone: z.uuid().optional() }),
    output: z.object({
      from: z.string(),
      rows: z.array(
        z.object({
          building: z.uuid(),
          name: z.string(),
          zoneName: z.string().nullable(),
          operator: z.string().nullable(),
          score,
        }),
      ),
      operators: z.array(z.object({ operator: z.string(), buildings: z.number(), score })),
      rule: upkeepRule.omit({ since: true, basis: true }),
    }),
  },
  async (ctx, { zone }) => {
    const rule = await ruleOn(ctx, ctx.today)
    const from = yearBefore(ctx.today)
    const rows = await factsOf(ctx, from, zone)
    const operators = [...new Set(rows.flatMap(({ operator }) => operator ?? []))].map((operator) => {
      const own = rows.filter((row) => row.operator === operator)
      return { operator, buildings: own.length, score: scoreOf(together(own), rule) }
    })
    return {
      from,
      rule,
      rows: rows.map((row) => ({ ...row, score: scoreOf(together([row]), rule) })),
      operators: operators.sort((a, b) => (b.score.points ?? -1) - (a.score.points ?? -1)),
    }
  },
)

/** Tickets whose time came within the span, what tenants gave them, areas of today; counts and sums only. No keeper marks himself. */
async function factsOf(ctx: Ctx, from: string, zone: string | undefined): Promise<Row[]> {
  const { rows } = (await overAll(ctx, ({ db, today }) =>
    db.execute(sql`
      select b.id as building, b.name, z.short_name as "zoneName", b.operator,
        coalesce(t.in_time, 0)::int as "inTime", coalesce(t.due, 0)::int as due, coalesce(t.sum, 0)::int as sum, coalesce(t.marks, 0)::int as marks,
        coalesce(o.used, 0)::float8 as used, coalesce(u.area, 0)::float8 as area
      from ${buildings} b left join org z on z.id = b.zone
      join lateral (select sum(area) as area from unit where building = b.id and use <> 'shared' and since <= ${today} and (until is null or until > ${today})) u on u.area > 0
      left join lateral (select sum(area) as used from occupancy where building = b.id and use <> 'shared' and known_until is null and since <= ${today} and (until is null or until > ${today})) o on true
      left join lateral (select count(*) as due,
          count(*) filter (where (done_at at time zone 'Asia/Shanghai')::date <= due_on) as in_time,
          sum(score) filter (where by_tenant) as sum, count(score) filter (where by_tenant) as marks
        from ticket join lateral (select w.kind in ('enterprise', 'institution') as by_tenant from org w where w.id = ticket.org) told on true
        where building = b.id and status <> 'withdrawn' and due_on >= ${from} and (due_on < ${today} or done_at is not null)) t on true
      where ${zone ? sql`b.zone = ${zone}` : sql`true`} order by b.name`),
  )) as unknown as { rows: Row[] }
  return rows
}

const add = (rows: Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0)
const area = (rows: Row[], of: (row: Row) => number) => add(rows, (row) => Math.round(of(row) * 100)) / 100
const together = (rows: Row[]) => ({
  response: { inTime: add(rows, (row) => row.inTime), all: add(rows, (row) => row.due) },
  occupancy: { used: area(rows, (row) => row.used), all: area(rows, (row) => row.area) },
  satisfaction: { sum: add(rows, (row) => row.sum), marks: add(rows, (row) => row.marks) },
})

export const upkeepRulesOf = query(
  { label: '楼宇服务规则', who: officials, input: z.object({}), output: z.array(upkeepRule.extend({ id: z.uuid() })) },
  ({ db }) => db.select().from(upkeepRules).orderBy(sql`since desc`),
)

export const enactUpkeepRule = command(
  { label: '发布楼宇服务规则', who: ['office'], input: upkeepRule, output: z.object({ id: z.uuid() }) },
  async ({ db, today }, rule) => {
    const { response, occupancy, satisfaction } = rule.weights
    if ([response, occupancy, satisfaction].some((weight) => weight < 0)) throw invalid('评分权重不能为负数')
    if (Math.abs(response + occupancy + satisfaction - 100) > 1e-9) throw invalid('三项评分权重合计应为 100')
    if (!(rule.fullOccupancy > 0 && rule.fullOccupancy <= 1)) throw invalid('入驻率满分线应在 0 至 100% 之间')
    if (rule.since < today) throw invalid('新规则不能早于今天生效')
    const [row] = await db.insert(upkeepRules).values(rule).returning({ id: upkeepRules.id })
    return row!
  },
)
