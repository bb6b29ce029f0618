/** A claim on paper: a firm without an account brought it to the counter, and the office entered it (演示数据). */
import { and, asc, eq, inArray, isNull, like, lt } from 'drizzle-orm'
import { save, submit } from '#modules/claim/actions/apply.ts'
import { addMaterial } from '#modules/claim/actions/material.ts'
import { startOnPaper } from '#modules/claim/actions/paper.ts'
import { scanAll } from '#modules/claim/materials/job.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { keepAccountFor } from '#modules/fund/actions/account.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Scene } from '#seed/stage.ts'
import { type Book, people, scene } from './book.ts'
import { paper } from './course.ts'

const clause = 'certification'
const declared = {
  项目: '2025 年 CMMI 三级认证（演示）',
  CMMI等级: '三级',
  CMMI认证费用: 18_000_000,
  DCMM等级: '未通过',
  DCMM认证费用: 0,
}

export function paperScenes(book: Book): Scene[] {
  const { office, system } = people(book.region)
  const id = () => ({ id: book.claims.get(clause)! })
  return [
    scene('2025-12-01', 9, office, 'claim/startOnPaper', async (ctx) => {
      const firm = await withoutAccount(ctx)
      const claim = await startOnPaper(ctx, { enterprise: firm.id, cycle: book.cycles.get('autumn')!, clause })
      book.claims.set(clause, claim.id)
      await save(ctx, { ...claim, declared })
      const where = { holder: firm.name, bank: '演示银行北碚支行', number: '622200008888000021' }
      await keepAccountFor(ctx, { ...where, enterprise: firm.id })
      for (const title of ['认证证书', '认证合同及发票']) await addMaterial(ctx, { claim: claim.id, title, file: paper(title) })
    }),
    scene('2025-12-01', 10, system, 'claim/scan', (ctx) => scanAll((work) => work(ctx), null)),
    scene('2025-12-01', 11, office, 'claim/submit', (ctx) => submit(ctx, id())),
  ]
}

/** The first software firm known to be registered here, by its code. */
async function withoutAccount({ db }: Ctx): Promise<{ id: string; name: string }> {
  const here = db.select({ id: orgs.id }).from(orgs).where(eq(orgs.kind, 'town'))
  const software = and(
    like(enterprises.industry, '65%'),
    isNull(enterprises.org),
    isNull(enterprises.leftOn),
    lt(enterprises.registeredSince, '2025-01-01'),
  )
  const [found] = await db
    .select({ id: enterprises.id, name: enterprises.name })
    .from(enterprises)
    .where(and(software, eq(enterprises.status, 'active'), inArray(enterprises.town, here)))
    .orderBy(asc(enterprises.creditCode))
    .limit(1)
  return found!
}
