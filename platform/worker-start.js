/** Starts in the worker thread: makes TypeScript readable there (threads inherit no loader), then runs the file asked for. */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.file)
