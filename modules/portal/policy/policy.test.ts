/** Policies on the portal: found and read by everyone, drafts by nobody; a question by a plain form, its answer by its code. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import type { Session } from '#platform/session.ts'
import { region } from '#test/it.ts'
import { arrange, clausesText, openPolicies, type Policies, publish, today } from '#test/policy.ts'
import { portal } from '../routes.tsx'

const { policy } = modules
const day = '2024-07-05'
let at: Policies
let app: FastifyInstance
beforeAll(async () => {
  at = await openPolicies()
  await arrange(at, 2024)
  await publish(at, clausesText(), today)
  const secret = { title: '尚未公布的通知', level: 'city', issuer: '市级部门', since: '2024-07-01', source: '来文' } as const
  await at.play(at.who.office, today, policy.addDocument, { ...secret, code: 'secret-notice' })
  const elsewhere = { title: '别区支持措施', level: 'other', issuer: '别区', since: '2024-01-01', source: '网站' } as const
  const { id } = await at.play(at.who.office, today, policy.addDocument, { ...elsewhere, code: 'elsewhere', demonstration: true })
  const text = clausesText({ code: 'elsewhere', since: '2024-01-01', demonstration: true })
  const version = await at.play(at.who.office, today, policy.draftVersion, { policy: id, text })
  await at.play(at.who.office, today, policy.publishVersion, { id: version.id })
  const session: Session = { run: (actor, _, work) => at.run(actor, day, work) }
  app = Fastify()
  app.setNotFoundHandler(portal(app, { session, region }).absent)
})
afterAll(async () => {
  await app?.close()
  await at?.close()
})

const open = async (url: string) => (await app.inject(url)).body
const plain = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')
const post = (url: string, form: Record<string, string>) =>
  app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('the library', () => {
  it('shows what is announced, clauses of other districts apart and named so; never a draft', async () => {
    const page = plain(await open('/policies'))
    expect(page).toContain('共 1 份政策文件')
    const [own, others] = page.split('其他地区示范条款（1）')
    expect([
      own!.includes('测试区支持软件产业若干措施'),
      own!.includes('别区支持措施'),
      others!.includes('别区支持措施'),
    ]).toEqual([true, false, true])
    expect(page).not.toContain('尚未公布的通知')
    expect((await app.inject('/policies/secret-notice')).statusCode).toBe(404)
    expect((await app.inject(`/policies/${'x'.repeat(80)}`)).statusCode).toBe(404)
  })

  it('is searched and narrowed by the address; what it does not understand is left out', async () => {
    expect(plain(await open('/policies?words=实付租金'))).toContain('相关条款：房租补贴')
    expect(plain(await open('/policies?line=talent'))).toContain('没有符合条件的政策文件')
    expect(plain(await open('/policies?line=x&level=y&page=0&status=draft'))).toContain('共 1 份政策文件')
    expect(await open('/policies?words=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert')
  })
})

describe('a policy', () => {
  it('tells each clause in plain words, with its review', async () => {
    const page = plain(await open('/policies/test-measures'))
    for (const words of ['定额 10 万元', '每企业每年不超过 20 万元', '纳统证明（已有运行监测报表记录，免提交）', '结论：符合'])
      expect(page).toContain(words)
  })

  it('of another district says so, and takes no questions', async () => {
    const page = plain(await open('/policies/elsewhere'))
    expect(page).toContain('这是其他地区的政策条款')
    expect(page).not.toContain('我要咨询')
    expect(plain((await post('/policies/elsewhere', { name: '甲', phone: '13800000000', text: '问' })).body)).toContain(
      '示范条款是其他地区的政策，仅供参考，不受理咨询',
    )
  })

  it('takes a question by a plain form, and answers it to whoever has its code', async () => {
    const form = { name: '演示新芽公司', phone: '123', clause: 'rent', text: '何时发放？' }
    const refused = await post('/policies/test-measures', form)
    expect(plain(refused.body)).toContain('联系电话应为手机号码，或带区号的固定电话')
    expect(refused.body).toContain('value="演示新芽公司"')
    const taken = await post('/policies/test-measures', { ...form, phone: '13800000000' })
    const code = /查询码 ([0-9A-Z-]{20,})/.exec(plain(taken.body))![1]!
    const standing = await app.inject(`/policies/standing?code=${code}`)
    expect(plain(standing.body)).toContain('何时发放？')
    expect(plain(standing.body)).not.toContain('13800000000')
    expect([taken.headers['cache-control'], standing.headers['cache-control']]).toEqual(['no-store', 'no-store'])
    expect(plain(await open('/policies/standing?code=ABCDE-FGHJK-ABCDE-FGHJK-ABCDE'))).toContain('没有找到该咨询')
  })
})
