import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, openDoor, type TestDoor } from '#test/door.ts'

let door: TestDoor
const names = ['zhouke', 'laoqin', 'caijie', 'xiaoman', 'wangqu', 'newcomer', 'former', 'deputy', 'shut', 'idle']
beforeAll(async () => {
  door = await openDoor()
  for (const username of names) {
    const [mustChange, until] = [username === 'newcomer', username === 'former' ? '2024-06-29' : undefined]
    await door.settle({ username, name: username.toUpperCase(), role: 'department', mustChange, until })
  }
})
afterAll(() => door.close())

const rows = async <T>(statement: string, values: unknown[] = []) => (await door.owner.query(statement, values)).rows as T[]

describe('signing in', () => {
  it('opens with the right password, whatever the case of the user name, and tells who one is', async () => {
    const browser = door.browser()
    expect((await browser.ask('account/me')).body).toMatchObject({ signedIn: false, name: '访客', role: 'public' })
    expect(await browser.signIn('ZhouKe')).toMatchObject({ status: 200, body: { secondFactor: false } })
    const me = (await browser.ask('account/me')).body
    expect(me).toMatchObject({ signedIn: true, name: 'ZHOUKE', role: 'department', pending: null, org: { name: 'ZHOUKE的单位' } })
  })

  it('gives the browser a cookie that scripts cannot read, and no token besides', async () => {
    const response = await door.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { username: 'zhouke', password: goodPassword },
    })
    expect(response.json()).toEqual({ secondFactor: false })
    const cookie = response.cookies.find(({ name }) => name === 'mantianxing.session_token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('secure', true)
  })

  it('marks the cookie Secure when the public address is https', async () => {
    const secure = await openDoor({ publicUrl: 'https://mantianxing.example' })
    const response = await secure.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { username: 'zhouke', password: goodPassword },
    })
    expect(response.cookies.find(({ name }) => name.endsWith('session_token'))).toMatchObject({ secure: true, httpOnly: true })
    await secure.close()
  })

  it('says the same of a wrong password and of a name nobody has', async () => {
    const wrong = { status: 401, body: { code: 'wrong-password', message: '账号或密码不正确，还可再试 4 次' } }
    expect(await door.browser().signIn('laoqin', 'not-it-at-all')).toMatchObject(wrong)
    expect(await door.browser().signIn('no.such.person', 'not-it-at-all')).toMatchObject(wrong)
    for (const name of ['张三', 'x', 'x'.repeat(41)])
      expect(await door.browser().signIn(name, 'not-it-at-all')).toMatchObject(wrong)
  })

  it('asks for what is missing', async () => {
    expect((await door.browser().knock('sign-in', { username: 'laoqin' })).body.message).toBe('请填写密码')
    expect((await door.browser().knock('sign-in', { password: 'x' })).body.message).toBe('请填写账号')
    const unreadable = await door.browser().knock('sign-in', { username: 'lao\u0000qin', password: 'x' })
    expect([unreadable.status, unreadable.body.message]).toEqual([400, '账号中含有无法识别的字符'])
  })

  it('is not for the public to sign up, nor by any other way of the library', async () => {
    expect(await door.browser().knock('sign-up')).toMatchObject({
      status: 403,
      body: { message: '本平台不开放自行注册，账号由安全管理员开立' },
    })
    for (const path of ['sign-up/email', 'sign-in/username', 'sign-in/email', 'update-user', 'two-factor/disable']) {
      expect((await door.browser().knock(path, { email: 'a@b.cn', password: goodPassword, name: 'a' })).status).toBe(404)
    }
    expect(await rows(`select 1 from auth."user" where email = 'a@b.cn'`)).toEqual([])
  })

  it('ends with signing out', async () => {
    const browser = door.browser()
    await browser.signIn('zhouke')
    const stolen = door.browser()
    for (const [name, value] of browser.jar) stolen.jar.set(name, value)
    expect((await browser.knock('sign-out')).status).toBe(200)
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await stolen.ask('account/me')).body.signedIn).toBe(false)
  })
})

describe('the lock', () => {
  it('falls after five failures, tells until when, and holds against the right password', async () => {
    const browser = door.browser()
    for (const left of [4, 3, 2, 1]) {
      expect((await browser.signIn('caijie', 'not-it-at-all')).body.message).toBe(`账号或密码不正确，还可再试 ${left} 次`)
    }
    const fifth = await browser.signIn('caijie', 'not-it-at-all')
    const [lock] = await rows<{ hour: string; minutes: string }>(
      `select to_char(until at time zone 'Asia/Shanghai', 'HH24:MI') as hour,
        extract(epoch from until - now()) / 60 as minutes from auth.lockout where username = 'caijie'`,
    )
    expect(fifth).toMatchObject({ status: 423, body: { code: 'locked', message: `连续输错 5 次，账号已锁定至 ${lock!.hour}` } })
    expect(Number(lock!.minutes)).toBeGreaterThan(14)
    expect((await browser.signIn('caijie')).body).toEqual(fifth.body)
  })

  it('survives a restart of the server and opens when its time is over', async () => {
    const other = await openDoor()
    expect((await other.browser().signIn('caijie')).status).toBe(423)
    await door.owner.query(`update auth.lockout set until = now() - interval '1 second' where username = 'caijie'`)
    expect((await other.browser().signIn('caijie', 'not-it-at-all')).body.message).toBe('账号或密码不正确，还可再试 4 次')
    expect((await other.browser().signIn('caijie')).status).toBe(200)
    await other.close()
  })

  it('lets no more than five of many simultaneous guesses be looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => door.browser().signIn('xiaoman', 'not-it-at-all')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(8)
    const [{ failures }] = (await rows<{ failures: number }>(`select failures from auth.lockout where username = 'xiaoman'`)) as [
      { failures: number },
    ]
    expect(failures).toBe(5)
  })

  it('forgets failures after a success', async () => {
    const browser = door.browser()
    for (let time = 0; time < 4; time++) await browser.signIn('wangqu', 'not-it-at-all')
    expect((await browser.signIn('wangqu')).status).toBe(200)
    expect((await browser.signIn('wangqu', 'not-it-at-all')).body.message).toBe('账号或密码不正确，还可再试 4 次')
  })
})

describe('a session', () => {
  const live = async (browser: ReturnType<TestDoor['browser']>) => (await browser.ask('account/me')).body.signedIn

  it('ends after half an hour without a request, and lives on with requests', async () => {
    const browser = door.browser()
    await browser.signIn('idle')
    const away = (minutes: number) =>
      door.owner.query(
        `update auth.session s set seen_at = seen_at - make_interval(mins => $1) from auth."user" u where u.id = s.user_id and username = 'idle'`,
        [minutes],
      )
    await away(29)
    expect(await live(browser)).toBe(true)
    await away(29)
    expect(await live(browser)).toBe(true)
    await away(31)
    expect(await live(browser)).toBe(false)
    expect(await rows(`select 1 from auth.session s join auth."user" u on u.id = user_id where username = 'idle'`)).toEqual([])
  })

  it('ends twelve hours after it began, however busy', async () => {
    const browser = door.browser()
    await browser.signIn('idle')
    const [{ hours }] = (await rows<{ hours: string }>(
      `select extract(epoch from expires_at - s.created_at) / 3600 as hours from auth.session s join auth."user" u on u.id = user_id where username = 'idle'`,
    )) as [{ hours: string }]
    expect(Number(hours)).toBeCloseTo(12, 2)
    await door.owner.query(`update auth.session set expires_at = now() - interval '1 second'`)
    expect(await live(browser)).toBe(false)
  })

  it('is worth nothing with a forged signature', async () => {
    const browser = door.browser()
    await browser.signIn('idle')
    const [name, value] = [...browser.jar][0]!
    browser.jar.set(name, `${value.slice(0, 8)}x${value.slice(9)}`)
    expect(await live(browser)).toBe(false)
  })
})

describe('a first password', () => {
  it('must be changed before anything else', async () => {
    const browser = door.browser()
    expect((await browser.signIn('newcomer')).status).toBe(200)
    expect(await browser.ask('org/list')).toMatchObject({
      status: 403,
      body: { code: 'must-change', message: '首次登录须先修改初始密码' },
    })
    expect((await browser.ask('account/me')).body).toMatchObject({
      signedIn: true,
      pending: 'password',
      role: 'public',
      org: null,
    })
    const body = { currentPassword: goodPassword, newPassword: 'Autumn-wind-24' }
    expect((await browser.knock('change-password', body)).status).toBe(200)
    expect((await browser.ask('org/list')).status).toBe(200)
    expect((await door.browser().signIn('newcomer', 'Autumn-wind-24')).status).toBe(200)
  })

  it.each([
    ['short-1A', '密码至少 10 位'],
    ['onlylowercase', '密码须包含大写字母、小写字母、数字、符号中的至少三种'],
    ['My-Deputy-2024', '密码中不能包含账号'],
    [goodPassword, '新密码不能与当前密码相同'],
  ])('%s is refused: %s', async (newPassword, sentence) => {
    const browser = door.browser()
    await browser.signIn('deputy')
    const answer = await browser.knock('change-password', { currentPassword: goodPassword, newPassword })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', message: sentence } })
  })

  it('changed, ends every other session, and guesses at the current one are counted', async () => {
    const [browser, elsewhere] = [door.browser(), door.browser()]
    await browser.signIn('deputy')
    await elsewhere.signIn('deputy')
    const guess = { currentPassword: 'not-it-at-all', newPassword: 'Winter-snow-24' }
    expect((await browser.knock('change-password', guess)).body.message).toBe('当前密码不正确，还可再试 4 次')
    expect((await browser.knock('change-password', { ...guess, currentPassword: goodPassword })).status).toBe(200)
    expect((await elsewhere.ask('account/me')).body.signedIn).toBe(false)
    expect((await browser.ask('account/me')).body.signedIn).toBe(true)
    expect((await door.browser().knock('change-password', guess)).body.message).toBe('请先登录')
  })
})

it('a post that has ended gives no role', async () => {
  const browser = door.browser()
  expect((await browser.signIn('former')).status).toBe(200)
  expect(await browser.ask('org/list')).toMatchObject({
    status: 403,
    body: { message: '您目前没有有效的任职，请联系安全管理员' },
  })
})

it('an account that was closed does not open, and says so only to the right password', async () => {
  await door.owner.query(`update auth."user" set locked = true where username = 'shut'`)
  expect((await door.browser().signIn('shut', 'not-it-at-all')).body.code).toBe('wrong-password')
  expect(await door.browser().signIn('shut')).toMatchObject({
    status: 403,
    body: { code: 'closed', message: '该账号已停用，请联系安全管理员' },
  })
})
