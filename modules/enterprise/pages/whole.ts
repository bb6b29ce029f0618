/** One enterprise with everything on file, as the server tells it. */
import type { Out } from '#web/client.ts'

export type WholeFile = Out<'enterprise/show'>
