#!/usr/bin/env node
/** The command line's door: makes the clone ready, then hands over to main.ts. Plain JavaScript, for nothing is installed yet. */
import { ready } from '../scripts/ready.js'

await ready()
const { register } = await import('tsx/esm/api')
register()
// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})
const { main } = await import('./main.ts')
// The exit code is set, not forced: output into a pipe is written to its end first.
process.exitCode = await main(process.argv.slice(2))
