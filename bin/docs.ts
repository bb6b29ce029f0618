/** Writes docs/generated anew (`npm run docs`); with --verify only says whether it is up to date. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flows, modules } from '#modules/index.ts'
import { views } from '#platform/docs.ts'

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const stale = Object.entries(views(modules, flows)).filter(([path, text]) => read(path) !== text)
if (process.argv.includes('--verify')) {
  for (const [path] of stale) console.error(`${path} 已过时，请运行 npm run docs 并提交`)
  process.exitCode = stale.length ? 1 : 0
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`已更新 ${path}`)
  }
}
