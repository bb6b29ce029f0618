/** What the cockpit shows, as the server answers it. */
import type { Out } from '#web/client.ts'

export type Overview = NonNullable<Out<'cockpit/overview'>>
