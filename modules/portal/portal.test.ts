/** The public portal: everyone reads the plan and how it stands; nobody reads more than that. */
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, revise } from '#modules/plan/actions/version.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { measures, milestones, overrides, reports } from '#modules/work/tables.ts'
import { visitor } from '#platform/context.ts'
import { cast } from '#seed/cast.ts'
import { demoDay } from '#seed/demo.ts'
import { databaseUrl } from '#test/database.ts'
import { type Shown, showDemo } from '#test/shown.ts'
import { home, zhou } from '#test/town.ts'
import { ticksUpTo } from './figure/chart.tsx'
import { publicStandings } from './plan/standing.ts'

let shown: Shown
let app: FastifyInstance
let pages: Map<string, string>
beforeAll(async () => {
  shown = await showDemo()
  app = shown.portalOn(demoDay)
  pages = new Map()
  const start = ['/', '/plan', '/about']
  for (const url of start) pages.set(url, (await app.inject(url)).body)
  for (const [url] of pages.get('/')!.matchAll(/\/(plan\/tasks|targets)\/[0-9a-f-]{36}/g)) {
    if (!pages.has(url)) pages.set(url, (await app.inject(url)).body)
  }
}, 120_000)
afterAll(() => shown?.close())

const kind = (part: string) => [...pages].filter(([url]) => url.includes(part))
const plain = (html: string) => html.replace(/<[^>]+>/g, '')

describe('content', () => {
  it('shows all tasks and targets, each with a page of its own', () => {
    expect(kind('/plan/tasks/')).toHaveLength(21)
    expect(kind('/targets/').length).toBeGreaterThanOrEqual(16)
    const first = plain(pages.get('/')!)
    for (const word of ['盘活存量楼宇', '新增软件企业', '缙云人文科技城', '推动空间利用', '营造发展氛围'])
      expect(first).toContain(word)
  })

  it('shows the plan in full, with units and version', () => {
    const text = plain(pages.get('/plan')!)
    for (const word of [
      '一、发展目标',
      '（八）优化软件产业生态',
      '21. 营造发展氛围',
      '园城公司（5 家）',
      '综合协调组',
      '抄送',
      '第 1 版（现行）',
    ])
      expect(text).toContain(word)
  })

  it('tells how a task stands in general words', () => {
    const [, html] = kind('/plan/tasks/').find(([, page]) => page.includes('设立产业基金</h1>'))!
    const text = plain(html)
    expect(text).toContain('滞后')
    expect(text).toContain('有 1 个节点超过期限较久，尚未完成')
    expect(text).toMatch(/计划 8 个节点，已完成 7 个/)
  })

  it('draws a target and tells where every value comes from, corrections included', () => {
    const [, html] = kind('/targets/').find(([, page]) => /双创[^<]*<\/h1>/.test(page) && page.includes('更正'))!
    expect(html).toContain('role="img"')
    const text = plain(html)
    expect(text).toContain('楼宇台账汇总')
    expect(text).toContain('更正：两个园城重复统计')
  })

  it('tells of a target the ledgers measure what was published, and where', () => {
    const [, html] = kind('/targets/').find(([, page]) => page.includes('新增软件从业人员</h1>'))!
    expect(html).toContain('href="/figures"')
    expect(plain(html)).toContain('2025年10月31日')
    expect(plain(html)).not.toContain('2025年11月30日')
  })

  it('labels demonstration data and a set clock on every page', () => {
    for (const [url, html] of pages) {
      expect(plain(html), url).toContain('演示数据')
      expect(plain(html), url).toContain('系统日期 2025年12月2日')
    }
  })

  it('sends no script and one style sheet that may be kept for ever', async () => {
    for (const [url, html] of pages) expect(html, url).not.toMatch(/<script|javascript:|\son[a-z]+=/i)
    const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(pages.get('/')!)!
    const { statusCode, headers, body } = await app.inject(style!)
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toContain('immutable')
    expect(body.length).toBeLessThan(30_000)
  })
})

describe('what is internal stays inside', () => {
  it('keeps words of measures, milestones, reports and overrides and the names of people off every page', async () => {
    const owner = new pg.Client(await databaseUrl())
    await owner.connect()
    const { rows } = await owner.query<{ text: string }>(`
      select title as text from measure union select title from milestone union select evidence from milestone
      union select evidence_wanted from milestone union select progress from report union select problems from report
      union select next from report union select opinion from report union select reason from override`)
    const published = (await owner.query<{ text: string }>('select text from plan')).rows[0]!.text
    await owner.end()
    // A measure may be named in the very words of the plan.
    const secrets = rows.flatMap(({ text }) => (text && text.length >= 6 && !published.includes(text) ? [text] : []))
    expect(secrets.length).toBeGreaterThan(3000)
    for (const [url, html] of pages) {
      const text = plain(html)
      expect(
        secrets.filter((secret) => text.includes(secret)),
        url,
      ).toEqual([])
      expect(
        cast.filter(({ name }) => text.includes(name)).map(({ name }) => name),
        url,
      ).toEqual([])
    }
  })

  it('gives a visitor no row of the tables behind the lights', async () => {
    const seen = await shown
      .on(demoDay)
      .run(visitor(home), 'test', async ({ db }) => [
        ...(await db.select({ id: measures.id }).from(measures)),
        ...(await db.select({ id: milestones.id }).from(milestones)),
        ...(await db.select({ id: reports.id }).from(reports)),
        ...(await db.select({ id: overrides.id }).from(overrides)),
      ])
    expect(seen).toEqual([])
  })

  it('hands out lights, counts and set phrases only', async () => {
    const standings = [...(await publicStandings(shown.on(demoDay), home)).values()]
    expect(standings).toHaveLength(21)
    expect(new Set(standings.flatMap((one) => Object.keys(one)))).toEqual(new Set(['light', 'done', 'total', 'reasons']))
    const phrases = new Set(standings.flatMap(({ reasons }) => reasons.map((reason) => reason.replace(/\d+/g, 'n'))))
    expect(phrases.size).toBeLessThanOrEqual(9)
    expect([...phrases].every((phrase) => phrase.length <= 24)).toBe(true)
  })
})

describe('addresses', () => {
  it.each(['/plan/tasks/nothing', '/targets/00000000-0000-4000-8000-000000000000', '/plan?version=nothing', '/no/such/page'])(
    '%s is not found, in the same clothing',
    async (url) => {
      const { statusCode, body } = await app.inject(url)
      expect(statusCode).toBe(404)
      expect(plain(body)).toContain('没有找到')
      expect(body).toContain('class="head"')
    },
  )

  it('says so before any plan is published', async () => {
    const { statusCode, body } = await shown.portalOn('2022-10-15').inject('/')
    expect(statusCode).toBe(200)
    expect(plain(body)).toContain('行动方案尚未发布')
  })

  it('shows an earlier day as it was: lights and values known then', async () => {
    const { body } = await shown.portalOn('2023-03-01').inject('/')
    expect(plain(body)).toContain('截至2022年12月31日')
    expect(plain(body)).not.toContain('2025年9月30日')
  })
})

describe('versions', () => {
  it('keeps the former version readable, without lights of today', async () => {
    const { run } = shown.on('2025-12-03')
    const former = (await run(zhou, 'test', planInForce))!.id
    const { id } = await run(zhou, 'plan/revise', (ctx) => revise(ctx, { id: former, revision: '调整第 9 项任务的表述' }))
    const late = shown.portalOn('2025-12-03')
    expect(plain((await late.inject('/plan')).body)).not.toContain('调整第 9 项任务的表述')
    expect((await late.inject(`/plan?version=${id}`)).statusCode).toBe(404)
    await run(zhou, 'plan/publish', (ctx) => publish(ctx, { id }))
    const now = plain((await late.inject('/plan')).body)
    expect(now).toContain('第 2 版（现行）')
    expect(now).toContain('调整第 9 项任务的表述')
    const before = (await late.inject(`/plan?version=${former}`)).body
    expect(plain(before)).toContain('第 1 版（已修订）')
    expect(before).not.toContain('class="light')
  })
})

describe('axis', () => {
  it('has round marks that reach the highest value', () => {
    expect(ticksUpTo(190_000)).toEqual([0, 50_000, 100_000, 150_000, 200_000])
    expect(ticksUpTo(0.3)).toEqual([0, 0.1, 0.2, 0.3])
    expect(ticksUpTo(1)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(ticksUpTo(0)).toEqual([0, 1])
  })
})
