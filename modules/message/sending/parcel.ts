/** What a delivery carries and where to, as it is when it is sent. */
import { eq, inArray } from 'drizzle-orm'
import { persons } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { deliveries } from '../tables.ts'
import { messages, preferences, webhooks } from '../tables.ts'

export type Delivery = typeof deliveries.$inferSelect
export type Message = typeof messages.$inferSelect & { name: string; account: string | null }
export type Parcel =
  | { to: 'email'; address: string; name: string; messages: Message[] }
  | { to: 'webhook'; url: string; secret: string; messages: Message[] }
  /** It is not wanted any more. */
  | { to: null; because: string }

export async function parcelOf(ctx: Ctx, { medium, recipient, webhook, messages: carried }: Delivery): Promise<Parcel> {
  const found = await ctx.db
    .select({ message: messages, name: persons.name, account: persons.account })
    .from(messages)
    .innerJoin(persons, eq(persons.id, messages.recipient))
    .where(inArray(messages.id, carried))
    .orderBy(messages.at, persons.name)
  const inside = found.map(({ message, ...whom }) => ({ ...message, ...whom }))
  return medium === 'email' ? byMail(ctx, recipient!, inside) : toGateway(ctx, webhook!, inside)
}

async function byMail({ db }: Ctx, person: string, inside: Message[]): Promise<Parcel> {
  const [wished] = await db.select().from(preferences).where(eq(preferences.person, person))
  if (!wished?.byEmail || wished.email === null) return { to: null, because: '接收人已停用邮件' }
  return { to: 'email', address: wished.email, name: inside[0]!.name, messages: inside }
}

async function toGateway({ db, today }: Ctx, id: string, inside: Message[]): Promise<Parcel> {
  const [gateway] = await db.select().from(webhooks).where(eq(webhooks.id, id))
  if (!gateway || (gateway.until !== null && gateway.until <= today)) return { to: null, because: '外发接口已停用' }
  return { to: 'webhook', url: gateway.url, secret: gateway.secret, messages: inside }
}
