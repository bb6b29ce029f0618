/** The words of an e-mail: one message, or the digest of a day. */

import { topics } from '../model.ts'
import type { Message } from './parcel.ts'

export type Letter = { subject: string; text: string }

export function letterFor(name: string, messages: Message[], publicUrl: string): Letter {
  const [only, ...more] = messages as [Message, ...Message[]]
  const subject = more.length ? `满天星：${messages.length} 条消息` : `满天星${only.urgent ? '（紧急）' : ''}：${only.title}`
  const parts = messages.map((one, i) => (more.length ? `${i + 1}. ${part(one, publicUrl)}` : part(one, publicUrl)))
  return {
    subject,
    text: `${name}，您好：\n\n${parts.join('\n\n')}\n\n——\n本邮件由满天星自动发送，请勿回复。接收方式可在“消息—接收设置”中修改：${publicUrl}/office/messages?tab=settings\n`,
  }
}

const part = ({ topic, title, text, link }: Message, publicUrl: string) =>
  `【${topics[topic]}】${title}\n${text}\n${publicUrl}${link}`
