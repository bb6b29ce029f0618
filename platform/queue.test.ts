/** Jobs follow from committed transactions, each to its end once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { databaseUrl } from '#test/database.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { machine } from './context.ts'
import { enqueue, type Job, runJobs } from './queue.ts'

let district: District
beforeAll(async () => {
  district = await openDistrict()
  await district.owner.query('create table done (what text); grant all on done to mantianxing_app')
})
afterAll(() => district.close())

const play = <T>(work: Parameters<District['run']>[2]) => district.run(machine(region), '2025-12-02', work) as Promise<T>
const done = async () =>
  (await district.owner.query('select what from done order by what')).rows.map(({ what }) => what as string)
const warnings: string[] = []
const run = (works: Record<string, (job: Job) => Promise<unknown>>) =>
  databaseUrl().then((ownerUrl) =>
    runJobs({ ownerUrl, works, warn: (line) => warnings.push(line), pace: { look: 0.5, recover: 1 } }),
  )
const write = (job: Job) =>
  play(async (ctx) => {
    await ctx.db.execute(`insert into done values ('${job.of}')`)
    await job.finish(ctx)
  })

it('what is rolled back is never done, what is committed is done once', async () => {
  await play((ctx) => enqueue(ctx, 'write', 'kept'))
  await play(async (ctx) => {
    await enqueue(ctx, 'write', 'undone')
    throw new Error('no')
  }).catch(() => undefined)
  const stop = await run({ write })
  await vi.waitFor(async () => expect(await done()).toEqual(['kept']), 10_000)
  await stop()
  expect(await done()).toEqual(['kept'])
})

it('a job whose work fails is told of and tried again, and what it wrote before failing is gone', async () => {
  await district.owner.query('truncate done')
  await district.owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false`)
  let tries = 0
  await play((ctx) => enqueue(ctx, 'stumble', 'second'))
  const stop = await run({
    stumble: (job) =>
      play(async (ctx) => {
        await ctx.db.execute(`insert into done values ('${job.of}')`)
        tries += 1
        if (tries === 1) throw new Error('跌倒了')
        await job.finish(ctx)
      }),
  })
  await vi.waitFor(async () => expect(await done()).toEqual(['second']), 15_000)
  await stop()
  expect(tries).toBe(2)
  expect(warnings.join()).toContain('跌倒了')
})

it('who is too slow has lost the job: his work is undone, and it is done once by another', async () => {
  await district.owner.query('truncate done')
  await district.owner.query('update pgboss.queue set expire_seconds = 1')
  let begun = 0
  await play((ctx) => enqueue(ctx, 'slow', 'once'))
  const slow = (job: Job) =>
    play(async (ctx) => {
      begun += 1
      if (begun === 1) await sleep(6000)
      await ctx.db.execute(`insert into done values ('${job.of}')`)
      await job.finish(ctx)
    })
  const stops = [await run({ slow }), await run({ slow })]
  await vi.waitFor(async () => expect(await done()).toEqual(['once']), 15_000)
  await sleep(6000)
  for (const stop of stops) await stop()
  expect(begun).toBeGreaterThan(1)
  expect(await done()).toEqual(['once'])
})

it('a job for later waits for its time', async () => {
  await district.owner.query('truncate done')
  await district.owner.query('update pgboss.queue set expire_seconds = 60')
  await play((ctx) => enqueue(ctx, 'write', 'later', 3))
  const stop = await run({ write })
  await sleep(1500)
  expect(await done()).toEqual([])
  await vi.waitFor(async () => expect(await done()).toEqual(['later']), 10_000)
  await stop()
})
