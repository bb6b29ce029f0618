/** The web server: actions, login, public pages and the built web app behind one address. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Modules } from './action.ts'
import { answerErrors, type Door, openapi, serveActions } from './api.ts'
import type { Changes } from './live/listen.ts'
import { serveLive } from './live.ts'
import { logOptions } from './log.ts'
import { denied, missing } from './problem.ts'

const webRoot = fileURLToPath(new URL('../web/dist', import.meta.url))
/** Paths of the signed-in doors; the single page takes over from there. */
const doors = ['/office', '/enterprise', '/cockpit', '/login', '/admin']

export type Parts = {
  modules: Modules
  sessions: Door['sessions']
  /** Mounts login and tells who asks. */
  login(app: FastifyInstance): Pick<Door, 'actorOf'>
  /** Server-rendered public pages; `absent` answers addresses nobody serves. */
  portal(app: FastifyInstance): { absent: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> }
  /** Where the database tells what changes. */
  changes: Changes
  https: boolean
}

export async function makeServer({ modules, sessions, login, portal, changes, https }: Parts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logOptions,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: 'loopback',
    // Who sends a request drop by drop does not hold a connection for ever.
    requestTimeout: 300_000,
    frameworkErrors: (_, __, reply: FastifyReply) => {
      reply.status(400).send({ code: 'invalid', message: '地址有误，请核对后重试' })
    },
  })
  answerErrors(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        upgradeInsecureRequests: https ? [] : null,
      },
    },
    strictTransportSecurity: https,
    // With no referrer at all browsers name no origin either when a form is sent, and ours would be refused.
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(compress)
  // A whole office shares one address; guessing passwords is stopped per account, by the lock.
  await app.register(rateLimit, { max: 3000, timeWindow: '1 minute' })
  app.addHook('onRequest', async (request) => refuseForeignOrigin(request))

  const { actorOf } = login(app)
  await serveActions(app, modules, { sessions, actorOf })
  serveLive(app, { actorOf, changes })
  app.get('/api/openapi.json', () => openapi(modules))
  app.get('/health', () => ({ ok: true }))
  const { absent } = portal(app)

  if (existsSync(webRoot)) {
    await app.register(statics, { root: webRoot, index: false, maxAge: '1y', immutable: true })
    for (const door of doors) {
      for (const url of [door, `${door}/*`])
        app.get(url, (_, reply) => reply.sendFile('index.html', { maxAge: 0, immutable: false }))
    }
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/')) throw missing('接口')
    // A page left open over a release asks for a file that is gone: it must not get another page instead.
    if (request.url.startsWith('/assets/')) throw missing('文件')
    return absent(request, reply)
  })
  return app
}

/** Cookies are SameSite=Lax; a browser that names another origin in a writing request is refused as well. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) throw denied('请求来源不明，已拒绝')
}
