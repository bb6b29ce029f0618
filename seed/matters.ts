/** Supervision in the demo district: its rules, what each working group carries, matters of three years, and the days the machine looked (演示数据). */
import { enactRule } from '#modules/matter/actions/rule.ts'
import { charges as table } from '#modules/matter/tables.ts'
import { watch } from '#modules/matter/watch.ts'
import { machine } from '#platform/context.ts'
import { actorNamed, orgId } from './cast.ts'
import { charges } from './matters/charges.ts'
import { presentScenes } from './matters/now.ts'
import { past } from './matters/past.ts'
import { scene, taskOf } from './matters/scene.ts'
import { storyOf } from './matters/story.ts'
import type { Scene } from './stage.ts'

const rules = [
  {
    since: '2023-03-01',
    climb: { unit: 15, team: 10, office: 15 },
    help: { team: 5, office: 10 },
    ...{ remindDays: 3, yellowAfter: 10, redAfter: 30, redByYellows: 4, signDays: 2, replyDays: 7 },
    basis: '领导小组办公室督办工作规则（演示）',
  },
  {
    since: '2025-10-01',
    climb: { unit: 10, team: 5, office: 10 },
    help: { team: 5, office: 5 },
    ...{ remindDays: 3, yellowAfter: 5, redAfter: 15, redByYellows: 3, signDays: 1, replyDays: 5 },
    basis: '领导小组会议议定：收紧逾期亮牌和升级时限（演示）',
  },
]

/** The machine looks at every day; the demo plays those on which something comes of it. */
const looks = ['2025-06-13', '2025-11-17', '2025-11-24', '2025-11-27', '2025-12-01']

export function matterScenes(region: string, until: string): Scene[] {
  const office = actorNamed('周科', region)
  return [
    ...rules.map((rule, at) =>
      scene(at === 0 ? rule.since : '2025-09-26', 9, office, 'enactRule', (ctx) => enactRule(ctx, rule)),
    ),
    scene('2023-03-01', 10, office, 'assignTask', async (ctx) => {
      for (const { team, lead, tasks } of charges) {
        const of = { team: orgId(team, region), lead: orgId(lead, region), since: ctx.today, until: null }
        for (const task of tasks) await ctx.db.insert(table).values({ ...of, task: await taskOf(ctx, task) })
      }
    }),
    ...past.flatMap((one) => storyOf(one, region)),
    ...presentScenes(region),
    ...looks.map((day) => scene(day, 8, machine(region), 'watch', watch)),
  ].filter(({ day }) => day <= until)
}
