import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusals } from '#modules/account/model.ts'
import { openDoor, type TestDoor } from '#test/door.ts'
import { openIdentityProvider, type Somebody } from '#test/identity.ts'

const publicUrl = 'http://localhost:8080'
let provider: Awaited<ReturnType<typeof openIdentityProvider>>
let door: TestDoor
beforeAll(async () => {
  provider = await openIdentityProvider(`${publicUrl}/api/auth/callback/oidc`)
  const oidc = { issuer: provider.issuer, clientId: 'mantianxing', clientSecret: 'shared-secret', name: '渝快政' }
  door = await openDoor({ oidc, publicUrl })
  await door.settle({ username: 'zhouke', name: '周科', role: 'department' })
  await door.settle({ username: 'security', name: '安全员', role: 'secadmin' })
  await door.settle({ username: 'shut', name: '停用者', role: 'town' })
})
afterAll(async () => {
  await door.close()
  await provider.close()
})

type Browser = ReturnType<TestDoor['browser']>
/** From our login page to the provider and back. @returns where the browser ends up */
async function come(browser: Browser, who: Somebody | null, callbackURL = '/office') {
  const start = await browser.knock('identity', { callbackURL })
  expect(start.status).toBe(200)
  const back = await provider.walk(String(start.body.url), who)
  const answer = await browser.get(back.slice(publicUrl.length))
  expect(answer.status).toBe(302)
  return answer.location
}
const refusal = (location?: string) =>
  refusals[new URL(location!, publicUrl).searchParams.get('refused') as keyof typeof refusals]
const signIns = async () =>
  (await door.owner.query('select username, account is not null as known, event, method from auth.sign_in order by at')).rows

it('the login page learns that there is another way in', async () => {
  expect((await door.browser().get('/api/auth/ways')).body).toEqual({ password: true, identity: { name: '渝快政' } })
})

it('an identity opens the account its claim names, and from then on by its subject', async () => {
  const browser = door.browser()
  expect(await come(browser, { sub: 'p-1', preferred_username: 'ZhouKe', name: '周' })).toBe('/office')
  // The first password, which he may never have used, does not concern who comes this way.
  await door.owner.query(`update auth."user" set must_change = true where username = 'zhouke'`)
  expect((await browser.ask('account/me')).body).toMatchObject({
    signedIn: true,
    name: '周科',
    username: 'zhouke',
    pending: null,
  })

  const again = door.browser()
  expect(await come(again, { sub: 'p-1', preferred_username: 'renamed', name: '周' })).toBe('/office')
  expect((await again.ask('account/me')).body).toMatchObject({ name: '周科', role: 'department', pending: null })
  expect((await signIns()).at(-1)).toEqual({ username: 'zhouke', known: true, event: 'entered', method: 'oidc' })
})

it('keeps no token of the provider', async () => {
  const { rows } = await door.owner.query(
    `select account_id, access_token, refresh_token, id_token from auth.account where provider_id = 'oidc'`,
  )
  expect(rows).toEqual([{ account_id: 'p-1', access_token: null, refresh_token: null, id_token: null }])
})

it('an identity nobody bound is turned away, recorded, and makes no account', async () => {
  const { rows: before } = await door.owner.query('select count(*) from auth."user"')
  for (const who of [
    { sub: 'p-2', preferred_username: 'stranger', name: '生' },
    { sub: 'p-3', name: '无名' },
  ]) {
    const browser = door.browser()
    expect(refusal(await come(browser, who))).toBe('该身份尚未绑定本平台账号，请联系安全管理员')
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await signIns()).at(-1)).toMatchObject({ username: who.preferred_username ?? '', known: false, event: 'refused' })
  }
  expect((await door.owner.query('select count(*) from auth."user"')).rows).toEqual(before)
})

it('another subject with the same claim does not get the account', async () => {
  expect(refusal(await come(door.browser(), { sub: 'p-9', preferred_username: 'zhouke', name: '冒' }))).toBe(
    '该身份尚未绑定本平台账号，请联系安全管理员',
  )
})

it('a closed account stays closed to its identity', async () => {
  await door.owner.query(`update auth."user" set locked = true where username = 'shut'`)
  expect(refusal(await come(door.browser(), { sub: 'p-4', preferred_username: 'shut', name: '停' }))).toBe(
    '该账号已停用，请联系安全管理员',
  )
})

it('who turns back at the provider is told so', async () => {
  expect(refusal(await come(door.browser(), null))).toBe('您取消了统一身份认证登录')
})

it('an administrator who came this way still needs password and code', async () => {
  await door.owner.query(`update auth."user" set two_factor_enabled = true where username = 'security'`)
  const browser = door.browser()
  await come(browser, { sub: 'p-5', preferred_username: 'security', name: '安' })
  expect((await browser.ask('account/list')).body).toMatchObject({
    code: 'second-factor',
    message: '管理员须使用账号、密码和动态口令登录',
  })
})

it('an answer of the provider is good for one browser, once', async () => {
  const who = { sub: 'p-1', preferred_username: 'zhouke', name: '周' }
  const [browser, thief] = [door.browser(), door.browser()]
  const { body } = await browser.knock('identity', { callbackURL: '/office' })
  const back = (await provider.walk(String(body.url), who)).slice(publicUrl.length)
  expect(refusal((await thief.get(back)).location)).toBe('统一身份认证登录未能完成，请重试')
  expect((await thief.ask('account/me')).body.signedIn).toBe(false)
})

it('leads to no page but ours', async () => {
  for (const callbackURL of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    expect(await door.browser().knock('identity', { callbackURL })).toMatchObject({
      status: 400,
      body: { message: '登录后要去的页面有误' },
    })
  }
})

it('a provider out of reach is told as such, and the password still works', async () => {
  const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', name: '渝快政' }
  const lonely = await openDoor({ oidc })
  expect(await lonely.browser().knock('identity')).toMatchObject({
    status: 503,
    body: { message: '统一身份认证暂时无法连接，请稍后再试或使用账号密码登录' },
  })
  expect((await lonely.browser().signIn('zhouke')).status).toBe(200)
  await lonely.close()
})
