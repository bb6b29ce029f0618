/** People are told once, under their own eyes only; what is sent goes when they want it, signed, and is written down once. */
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { persons, posts } from '#modules/org/tables.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { type District, openDistrict, publishPlan, refusal, region, type Town } from '#test/it.ts'
import { deliveryAttempts, deliveries as deliveryLog } from './actions/delivery.ts'
import { inbox, readAll, readMessage, unread } from './actions/inbox.ts'
import { preference, savePreference } from './actions/preference.ts'
import { addWebhook, stopWebhook, testWebhook, webhooks } from './actions/webhook.ts'
import { messageWorks, sendForgotten } from './job.ts'
import { post } from './sending/gateway.ts'
import { mailBy } from './sending/mail.ts'
import type { Ways } from './sending/send.ts'
import { type Telling, tell } from './tell.ts'

let district: District
let town: Town
let office: Actor
let science: Actor
let keeper: Actor
const day = '2025-12-02'
const person = { office: randomUUID(), science: randomUUID(), gone: randomUUID(), keeper: randomUUID() }

type Letter = { to: string[]; text: string }
const letters: Letter[] = []
let busy = 0
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, done) => done(busy-- > 0 ? new Error('mailbox busy') : null),
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: plain(Buffer.concat(parts).toString()) })
      done()
    })
  },
})
/** The words of a letter, whatever its encoding. */
const plain = (raw: string) => {
  const [head = '', body = ''] = [raw.slice(0, raw.indexOf('\r\n\r\n')), raw.slice(raw.indexOf('\r\n\r\n') + 4)]
  const decoded = /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : quoted(body)
  return `${head.replace(/=\?UTF-8\?B\?([^?]+)\?=(\r\n )?/gi, (_, word) => Buffer.from(word, 'base64').toString()).replace(/=\?UTF-8\?Q\?([^?]+)\?=(\r\n )?/gi, (_, word) => quoted(word.replaceAll('_', ' ')))}\n\n${decoded}`
}
const quoted = (body: string) =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()

type Call = { headers: IncomingHttpHeaders; body: string }
const calls: Call[] = []
let answerWith = 200
const gateway = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    calls.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(answerWith, { location: '/elsewhere' }).end()
  })
})
let url: string
let ways: Ways

beforeAll(async () => {
  district = await openDistrict()
  town = await publishPlan(district)
  await district.run(machine(region), day, async ({ db }) => {
    const named = { office: '周科', science: '柯科', gone: '老张', keeper: '石工' }
    const keys = Object.keys(named) as (keyof typeof named)[]
    await db.insert(persons).values(keys.map((key) => ({ id: person[key], name: named[key], account: key })))
    const held = { title: '科长', since: '2024-01-01', until: null }
    await db.insert(posts).values([
      { ...held, person: person.office, org: town.org.经信委, role: 'office' },
      { ...held, person: person.science, org: town.org.科技局, role: 'department' },
      { ...held, person: person.gone, org: town.org.科技局, role: 'department', until: '2025-12-02' },
      { ...held, person: person.keeper, org: town.org.区政府, role: 'sysadmin' },
    ])
  })
  office = { ...town.office, id: person.office }
  science = { ...town.science, id: person.science }
  keeper = { id: person.keeper, name: '石工', role: 'sysadmin', org: null, region }
  await Promise.all([
    new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done)),
    new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done)),
  ])
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/told`
  ways = {
    mail: mailBy({
      url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      from: '满天星 <notice@district.example>',
    }),
    gateway: post,
    publicUrl: 'https://mantianxing.example',
    waits: [60, 300],
  }
})
afterAll(async () => {
  await Promise.all([district.close(), new Promise<void>((done) => smtp.close(done)), new Promise((done) => gateway.close(done))])
})
beforeEach(async () => {
  await district.owner.query(`truncate message, preference, webhook, delivery, delivery_attempt, pgboss.job_common cascade`)
  letters.length = 0
  calls.length = 0
  busy = 0
  answerWith = 200
})

const telling = (of: Partial<Telling> = {}): Telling => ({
  to: { orgs: [town.org.科技局] },
  ...{
    topic: 'matter',
    title: '请报送进展',
    text: '楼宇盘活进展，本周五前。',
    link: '/office/matters/1',
    key: `k-${randomUUID()}`,
  },
  ...of,
})
const instant = (time: string, on = day) => new Date(`${on}T${time}:00+08:00`)
/** At a moment of the set clock. */
async function at<T>(actor: Actor, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const pool = openPool(await databaseUrl(), 'app', 2)
  return session(drizzleOn(pool), () => now)
    .run(actor, 'test/play', work)
    .finally(() => pool.end())
}
/** All jobs that are due at a moment of the set clock are run, as the queue would. */
async function runQueue(now: Date): Promise<void> {
  const pool = openPool(await databaseUrl(), 'app', 2)
  const works = messageWorks(
    session(drizzleOn(pool), () => now),
    ways,
  )
  const take = async (which: string) => {
    const { rows } = await district.owner.query(`delete from pgboss.job_common where ${which} returning data`)
    for (const { data } of rows) await works[data.kind]!({ ...data, finish: async () => undefined })
    return rows.length
  }
  // What is too early is put back for later; what follows at once is done at once.
  await take('true')
  while (await take('start_after <= now()'));
  await pool.end()
}
const wantsMail = (given: object = {}) => ({
  ...{
    email: 'keke@district.example',
    byEmail: true,
    digest: 'none' as const,
    digestHour: 18,
    quietFrom: null,
    quietUntil: null,
  },
  ...{ muted: [] },
  ...given,
})
const log = async () =>
  (
    await district.owner.query(
      'select d.status, d.attempts, d.answer, d.not_before, d.messages from delivery d order by created_at',
    )
  ).rows
const sent = async () => (await district.owner.query('select delivery from delivery_attempt where ok')).rowCount

it('only whoever holds a post there today is told, once a key, however often it is told', async () => {
  const told = telling()
  await at(office, instant('09:00'), async (ctx) => {
    await tell(ctx, told)
    await tell(ctx, told)
  })
  await at(office, instant('10:00'), (ctx) =>
    tell(ctx, { ...told, to: { orgs: told.to.orgs!, persons: [person.science, person.gone] } }),
  )
  const { rows } = await district.owner.query('select recipient from message')
  expect(rows).toEqual([{ recipient: person.science }])
})

it('nothing is told for what was rolled back', async () => {
  await at(office, instant('09:00'), async (ctx) => {
    await tell(ctx, telling())
    throw new Error('undone')
  }).catch(() => undefined)
  expect((await district.owner.query('select from message')).rowCount).toBe(0)
  expect((await district.owner.query('select from pgboss.job_common')).rowCount).toBe(0)
})

it('telling inside what runs above row rights leaves them as they were', async () => {
  const role = await at(office, instant('09:00'), async (ctx) => {
    await tell(ctx, telling())
    return (await ctx.db.execute(`select current_setting('app.role') as role`)) as unknown as { rows: [{ role: string }] }
  })
  expect(role.rows[0].role).toBe('office')
})

it('a person sees, counts and reads his own messages only', async () => {
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  const mine = await district.play(science, day, inbox, {})
  expect(mine.rows.map(({ title }) => title)).toEqual(['请报送进展'])
  expect(await district.play(office, day, inbox, {})).toMatchObject({ rows: [], total: 0 })
  expect(await district.play(office, day, unread, {})).toEqual({ count: 0, urgent: 0 })
  const { id } = mine.rows[0]!
  expect(await refusal(district.play(office, day, readMessage, { id }))).toContain('没有找到该消息')
  await district.play(office, day, readAll, {})
  expect(await district.play(science, day, unread, {})).toEqual({ count: 1, urgent: 0 })
  await district.play(science, day, readMessage, { id })
  expect(await district.play(science, day, unread, {})).toEqual({ count: 0, urgent: 0 })
})

it('nobody writes to others by hand, not even in SQL', async () => {
  await expect(
    at(office, instant('09:00'), (ctx) =>
      ctx.db.execute(`insert into message (recipient, topic, title, text, link, urgent, at, key)
        values ('${person.science}', 'matter', 'x', 'x', '/', false, now(), 'x')`),
    ),
  ).rejects.toThrow('您只能改动本单位的数据')
})

it('without a wish nothing leaves the house; with one the mail server receives it once', async () => {
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('09:01'))
  expect(letters).toEqual([])
  await district.play(science, '2025-12-01', savePreference, wantsMail())
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('09:01'))
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ to: ['keke@district.example'] })
  expect(letters[0]!.text).toContain('请报送进展')
  expect(letters[0]!.text).toContain('https://mantianxing.example/office/matters/1')
  expect(letters[0]!.text).toContain('满天星：')
  expect(await log()).toMatchObject([{ status: 'sent', attempts: 1 }])
})

it('what he does not want by e-mail stays in the product', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail({ muted: ['matter'] }))
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('09:01'))
  expect(await log()).toEqual([])
})

it('a digest goes out at its hour with everything told until then; urgent ones break through', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail({ digest: 'daily' }))
  for (const time of ['09:00', '11:30', '15:00']) {
    await at(office, instant(time), (ctx) => tell(ctx, telling({ title: `第${time}号` })))
    await runQueue(instant(time))
  }
  expect(letters).toEqual([])
  await at(office, instant('16:00'), (ctx) => tell(ctx, telling({ title: '立即办理', urgent: true })))
  await runQueue(instant('16:00'))
  expect(letters.map(({ text }) => text.includes('立即办理'))).toEqual([true])
  await runQueue(instant('17:59'))
  expect(letters).toHaveLength(1)
  await runQueue(instant('18:00'))
  expect(letters).toHaveLength(2)
  for (const part of ['满天星：3 条消息', '第09:00号', '第11:30号', '第15:00号']) expect(letters[1]!.text).toContain(part)
  await at(office, instant('18:10'), (ctx) => tell(ctx, telling({ title: '明天再说' })))
  await runQueue(instant('18:10'))
  expect((await log()).at(-1)).toMatchObject({ not_before: instant('18:00', '2025-12-03') })
})

it('quiet hours go over midnight, and end with what came in them', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail({ quietFrom: 22, quietUntil: 7 }))
  await at(office, instant('23:30'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('23:30'))
  await runQueue(instant('06:59', '2025-12-03'))
  expect(letters).toEqual([])
  await runQueue(instant('07:00', '2025-12-03'))
  expect(letters).toHaveLength(1)
})

it('a mailbox that is busy is tried again ever later, every attempt is kept, and after the last it is given up', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail())
  busy = 9
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  for (const time of ['09:00', '09:01', '09:05', '09:06', '09:30']) await runQueue(instant(time))
  const { rows } = await district.owner.query('select number, ok, answer from delivery_attempt order by number')
  expect(rows.map(({ number, ok }) => [number, ok])).toEqual([
    [1, false],
    [2, false],
    [3, false],
  ])
  expect(rows[0].answer).toContain('mailbox busy')
  expect(await log()).toMatchObject([{ status: 'failed', attempts: 3 }])
})

it('a gateway can check that it was us, and when; a redirect is no receipt', async () => {
  const { id, secret } = await district.play(keeper, day, addWebhook, { title: '短信网关', url, topics: ['matter'] })
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling({ to: { orgs: [town.org.科技局, town.org.经信委] } })))
  answerWith = 302
  await runQueue(instant('09:00'))
  expect(await log()).toMatchObject([{ status: 'waiting', answer: 'HTTP 302' }])
  answerWith = 204
  await runQueue(instant('09:01'))
  expect(calls).toHaveLength(2)
  const [first, second] = calls as [Call, Call]
  expect(second.headers['x-mantianxing-delivery']).toBe(first.headers['x-mantianxing-delivery'])
  const expected = createHmac('sha256', secret)
    .update(`${second.headers['x-mantianxing-timestamp']}.${second.body}`)
    .digest('hex')
  expect(second.headers['x-mantianxing-signature']).toBe(`sha256=${expected}`)
  const body = JSON.parse(second.body)
  expect(body).toMatchObject({ delivery: second.headers['x-mantianxing-delivery'] })
  expect(body.messages.map(({ recipient }: { recipient: { account: string } }) => recipient.account).sort()).toEqual([
    'office',
    'science',
  ])
  expect(await log()).toMatchObject([{ status: 'sent', attempts: 2 }])
  await at(office, instant('09:10'), (ctx) => tell(ctx, telling({ topic: 'card' })))
  await district.play(keeper, day, stopWebhook, { id })
  await at(office, instant('09:20'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('09:20'))
  expect(calls).toHaveLength(2)
})

it('a secret is shown once, and only the keeper of the system makes, tests and stops gateways', async () => {
  const { id, secret } = await district.play(keeper, day, addWebhook, { title: '短信网关', url, topics: ['matter'] })
  expect(secret.length).toBeGreaterThan(40)
  expect(JSON.stringify(await district.play(keeper, day, webhooks, {}))).not.toContain(secret)
  expect(await refusal(district.play(office, day, webhooks, {}))).toBe('您没有“外发接口”的权限')
  expect(await refusal(district.play(office, day, addWebhook, { title: '另一个', url, topics: ['matter'] }))).toBe(
    '您没有“新增外发接口”的权限',
  )
  expect(await refusal(district.play(keeper, day, addWebhook, { title: '坏的', url: 'ftp://x', topics: ['matter'] }))).toBe(
    '地址应以 https:// 或 http:// 开头',
  )
  await district.play(keeper, day, testWebhook, { id })
  await runQueue(instant('12:00'))
  expect(calls.map(({ body }) => JSON.parse(body).messages[0].topic)).toEqual(['system'])
  expect(await district.play(keeper, day, webhooks, {})).toMatchObject([{ waiting: 0, sent: 1, failed: 0, until: null }])
  await district.play(keeper, day, stopWebhook, { id })
  expect(await refusal(district.play(keeper, day, testWebhook, { id }))).toBe('该外发接口已停用')
  expect(await refusal(district.play(keeper, day, stopWebhook, { id }))).toBe('该外发接口已停用')
})

it('a person keeps his own wishes, complete ones, and nobody sees another’s address', async () => {
  expect(await refusal(district.play(science, day, savePreference, wantsMail({ email: null })))).toBe('发送邮件须填写电子邮箱')
  expect(await refusal(district.play(science, day, savePreference, wantsMail({ email: 'keke' })))).toBe('电子邮箱格式不正确')
  expect(await refusal(district.play(science, day, savePreference, wantsMail({ quietFrom: 22 })))).toBe(
    '免打扰时段须同时填写起止',
  )
  await district.play(science, day, savePreference, wantsMail())
  await district.play(science, day, savePreference, wantsMail({ digest: 'daily' }))
  expect(await district.play(science, day, preference, {})).toMatchObject({ email: 'keke@district.example', digest: 'daily' })
  expect(await district.play(office, day, preference, {})).toMatchObject({ email: null, byEmail: false })
})

it('the log of sending is for the keeper of the system; nothing in it can be rewritten', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail())
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  await runQueue(instant('09:00'))
  const { rows } = await district.play(keeper, day, deliveryLog, {})
  expect(rows).toMatchObject([{ status: 'sent', to: '柯科', carries: 1 }])
  expect(await district.play(keeper, day, deliveryAttempts, { delivery: rows[0]!.id })).toMatchObject([{ number: 1, ok: true }])
  expect(await refusal(district.play(science, day, deliveryLog, {}))).toBe('您没有“发送记录”的权限')
  await expect(district.owner.query('update delivery_attempt set ok = false')).rejects.toThrow()
  expect(await sent()).toBe(1)
})

it('what waits without a job is found again, and what has one is left to it', async () => {
  await district.play(science, '2025-12-01', savePreference, wantsMail())
  await at(office, instant('09:00'), (ctx) => tell(ctx, telling()))
  const pool = await district.owner.query(`select data from pgboss.job_common`)
  expect(pool.rowCount).toBe(1)
  busy = 1
  await runQueue(instant('09:00'))
  await at(machine(region), instant('11:00'), sendForgotten)
  expect((await district.owner.query('select from pgboss.job_common')).rowCount).toBe(1)
  await district.owner.query('delete from pgboss.job_common')
  await at(machine(region), instant('11:00'), sendForgotten)
  await runQueue(instant('11:00'))
  expect(letters).toHaveLength(1)
})
