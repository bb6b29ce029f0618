/** What an enterprise allows to be shown or used, and what it takes back; the office records what was signed on paper. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, text, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { consent, directoryFields, purposes } from '../model.ts'
import { fileToSee, ownFile } from '../queries.ts'
import { consents } from '../tables.ts'

const done = z.object({ id: z.uuid() })
const fields = z.array(oneOf('公开内容', directoryFields)).max(20).default([])
const given = z.object({ purpose: oneOf('用途', purposes), fields })
const paper = { file: upload('授权书') }

/** An enterprise agrees, or agrees to more or less than before. */
export const giveConsent = command(
  { label: '授权', who: ['enterprise', 'institution'], input: given, output: done },
  async (ctx, input) => {
    const own = await ownFile(ctx)
    if (!own) throw conflict('本单位尚未认领企业档案，请先申请认领')
    return record(ctx, { ...input, enterprise: own.id, since: ctx.today, givenBy: ctx.actor.name, evidence: null })
  },
)

export const recordConsent = command(
  {
    label: '登记书面授权',
    who: ['office'],
    input: given.extend({ enterprise: z.uuid(), since: consent.shape.since, givenBy: text('授权人', 40), ...paper }),
    output: done,
  },
  async (ctx, { file, ...input }) => {
    await fileToSee(ctx, input.enterprise)
    if (input.since > ctx.today) throw invalid('授权日期不能晚于今天')
    return record(ctx, { ...input, evidence: await keep(ctx, file) })
  },
)

export const takeBackConsent = command(
  { label: '撤回授权', who: ['enterprise', 'institution'], input: z.object({ id: z.uuid() }), output: done },
  async (ctx, { id }) => {
    const own = await ownFile(ctx)
    const given = own && (await openConsent(ctx, id))
    if (given?.enterprise !== own?.id || !given) throw missing('授权')
    return end(ctx, id, null)
  },
)

export const recordTakingBack = command(
  { label: '登记书面撤回', who: ['office'], input: z.object({ id: z.uuid(), ...paper }), output: done },
  async (ctx, { id, file }) => {
    await openConsent(ctx, id)
    return end(ctx, id, await keep(ctx, file))
  },
)

type Given = Pick<typeof consents.$inferInsert, 'enterprise' | 'purpose' | 'fields' | 'since' | 'givenBy' | 'evidence'>

async function record({ db, today }: Ctx, row: Given): Promise<{ id: string }> {
  if (row.purpose === 'directory' && !row.fields.length) throw invalid('请选择名录中公开的内容')
  const now = and(eq(consents.enterprise, row.enterprise), eq(consents.purpose, row.purpose), isNull(consents.until))
  await db.update(consents).set({ until: today }).where(now)
  const shown = row.purpose === 'directory' ? row.fields : []
  const [kept] = await db
    .insert(consents)
    .values({ ...row, fields: shown, until: null, withdrawal: null })
    .returning()
  return kept!
}

async function openConsent({ db }: Ctx, id: string) {
  const [row] = await db.select().from(consents).where(eq(consents.id, id))
  if (!row) throw missing('授权')
  if (row.until !== null) throw conflict(`该授权已于 ${row.until} 撤回`)
  return row
}

async function end({ db, today }: Ctx, id: string, withdrawal: string | null) {
  await db.update(consents).set({ until: today, withdrawal }).where(eq(consents.id, id))
  return { id }
}

const keep = async (ctx: Ctx, { name, bytes }: { name: string; bytes: Uint8Array }) =>
  (await keepFile(ctx, { name, type: 'application/octet-stream', bytes: Buffer.from(bytes), audience: 'own' })).id
