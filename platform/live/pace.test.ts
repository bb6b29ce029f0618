/** Bursts become few messages, and the last change of a burst is never lost. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { paced } from './pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('whatever comes when, nothing is told twice within a second, and after its last change everything is told once more', () => {
  const change = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom('a', 'b'))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const told: { what: string; at: number }[] = []
      const say = paced((what) => told.push({ what, at: Date.now() }))
      const last = new Map<string, number>()
      for (const [wait, what] of changes) {
        vi.advanceTimersByTime(wait)
        last.set(what, Date.now())
        say(what)
      }
      vi.advanceTimersByTime(5000)
      for (const [what, at] of last) {
        const times = told.filter((one) => one.what === what).map((one) => one.at)
        expect(times.at(-1)).toBeGreaterThanOrEqual(at)
        expect(times.at(-1)! - at).toBeLessThanOrEqual(1000)
        expect(times.every((time, i) => i === 0 || time - times[i - 1]! >= 1000)).toBe(true)
      }
    }),
  )
})
