/** An enterprise's people ask for its file, with proof that they are its people; the office decides within five working days. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { checkCreditCode } from '#engines/enterprise/credit-code.ts'
import { command, query } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { download, oneOf, text, upload } from '#platform/fields.ts'
import { keepFile, openFile } from '#platform/files.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { adoptionFlow, adoptionStates } from '../flow.ts'
import { adoption } from '../model.ts'
import { orgNames } from '../place.ts'
import { ownFile } from '../queries.ts'
import { enterprises, adoptions as rows } from '../tables.ts'
import { writtenCode } from './register.ts'

const applicants = ['enterprise', 'institution'] as const
const done = z.object({ id: z.uuid() })
const adoptionRow = adoption.extend({ id: z.uuid() })
/** Working days the office has to decide. */
const decideWithin = 5

export const adopt = command(
  {
    label: '申请认领企业档案',
    who: applicants,
    input: adoption.pick({ name: true, post: true }).extend({ creditCode: writtenCode, file: upload('证明材料') }),
    output: done,
  },
  async (ctx, { name, post, creditCode: written, file }) => {
    const org = orgOf(ctx)
    await oneAtATime(ctx, `adoption ${org}`)
    const own = await ownFile(ctx)
    if (own) throw conflict(`本单位已认领“${own.name}”的档案，无须再次申请`)
    const [open] = await ctx.db
      .select()
      .from(rows)
      .where(and(eq(rows.org, org), eq(rows.status, 'submitted')))
    if (open) throw conflict(`本单位 ${open.submittedOn} 的认领申请正在审核，请等待办理结果`)
    const checked = checkCreditCode(written)
    if ('problem' in checked) throw invalid(checked.problem)
    const proof = await keepFile(ctx, {
      name: file.name,
      type: 'application/octet-stream',
      bytes: Buffer.from(file.bytes),
      audience: 'own',
    })
    const [row] = await ctx.db
      .insert(rows)
      .values({
        org,
        creditCode: checked.code,
        name,
        post,
        applicant: ctx.actor.name,
        proof: proof.id,
        status: 'submitted',
        submittedOn: ctx.today,
        dueOn: addWorkdays(ctx.today, decideWithin),
        enterprise: null,
        decidedBy: null,
        decidedAt: null,
        reason: null,
      })
      .returning()
    return row!
  },
)

/** The applications of one's own organisation, newest first. */
export const myAdoptions = query(
  { label: '本单位的认领申请', who: applicants, input: z.object({}), output: z.array(adoptionRow) },
  async (ctx) =>
    ctx.db
      .select()
      .from(rows)
      .where(eq(rows.org, orgOf(ctx)))
      .orderBy(desc(rows.submittedOn), desc(rows.createdAt)),
)

export const withdrawAdoption = command(
  { label: '撤回认领申请', who: applicants, input: z.object({ id: z.uuid() }), output: done },
  async (ctx, { id }) => {
    const row = await adoptionToChange(ctx, id)
    await ctx.db
      .update(rows)
      .set({ status: advance(adoptionFlow, row, 'withdraw', ctx.actor) })
      .where(eq(rows.id, id))
    return { id }
  },
)

const match = z.object({ id: z.uuid(), name: z.string(), town: z.string(), claimed: z.boolean(), leftOn: z.string().nullable() })

/** Each with the file it is about, or null where there is none. */
export const adoptions = query(
  {
    label: '企业认领申请',
    who: ['office'],
    input: z.object({ status: oneOf('状态', adoptionStates).optional() }),
    output: z.array(adoptionRow.extend({ orgName: z.string(), overdue: z.boolean(), match: match.nullable() })),
  },
  async (ctx, { status }) => {
    const { db, today } = ctx
    const found = await db
      .select()
      .from(rows)
      .where(status ? eq(rows.status, status) : undefined)
      .orderBy(sql`${rows.status} <> 'submitted'`, asc(rows.dueOn), desc(rows.createdAt))
      .limit(500)
    const codes = [...new Set(found.map(({ creditCode }) => creditCode))]
    const files = codes.length ? await db.select().from(enterprises).where(inArray(enterprises.creditCode, codes)) : []
    const names = await orgNames(ctx, [...found.map(({ org }) => org), ...files.map(({ town }) => town)])
    const matches = new Map(
      files.map(({ id, creditCode, name, town, org, leftOn }) => [
        creditCode,
        { id, name, town: names.get(town) ?? '', claimed: org !== null, leftOn },
      ]),
    )
    return found.map((row) => ({
      ...row,
      orgName: names.get(row.org) ?? '',
      overdue: row.status === 'submitted' && row.dueOn < today,
      match: matches.get(row.creditCode) ?? null,
    }))
  },
)

export const decideAdoption = command(
  {
    label: '审核企业认领',
    who: ['office'],
    input: z.object({
      id: z.uuid(),
      step: z.enum(['approve', 'refuse']),
      reason: text('审核意见', 500).nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { id, step, reason }) => {
    const row = await adoptionToChange(ctx, id)
    const status = advance(adoptionFlow, row, step, ctx.actor)
    if (step === 'refuse' && !reason) throw invalid('不予通过时请写明原因')
    const enterprise = step === 'approve' ? await hand(ctx, row) : null
    const decided = { status, reason, enterprise, decidedBy: ctx.actor.name, decidedAt: ctx.now.toISOString() }
    await ctx.db.update(rows).set(decided).where(eq(rows.id, id))
    return { id }
  },
)

/** The file becomes the account's own. */
async function hand({ db }: Ctx, { creditCode, org }: typeof rows.$inferSelect): Promise<string> {
  const [file] = await db.select().from(enterprises).where(eq(enterprises.creditCode, creditCode)).for('update')
  if (!file) throw conflict(`台账中没有统一社会信用代码为 ${creditCode} 的企业，请先登记企业档案`)
  if (file.org !== null) throw conflict(`“${file.name}”的档案已被其他账户认领，不能重复认领`)
  const [other] = await db.select().from(enterprises).where(eq(enterprises.org, org))
  if (other) throw conflict(`该账户已认领“${other.name}”的档案`)
  await db.update(enterprises).set({ org }).where(eq(enterprises.id, file.id))
  return file.id
}

/** For the office and for whoever applied. */
export const adoptionProof = query(
  { label: '下载认领证明', who: ['office', ...applicants], input: z.object({ id: z.uuid() }), output: download('证明材料') },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select().from(rows).where(eq(rows.id, id))
    if (!row) throw missing('认领申请')
    return openFile(ctx, row.proof)
  },
)

async function adoptionToChange({ db }: Ctx, id: string) {
  const [row] = await db.select().from(rows).where(eq(rows.id, id)).for('update')
  if (!row) throw missing('认领申请')
  return row
}

function orgOf({ actor }: Ctx): string {
  if (!actor.org) throw denied('您的账号没有所属单位，不能申请认领')
  return actor.org
}
