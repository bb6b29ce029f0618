/** A matter is opened by the office, a park or an enterprise itself; what it needs may change until it has applied. */
import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { checkCreditCode } from '#engines/enterprise/credit-code.ts'
import { ownFile } from '#modules/enterprise/queries.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { phone } from '#platform/enquiry.ts'
import { text } from '#platform/fields.ts'
import { conflict, denied, invalid } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { openMatter, requireParks } from '../course/open.ts'
import { matterToChange } from '../course/turn.ts'
import { moveIn, wanted } from '../model.ts'
import { requireSense } from '../need.ts'
import { moveIns } from '../tables.ts'

export const parks = ['office', 'park'] as const
export const applicants = ['enterprise', 'institution'] as const
const isApplicant = ({ actor }: Ctx) => applicants.some((one) => one === actor.role)
const { name, contact, enterprise } = moveIn.shape
const creditCode = text('统一社会信用代码', 60)

export const open = command(
  {
    label: '登记入驻需求',
    who: [...parks, ...applicants],
    input: z.object({
      /** Of one on file, name and code are those of its file. */
      enterprise: enterprise.default(null),
      name: name.nullable().default(null),
      creditCode: creditCode.nullable().default(null),
      contact,
      phone,
      wanted,
    }),
    output: z.object({ id: z.uuid(), number: z.string() }),
  },
  async (ctx, { contact, phone, wanted, ...of }) => {
    const who = isApplicant(ctx) ? await applicant(ctx, of.creditCode) : await named(ctx, of)
    const origin = isApplicant(ctx) ? 'enterprise' : ctx.actor.role === 'park' ? 'park' : 'office'
    const { id, number } = await openMatter(ctx, { origin, ...who, contact, phone, need: wanted })
    return { id, number }
  },
)

type Given = { enterprise: string | null; name: string | null; creditCode: string | null }
/** A code that is on file names its firm, as choosing the file does. */
async function named({ db }: Ctx, { enterprise, name, creditCode }: Given) {
  const code = creditCode && codeIn(creditCode)
  const where = enterprise ? eq(enterprises.id, enterprise) : code ? eq(enterprises.creditCode, code) : null
  const [file] = where ? await db.select().from(enterprises).where(where) : []
  if (file) return { enterprise: file.id, name: file.name, creditCode: file.creditCode }
  if (enterprise) throw invalid('没有找到所选企业，或不在您可以查看的范围内，请填写企业名称')
  if (!name) throw invalid('请选择企业，或填写企业名称')
  return { name, creditCode: code }
}

/** An account speaks for itself: by its file, or by its own name as long as it has none. */
async function applicant(ctx: Ctx, creditCode: string | null) {
  const org = ctx.actor.org
  if (!org) throw denied('您的账户尚未归属任何单位，不能提出入驻需求')
  const file = await ownFile(ctx)
  if (file) return { applicant: org, enterprise: file.id, name: file.name, creditCode: file.creditCode }
  const [own] = await ctx.db.select({ name: orgs.name }).from(orgs).where(eq(orgs.id, org))
  return {
    applicant: org,
    name: own?.name ?? ctx.actor.name,
    creditCode: creditCode && (await unclaimed(ctx, codeIn(creditCode))),
  }
}

/** A code by which another account has its file would move that firm in the end. */
async function unclaimed(ctx: Ctx, code: string): Promise<string> {
  const claimed = and(eq(enterprises.creditCode, code), isNotNull(enterprises.org))
  if (await overAll(ctx, ({ db }) => db.$count(enterprises, claimed)))
    throw conflict(`统一社会信用代码 ${code} 已由其他账户认领，请核对；确属本单位的，请联系园城处理`)
  return code
}

function codeIn(written: string): string {
  const checked = checkCreditCode(written)
  if ('problem' in checked) throw invalid(checked.problem)
  return checked.code
}

const early = ['matching', 'viewing', 'applying']
export const amend = command(
  {
    label: '修改空间需求',
    who: [...parks, ...applicants],
    input: z.object({ id: z.uuid(), contact: contact.optional(), phone: phone.optional(), wanted }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, wanted, contact, phone }) => {
    const matter = await matterToChange(ctx, id)
    if (!early.includes(matter.status)) throw conflict('该事项已提交申请，空间需求不能再修改')
    requireSense(wanted)
    await requireParks(ctx, wanted.zones)
    await ctx.db
      .update(moveIns)
      .set({ need: wanted, ...(contact && { contact }), ...(phone && { phone }) })
      .where(eq(moveIns.id, id))
    return { id }
  },
)
