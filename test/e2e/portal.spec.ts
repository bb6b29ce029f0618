/** The public portal in a browser: nothing for axe to object to, nothing wider than a small telephone, no script at all. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoDay } from '#seed/demo.ts'
import { launchBrowser } from '../browser.ts'
import { type Shown, showDemo } from '../shown.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let shown: Shown
let browser: Browser
let address: string
const pages: [name: string, path: string][] = []
beforeAll(async () => {
  shown = await showDemo()
  address = await shown.portalOn(demoDay).listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
  const first = await (await fetch(address)).text()
  pages.push(['the first page', '/'], ['the plan', '/plan'], ['about', '/about'], ['nothing found', '/nowhere'])
  pages.push(['a task', /\/plan\/tasks\/[0-9a-f-]{36}/.exec(first)![0]], ['a target', /\/targets\/[0-9a-f-]{36}/.exec(first)![0]])
})
afterAll(async () => {
  await browser?.close()
  await shown?.close()
})

type Violation = { id: string; nodes: { html: string }[] }

describe.each([1280, 360])('%i pixels wide', (width) => {
  it('passes the WCAG 2.2 AA rules and needs no sideways scrolling', async () => {
    for (const [name, path] of pages) {
      const page = await browser.newPage({ viewport: { width, height: 800 } })
      await page.goto(address + path)
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> }
        }
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        return (await axe.run(document, { runOnly: tags })).violations
      })
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        name,
      ).toEqual([])
      const [wanted, present] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
      expect(wanted, name).toBeLessThanOrEqual(present!)
      await page.close()
    }
  })
})

it('works with scripts switched off, by keyboard', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(page.url()).toBe(`${address}/#content`)
  await page.getByRole('link', { name: /推动空间利用/ }).press('Enter')
  await page.getByRole('heading', { level: 1, name: /推动空间利用/ }).waitFor()
  await page.getByRole('link', { name: /下一项/ }).press('Enter')
  await page.getByRole('heading', { level: 1, name: /完善服务功能/ }).waitFor()
  await context.close()
})
