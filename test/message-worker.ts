/** A server's queue alone, as a process that a test can kill: hands messages on and sends them. */
import { messageWorks } from '#modules/message/job.ts'
import { post } from '#modules/message/sending/gateway.ts'
import { mailBy } from '#modules/message/sending/mail.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { runJobs } from '#platform/queue.ts'
import { session } from '#platform/session.ts'

const [ownerUrl, smtpUrl] = process.argv.slice(2) as [string, string]
const sessions = session(drizzleOn(openPool(ownerUrl, 'app', 6)), () => new Date())
const ways = {
  mail: mailBy({ url: smtpUrl, from: 'notice@district.example' }),
  gateway: post,
  publicUrl: 'http://localhost',
  waits: [1],
}
await runJobs({
  ownerUrl,
  works: messageWorks(sessions, ways),
  warn: (line) => process.stderr.write(`${line}\n`),
  pace: { look: 0.5, recover: 1 },
})
process.stdout.write('ready\n')
