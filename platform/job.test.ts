/** Jobs run one at a time, are run again when woken meanwhile, outlive their failures and begin nothing once they are ended. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { eachWaiting, startJob } from './job.ts'
import type { Change, Changes } from './live/listen.ts'

/** Changes as the database tells them, told by hand. */
function teller() {
  const hearers = new Set<(change: Change) => void>()
  const changes: Changes = (hear) => {
    hearers.add(hear)
    return async () => void hearers.delete(hear)
  }
  return { changes, tell: (change: Change) => hearers.forEach((hear) => void hear(change)) }
}
const here = { region: '500109', entities: ['thing'] }
const changed = { region: '500109', entity: 'thing' }

/** Work that lasts until it is let go. */
function held() {
  const gates: (() => void)[] = []
  let most = 0
  const work = async () => {
    await new Promise<void>((open) => {
      gates.push(open)
      most = Math.max(most, gates.length)
    })
  }
  const letGo = async () => {
    gates.shift()!()
    await sleep(1)
  }
  return { work, letGo, under: () => gates.length, most: () => most }
}

describe('a job', () => {
  it('is woken by what concerns it and by a gap, and by nothing else', async () => {
    const { changes, tell } = teller()
    let runs = 0
    const work = async () => {
      runs += 1
    }
    const end = startJob({ work, failed: '', warn: () => {}, hears: { changes, ...here } })
    for (const change of [
      { region: '500110', entity: 'thing' },
      { region: '500109', entity: 'other' },
    ])
      tell(change)
    await sleep(1)
    expect(runs).toBe(0)
    tell(changed)
    await sleep(1)
    tell('anything')
    await sleep(1)
    expect(runs).toBe(2)
    await end()
    tell(changed)
    expect(runs).toBe(2)
  })

  it('never runs twice at once; whatever came meanwhile is one more run', async () => {
    const { changes, tell } = teller()
    const { work, letGo, under, most } = held()
    const end = startJob({ work, failed: '', warn: () => {}, hears: { changes, ...here } })
    for (let i = 0; i < 5; i += 1) tell(changed)
    await sleep(1)
    expect(under()).toBe(1)
    await letGo()
    expect(under()).toBe(1)
    await letGo()
    expect([under(), most()]).toEqual([0, 1])
    await end()
  })

  it('without changes to hear runs at once; a failure is told, and the next run comes in its time', async () => {
    const told: string[] = []
    let runs = 0
    const work = async () => {
      runs += 1
      throw new Error('没有连上')
    }
    const end = startJob({ work, failed: '没有做成', warn: (line) => told.push(line), every: 20 })
    await expect.poll(() => runs).toBeGreaterThan(1)
    await end()
    expect(new Set(told)).toEqual(new Set(['没有做成：没有连上']))
  })

  it.each([
    ['waits for what is under way', undefined, false],
    ['leaves what takes too long', true, true],
  ] as const)('that is ended %s', async (_, givesUp, early) => {
    const { work, letGo } = held()
    let over = false
    const end = startJob({ work, failed: '', warn: () => {}, ...(givesUp && { givesUp }) })
    await sleep(1)
    const ended = end().then(() => {
      over = true
    })
    await sleep(1)
    expect(over).toBe(early)
    await letGo()
    await ended
  })
})

describe('what waits', () => {
  it('is taken one after the other, each once, until the end is asked for', async () => {
    const waiting = ['a', 'b', 'c', 'd']
    const next = async (tried: string[]) => waiting.filter((id) => !tried.includes(id)).map((id) => ({ id }))[0]
    const done: string[] = []
    await eachWaiting(
      next,
      () => done.length === 3,
      async ({ id }) => void done.push(id),
    )
    expect(done).toEqual(['a', 'b', 'c'])
    await eachWaiting(
      next,
      () => false,
      async ({ id }) => void done.push(id),
    )
    expect(done.slice(3)).toEqual(waiting)
  })
})
