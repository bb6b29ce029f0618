/** A search ends in time with the best it told, whatever becomes of its process; HiGHS ends with its thread. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Model, openHighs, type Terms } from './solver/highs.ts'
import { startSolving } from './solver.ts'

const file = join(mkdtempSync(join(tmpdir(), 'solver-')), 'steps.mjs')
writeFileSync(
  file,
  `import { getPriority } from 'node:os'
   export default async (input, { left, stopped, tell, highs }) => {
     if (input === 'priority') return getPriority()
     if (input === 'fail') throw new Error('nothing works')
     if (input === 'highs') {
       const model = { cost: Float64Array.of(3, 1, 2), least: Float64Array.of(1), most: Float64Array.of(1),
         start: Int32Array.of(0, 1, 2, 3), row: Int32Array.of(0, 0, 0), amount: Float64Array.of(1, 1, 1) }
       return (await highs(model, { seconds: 5, from: null, step: 1, heard: () => {} }).answer).columns
     }
     tell('first')
     tell('better')
     if (input === 'crash') process.abort()
     if (input === 'hang') for (;;);
     while (!stopped() && left() > 20) await new Promise((resolve) => setTimeout(resolve, 5))
     return stopped() ? 'stopped' : 'over'
   }`,
)
const highs = openHighs()
const heard: string[] = []
const search = (input: string, seconds: number, yields = false) =>
  startSolving<string, unknown>(pathToFileURL(file), input, {
    seconds,
    megabytes: 200,
    yields,
    busy: '正在计算另一个方案，请稍候',
    heard: (answer) => heard.push(String(answer)),
  })

describe('a search', () => {
  it('tells what it finds, knows how much time is left, and answers', async () => {
    expect(await search('wait', 22).answer).toBe('over')
    expect(heard.splice(0)).toEqual(['first', 'better'])
  })

  it('ends when it is told to', async () => {
    const { answer, stop } = search('wait', 60)
    await expect.poll(() => heard.splice(0).length, { timeout: 10_000 }).toBeGreaterThan(0)
    stop()
    expect(await answer).toBe('stopped')
  })

  it.each(['hang', 'crash'])('that would %s ends with the best it told', async (fate) => {
    expect(await search(fate, 8).answer).toBe('better')
  })

  it('that fails before it has told anything is a bug', async () => {
    await expect(search('fail', 10).answer).rejects.toThrow('nothing works')
  })

  it('another at the same time is told to wait, and may come afterwards', async () => {
    const { answer, stop } = search('wait', 60)
    expect(() => search('wait', 60)).toThrow('正在计算另一个方案，请稍候')
    stop()
    await answer
    // As important as whoever started it.
    expect(await search('priority', 20).answer).toBe(getPriority())
  })

  it('that yields lets every other process go first', async () => {
    expect(await search('priority', 20, true).answer).toBe(19)
  })

  it('has HiGHS at its side', async () => {
    expect(await search('highs', 30).answer).toEqual(Int32Array.of(1))
  })
})

describe('HiGHS', () => {
  afterAll(() => highs.close())
  const terms = (more: Partial<Terms> = {}): Terms => ({ seconds: 20, from: null, step: 1, heard: () => {}, ...more })

  it('proves the best answer, and that there is none', async () => {
    expect(await highs.run(knapsack(20, 50), terms()).answer).toMatchObject({ status: 'optimal' })
    const model = knapsack(4, 50)
    expect(await highs.run({ ...model, least: model.least.map(() => 1e6) }, terms()).answer).toMatchObject({
      status: 'infeasible',
      columns: null,
    })
  })

  it('stops when it is told to, and works on afterwards', async () => {
    const run = highs.run(hard(), terms())
    setTimeout(run.stop, 300)
    expect((await run.answer).status).toBe('stopped')
    expect((await highs.run(knapsack(20, 50), terms()).answer).status).toBe('optimal')
  })

  it('a model it cannot take fails, and the next one has another thread', async () => {
    const broken = { ...knapsack(4, 50), row: Int32Array.of(9, 9, 9, 9) }
    expect((await highs.run(broken, terms()).answer).status).toBe('failed')
    expect((await highs.run(knapsack(20, 50), terms()).answer).status).toBe('optimal')
  })
})

/** One row, things of different sizes. */
function knapsack(count: number, room: number): Model {
  const each = Array.from({ length: count }, (_, index) => index)
  return {
    cost: Float64Array.from(each, (index) => -(5 + ((index * 7) % 11))),
    least: Float64Array.of(Number.NEGATIVE_INFINITY),
    most: Float64Array.of(room),
    start: Int32Array.from([...each, count]),
    row: new Int32Array(count),
    amount: Float64Array.from(each, (index) => 3 + ((index * 5) % 13)),
  }
}

/** A market split: sums that must be met exactly, out of reach for branch and bound. */
function hard(): Model {
  const [rows, columns] = [6, 60]
  const amount = Float64Array.from({ length: rows * columns }, (_, index) => (index * 7919 + ((index * index) % 977) * 31) % 100)
  const sums = Array.from({ length: rows }, (_, row) => {
    let sum = 0
    for (let column = 0; column < columns; column += 1) sum += amount[column * rows + row]!
    return Math.floor(sum / 2)
  })
  return {
    cost: new Float64Array(columns).fill(1),
    least: Float64Array.from(sums),
    most: Float64Array.from(sums),
    start: Int32Array.from({ length: columns + 1 }, (_, column) => column * rows),
    row: Int32Array.from({ length: rows * columns }, (_, index) => index % rows),
    amount,
  }
}
