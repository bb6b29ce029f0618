/** What can be applied for, in public: within its days only, with the days left and the way to apply. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import type { Session } from '#platform/session.ts'
import { type Granting, openGranting, today } from '#test/claim.ts'
import { region } from '#test/it.ts'
import { portal } from '../routes.tsx'

const { claim, policy } = modules
let at: Granting
const servers: FastifyInstance[] = []
const announced = (rest: object) => ({
  ...{
    title: '市级软件产业专项',
    level: 'city' as const,
    issuer: '市经济信息委',
    openedOn: '2024-06-01',
    deadline: '2024-07-31',
  },
  ...{ innerDeadline: '2024-07-19', org: at.org('科技局'), most: 1, text: '每区推荐一项。', ...rest },
})
beforeAll(async () => {
  at = await openGranting()
  await at.open({ title: '尚未开始的批次', opensOn: '2024-07-01' })
  const cancelled = await at.open({ title: '已取消的批次', clauses: ['trial'] })
  await at.play(at.who.science, today, claim.cancelCycle, cancelled)
  await at.play(at.who.science, today, policy.openCall, announced({}))
  await at.play(at.who.science, today, policy.openCall, announced({ title: '区内已截止的专项', innerDeadline: '2024-06-02' }))
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  await at?.close()
})

/** The page as a visitor reads it on a day. */
async function open(url: string, day: string): Promise<string> {
  const session: Session = { run: (actor, _, work) => at.run(actor, day, work) }
  const server = Fastify()
  servers.push(server)
  server.setNotFoundHandler(portal(server, { session, region }).absent)
  return (await server.inject(url)).body
}
const plain = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')

describe('what can be applied for', () => {
  it('is a batch within its days and a call within its inner deadline, each with the days left', async () => {
    const page = plain(await open('/policies', '2024-06-28'))
    expect(page).toContain('正在受理（2）')
    expect(page).toContain('2024 年第一批还有 33 天')
    expect(page).toContain('市级软件产业专项还有 21 天')
    for (const word of ['尚未开始的批次', '已取消的批次', '区内已截止的专项']) expect(page, word).not.toContain(word)
  })

  it('leads to the application of each clause, behind the door of firms', async () => {
    const page = await open('/policies', '2024-06-28')
    expect(page).toContain('href="/enterprise/claims/new?policy=test-measures&amp;clause=staff"')
    expect(page).toContain('href="/enterprise/bids"')
    const one = await open('/policies/test-measures', '2024-06-28')
    expect(one).toContain('href="/enterprise/claims/new?policy=test-measures&amp;clause=staff"')
    expect(plain(one)).not.toContain('市级软件产业专项')
  })

  it('ends with its last day', async () => {
    expect(plain(await open('/policies', '2024-07-19'))).toContain('市级软件产业专项今天截止')
    expect(plain(await open('/policies', '2024-07-20'))).not.toContain('市级软件产业专项')
    expect(plain(await open('/policies/test-measures', '2024-07-31'))).toContain('今天截止')
    const after = plain(await open('/policies/test-measures', '2024-08-01'))
    expect([after.includes('2024 年第一批'), after.includes('测试措施')]).toEqual([false, true])
  })

  it('gives way to what was searched for', async () => {
    expect(plain(await open('/policies?words=租金', '2024-06-28'))).not.toContain('正在受理')
  })
})
