/** Starts in the process of a search: takes its place behind others, then runs what the file asked for exports. */
import { constants, setPriority } from 'node:os'
import { register } from 'tsx/esm/api'

// The server alone ends it, by closing the line between them: a Ctrl-C in the terminal reaches both, and is the server's matter.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit())

let stopped = false
process.on('message', (message) => {
  if (message === 'stop') stopped = true
  else void begin(message)
})

/** @param {import('../solver.ts').Task} task */
async function begin({ file, input, until, yields }) {
  try {
    // Threads inherit it, so it comes before any is started.
    if (yields) setPriority(constants.priority.PRIORITY_LOW)
    register()
    const [{ default: solve }, { openHighs }] = await Promise.all([import(file), import('./highs.ts')])
    const highs = openHighs()
    const answer = await solve(input, {
      left: () => (until - Date.now()) / 1000,
      stopped: () => stopped,
      tell: (news) => process.send({ news }),
      highs: highs.run,
    })
    process.send({ answer }, () => process.exit())
  } catch (error) {
    process.send({ bug: String(error?.stack ?? error).slice(0, 4000) }, () => process.exit())
  }
}
