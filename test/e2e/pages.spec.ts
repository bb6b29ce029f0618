/** Every page, as the people who use it: no script error, nothing wider than the phone, no accessibility fault of weight. */
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, type Running, startServer } from '../server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dataDirectory = join(tmpdir(), `mantianxing-pages-${process.pid}`)
let server: Running
let browser: Browser
/** Addresses of one of each thing that has a page of its own in the demo district. */
const one: Record<string, string> = {}

beforeAll(async () => {
  server = await startServer(dataDirectory)
  browser = await launchBrowser()
  const { query } = await login(server.address, 'zhouke', demoPassword)
  const { plan, tasks, targets } = await query('plan/show')
  const [firm] = (await query('enterprise/list', { words: '满星软件' })).rows
  const [accepted] = await query('filing/history', { enterprise: firm.id })
  const [waiting] = (await query('filing/queue')).rows
  const [ticket] = (await query('upkeep/tickets')).rows
  const [tenancy] = (await query('lease/list', { words: '满星软件' })).rows
  const [draft] = (await query('lease/list', { standing: 'draft' })).rows
  const [assigned] = await query('movein/assignments')
  const [room] = /(?<="\/spaces\/)[0-9a-f-]{36}/.exec(await (await fetch(`${server.address}/spaces`)).text())!
  const [effort] = (await query('space/acquisitions')).efforts
  const [matter] = (await query('movein/list')).rows
  // The first night's, begun when the server started.
  const screening = await vi.waitUntil(
    async () => (await query('claim/screeningList')).find(({ done }: { done: boolean }) => done),
    { timeout: 60_000, interval: 500 },
  )
  Object.assign(one, {
    ':plan': plan.id,
    ':task': tasks[8].key,
    ':target': targets[0].key,
    ':firm': firm.id,
    ':accepted': accepted.id,
    ':waiting': waiting.id,
    ':ticket': ticket.id,
    ':building': tenancy.building,
    ':lease': tenancy.id,
    ':draft': draft.id,
    ':assignment': assigned.id,
    ':room': room,
    ':effort': effort.id,
    ':matter': matter.id,
    ':screening': screening.id,
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

const visits: [who: string | null, paths: string[]][] = [
  [
    null,
    [
      '/',
      '/plan',
      '/plan/tasks/:task',
      '/targets/:target',
      '/figures',
      '/figures?month=2024-12',
      '/spaces',
      '/spaces?use=office&order=area',
      '/spaces/need',
      '/spaces/standing',
      '/spaces/:room',
      '/policies',
      '/policies/check',
      '/publicities',
      '/enterprises',
      '/statistics',
      '/about',
      '/nowhere',
      '/login',
    ],
  ],
  [
    'zhouke',
    [
      '/office',
      '/office/tasks',
      '/office/tasks/:task',
      '/office/targets',
      '/office/targets/:target',
      '/office/plan',
      '/office/plans',
      '/office/plans/import',
      '/office/plans/:plan',
      '/office/orgs',
      '/office/enterprises',
      '/office/enterprises/:firm',
      '/office/renewals',
      '/office/adoptions',
      '/office/criteria',
      '/office/filings',
      '/office/filings?tab=queue',
      '/office/filings?tab=names',
      '/office/filings?tab=rules',
      '/office/filings/:waiting',
      '/office/filings/of/:firm/2025-11',
      '/office/buildings',
      '/office/buildings?view=map',
      '/office/buildings/:building',
      '/office/buildings/:building?tab=use',
      '/office/buildings/:building?tab=facts',
      '/office/buildings/:building?tab=pictures',
      '/office/buildings/:building/plan',
      '/office/building-plans',
      '/office/units',
      '/office/acquisitions',
      '/office/acquisitions/:effort',
      '/office/occupancies',
      '/office/makerspaces',
      '/office/leases',
      '/office/leases/new',
      '/office/leases/:lease',
      '/office/leases/:draft/edit',
      '/office/mismatches',
      '/office/space-warnings',
      '/office/move-ins',
      '/office/move-ins?view=board',
      '/office/move-ins/:matter',
      '/office/move-in-rules',
      '/office/assignments',
      '/office/assignments/new',
      '/office/assignments/:assignment',
      '/office/tickets',
      '/office/tickets/:ticket',
      '/office/shared-rooms',
      '/office/shared-rooms?tab=bookings',
      '/office/notices',
      '/office/scorecard',
      '/office/scorecard?tab=buildings',
      '/office/scorecard?tab=rules',
      '/office/policies',
      '/office/policies/demo-measures',
      '/office/policies/demo-measures/simulate',
      '/office/claims',
      '/office/claim-cycles',
      '/office/publicities',
      '/office/objections',
      '/office/funds',
      '/office/remittances',
      '/office/commitments',
      '/office/policy-questions',
      '/office/upper-calls',
      '/office/screenings',
      '/office/screenings/:screening',
      '/office/screenings/:screening?clause=rent&near=1',
      '/office/indicators',
      '/office/indicators/revenue',
      '/office/indicators/revenue?tab=splits',
      '/office/indicators/revenue?tab=published',
      '/office/indicators/revenue?tab=versions',
      '/office/indicators/revenue/revise',
      '/office/publications',
      '/office/publications?tab=drift',
      '/office/entries',
      '/office/statistics',
      '/office/imports',
      '/cockpit',
      '/cockpit?day=2023-06-30',
    ],
  ],
  [
    'laoqin',
    [
      '/office',
      '/office/tasks/:task',
      '/office/plans/import',
      '/office/enterprises',
      '/office/filings/:accepted',
      '/office/buildings/:building',
      '/office/move-ins',
    ],
  ],
  ['guchangwu', ['/office', '/cockpit', '/office/tasks', '/office/filings', '/office/buildings/:building', '/office/leases']],
  ['xiaoshen', ['/office', '/office/statistics', '/office/enterprises/:firm', '/office/indicators/revenue']],
  [
    'xiaoman',
    [
      '/enterprise',
      '/enterprise/file',
      '/enterprise/filings',
      '/enterprise/filings/2025-11',
      '/enterprise/leases',
      '/enterprise/leases/:lease',
      '/enterprise/move-in',
      '/enterprise/policies',
      '/enterprise/claims',
      '/enterprise/payments',
      '/enterprise/questions',
      '/enterprise/bids',
      '/enterprise/services',
      '/enterprise/services?tab=rooms',
      '/enterprise/services?tab=notices',
      '/office',
    ],
  ],
  ['xiaoan', ['/enterprise', '/enterprise/file', '/enterprise/filings', '/enterprise/move-in', '/enterprise/services']],
]
const cases = visits.flatMap(([who, paths]) => paths.map((path) => [path, who] as const))
const widths = [1920, 1280, 360]
/** Faults of access are those of the widest and the narrowest; what lies between only has to fit. */
const looked = [1920, 360]

async function open(path: string, who: string | null): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: widths[0]!, height: 900 }, locale: 'zh-CN', bypassCSP: true })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refusal the page shows in words is told by the browser as well.
    if (message.type() === 'error' && !/status of 40[134]/.test(message.text())) complaints.push(message.text())
  })
  if (who) await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username: who, password: demoPassword } })
  await page.goto(server.address + path.replace(/:\w+/, (name) => one[name]!))
  await page.waitForLoadState('networkidle')
  await page.evaluate(axe)
  return { page, complaints }
}

type Axe = { run(of: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

describe.concurrent.each(cases)('%s as %s', (path, who) => {
  it('has no fault', async () => {
    const { page, complaints } = await open(path, who)
    const found: unknown[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.waitForTimeout(300)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 1) found.push({ width, overflow })
      if (!looked.includes(width)) continue
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: Axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
      )
      found.push(
        ...violations.map(({ id, nodes }) => ({ width, id, where: nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)) })),
      )
    }
    found.push(...complaints)
    await page.context().close()
    expect(found).toEqual([])
  })
})
