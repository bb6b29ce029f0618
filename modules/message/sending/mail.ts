/** E-mail by the house's SMTP server; without one every attempt says so. */
import { createTransport } from 'nodemailer'
import type { Mail } from '#platform/config.ts'
import { letterFor } from './letter.ts'
import type { Parcel } from './parcel.ts'
import type { Answer } from './send.ts'

export type Post = (id: string, parcel: Extract<Parcel, { to: 'email' }>, publicUrl: string) => Promise<Answer>

export function mailBy(settings: Mail | null): Post {
  if (!settings) return async () => ({ ok: false, answer: '系统没有配置邮件服务器' })
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }
  const transport = createTransport({ url: settings.url, ...patience })
  const home = settings.from.match(/@([^>\s]+)/)?.[1] ?? 'mantianxing'
  return async (id, { address, name, messages }, publicUrl) => {
    // The same delivery always has the same Message-ID: a mailbox that gets it twice can tell.
    const { response } = await transport.sendMail({
      ...{ from: settings.from, to: address, messageId: `<${id}@${home}>` },
      ...letterFor(name, messages, publicUrl),
    })
    return { ok: true, answer: response }
  }
}
