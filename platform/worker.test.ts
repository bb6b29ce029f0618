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
  `export default async (input, tell) => {
     const kept = []
     if (input === 'unpack') for (;;) kept.push(new Uint8Array(16 * 1024 * 1024).fill(1))
     if (input === 'fill') for (;;) kept.push(Array.from({ length: 1e5 }, (_, i) => 'x' + i))
     if (input === 'last') for (;;) await new Promise((resolve) => setTimeout(resolve, 10))
     if (input === 'fail') throw Object.assign(new Error('读不出'), { status: 400, code: 'invalid' })
     if (input === 'break') throw new Error('a bug')
     if (input === 'whose') tell(process.pid)
     return input
   }`,
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

it('one that fills its heap, or takes longer than it may, is told to be too large', async () => {
  await expect(echo('fill')).rejects.toMatchObject({ status: 503, message: '太久' })
  await expect(compute(pathToFileURL(file), 'last', { ...limits, seconds: 1 })).rejects.toMatchObject({ message: '太久' })
})

it('its memory is not the server’s: it is a process of its own, gone when it has answered', async () => {
  const heard: number[] = []
  await compute(pathToFileURL(file), 'whose', { ...limits, heard: (pid) => heard.push(pid as number) })
  expect(heard).toHaveLength(1)
  expect(heard[0]).not.toBe(process.pid)
  await expect.poll(() => isAlive(heard[0]!)).toBe(false)
})

it('bytes come back as bytes, and a fault that is no Problem as a bug', async () => {
  const bytes = new Uint8Array([1, 0, 255])
  expect(await compute(pathToFileURL(file), bytes, limits)).toEqual(bytes)
  await expect(echo('break')).rejects.toThrow('a bug')
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
