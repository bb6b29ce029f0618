/** Worker: a file's bytes → the typed plan, or the sentence why it is none. */
import { parentPort, workerData } from 'node:worker_threads'
import { isPlan, parsePlan } from '#engines/plan/parse.ts'
import { readDocument } from '#platform/document.ts'
import { invalid, Problem } from '#platform/problem.ts'

const { name, bytes } = (workerData as { input: { name: string; bytes: Uint8Array } }).input
try {
  const document = parsePlan(await readDocument(name, bytes))
  const unfit = isPlan(document)
  if (unfit) throw invalid(unfit)
  parentPort!.postMessage({ answer: document })
} catch (error) {
  if (error instanceof Problem)
    parentPort!.postMessage({ problem: { status: error.status, code: error.code, message: error.message } })
  else parentPort!.postMessage({ bug: String((error as Error).stack) })
}
