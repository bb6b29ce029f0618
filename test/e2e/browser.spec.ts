/** The test browser itself: whatever machine it runs on, screenshots must show Chinese and not boxes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#test/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('draws different glyphs for different Chinese characters, whichever font the page asks for', async () => {
  const page = await browser.newPage()
  const drawings = await page.evaluate(() =>
    ['满', '天', '星', '碚', '垚', '\u{10fffd}'].map((character) => {
      const canvas = document.createElement('canvas')
      const brush = canvas.getContext('2d')!
      brush.font = '40px "Microsoft YaHei", sans-serif'
      brush.fillText(character, 10, 60)
      return canvas.toDataURL()
    }),
  )
  expect(new Set(drawings).size).toBe(drawings.length)
})
