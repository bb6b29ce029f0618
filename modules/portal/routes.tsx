/** The public portal: pages rendered on the server for anyone, without any script in the browser. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import { directoryOf } from '#modules/enterprise/find/directory.ts'
import { definitions } from '#modules/indicator/actions/definition.ts'
import { published } from '#modules/indicator/actions/publication.ts'
import { itemsOf, planInForce, textOf } from '#modules/plan/queries.ts'
import { publishedTable, publishedTables } from '#modules/statistics/queries.ts'
import { targetsInForce } from '#modules/target/actions.ts'
import { dayOf } from '#platform/clock.ts'
import { type Ctx, visitor } from '#platform/context.ts'
import { missing, Problem } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { About } from './about.tsx'
import { checkPage } from './check/page.tsx'
import { Directory } from './directory.tsx'
import { allReadings, districtOf, namesOf, unitsOf, versionsOf } from './facts.ts'
import { Published } from './figure/published.tsx'
import { StatisticsPage, StatTablePage } from './figure/statistics.tsx'
import { TargetPage } from './figure/target.tsx'
import { Frame, type Place } from './frame/frame.tsx'
import { Message } from './frame/message.tsx'
import { Home } from './plan/home.tsx'
import { Plan } from './plan/plan.tsx'
import { publicStandings, type Standing } from './plan/standing.ts'
import { TaskPage } from './plan/task.tsx'
import { answerPage, policiesPage, policyPage, takeQuestion } from './policy/pages.tsx'
import { fundsPage, listPage, listsPage, objectionPage, objectPage } from './publicity/pages.tsx'
import { needPage, spacesPage, standingPage, takeIn, unitPage, type Visit, withdraw, withdrawPage } from './space/pages.tsx'

const styles = fileURLToPath(new URL('./style/', import.meta.url))
const css = readdirSync(styles)
  .sort()
  .map((name) => readFileSync(`${styles}${name}`, 'utf8').replace(/\s+/g, ' '))
  .join('\n')
/** Named after its content, so that browsers may keep it for ever. */
const style = `/portal/${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`

type Parts = { session: Session; region: string }
/** `personal`: about one visitor, and to be kept nowhere. */
type Page = { title: string; body: ReactNode; status?: number; personal?: boolean }
type Standings = Map<string, Standing>
type Work = (ctx: Ctx, request: FastifyRequest, standings: Standings) => Promise<Page>
/** Which tasks' standings a page shows. */
type Wanted = 'no tasks' | 'all tasks' | 'the task'

/** Mounts the pages; `absent` answers addresses nobody serves. */
export function portal(app: FastifyInstance, { session, region }: Parts) {
  /** One transaction after the other: a request that held one while waiting for a second could wait for ever. */
  const standingsFor = async (wanted: Wanted, request: FastifyRequest): Promise<Standings> => {
    if (wanted === 'no tasks') return new Map()
    return publicStandings(session, region, wanted === 'the task' ? keyIn(request) : undefined)
  }

  const answer = (at: string, wanted: Wanted, work: Work) => async (request: FastifyRequest, reply: FastifyReply) => {
    const standings = await standingsFor(wanted, request)
    const { html, status, personal } = await session.run(visitor(region), 'portal', async (ctx) => {
      const page = await work(ctx, request, standings).catch(excuse)
      const frame = (
        <Frame place={await placeOf(ctx)} title={page.title} at={at}>
          {page.body}
        </Frame>
      )
      const { status = 200, personal = request.method === 'POST' } = page
      return { html: renderToStaticMarkup(frame), status, personal }
    })
    reply.status(status).type('text/html; charset=utf-8')
    reply.header('cache-control', personal ? 'no-store' : 'no-cache')
    return reply.send(`<!doctype html>${html}`)
  }

  app.get(style, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(css),
  )
  app.get('/', answer('/', 'all tasks', home))
  app.get('/plan', answer('/plan', 'all tasks', plan))
  app.get('/plan/tasks/:key', answer('/plan', 'the task', task))
  app.get('/targets/:key', answer('/', 'no tasks', target))
  app.get('/figures', answer('/figures', 'no tasks', figures))
  app.get('/enterprises', answer('/enterprises', 'no tasks', enterprises))
  app.get('/spaces', answer('/spaces', 'no tasks', spaces))
  app.get(
    '/spaces/need',
    answer('/spaces', 'no tasks', async (ctx) => needPage(ctx)),
  )
  app.get('/spaces/standing', answer('/spaces', 'no tasks', spaceStanding))
  app.get(
    '/spaces/standing/withdraw',
    answer('/spaces', 'no tasks', (ctx, request) => withdrawPage(ctx, codeIn(request))),
  )
  app.get('/spaces/:key', answer('/spaces', 'no tasks', space))
  app.get(
    '/policies',
    answer('/policies', 'no tasks', (ctx, request) => policiesPage(ctx, request.query)),
  )
  app.get(
    '/policies/standing',
    answer('/policies', 'no tasks', (ctx, request) => answerPage(ctx, codeIn(request))),
  )
  app.get(
    '/policies/check',
    answer('/policies', 'no tasks', (ctx) => checkPage(ctx)),
  )
  app.get(
    '/policies/:key',
    answer('/policies', 'no tasks', (ctx, request) => policyPage(ctx, keyIn(request))),
  )
  app.get(
    '/funds',
    answer('/publicities', 'no tasks', (ctx, request) => fundsPage(ctx, request.query)),
  )
  app.get(
    '/publicities',
    answer('/publicities', 'no tasks', (ctx) => listsPage(ctx)),
  )
  app.get(
    '/publicities/objection',
    answer('/publicities', 'no tasks', (ctx, request) => objectionPage(ctx, codeIn(request))),
  )
  app.get(
    '/publicities/:key',
    answer('/publicities', 'no tasks', (ctx, request) => listPage(ctx, keyIn(request))),
  )
  // Plain forms of pages without a script; the API itself takes none of these.
  app.register(async (forms) => {
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 32_768 }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    forms.post('/spaces/need', answer('/spaces', 'no tasks', leaveNeed))
    forms.post(
      '/spaces/standing/withdraw',
      answer('/spaces', 'no tasks', (ctx, request) => withdraw(ctx, typedIn(request))),
    )
    forms.post(
      '/publicities/:key',
      answer('/publicities', 'no tasks', (ctx, request) => objectPage(ctx, keyIn(request), typedIn(request))),
    )
    forms.post('/spaces/:key', answer('/spaces', 'no tasks', bookViewing))
    forms.post(
      '/policies/:key',
      answer('/policies', 'no tasks', (ctx, request) => takeQuestion(ctx, keyIn(request), typedIn(request))),
    )
  })
  app.get('/statistics', answer('/statistics', 'no tasks', statistics))
  app.get('/statistics/:key', answer('/statistics', 'no tasks', statTable))
  app.get('/about', answer('/about', 'no tasks', about))
  return { absent: answer('', 'no tasks', async () => absent()) }
}

const keyIn = (request: FastifyRequest) => (request.params as { key: string }).key

const home: Work = async (ctx, _, standings) => {
  const plan = await planInForce(ctx)
  if (!plan) return unpublished('首页')
  const items = await itemsOf(ctx, plan.id)
  const targets = await targetsInForce(ctx)
  return { title: '首页', body: <Home plan={plan} items={items} targets={targets} standings={standings} today={ctx.today} /> }
}

const unpublished = (title: string): Page => ({
  title,
  body: (
    <Message title="行动方案尚未发布" sentence="方案发布后，这里会公开它的目标、任务和进展。" home={title !== '首页'} login />
  ),
})

const plan: Work = async (ctx, request, standings) => {
  const { version } = request.query as { version?: string }
  const versions = await versionsOf(ctx)
  const inForce = await planInForce(ctx)
  const shown = version === undefined ? inForce : versions.find(({ id }) => id === version)
  if (!shown && versions.length === 0) return unpublished('行动方案')
  if (!shown) throw missing('方案')
  const body = (
    <Plan
      plan={shown}
      text={await textOf(ctx, shown.id)}
      versions={versions}
      items={await itemsOf(ctx, shown.id)}
      names={await namesOf(ctx)}
      standings={shown.id === inForce?.id ? standings : null}
    />
  )
  return { title: '行动方案', body }
}

const task: Work = async (ctx, request, standings) => {
  const inForce = await planInForce(ctx)
  const items = inForce && (await itemsOf(ctx, inForce.id))
  const found = items?.tasks.find(({ key }) => key === keyIn(request))
  if (!items || !found) throw missing('任务')
  const units = unitsOf(items, found.key, await namesOf(ctx))
  return {
    title: found.title,
    body: <TaskPage task={found} items={items} units={units} standing={standings.get(found.key)} />,
  }
}

const target: Work = async (ctx, request) => {
  const found = (await targetsInForce(ctx)).find(({ target }) => target.key === keyIn(request))
  if (!found) throw missing('目标')
  const all = await allReadings(ctx, found.target.key)
  const body = <TargetPage of={found} all={all} names={await namesOf(ctx)} today={ctx.today} />
  return { title: found.target.subject, body }
}

const statistics: Work = async (ctx) => ({ title: '统计数据', body: <StatisticsPage tables={await publishedTables(ctx)} /> })

const statTable: Work = async (ctx, request) => {
  const key = z.uuid().safeParse(keyIn(request))
  if (!key.success) throw missing('统计表')
  const table = await publishedTable(ctx, key.data)
  return { title: table.title, body: <StatTablePage of={table} /> }
}

const asked = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
  words: z.string().trim().max(60).catch(''),
  zone: z.string().min(1).nullable().catch(null),
  page: z.coerce.number().int().positive().max(10_000).catch(1),
})

const figures: Work = async (ctx, request) => {
  const { month } = asked.parse(request.query)
  const of = await published(ctx, month ? { month } : {})
  const meanings = new Map((await definitions(ctx, {})).map(({ code, meaning }) => [code, meaning]))
  return { title: '数据公布', body: <Published of={of} meanings={meanings} /> }
}

const size = 30
const enterprises: Work = async (ctx, request) => {
  const { words, zone, page } = asked.parse(request.query)
  const of = await directoryOf(ctx, { words, zone, page, size })
  return { title: '企业名录', body: <Directory of={of} words={words} zone={zone} page={page} size={size} /> }
}

const spaces: Work = (ctx, request) => spacesPage(ctx, request.query)

const visitIn = (request: FastifyRequest): Visit => ({
  key: identified(keyIn(request)),
  typed: typedIn(request),
  origin: `${request.protocol}://${request.host}`,
})
/** Text under names, as forms send it; what else a program may send is nothing. */
const form = z.record(z.string(), z.string()).catch({})
const typedIn = (request: FastifyRequest) => form.parse(request.body)
function identified(key: string): string {
  if (!z.uuid().safeParse(key).success) throw missing('房源')
  return key
}
const space: Work = (ctx, request) => unitPage(ctx, visitIn(request))
const bookViewing: Work = (ctx, request) => {
  const visit = visitIn(request)
  return takeIn(ctx, visit.key, visit.typed, (problem) => unitPage(ctx, visit, problem))
}
const leaveNeed: Work = (ctx, request) =>
  takeIn(ctx, null, typedIn(request), (problem) => needPage(ctx, typedIn(request), problem))
const codeIn = (request: FastifyRequest) => String((request.query as { code?: string }).code ?? '').slice(0, 60)
const spaceStanding: Work = (ctx, request) => standingPage(ctx, codeIn(request))

const about: Work = async (ctx) => ({ title: '关于本站', body: <About demo={(await planInForce(ctx))?.demo ?? false} /> })

const absent = (sentence = '这个地址没有内容，可能已经移走，或者地址有误。'): Page => ({
  title: '没有找到',
  status: 404,
  body: <Message title="没有找到" sentence={sentence} />,
})

/** What may be told is told in the portal's own clothes; anything else stays a fault of the server. */
function excuse(error: unknown): Page {
  if (!(error instanceof Problem)) throw error
  if (error.status === 404) return absent(`${error.message}。`)
  return { title: '暂时无法显示', status: error.status, body: <Message title="暂时无法显示" sentence={error.message} /> }
}

async function placeOf(ctx: Ctx): Promise<Place> {
  return {
    district: await districtOf(ctx),
    style,
    today: ctx.today,
    clockSet: ctx.today !== dayOf(new Date()),
    demo: (await planInForce(ctx))?.demo ?? false,
  }
}
