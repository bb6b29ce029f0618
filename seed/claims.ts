/** Money granted in the demo district in 2025: two batches that were called for, one that nobody had to ask for, and what was paid (演示数据). */
import { openCycle } from '#modules/claim/actions/cycle.ts'
import { enactClaimRule } from '#modules/claim/actions/rule.ts'
import { orgId } from './cast.ts'
import { type Book, openBook, people, scene, versionInForce } from './claims/book.ts'
import { batches, cases } from './claims/cases.ts'
import { claimantScenes } from './claims/claimants.ts'
import { courseOf } from './claims/course.ts'
import { directScenes } from './claims/direct.ts'
import { listScenes } from './claims/lists.ts'
import { paperScenes } from './claims/paper.ts'
import { payoutScenes } from './claims/payouts.ts'
import type { Scene } from './stage.ts'

const rule = {
  since: '2025-01-01',
  days: { consenting: 15, accepting: 3, correcting: 10, screening: 5, joint: 10, ranking: 5, public: 5, deciding: 5, paying: 15 },
  ...{ publicityDays: 5, objectionDays: 5, appealDays: 15, queueBy: 'time' as const, basis: '演示规则' },
}

export function claimScenes(region: string, until: string): Scene[] {
  const { office } = people(region)
  const book = openBook(region)
  return [
    scene('2024-12-31', 10, office, 'claim/enactClaimRule', (ctx) =>
      enactClaimRule(ctx, { ...rule, treasury: orgId('区财政局', region) }),
    ),
    ...claimantScenes(region),
    ...batchScenes(book),
    ...cases.flatMap((one) => courseOf(one, book)),
    ...listScenes(book),
    ...directScenes(book),
    ...paperScenes(book),
    ...payoutScenes(book),
  ].filter(({ day }) => day <= until)
}

const batchScenes = (book: Book): Scene[] =>
  Object.entries(batches).map(([name, batch]) =>
    scene(batch.opensOn, 9, people(book.region).office, 'claim/openCycle', async (ctx) => {
      const jury = ['区科技局', '区大数据发展局'].map((org) => orgId(org, book.region))
      const { id } = await openCycle(ctx, {
        ...batch,
        channel: 'claim',
        version: await versionInForce(ctx),
        year: 2025,
        jury,
        basis: '演示规则',
      })
      book.cycles.set(name, id)
    }),
  )
