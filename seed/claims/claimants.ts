/** Firms that claim have accounts: each asks for its file, and the office hands it over (演示数据). */
import { eq, inArray } from 'drizzle-orm'
import { adopt, decideAdoption } from '#modules/enterprise/actions/adoption.ts'
import { adoptions, enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { orgId } from '#seed/cast.ts'
import type { Scene } from '#seed/stage.ts'
import { actorFor, nameOf, people, scene } from './book.ts'
import { type Claimant, claimants } from './cases.ts'

const firms = Object.keys(claimants) as Claimant[] // its own keys

const proof = () => ({
  name: '授权委托书（演示）.txt',
  bytes: new Uint8Array(Buffer.from('授权委托书（演示数据）\n兹委托本单位工作人员办理企业档案认领事宜。\n')),
})

export function claimantScenes(region: string): Scene[] {
  const { office, system } = people(region)
  /** Written on their licences; no firm sees a file before it is its own. */
  const codes = new Map<string, string>()
  return [
    scene('2025-03-03', 9, system, 'seed', async ({ db }) => {
      await db.insert(orgs).values(
        firms.map((shortName) => ({
          ...{ id: orgId(shortName, region), name: nameOf(shortName), shortName, kind: 'enterprise' as const, parent: null },
          ...{ aliases: [], areaCode: null, duties: null, since: null, until: null },
        })),
      )
      const { name, creditCode } = enterprises
      const files = await db
        .select({ name, creditCode })
        .from(enterprises)
        .where(inArray(name, firms.map(nameOf)))
      for (const file of files) codes.set(file.name, file.creditCode)
    }),
    ...firms.map((firm, at) =>
      scene('2025-03-04', 9 + at / 60, actorFor(firm, region), 'enterprise/adopt', (ctx) =>
        adopt(ctx, { name: nameOf(firm), post: '经办人', creditCode: codes.get(nameOf(firm))!, file: proof() }),
      ),
    ),
    scene('2025-03-06', 10, office, 'enterprise/decideAdoption', async (ctx) => {
      for (const { id } of await ctx.db.select().from(adoptions).where(eq(adoptions.status, 'submitted')))
        await decideAdoption(ctx, { id, step: 'approve' })
    }),
  ]
}
