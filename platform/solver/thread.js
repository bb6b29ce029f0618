/** Starts in a thread of the solving process: makes TypeScript readable there (threads inherit no loader), then runs the file. */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.file)
