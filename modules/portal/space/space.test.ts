/** Finding space on the portal: filters in the address, forms without a script, nothing told that is not offered. */
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoDay } from '#seed/demo.ts'
import { databaseUrl } from '#test/database.ts'
import { type Shown, showDemo } from '#test/shown.ts'

let shown: Shown
let app: FastifyInstance
let owner: pg.Client
beforeAll(async () => {
  shown = await showDemo()
  app = shown.portalOn(demoDay)
  owner = new pg.Client(await databaseUrl())
  await owner.connect()
}, 180_000)
afterAll(async () => {
  await owner?.end()
  await shown?.close()
})

const open = async (url: string) => (await app.inject(url)).body
const plain = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')
const countIn = (html: string) => Number(/共 (\d+) 处房源/.exec(plain(html))?.[1])
const unitIn = (html: string) => /\/spaces\/([0-9a-f-]{36})/.exec(html)![1]!
const post = (url: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })

describe('the search', () => {
  it('counts what a hand-written query counts, whatever is asked', async () => {
    const free = `u.listed and not exists (select 1 from lease_unit l where l.unit = u.id and l.held and l.since <= $1 and l.until > $1)
      and not exists (select 1 from occupancy o where o.unit = u.id and o.known_until is null and o.since <= $1 and coalesce(o.until, 'infinity') > $1)`
    const count = async (where: string) => {
      const { rows } = await owner.query(
        `select count(*)::int as n from unit u join building b on b.id = u.building where ${free} and u.ready_on <= $1 and ${where}`,
        [demoDay],
      )
      return rows[0].n as number
    }
    const asked = async (query: string) => countIn(await open(`/spaces?readyBy=${demoDay}&${query}`))
    expect(await asked('')).toBe(await count('true'))
    expect(await asked('areaFrom=100&areaTo=300')).toBe(await count('u.area between 100 and 300'))
    expect(await asked('rentTo=30')).toBe(await count('u.rent <= 30'))
    expect(await asked('facilities=canteen&facilities=parking')).toBe(await count(`b.facilities @> '["canteen","parking"]'`))
    expect(await asked('bounds=106.4,29.7,106.5,29.8')).toBe(
      await count('b.longitude between 106.4 and 106.5 and b.latitude between 29.7 and 29.8'),
    )
    expect(await count('u.area between 100 and 300')).toBeGreaterThan(5)
  })

  it('leaves out what it does not understand, and says when nothing fits', async () => {
    const all = countIn(await open('/spaces'))
    expect(countIn(await open('/spaces?areaFrom=很大&zone=1&bounds=1,2&page=0&order=x'))).toBe(all)
    expect(countIn(await open('/spaces?readyBy=0000-01-01'))).toBe(all)
    const canteens = countIn(await open('/spaces?facilities=canteen'))
    expect(countIn(await open(`/spaces?${'facilities=canteen&'.repeat(20)}`))).toBe(canteens)
    expect(plain(await open('/spaces?areaFrom=90000'))).toContain('没有符合条件的房源')
    expect(await open('/spaces?words=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert')
  })
})

describe('a unit', () => {
  it('is shown with its price worked out and a code to share it; one that is not offered is not found', async () => {
    const id = unitIn(await open('/spaces'))
    const page = await open(`/spaces/${id}`)
    expect(page).toContain('<svg')
    expect(plain(page)).toMatch(/㎡ × [\d.]+ 元\/㎡·月.*每月约 [\d,]+ 元/)
    const { rows } = await owner.query('select id from unit where not listed limit 1')
    const hidden = await app.inject(`/spaces/${rows[0].id}`)
    expect([hidden.statusCode, plain(hidden.body)]).toEqual([404, expect.stringContaining('没有找到')])
    expect((await app.inject('/spaces/1')).statusCode).toBe(404)
  })

  it('takes a viewing by a plain form; what was typed stays where it could not be taken', async () => {
    const id = unitIn(await open('/spaces'))
    const form = { name: '演示新芽公司', contact: '小新', phone: '123', wantedOn: '2025-12-05', half: 'pm', people: '', note: '' }
    const refused = await post(`/spaces/${id}`, form)
    expect(plain(refused.body)).toContain('联系电话应为手机号码，或带区号的固定电话')
    expect(refused.body).toContain('value="演示新芽公司"')
    const taken = plain((await post(`/spaces/${id}`, { ...form, phone: '13800000000' })).body)
    const token = /查询码 ([0-9A-Z-]{20,})/.exec(taken)![1]!
    const standing = plain(await open(`/spaces/standing?code=${token}`))
    expect(standing).toContain('待看房')
    expect(standing).toContain('看房：2025-12-05 下午，待确认')
    expect(standing).not.toContain('13800000000')
    expect(plain(await open('/spaces/standing?code=ABCDE-FGHJK-ABCDE-FGHJK-ABCDE'))).toContain('没有找到该办件')
  })

  it('what was booked is taken back by its code, after it was asked once more', async () => {
    const id = unitIn(await open('/spaces?order=area'))
    const form = { name: '演示云雁公司', contact: '小雁', phone: '13800000031', wantedOn: '2025-12-05', half: 'am' }
    const code = /查询码 ([0-9A-Z-]{20,})/.exec(plain((await post(`/spaces/${id}`, form)).body))![1]!
    const standing = `/spaces/standing?code=${code}`
    expect(await open(standing)).toContain(`href="/spaces/standing/withdraw?code=${code}"`)
    const asked = await app.inject(`/spaces/standing/withdraw?code=${code}`)
    expect(asked.headers['cache-control']).toBe('no-store')
    expect(asked.body).not.toContain('<script')
    expect(plain(asked.body)).toContain('看房：2025-12-05 上午，待确认')
    expect(plain(await open(standing))).toContain('待看房')

    const done = plain((await post('/spaces/standing/withdraw', { code: code.toLowerCase(), reason: ' 已另选 ' })).body)
    for (const word of ['已撤回。', '看房：2025-12-05 上午，已取消', '办结说明：已另选']) expect(done).toContain(word)
    expect(plain((await post('/spaces/standing/withdraw', { code })).body)).toMatch(/办件 RZ-2025-\d{4} 已经撤回/)
    expect(plain(await open(`/spaces/standing/withdraw?code=${code}`))).not.toContain('确认撤回')
    expect(await open(standing)).not.toContain('/withdraw')
    const unknown = await post('/spaces/standing/withdraw', { code: 'ABCDE-FGHJK-ABCDE-FGHJK-ABCDE' })
    expect(plain(unknown.body)).toContain('没有找到该办件')
    const { rows } = await owner.query(
      "select actor_name from journal where action like 'portal%' and entity = 'move_in' and operation = 'update'",
    )
    expect(rows).toEqual([{ actor_name: '访客' }])
  })

  it('a need is left the same way', async () => {
    const form = { name: '演示云雀公司', contact: '小云', phone: '13900000000', areaFrom: '100', areaTo: '50' }
    expect(plain((await post('/spaces/need', form)).body)).toContain('面积上限不能小于下限')
    expect(plain((await post('/spaces/need', { ...form, areaTo: '200' })).body)).toContain('已收到')
    const json = { name: { first: 1 }, contact: 2 }
    expect(plain((await app.inject({ method: 'POST', url: '/spaces/need', payload: json })).body)).toContain('请填写企业名称')
  })

  it('and what one visitor is told of his own matter is kept nowhere', async () => {
    const form = { name: '演示白鹭公司', contact: '小白', phone: '13700000000', areaFrom: '100' }
    const taken = await post('/spaces/need', form)
    const code = /查询码 ([0-9A-Z-]{20,})/.exec(plain(taken.body))![1]!
    const kept = async (url: string) => (await app.inject(url)).headers['cache-control']
    expect([taken.headers['cache-control'], await kept(`/spaces/standing?code=${code}`)]).toEqual(['no-store', 'no-store'])
    expect(await kept('/spaces')).toBe('no-cache')
  })
})
