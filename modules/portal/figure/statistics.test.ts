/** Published statistics on the portal: everyone reads the totals, a mark stands for what is hidden, nobody is named. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PublishedCell } from '#modules/statistics/model.ts'
import { statTables } from '#modules/statistics/tables.ts'
import { machine } from '#platform/context.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { portal } from '../routes.tsx'

let district: District
let app: FastifyInstance
let id: string
const cell = (row: string | null, column: string | null, enterprises: number | null, amount: number | null): PublishedCell => ({
  row,
  column,
  enterprises,
  amount,
  hidden: enterprises === null ? 'fewer-than-three' : null,
})

beforeAll(async () => {
  district = await openDistrict()
  const table = {
    title: '主营业务收入（按园城、行业大类）',
    scheme: 'quarterly' as const,
    month: '2024-06',
    cell: 'revenue' as const,
    rows: 'zone' as const,
    columns: 'division' as const,
    cells: [
      cell('甲园', '软件', 4, 12_345_600),
      cell('甲园', '互联网', null, null),
      cell('甲园', null, null, null),
      cell('乙园', '软件', 0, 0),
      cell('乙园', '互联网', 7, 70_000_000),
      cell('乙园', null, 7, 70_000_000),
      cell(null, '软件', 4, 12_345_600),
      cell(null, '互联网', null, null),
      cell(null, null, 13, 90_000_000),
    ],
    publishedOn: '2024-08-05',
    publishedBy: '申统计',
  }
  const [row] = await district.run(machine(region), '2024-08-05', ({ db }) => db.insert(statTables).values(table).returning())
  id = row!.id
  app = portalOn('2024-08-06')
})
afterAll(async () => {
  await app.close()
  await district.close()
})

function portalOn(day: string): FastifyInstance {
  const server = Fastify()
  const { run } = district
  const { absent } = portal(server, { session: { run: (actor, _, work) => run(actor, day, work) }, region })
  server.setNotFoundHandler(absent)
  return server
}

it('lists what was published up to the day, and leads there', async () => {
  const { body } = await app.inject('/statistics')
  expect(body).toContain(`<a href="/statistics/${id}">主营业务收入（按园城、行业大类）</a>`)
  expect(body).toContain('2024年8月5日')
  const before = portalOn('2024-08-04')
  expect((await before.inject('/statistics')).body).toContain('尚未公布统计表')
  expect((await before.inject(`/statistics/${id}`)).statusCode).toBe(404)
  await before.close()
})

it('shows totals in 万元 with the number of enterprises, a mark where it is hidden, and why', async () => {
  const { body } = await app.inject(`/statistics/${id}`)
  const [, ...rows] = [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  expect(rows).toEqual(['甲园 1,234.56（4） * *', '乙园 — 7,000（7） 7,000（7）', '合计 1,234.56（4） * 9,000（13）'])
  expect(body).toContain('* 企业少于3家，不予公布')
  expect(body).not.toContain('申统计')
})

it('answers an address without a table as every other', async () => {
  for (const url of ['/statistics/nothing', `/statistics/${region}`]) expect((await app.inject(url)).statusCode, url).toBe(404)
})
