/** The door of the building: login over HTTP, and who it is that asks. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Actor } from '../context.ts'
import { denied, invalid, missing } from '../problem.ts'
import { actorFrom } from './actor.ts'
import type { Auth } from './auth.ts'
import * as login from './login.ts'
import { addressHeader } from './sign-in.ts'

export type Door = {
  /** @param action an action, or nothing for pages */
  actorOf(request: FastifyRequest, action?: { unfinished?: true }): Promise<Actor>
}

const words = (title: string, max: number) =>
  z
    .string({ error: `请填写${title}` })
    .min(1, `请填写${title}`)
    .max(max, `${title}过长`)
    .regex(/^[^\u0000-\u001f\u007f]*$/, `${title}中含有无法识别的字符`)
const password = words('密码', 128)
const code = z.object({ code: words('动态口令', 20) })
/** A page of ours, never another site. */
const page = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\n\r]*$/, '登录后要去的页面有误')

export function registerAuth(app: FastifyInstance, { auth, clock }: { auth: Auth; clock: Clock }): Door {
  const post = <S extends z.ZodType>(
    path: string,
    body: S,
    work: (auth: Auth, visit: login.Visit, given: z.output<S>) => Promise<unknown>,
  ) =>
    app.post(`/api/auth/${path}`, async (request, reply) => {
      const given = body.safeParse(request.body ?? {})
      if (!given.success) throw invalid(given.error.issues[0]?.message ?? '填写的内容有误')
      return work(auth, visitOf(request, reply), given.data)
    })

  post('sign-in', z.object({ username: words('账号', 80), password }), login.enter)
  post('verify-code', code, login.verifyCode)
  post('verify-backup-code', code, login.verifyBackupCode)
  post('enrol', z.object({ password }), login.enrol)
  post('change-password', z.object({ currentPassword: password, newPassword: password }), login.changePassword)
  post('sign-out', z.object({}), login.leave)
  post('identity', z.object({ callbackURL: page.default('/') }), login.startIdentity)
  app.get('/api/auth/callback/oidc', async (request, reply) =>
    reply.redirect(await login.finishIdentity(auth, visitOf(request, reply), request.url)),
  )
  app.get('/api/auth/ways', async () => ({ password: true, identity: auth.identity }))
  app.post('/api/auth/sign-up', async () => {
    throw denied('本平台不开放自行注册，账号由安全管理员开立')
  })
  app.all('/api/auth/*', async () => {
    throw missing('接口')
  })
  return { actorOf: (request, action) => actorFrom(auth, headersOf(request), clock, action?.unfinished) }
}

/** Only what login needs; the address is what the server made out, whatever the client says. */
function headersOf({ headers: { cookie, 'user-agent': agent }, ip }: FastifyRequest): Headers {
  const headers = new Headers({ [addressHeader]: ip })
  if (cookie) headers.set('cookie', cookie)
  if (agent) headers.set('user-agent', agent)
  return headers
}

const visitOf = (request: FastifyRequest, reply: FastifyReply): login.Visit => ({
  headers: headersOf(request),
  ip: request.ip,
  keep: (headers) => {
    for (const cookie of headers?.getSetCookie() ?? []) reply.header('set-cookie', cookie)
    reply.header('cache-control', 'no-store')
  },
})
