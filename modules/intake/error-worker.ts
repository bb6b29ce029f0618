/** Worker: a sheet and what is wrong in it → the same sheet with its problems marked. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'
import { errorSheet, type Judged } from '#platform/sheet/errors.ts'

type Input = { name: string; bytes: Uint8Array; columns: { key: string; heading: string; required: boolean }[]; judged: Judged[] }
const { name, bytes, columns, judged } = (workerData as { input: Input }).input
try {
  const stream = new PassThrough()
  // Only headings are looked for: what their fields are does not matter here.
  const sought = columns.map((column) => ({ ...column, field: z.unknown() }))
  const [written] = await Promise.all([buffer(stream), errorSheet(bytes, judged, { columns: sought, name }, stream)])
  const answer = new Uint8Array(written)
  parentPort!.postMessage({ answer }, [answer.buffer])
} catch (error) {
  if (error instanceof Problem)
    parentPort!.postMessage({ problem: { status: error.status, code: error.code, message: error.message } })
  else parentPort!.postMessage({ bug: String((error as Error).stack) })
}
