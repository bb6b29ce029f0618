import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, openDoor, region, type TestDoor } from '#test/door.ts'
import { codeFrom } from '#test/totp.ts'

type Browser = ReturnType<TestDoor['browser']>
type Settled = Awaited<ReturnType<TestDoor['settle']>>
let door: TestDoor
let zhouke: Settled
let laoqin: Settled
let own: Settled
const secrets: string[] = []
const administrators = {} as Record<'secadmin' | 'sysadmin' | 'auditor', Browser>

beforeAll(async () => {
  door = await openDoor()
  zhouke = await door.settle({ username: 'zhouke', name: '周科', role: 'department' })
  laoqin = await door.settle({ username: 'laoqin', name: '老秦', role: 'park' })
  for (const [role, name] of [
    ['secadmin', '安全员'],
    ['sysadmin', '系统员'],
    ['auditor', '审计员'],
  ] as const) {
    const settled = await door.settle({ username: `the-${role}`, name, role })
    if (role === 'secadmin') own = settled
    const browser = door.browser()
    await browser.signIn(`the-${role}`)
    const { uri, backupCodes } = (await browser.knock('enrol', { password: goodPassword })).body as {
      uri: string
      backupCodes: string[]
    }
    await browser.knock('verify-code', { code: codeFrom(uri) })
    secrets.push(new URL(uri).searchParams.get('secret')!, ...backupCodes)
    administrators[role] = browser
  }
})
afterAll(() => door.close())

const journal = async (entity: string, rowId?: string) =>
  (
    await door.owner.query(
      'select operation, actor, actor_name, role, action, audience, region, subject, before, after from journal where entity = $1 and ($2::text is null or row_id = $2) order by seq',
      [entity, rowId ?? null],
    )
  ).rows

describe('an account', () => {
  const newPost = () => ({ org: zhouke.org, role: 'town', title: '主任科员', since: '2024-03-01' })
  let opened: { account: string; person: string; password: string }

  it('is opened by the security administrator with a first password that must be changed', async () => {
    const answer = await administrators.secadmin.tell('account/open', { username: 'Li.Si', name: '李四', posts: [newPost()] })
    expect(answer.status).toBe(200)
    opened = answer.body as unknown as typeof opened
    expect(opened.password).toMatch(/^.{12}$/)
    secrets.push(opened.password)
    const browser = door.browser()
    expect((await browser.signIn('li.si', opened.password)).status).toBe(200)
    expect((await browser.ask('org/list')).body.code).toBe('must-change')
    await browser.knock('change-password', { currentPassword: opened.password, newPassword: goodPassword })
    expect((await browser.ask('account/me')).body).toMatchObject({ name: '李四', role: 'town', posts: [{ title: '主任科员' }] })
  })

  it('is the deed of the security administrator in the journal, which only auditors read', async () => {
    expect(await journal('user', opened.account)).toMatchObject([
      {
        operation: 'insert',
        actor: own.person,
        actor_name: '安全员',
        role: 'secadmin',
        action: 'account/open',
        audience: 'audit',
        region,
      },
      { operation: 'update', actor: opened.person, actor_name: '李四', action: 'auth', after: { must_change: false } },
    ])
    expect(await journal('person', opened.person)).toMatchObject([
      { action: 'account/open', actor_name: '安全员' },
      { action: 'account/open', actor_name: '安全员' },
    ])
  })

  it('is not left half made when a part of it is refused', async () => {
    const { secadmin } = administrators
    const posts = [newPost(), { ...newPost(), role: 'auditor' }]
    expect((await secadmin.tell('account/open', { username: 'half', name: '半途', posts })).body.message).toBe(
      '管理员不得兼任业务角色',
    )
    expect((await secadmin.tell('account/open', { username: 'half', person: zhouke.person, posts: [] })).body.message).toBe(
      '周科已有账号，不能重复开立',
    )
    const { rowCount } = await door.owner.query(
      `select 1 from auth."user" where username = 'half' union all select 1 from person where name = '半途'`,
    )
    expect(rowCount).toBe(0)
  })

  it.each([
    [{ username: 'zhouke', name: '重名' }, '账号“zhouke”已被使用，请换一个'],
    [{ username: '李四', name: '李四' }, '账号为 3—40 位，只能使用字母、数字、点、下划线和连字符'],
    [{ username: 'nobody' }, '请选择人员，或填写新人员的姓名'],
  ])('%j is refused: %s', async (input, sentence) => {
    expect((await administrators.secadmin.tell('account/open', { posts: [], ...input })).body.message).toBe(sentence)
  })

  it('is no business of anybody else', async () => {
    const browser = door.browser()
    await browser.signIn('zhouke')
    const input = { username: 'sly', name: '某某', posts: [] }
    expect((await browser.tell('account/open', input)).body.message).toBe('您没有“开立账号”的权限')
    expect((await browser.ask('account/list')).body.message).toBe('您没有“账号名录”的权限')
    expect((await administrators.auditor.tell('account/open', input)).status).toBe(403)
    expect((await administrators.sysadmin.tell('account/open', input)).status).toBe(403)
    expect((await door.browser().tell('account/open', input)).body.message).toBe('请先登录')
  })

  it('is listed with posts, locks and the last sign-in', async () => {
    for (let time = 0; time < 5; time++) await door.browser().signIn('laoqin', 'not-it-at-all')
    const list = (await administrators.secadmin.ask('account/list')).body as unknown as Record<string, unknown>[]
    expect(list.find(({ username }) => username === 'laoqin')).toMatchObject({
      name: '老秦',
      locked: false,
      lockedUntil: expect.any(String),
      secondFactor: false,
      lastSignIn: null,
      posts: [{ role: 'park', orgName: '老秦的单位' }],
    })
    expect(list.find(({ username }) => username === 'the-auditor')).toMatchObject({
      secondFactor: true,
      lockedUntil: null,
      lastSignIn: expect.any(String),
    })
    expect(JSON.stringify(list)).not.toMatch(/password|secret|token/)
  })

  it('locked by wrong passwords is unlocked by the security administrator', async () => {
    expect((await door.browser().signIn('laoqin')).status).toBe(423)
    expect((await administrators.secadmin.tell('account/unlock', { account: laoqin.account })).status).toBe(200)
    expect((await door.browser().signIn('laoqin')).status).toBe(200)
  })

  it('closed loses its sessions and opens no more until unlocked', async () => {
    const browser = door.browser()
    await browser.signIn('laoqin')
    await administrators.secadmin.tell('account/lock', { account: laoqin.account })
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await door.browser().signIn('laoqin')).body.message).toBe('该账号已停用，请联系安全管理员')
    await administrators.secadmin.tell('account/unlock', { account: laoqin.account })
    expect((await door.browser().signIn('laoqin')).status).toBe(200)
  })

  it('given a new password loses its sessions and the old one', async () => {
    const browser = door.browser()
    await browser.signIn('laoqin')
    const { password } = (await administrators.secadmin.tell('account/resetPassword', { account: laoqin.account })).body as {
      password: string
    }
    secrets.push(password)
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await door.browser().signIn('laoqin')).status).toBe(401)
    expect((await browser.signIn('laoqin', password)).status).toBe(200)
    expect((await browser.ask('account/me')).body.pending).toBe('password')
  })

  it('of the administrator himself is not his to close or to reset', async () => {
    const { secadmin, sysadmin } = administrators
    expect((await secadmin.tell('account/lock', { account: own.account })).body.message).toBe('不能停用本人的账号')
    expect((await secadmin.tell('account/resetPassword', { account: own.account })).body.message).toBe(
      '修改本人密码请使用“修改密码”',
    )
    expect((await secadmin.tell('account/relieve', { post: own.post })).body.message).toBe('不能免去本人的职务')
    expect((await secadmin.tell('account/resetSecondFactor', { account: own.account })).body.message).toBe(
      '您没有“重置动态口令”的权限',
    )
    expect((await secadmin.tell('account/lock', { account: 'nobody' })).status).toBe(404)
    expect((await sysadmin.tell('account/resetSecondFactor', { account: opened.account })).status).toBe(200)
  })

  it('of an administrator who lost the device needs the system administrator, and then a new device', async () => {
    const lost = await door.settle({ username: 'lost', name: '丢失者', role: 'auditor' })
    const browser = door.browser()
    await browser.signIn('lost')
    const { uri } = (await browser.knock('enrol', { password: goodPassword })).body as { uri: string }
    await browser.knock('verify-code', { code: codeFrom(uri) })
    await administrators.sysadmin.tell('account/resetSecondFactor', { account: lost.account })
    expect((await browser.ask('account/me')).body.signedIn).toBe(false)
    expect((await browser.signIn('lost')).body).toEqual({ secondFactor: false })
    expect((await browser.ask('account/signIns')).body.code).toBe('second-factor')
  })
})

describe('三员分立', () => {
  const appoint = (person: string, role: string, since = '2024-06-01', until: string | null = null) =>
    administrators.secadmin.tell('account/appoint', { person, org: zhouke.org, role, title: '兼职', since, until })

  it('one person does not hold two of the three', async () => {
    expect((await appoint(own.person, 'auditor')).body).toMatchObject({
      code: 'conflict',
      message: '系统管理员、安全管理员、审计管理员须由三人分别担任',
    })
  })

  it('an administrator has no business role and the other way round', async () => {
    expect((await appoint(own.person, 'department')).body.message).toBe('管理员不得兼任业务角色')
    expect((await appoint(zhouke.person, 'sysadmin')).body.message).toBe('管理员不得兼任业务角色')
    expect((await appoint(zhouke.person, 'system')).body.message).toBe('“系统”和“公众”不是可以任命的角色')
  })

  it('one after the other is no conflict', async () => {
    const former = await door.settle({ username: 'former', name: '前任', role: 'department', until: '2024-05-31' })
    expect((await appoint(former.person, 'sysadmin')).status).toBe(200)
  })

  it('holds for appointments at the same moment', async () => {
    for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) {
      const { rows } = await door.owner.query('insert into person (region, name) values ($1, $2) returning id', [region, name])
      const answers = await Promise.all(['sysadmin', 'auditor', 'town'].map((role) => appoint(rows[0].id, role)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    }
  })

  it('is kept by the database against whoever else keeps posts', async () => {
    const office = { id: own.person, name: '办公室', role: 'office', org: zhouke.org, region } as const
    const insert = (role: string) =>
      door.sessions.app.run(office, 'test', ({ db }) =>
        db.execute(
          `insert into post (person, org, role, title, since) values ('${zhouke.person}', '${zhouke.org}', '${role}', '越权', '2024-06-01')`,
        ),
      )
    await expect(insert('secadmin')).rejects.toThrow()
    await expect(insert('office')).resolves.toBeTruthy()
    const bind = door.sessions.app.run(office, 'test', ({ db }) =>
      db.execute(`update person set account = 'of-someone-else' where id = '${zhouke.person}'`),
    )
    await expect(bind).rejects.toThrow('账号由安全管理员开立，不能在此改动')
  })
})

describe('posts', () => {
  it('given twice at once are given once', async () => {
    const { person, org } = await door.settle({ username: 'guazhi', name: '挂职', role: 'town' })
    const post = { person, org, role: 'park', title: '挂职', since: '2024-06-15', until: null }
    const answers = await Promise.all([1, 2, 3].map(() => administrators.secadmin.tell('account/appoint', post)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.find(({ status }) => status === 409)?.body.message).toBe('该人员已任此职，无须重复任职')
  })

  it('are chosen for a session, and only one’s own', async () => {
    const second = (
      await administrators.secadmin.tell('account/appoint', {
        person: zhouke.person,
        org: laoqin.org,
        role: 'park',
        title: '挂职',
        since: '2024-06-15',
        until: null,
      })
    ).body.id
    const [browser, elsewhere] = [door.browser(), door.browser()]
    await browser.signIn('zhouke')
    await elsewhere.signIn('zhouke')
    expect((await browser.ask('account/me')).body).toMatchObject({ role: 'department', post: zhouke.post })
    expect((await browser.tell('account/switchPost', { post: second })).status).toBe(200)
    expect((await browser.ask('account/me')).body).toMatchObject({ role: 'park', org: { name: '老秦的单位' }, post: second })
    expect((await elsewhere.ask('account/me')).body).toMatchObject({ role: 'department' })
    expect((await browser.tell('account/switchPost', { post: own.post })).status).toBe(404)
    expect((await door.browser().tell('account/switchPost', { post: second })).status).toBe(401)

    expect((await administrators.secadmin.tell('account/relieve', { post: second })).status).toBe(200)
    expect((await browser.ask('account/me')).body).toMatchObject({ role: 'department', post: zhouke.post })
    expect((await administrators.secadmin.tell('account/relieve', { post: second })).body.message).toBe('该任职已经结束')
  })
})

describe('the journal', () => {
  it('shows the auditor, and nobody else, who came and who was turned away', async () => {
    await door.browser().signIn('caller', 'not-it-at-all')
    const browser = door.browser()
    await browser.signIn('zhouke')
    await browser.knock('sign-out')
    const lines = (await administrators.auditor.ask('account/signIns', { limit: 3 })).body as unknown as object[]
    expect(lines).toMatchObject([
      { username: 'zhouke', account: zhouke.account, event: 'left' },
      { username: 'zhouke', account: zhouke.account, event: 'entered', method: 'password', ip: '127.0.0.1', agent: 'test' },
      { username: 'caller', account: null, event: 'refused' },
    ])
    expect((await administrators.secadmin.ask('account/signIns')).status).toBe(403)
    expect((await administrators.auditor.ask('account/signIns', { username: 'the-auditor', limit: 1 })).body).toMatchObject([
      { event: 'entered', method: 'totp' },
    ])
  })

  it('tells whose deed a sign-in was', async () => {
    const entries = await journal('sign_in')
    expect(entries.find(({ after }) => after.event === 'left')).toMatchObject({
      actor: zhouke.person,
      actor_name: '周科',
      audience: 'audit',
      region,
    })
    expect(entries.find(({ after }) => after.username === 'caller')).toMatchObject({
      actor: 'public',
      actor_name: '访客',
      region,
    })
  })

  it('has every change of accounts and no secret', async () => {
    for (const entity of ['user', 'account', 'two_factor', 'lockout', 'sign_in']) {
      const entries = await journal(entity)
      expect(entries.length, entity).toBeGreaterThan(0)
      expect(entries.every(({ audience }) => audience === 'audit')).toBe(true)
    }
    const text = JSON.stringify((await door.owner.query('select * from journal')).rows)
    const { rows } = await door.owner.query(
      'select password as secret from auth.account union all select secret from auth.two_factor union all select backup_codes from auth.two_factor union all select token from auth.session',
    )
    const all = [...secrets, goodPassword, ...rows.map(({ secret }) => secret)]
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('（不记录内容）')
  })

  it('of sign-ins cannot be rewritten, not even by the role that writes it', async () => {
    await expect(door.owner.query('delete from auth.sign_in')).rejects.toThrow('登录记录只增不改')
    await expect(door.pools.auth.query(`update auth.sign_in set username = 'x'`)).rejects.toThrow('登录记录只增不改')
  })
})

describe('the schema auth', () => {
  it('is closed to the role that serves everyone', async () => {
    for (const table of ['"user"', 'session', 'account', 'two_factor', 'verification', 'lockout', 'sign_in', 'standing']) {
      await expect(door.pools.app.query(`select 1 from auth.${table}`)).rejects.toThrow('permission denied for schema auth')
    }
  })

  it('has row rights on every table, for the role of login alone', async () => {
    const { rows } = await door.owner.query(
      `select relname, relrowsecurity, (select count(*)::int from pg_policy p where polrelid = c.oid) as policies
        from pg_class c where relnamespace = 'auth'::regnamespace and relkind = 'r'`,
    )
    expect(rows.length).toBe(7)
    expect(rows.filter(({ relrowsecurity, policies }) => !relrowsecurity || policies === 0)).toEqual([])
    await door.owner.query(
      `grant usage on schema auth to mantianxing_app; grant select on all tables in schema auth to mantianxing_app`,
    )
    for (const table of ['"user"', 'session', 'account', 'two_factor', 'verification', 'lockout', 'sign_in']) {
      expect((await door.pools.app.query(`select 1 from auth.${table}`)).rowCount, table).toBe(0)
    }
    await door.owner.query(
      `revoke select on all tables in schema auth from mantianxing_app; revoke usage on schema auth from mantianxing_app`,
    )
  })

  it('is all that login reaches besides people, posts and the names of bodies', async () => {
    await expect(door.pools.auth.query('select 1 from plan')).rejects.toThrow('permission denied')
    await expect(door.pools.auth.query('select 1 from journal')).rejects.toThrow('permission denied')
    await expect(door.pools.auth.query('delete from person')).rejects.toThrow('permission denied')
  })
})
