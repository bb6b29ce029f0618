/** Long computation has few places: more at once are told to come back, and a place is free again afterwards. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { compute } from './worker.ts'

const file = join(mkdtempSync(join(tmpdir(), 'worker-')), 'echo.mjs')
writeFileSync(
  file,
  `import { parentPort, workerData } from 'node:worker_threads'
   if (workerData.input === 'unpack') {
     const kept = []
     for (;;) kept.push(new Uint8Array(16 * 1024 * 1024).fill(1))
   }
   if (workerData.input === 'fail') parentPort.postMessage({ problem: { status: 400, code: 'invalid', message: '读不出' } })
   else parentPort.postMessage({ answer: workerData.input })`,
)
const limits = { seconds: 20, megabytes: 64, tooLong: '太久', busy: '请稍候' }
const echo = (input: string) => compute<string>(pathToFileURL(file), input, limits)

it('a third computation at once is told to wait, whatever becomes of the first two', async () => {
  const [first, second, third] = await Promise.allSettled([echo('一'), echo('fail'), echo('三')])
  expect(first).toMatchObject({ status: 'fulfilled', value: '一' })
  expect(second).toMatchObject({ status: 'rejected', reason: { message: '读不出' } })
  expect(third).toMatchObject({ status: 'rejected', reason: { status: 503, message: '请稍候' } })
  expect(await Promise.all([echo('四'), echo('五')])).toEqual(['四', '五'])
})

it('one that unpacks without end is stopped before it has taken the memory of the others', async () => {
  await expect(echo('unpack')).rejects.toMatchObject({ status: 503, message: '太久' })
})
