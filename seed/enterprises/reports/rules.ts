/** How reports are to be filed and checked: the rule of the beginning, and the stricter one from 2024 on. */
import { filingRules } from '#modules/filing/tables.ts'
import { actorNamed } from '#seed/cast.ts'
import type { Scene } from '#seed/stage.ts'

const always = { dueWorkday: 10, enough: 0.8, least: 500_000, staleDays: 30, renewalDays: 90 }

/** `setOn`: the day it was entered; the first covers the years before, whose reports were taken over. */
export const rules = [
  { setOn: '2022-10-24', since: '2021-01-01', swing: 0.5, ...always, basis: '软件企业运行监测工作规范（演示设定）' },
  { setOn: '2023-12-18', since: '2024-01-01', swing: 0.4, ...always, basis: '软件企业运行监测工作规范（2024年修订，演示设定）' },
]

/** In force for a month. */
export const ruleFor = (month: string) => rules.findLast(({ since }) => since <= `${month}-31`)!

export const ruleScenes = (region: string): Scene[] =>
  rules.map(({ setOn, ...rule }) => ({
    day: setOn,
    actor: actorNamed('周科', region),
    action: 'filing/setRule',
    work: ({ db }) => db.insert(filingRules).values(rule),
  }))
