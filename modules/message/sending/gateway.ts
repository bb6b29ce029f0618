/** One signed request to a gateway; docs/howto/receive-messages.md tells its side. */
import { createHmac } from 'node:crypto'
import type { Message, Parcel } from './parcel.ts'
import type { Answer } from './send.ts'

const patience = 15_000

export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

export async function post(
  id: string,
  { url, secret, messages }: Extract<Parcel, { to: 'webhook' }>,
  link: string,
): Promise<Answer> {
  const body = JSON.stringify({ delivery: id, messages: messages.map((one) => told(one, link)) })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'mantianxing',
      'x-mantianxing-delivery': id,
      'x-mantianxing-timestamp': timestamp,
      'x-mantianxing-signature': signatureOf(secret, timestamp, body),
    },
    body,
    // Where it leads is not where it was registered.
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  return { ok: answer.ok, answer: `HTTP ${answer.status}` }
}

const told = ({ id, topic, title, text, link, urgent, at, recipient, name, account }: Message, publicUrl: string) => ({
  ...{ id, topic, title, text, link: publicUrl + link, urgent, at: new Date(at).toISOString() },
  recipient: { id: recipient, name, account },
})
