import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, openDoor, type TestDoor } from '#test/door.ts'
import { codeFrom, wrongCodeFrom } from '#test/totp.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openDoor()
  await door.settle({ username: 'security', name: '安全员', role: 'secadmin' })
  await door.settle({ username: 'audit', name: '审计员', role: 'auditor' })
  await door.settle({ username: 'zhouke', name: '周科', role: 'department' })
})
afterAll(() => door.close())

type Browser = ReturnType<TestDoor['browser']>
const enrol = async (browser: Browser) => {
  const { body } = await browser.knock('enrol', { password: goodPassword })
  return body as { uri: string; backupCodes: string[] }
}
let uri = ''
let backupCodes: string[] = []

describe('an administrator', () => {
  it('without a second factor can do nothing but set it up', async () => {
    const browser = door.browser()
    await browser.signIn('security')
    const refused = { status: 403, body: { code: 'second-factor', message: '管理员须先启用动态口令' } }
    expect(await browser.ask('account/list')).toMatchObject(refused)
    expect(await browser.ask('org/list')).toMatchObject(refused)
    expect(await browser.tell('account/lock', { account: 'x' })).toMatchObject(refused)
    expect((await browser.ask('account/me')).body).toMatchObject({
      role: 'public',
      pending: 'second-factor',
      secondFactor: { required: true, enabled: false },
    })
  })

  it('sets it up with the password and the first code', async () => {
    const browser = door.browser()
    await browser.signIn('security')
    expect((await browser.knock('enrol', { password: 'not-it-at-all' })).body.message).toBe('当前密码不正确，还可再试 4 次')
    ;({ uri, backupCodes } = await enrol(browser))
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/满天星:security\?secret=[A-Z2-7]+&issuer=满天星/)
    expect(backupCodes).toHaveLength(10)
    expect(await browser.ask('account/list')).toMatchObject({ status: 403 })
    expect(await browser.knock('verify-code', { code: wrongCodeFrom(uri) })).toMatchObject({
      status: 401,
      body: { code: 'wrong-code', message: '动态口令不正确，请输入当前显示的 6 位数字' },
    })
    expect((await browser.knock('verify-code', { code: codeFrom(uri) })).status).toBe(200)
    expect((await browser.ask('account/list')).status).toBe(200)
    expect((await browser.knock('enrol', { password: goodPassword })).body.message).toBe('动态口令已经启用')
  })

  it('then comes in with password and code, and not with the password alone', async () => {
    const browser = door.browser()
    expect((await browser.signIn('security')).body).toEqual({ secondFactor: true })
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await browser.ask('account/list')).status).toBe(401)
    expect((await browser.knock('verify-code', { code: wrongCodeFrom(uri) })).body.message).toBe('动态口令不正确，还可再试 4 次')
    expect((await browser.knock('verify-code', { code: codeFrom(uri) })).status).toBe(200)
    expect((await browser.ask('account/me')).body).toMatchObject({ role: 'secadmin', pending: null })
  })

  it('may use each backup code once', async () => {
    for (const [status, message] of [[200], [401, '动态口令不正确，还可再试 4 次']] as const) {
      const browser = door.browser()
      await browser.signIn('security')
      const answer = await browser.knock('verify-backup-code', { code: backupCodes[0]! })
      expect([answer.status, answer.body.message]).toEqual([status, message])
    }
  })

  it('is locked out by five wrong codes in a row, over several sign-ins', async () => {
    const first = door.browser()
    await first.signIn('audit')
    const own = await enrol(first)
    await first.knock('verify-code', { code: codeFrom(own.uri) })
    let last = { status: 0, body: {} }
    for (const attempts of [3, 2]) {
      const browser = door.browser()
      await browser.signIn('audit')
      for (let time = 0; time < attempts; time++) last = await browser.knock('verify-code', { code: wrongCodeFrom(own.uri) })
    }
    const { rows } = await door.owner.query(
      `select to_char(locked_until at time zone 'Asia/Shanghai', 'HH24:MI') as hour from auth.two_factor f join auth."user" u on u.id = user_id where username = 'audit'`,
    )
    expect(last).toMatchObject({ status: 423, body: { code: 'locked', message: `连续输错 5 次，账号已锁定至 ${rows[0].hour}` } })
    const browser = door.browser()
    await browser.signIn('audit')
    expect((await browser.knock('verify-code', { code: codeFrom(own.uri) })).status).toBe(423)
  })

  it('is refused in a session that began without a code', async () => {
    const browser = door.browser()
    await browser.signIn('security')
    await browser.knock('verify-code', { code: codeFrom(uri) })
    await door.owner.query(`update auth.session set method = 'password'`)
    expect(await browser.ask('account/list')).toMatchObject({
      status: 403,
      body: { code: 'second-factor', message: '管理员须使用账号、密码和动态口令登录' },
    })
  })
})

it('anyone else may have a second factor and is then asked for it', async () => {
  const browser = door.browser()
  await browser.signIn('zhouke')
  expect((await browser.ask('account/me')).body.secondFactor).toEqual({ required: false, enabled: false })
  const own = await enrol(browser)
  await browser.knock('verify-code', { code: codeFrom(own.uri) })
  const again = door.browser()
  expect((await again.signIn('zhouke')).body).toEqual({ secondFactor: true })
})

it('a code without a password opens nothing', async () => {
  expect(await door.browser().knock('verify-code', { code: codeFrom(uri) })).toMatchObject({
    status: 401,
    body: { message: '登录已超时，请重新输入账号和密码' },
  })
})
