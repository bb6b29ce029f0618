/** The public portal: pages rendered on the server, without any script in the browser. */
import type { FastifyInstance } from 'fastify'
import { planInForce } from '#modules/plan/queries.ts'
import { visitor } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'

export function portal(app: FastifyInstance, { session, region }: { session: Session; region: string }): void {
  app.get('/', async (_, reply) => {
    const plan = await session.run(visitor(region), 'portal', planInForce)
    return reply
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="zh-CN"><title>满天星</title><h1>${plan?.title ?? '满天星'}</h1><a href="/login">登录</a></html>`,
      )
  })
}
