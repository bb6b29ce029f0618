/** Starts in the process of a long computation: runs the function that the file asked for exports, and sends what it says. */

// The server alone ends it, by closing the line between them: a Ctrl-C in the terminal reaches both, and is the server's matter.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit())

process.once('message', ({ file, input }) =>
  run(file, input).then(
    (answer) => reply({ answer }),
    (error) => reply(told(error)),
  ),
)

async function run(file, input) {
  // As the server was built, its workers are plain JavaScript already.
  if (file.endsWith('.ts')) (await import('tsx/esm/api')).register()
  const { default: work } = await import(file)
  return work(input, (news) => process.send({ news }))
}

const reply = (message) => process.send(message, () => process.exit())

/** A Problem is told by what it has: its class may come from another copy of the file. */
function told(error) {
  const { status, code, message, cause, stack } = error
  if (status && code) return { problem: { status, code, message } }
  // A statement that failed carries all its rows in its message.
  return { bug: String(cause?.stack ?? stack ?? error).slice(0, 4000) }
}
