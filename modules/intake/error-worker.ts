/** Worker: a sheet and what is wrong in it → the same sheet with its problems marked. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { errorSheet, type Judged } from '#platform/sheet/errors.ts'
import type { Worker } from '#platform/worker.ts'

type Input = { name: string; bytes: Uint8Array; columns: { key: string; heading: string; required: boolean }[]; judged: Judged[] }

const mark: Worker<Input, Uint8Array> = async ({ name, bytes, columns, judged }) => {
  const stream = new PassThrough()
  // Only headings are looked for: what their fields are does not matter here.
  const sought = columns.map((column) => ({ ...column, field: z.unknown() }))
  const [written] = await Promise.all([buffer(stream), errorSheet(bytes, judged, { columns: sought, name }, stream)])
  return written
}
export default mark
