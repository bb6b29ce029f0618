/** How far this server has read the sheets it is reading; another one knows only that they are being read. */
import type { Progress } from './read.ts'

const reading = new Map<string, Progress>()

export const progressOf = (intake: string): Progress | null => reading.get(intake) ?? null
export const tellProgress = (intake: string, progress: Progress): void => void reading.set(intake, progress)
export const forgetProgress = (intake: string): void => void reading.delete(intake)
