/** A supervision notice on paper: numbered in its year, in the layout of official letters. */
import { eq, inArray, sql } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import type { Ctx } from '#platform/context.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { dateInWords, documentNumber, heading, officialDocument, paragraph } from '#platform/word.ts'
import type { Matter, Supervision } from './course/turn.ts'
import { origins } from './model.ts'

const agency = '督办'

/** The next of the year in the whole district: 督办〔2025〕3号. */
export async function nextNotice(ctx: Ctx): Promise<string> {
  await oneAtATime(ctx, 'number-supervision')
  const year = Number(ctx.today.slice(0, 4))
  const pattern = `^${agency}〔${year}〕(\\d{1,6})号$`
  const { rows } = (await overAll(ctx, ({ db }) =>
    db.execute(sql`select coalesce(max(substring(number from ${pattern})::int), 0) as last from supervision`),
  )) as unknown as { rows: { last: number }[] }
  return documentNumber(agency, year, rows[0]!.last + 1)
}

export async function noticeDocument(ctx: Ctx, notice: Supervision, matter: Matter): Promise<Buffer> {
  const { org, title, text, number, issuedOn, signDueOn, replyDueOn } = notice
  const [to] = await ctx.db.select({ name: orgs.name }).from(orgs).where(eq(orgs.id, org))
  const issuer = await officeName(ctx)
  const copied = matter.supporters.length
    ? await ctx.db.select({ name: orgs.name }).from(orgs).where(inArray(orgs.id, matter.supporters)).orderBy(orgs.name)
    : []
  const demo = (await planInForce(ctx))?.demo ?? false
  return officialDocument({
    heading: { issuer, number },
    title: `关于${title}的督办通知`,
    ...(demo && { subtitle: '（演示数据）' }),
    to: [to?.name ?? ''],
    body: [
      heading(1, '一、督办事项'),
      paragraph(`${matter.title}（${matter.number}）。来源：${origins[matter.origin]}，${matter.source}。`),
      paragraph(`交办日期${dateInWords(matter.startsOn)}，办理时限${dateInWords(matter.dueOn)}。`),
      heading(1, '二、督办要求'),
      ...text
        .split('\n')
        .filter((line) => line.trim())
        .map(paragraph),
      ...(matter.evidenceWanted ? [paragraph(`佐证要求：${matter.evidenceWanted}。`)] : []),
      heading(1, '三、办理时限'),
      paragraph(
        `请于${dateInWords(signDueOn)}前签收，于${dateInWords(replyDueOn)}前书面回复办理情况并附佐证材料。未按时签收、回复的，按督办规则处理。`,
      ),
    ],
    signer: issuer,
    date: issuedOn,
    ...(copied.length && { copiedTo: copied.map(({ name }) => name) }),
    printed: { by: issuer, on: issuedOn },
  })
}

async function officeName({ db }: Ctx): Promise<string> {
  const [office] = await db.select({ name: orgs.name }).from(orgs).where(eq(orgs.kind, 'office')).limit(1)
  return office?.name ?? '领导小组办公室'
}
