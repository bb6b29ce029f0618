/** Enterprises claim their files: one was granted long ago, one waits for a decision on the day the demo opens. */
import { eq } from 'drizzle-orm'
import { adoptions, consents, enterprises } from '#modules/enterprise/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { keepFile } from '#platform/files.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Firm } from '../firms/firms.ts'
import { enterpriseId } from '../reports/report-rows.ts'

/** 满星软件 signs in from then on. */
export const claimedOn = '2023-03-15'

const claims = [
  { account: '满星软件', by: '小满', post: '行政主管', submittedOn: '2023-03-10', decidedOn: claimedOn },
  { account: '安澜信息', by: '小安', post: '财务负责人', submittedOn: '2025-12-01', decidedOn: null },
]

export function adoptionScenes(firms: Firm[], region: string): Scene[] {
  return claims.flatMap(({ account, by, post, submittedOn, decidedOn }): Scene[] => {
    const firm = firms.find(({ special }) => special?.account === account)!
    const id = idOf(region, 'adoption', account)
    const enterprise = enterpriseId(firm.serial, region)
    const applicant = actorNamed(by, region)
    const claim: Scene = {
      day: submittedOn,
      actor: applicant,
      action: 'enterprise/adopt',
      work: async (ctx) => {
        const claimed = { creditCode: firm.creditCode, name: firm.name, applicant: by, post, submittedOn }
        await ctx.db.insert(adoptions).values({
          id,
          org: orgId(account, region),
          ...claimed,
          proof: await proofOf(ctx, firm.name),
          status: 'submitted',
          dueOn: addWorkdays(submittedOn, 5),
          enterprise: null,
          decidedBy: null,
          decidedAt: null,
          reason: null,
        })
      },
    }
    if (!decidedOn) return [claim]
    const grant: Scene = {
      day: decidedOn,
      actor: actorNamed('周科', region),
      action: 'enterprise/decideAdoption',
      work: async ({ db, now, actor }) => {
        const decided = { status: 'approved' as const, enterprise, decidedBy: actor.name, decidedAt: now.toISOString() }
        await db.update(adoptions).set(decided).where(eq(adoptions.id, id))
        await db
          .update(enterprises)
          .set({ org: orgId(account, region) })
          .where(eq(enterprises.id, enterprise))
      },
    }
    const allow: Scene = {
      day: decidedOn,
      hour: 15,
      actor: applicant,
      action: 'enterprise/giveConsent',
      work: ({ db }) =>
        db.insert(consents).values([
          {
            id: idOf(region, 'consent', account, 'directory'),
            enterprise,
            purpose: 'directory',
            fields: ['industry', 'zone', 'products', 'phone'],
            since: decidedOn,
            until: null,
            givenBy: by,
            evidence: null,
          },
          {
            id: idOf(region, 'consent', account, 'policy'),
            enterprise,
            purpose: 'policy',
            fields: [],
            since: decidedOn,
            until: null,
            givenBy: by,
            evidence: null,
          },
        ]),
    }
    return [claim, grant, allow]
  })
}

async function proofOf(ctx: Ctx, name: string): Promise<string> {
  const text = `授权委托书（演示数据）\n兹委托本单位工作人员办理企业档案认领事宜。\n${name}\n`
  const file = await keepFile(ctx, {
    name: '授权委托书（演示）.txt',
    type: 'text/plain',
    bytes: Buffer.from(text),
    audience: 'own',
  })
  return file.id
}
