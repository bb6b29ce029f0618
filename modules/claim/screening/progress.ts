/** How far this server has come with the screenings it runs; another one knows only that they are run. */
import type { Progress } from './run.ts'

const running = new Map<string, Progress>()

export const progressOf = (screening: string): Progress | null => running.get(screening) ?? null
export const tellProgress = (screening: string, progress: Progress): void => void running.set(screening, progress)
export const forgetProgress = (screening: string): void => void running.delete(screening)
