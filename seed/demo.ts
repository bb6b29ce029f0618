/** The demo district: one transaction makes its organisations, its plan and three years of work; a second call finds it there. */
import { makeAccount } from '#modules/account/make.ts'
import { persons } from '#modules/org/tables.ts'
import { plans } from '#modules/plan/tables.ts'
import type { Auth } from '#platform/auth/auth.ts'
import { type Ctx, type Db, machine } from '#platform/context.ts'
import { session } from '#platform/session.ts'
import { appraisalScenes } from './appraisals.ts'
import { actorNamed, demoAccounts, demoPassword, personId } from './cast.ts'
import { claimScenes } from './claims.ts'
import { dispatchScenes } from './dispatch.ts'
import { assignTargets, confirmUnits, draftPlan, publishPlan, signBaselines } from './enact.ts'
import { makeFirms } from './enterprises/firms/firms.ts'
import { enterpriseScenes } from './enterprises/scenes.ts'
import { found } from './found.ts'
import { type Facts, readFacts } from './history/facts.ts'
import { figureScenes } from './history/figures.ts'
import { draftScenes, overrideScenes } from './history/moments.ts'
import { reportScenes } from './history/report-scenes.ts'
import { sheets } from './history/reports.ts'
import { breakdowns, workScenes } from './history/work.ts'
import { matterScenes } from './matters.ts'
import { meetingScenes } from './meetings.ts'
import { policyScenes } from './policies.ts'
import { spaceScenes } from './space/scenes.ts'
import { settleIn } from './space/settle.ts'
import { play, type Scene } from './stage.ts'
import { definitionScenes, publicationScenes } from './tell.ts'

export { demoAccounts, demoPassword } from './cast.ts'

/** The day the demo opens on. */
export const demoDay = '2025-12-02'

type Parts = {
  /** Connections of the serving role. */
  root: Db
  /** Without it nobody gets an account: tests bring their own actors. */
  auth: Auth | null
  region: string
  /** What happened later is left out, so that the day can be worked on. */
  until?: string
}

export async function seedDemo({ root, auth, region, until = demoDay }: Parts): Promise<void> {
  await play(root, acts(region, until), (db) => hasPlan(db, region))
  if (auth) await openAccounts(auth, region)
}

const hasPlan = (db: Db, region: string) =>
  session(db, () => new Date()).run(machine(region), 'seed', async (ctx) => {
    const [found] = await ctx.db.select({ id: plans.id }).from(plans).limit(1)
    return found !== undefined
  })

/** Each act is asked for when the one before has been played: history is written about the plan as it was published. */
function* acts(region: string, until: string): Generator<Scene[]> {
  yield [{ day: '2022-10-08', actor: machine(region), action: 'seed', work: found }]
  const office = actorNamed('周科', region)
  let facts: Facts | null = null
  yield [
    { day: '2022-10-11', actor: office, action: 'plan/importDocument', work: draftPlan },
    { day: '2022-10-12', actor: office, action: 'plan/saveItem', work: assignTargets },
    { day: '2022-10-13', actor: office, action: 'plan/matchUnit', work: confirmUnits },
    { day: '2022-10-18', actor: office, action: 'plan/signBaseline', work: signBaselines },
    { day: '2022-10-20', actor: office, action: 'plan/publish', work: publishPlan },
    {
      day: '2022-10-20',
      hour: 11,
      actor: office,
      action: 'seed',
      work: async (ctx) => {
        facts = await readFacts(ctx, until)
      },
    },
  ]
  if (facts) yield historyOf(facts)
}

function historyOf(facts: Facts): Scene[] {
  const work = breakdowns(facts)
  const district = settleIn(makeFirms())
  return [
    ...figureScenes(facts),
    ...workScenes(facts, work),
    ...reportScenes(facts, sheets(facts, work)),
    ...overrideScenes(facts),
    ...draftScenes(facts),
    ...enterpriseScenes(district.firms, facts.region, facts.until),
    ...spaceScenes(district, facts.region, facts.until),
    ...policyScenes(facts.region, facts.until),
    ...claimScenes(facts.region, facts.until),
    ...matterScenes(facts.region, facts.until),
    ...meetingScenes(facts.region, facts.until),
    ...appraisalScenes(facts.region, facts.until),
    ...dispatchScenes(facts.region, facts.until),
    ...definitionScenes(actorNamed('周科', facts.region), '2022-10-20'),
    ...publicationScenes(actorNamed('周科', facts.region), facts.until),
  ]
}

/** By the security administrator, for those who have none yet. */
async function openAccounts({ db }: Auth, region: string): Promise<void> {
  const secadmin = actorNamed('安工', region)
  await session(db, () => new Date()).run(secadmin, 'account/open', async (ctx: Ctx) => {
    const present = new Set((await ctx.db.select().from(persons)).flatMap(({ id, account }) => (account ? [id] : [])))
    for (const { name, username } of demoAccounts) {
      const person = { id: personId(name, region), name }
      if (!present.has(person.id)) await makeAccount(ctx, { person, username, password: demoPassword, mustChange: false })
    }
  })
}
