/** Worker: a file's bytes → the typed plan, or the sentence why it is none. */
import { isPlan, parsePlan } from '#engines/plan/parse.ts'
import type { PlanDocument } from '#engines/plan/schema.ts'
import { readDocument } from '#platform/document.ts'
import { invalid } from '#platform/problem.ts'
import type { Worker } from '#platform/worker.ts'

const read: Worker<{ name: string; bytes: Uint8Array }, PlanDocument> = async ({ name, bytes }) => {
  const document = parsePlan(await readDocument(name, bytes))
  const unfit = isPlan(document)
  if (unfit) throw invalid(unfit)
  return document
}
export default read
