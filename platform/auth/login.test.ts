import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type TestDoor } from '#test/door.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openDoor()
  await door.settle({ username: 'zhouke', name: '周科', role: 'department' })
})
afterAll(() => door.close())

describe('signing in', () => {
  it('opens with the right password and tells who one is', async () => {
    const browser = door.browser()
    expect((await browser.ask('account/me')).body).toMatchObject({ signedIn: false, role: 'public' })
    expect(await browser.signIn('ZhouKe')).toMatchObject({ status: 200, body: { secondFactor: false } })
    expect((await browser.ask('account/me')).body).toMatchObject({
      signedIn: true,
      name: '周科',
      username: 'zhouke',
      role: 'department',
      org: { name: '周科的单位' },
      pending: null,
    })
  })
})
