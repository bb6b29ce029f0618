/** How far this server is with what it solves, and how to end it; another one knows only that it is being solved. */
import type { Point } from './outcome.ts'

export type Standing = {
  phase: 'match' | 'start' | 'search' | 'exact' | 'words'
  matched: number
  firms: number
  /** When the search began, by the monotonic clock of this server. */
  since: number | null
  gap: number | null
  points: Point[]
  stopped: boolean
}
type Running = { standing: Standing; stop: () => void }

const running = new Map<string, Running>()
/** Of a long run every other point is let go: the line keeps its form. */
const most = 240

export const standingOf = (run: string): Standing | null => running.get(run)?.standing ?? null

export function begin(run: string): Standing {
  const standing: Standing = { phase: 'match', matched: 0, firms: 0, since: null, gap: null, points: [], stopped: false }
  running.set(run, { standing, stop: () => {} })
  return standing
}
export const stopWith = (run: string, stop: () => void): void => {
  const found = running.get(run)
  if (found) found.stop = stop
  if (found?.standing.stopped) stop()
}
export const forget = (run: string): void => void running.delete(run)

export function mark(standing: Standing, point: Point): void {
  const last = standing.points.at(-1)
  if (last && last.objective === point.objective && last.bound === point.bound) return
  standing.points.push(point)
  if (standing.points.length > most) standing.points = standing.points.filter((_, at) => at % 2 === 0 || at === most)
}

/** @returns false when this server is not solving it */
export function stopRunning(run: string): boolean {
  const found = running.get(run)
  if (!found) return false
  found.standing.stopped = true
  found.stop()
  return true
}
