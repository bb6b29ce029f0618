/** The rules of space as the office set them when its ledgers began. */
import { defaultRules } from '#engines/allocation/match/rules.ts'
import { matchRules, moveInRules } from '#modules/movein/tables.ts'
import { spaceRules } from '#modules/space/tables.ts'
import { upkeepRules } from '#modules/upkeep/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { actorNamed } from '#seed/cast.ts'
import type { Scene } from '#seed/stage.ts'

const since = '2022-11-01'
const basis = '领导小组办公室《楼宇台账和企业入驻工作规则》（演示设定）'

const moveIn = {
  basis,
  days: { matching: 2, viewing: 5, applying: 10, reviewing: 3, deliberating: 10, contracting: 5, handover: 5, settling: 20 },
  jointArea: 1000,
  owners: { registration: '区市场监管局', insurance: '区人力社保局', statistics: '区统计局' },
  checkDays: 20,
}

/** Shortened once. */
const shortened = { since: '2024-01-01', days: { ...moveIn.days, applying: 7, contracting: 3, settling: 15 }, checkDays: 15 }

/** Working days each step may take by the rule of a day, and the checklist. */
export const moveInDays = (day: string) => {
  const { days, checkDays } = day < shortened.since ? moveIn : shortened
  return { ...days, checks: checkDays }
}

export function ruleScenes(region: string): Scene[] {
  const actor = actorNamed('周科', region)
  const set = (day: string, action: string, work: (ctx: Ctx) => Promise<unknown>): Scene => ({
    day,
    hour: 9,
    actor,
    action,
    work,
  })
  return [
    set(since, 'space/saveRule', ({ db }) =>
      db.insert(spaceRules).values({
        since,
        staleDays: 45,
        idleDays: 120,
        expiryDays: [90, 60, 30],
        fall: 0.1,
        movingInDays: 30,
        arrearsDays: 15,
        basis,
      }),
    ),
    set(since, 'movein/saveRule', ({ db }) => db.insert(moveInRules).values({ since, ...moveIn })),
    set('2024-01-02', 'movein/saveRule', ({ db }) =>
      db.insert(moveInRules).values({
        ...moveIn,
        ...shortened,
        basis: '《关于进一步压缩“拎包入住”办理时限的通知》（演示设定）',
      }),
    ),
    set(since, 'movein/saveRule', ({ db }) => db.insert(matchRules).values({ since, weights: { ...defaultRules }, basis })),
    set(since, 'upkeep/saveRule', ({ db }) =>
      db.insert(upkeepRules).values({
        since,
        days: { repair: 3, complaint: 5, cleaning: 1, security: 1, network: 2, other: 5 },
        closeAfter: 7,
        weights: { response: 40, occupancy: 30, satisfaction: 30 },
        fullOccupancy: 0.9,
        basis,
      }),
    ),
  ]
}
