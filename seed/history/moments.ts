/** Single events worth seeing: lights set by hand for a time, and reports somebody has just begun to write. */
import { eq } from 'drizzle-orm'
import type { LightName } from '#modules/work/model.ts'
import { overrides, reports } from '#modules/work/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Facts } from './facts.ts'
import { tell } from './words.ts'

type Override = {
  task: string
  by: string
  light: LightName
  reason: string
  since: string
  until: string
  liftedOn: string | null
}
const set: Override[] = [
  {
    task: '13',
    by: '金姐',
    light: 'yellow',
    reason: '一家后备企业调整上市地，辅导计划需重排，提前预警',
    since: '2024-08-12',
    until: '2024-10-31',
    liftedOn: '2024-09-24',
  },
  {
    task: '9',
    by: '周科',
    light: 'yellow',
    reason: '标准厂房二期受汛期影响，工期顺延，恢复施工前按预警管理',
    since: '2025-07-14',
    until: '2025-09-12',
    liftedOn: null,
  },
  {
    task: '14',
    by: '林科',
    light: 'yellow',
    reason: '第六批场景资金来源正在落实，年底前按预警管理',
    since: '2025-10-27',
    until: '2025-12-31',
    liftedOn: null,
  },
]

export function overrideScenes({ region, until, tasks }: Facts): Scene[] {
  return set.flatMap(({ task, by, light, reason, since, until: end, liftedOn }): Scene[] => {
    const found = tasks.find(({ number }) => number === task)
    if (!found) return []
    const id = idOf(region, 'override', task, since)
    const actor = actorNamed(by, region)
    const row = { id, task: found.key, light, reason, since, until: end, by, liftedOn: null }
    const scenes: Scene[] = [{ day: since, actor, action: 'work/setLight', work: ({ db }) => db.insert(overrides).values(row) }]
    if (liftedOn) {
      const work: Scene['work'] = ({ db }) => db.update(overrides).set({ liftedOn }).where(eq(overrides.id, id))
      scenes.push({ day: liftedOn, actor, action: 'work/liftLight', work })
    }
    return scenes.filter(({ day }) => day <= until)
  })
}

/** On the day the demo opens somebody is in the middle of it. */
export function draftScenes({ region, until, tasks }: Facts): Scene[] {
  const day = addWorkdays(until, -1)
  const month = until.slice(0, 7)
  if (day.slice(0, 7) !== month || month > '2025-12' || month < '2022-12') return []
  const begun = [
    { number: '8', by: '老秦', unit: '缙云公司', duty: 'lead' as const },
    { number: '16', by: '柯科', unit: '区科技局', duty: 'lead' as const },
  ]
  return begun.flatMap(({ number, by, unit, duty }): Scene[] => {
    const found = tasks.find((task) => task.number === number)
    if (!found) return []
    const actor = actorNamed(by, region)
    const row = {
      task: found.key,
      org: actor.org!,
      month,
      status: 'draft' as const,
      unchanged: false,
      ...tell(number, unit, duty, month, []),
      submittedOn: null,
      submittedBy: null,
      reviewedOn: null,
      opinion: null,
    }
    return [{ day, hour: 17, actor, action: 'work/saveReport', work: ({ db }) => db.insert(reports).values(row) }]
  })
}
