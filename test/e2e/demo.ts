/** The demo district behind a real server, for the stories of one file: entered with a browser, moved on to a later day. */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { demoPassword } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { login, startServer } from '../server.ts'
import { patience } from './hands.ts'

/** Pictures of the stories are kept under the name of the file. */
export async function openDemo(name: string) {
  const pictures = `test-results/${name}`
  const dataDirectory = join(tmpdir(), `mantianxing-${name}-${process.pid}`)
  mkdirSync(pictures, { recursive: true })
  let server = await startServer(dataDirectory)
  let office = await login(server.address, 'zhouke', demoPassword)
  const browser = await launchBrowser()

  async function newcomer(): Promise<Page> {
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true })
    context.setDefaultTimeout(patience)
    return context.newPage()
  }
  const go = (page: Page, path: string) => page.goto(`${server.address}${path}`)
  return {
    /** Without an account. */
    async visit(path: string): Promise<Page> {
      const page = await newcomer()
      await go(page, path)
      return page
    },
    async enter(username: string, path: string): Promise<Page> {
      const page = await newcomer()
      await page.request.post(`${server.address}/api/auth/sign-in`, { data: { username, password: demoPassword } })
      await go(page, path)
      return page
    },
    go,
    picture: (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` }),
    /** What the office is told beside the page: figures, not words. */
    told: <T>(path: string, input: unknown = {}): Promise<T> => office.query(path, input),
    command: <T>(path: string, input: unknown): Promise<T> => office.command(path, input),
    /** The server goes on where it was, on a later day. */
    async comeTo(day: string): Promise<void> {
      await server.stop()
      server = await startServer(dataDirectory, ['--as-of', day])
      office = await login(server.address, 'zhouke', demoPassword)
    },
    async close(): Promise<void> {
      await browser.close()
      await server.stop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
export type Demo = Awaited<ReturnType<typeof openDemo>>
