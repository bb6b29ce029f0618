/** Worker: the text of a document, to be looked through by whoever enters it. */
import { readDocument } from '#platform/document.ts'
import type { Worker } from '#platform/worker.ts'

const read: Worker<{ name: string; bytes: Uint8Array }, string> = ({ name, bytes }) => readDocument(name, bytes)
export default read
