/** What the server tells its operator: one line an event, errors in full. */
export const logOptions = { level: process.env.LOG_LEVEL ?? 'warn' }

/** Start-up lines are for people, on stdout. */
export const say = (line: string) => process.stdout.write(`${line}\n`)
