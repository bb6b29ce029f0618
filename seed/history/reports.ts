/** What every responsible unit reported every month: most in time, some late, a few not at all, some returned by the office. */
import { monthsBetween, reportDueOn } from '#modules/work/months.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { chanceOf } from './chance.ts'
import type { Facts } from './facts.ts'
import { told } from './texts.ts'
import { tell, type Words } from './words.ts'
import type { breakdowns } from './work.ts'

export type Sheet = Words & {
  task: string
  key: string
  unit: string
  month: string
  unchanged: boolean
  submittedOn: string
  returned: { opinion: string; again: string; added: string } | null
  opinion: string | null
}

/** Reports never given. */
const gaps: { task: string; unit: string; from: string; to: string }[] = [
  { task: '4', unit: '柳荫镇', from: '2022-10', to: '2022-10' },
  { task: '4', unit: '三圣镇', from: '2023-05', to: '2023-07' },
  { task: '14', unit: '农业公司', from: '2023-11', to: '2023-12' },
  { task: '18', unit: '温泉谷公司', from: '2024-02', to: '2024-03' },
  { task: '2', unit: '农业公司', from: '2024-06', to: '2024-07' },
  { task: '4', unit: '金刀峡镇', from: '2024-11', to: '2025-01' },
  { task: '10', unit: '农业公司', from: '2025-09', to: '2025-12' },
  { task: '4', unit: '天生街道', from: '2025-10', to: '2025-10' },
  { task: '6', unit: '区人力社保局', from: '2025-10', to: '2025-10' },
]

const objections: { opinion: string; added: string }[] = [
  { opinion: '请补充本月完成的具体数量。', added: '已补充数量，与台账一致。' },
  { opinion: '与上月内容重复，请写明本月新进展。', added: '已按要求补写本月新进展。' },
  { opinion: '数据与园城台账不一致，请核对后重报。', added: '经核对，以本次填报数据为准。' },
  { opinion: '请说明存在问题的解决时限。', added: '存在问题计划于下月底前解决。' },
]

export function sheets({ tasks, until }: Facts, work: ReturnType<typeof breakdowns>): Sheet[] {
  const months = monthsBetween('2022-10', until.slice(0, 7)).filter((month) => month <= '2025-12')
  return tasks
    .filter(({ number }) => told.has(number))
    .flatMap(({ key, number, units }) => {
      const steps = work.filter(({ task }) => task.key === key).flatMap((one) => one.steps)
      return units.flatMap(({ name, duty }) => {
        let before: Words | null = null
        return months.flatMap((month): Sheet[] => {
          const chance = chanceOf('sheet', number, name, month)
          const finished = steps
            .filter(({ owner, doneOn }) => owner === name && doneOn?.startsWith(month))
            .map(({ row }) => row.title)
          const submittedOn = sentOn(name, month, chance.fraction())
          if (isGap(number, name, month)) return []
          const unchanged: boolean = before !== null && duty === 'partner' && !finished.length && chance.happens(0.1)
          const words: Words = unchanged ? before! : tell(number, name, duty, month, finished)
          const sheet: Sheet = {
            task: number,
            key,
            unit: name,
            month,
            unchanged,
            submittedOn,
            returned: null,
            opinion: null,
            ...words,
          }
          if (isLeft(sheet)) sheet.returned = { ...left.returned }
          else if (!unchanged && chance.happens(0.015)) {
            const { opinion, added } = chance.pick(objections)
            const again = addWorkdays(reviewDays(month).first, chance.between(1, 3))
            sheet.returned = { opinion, again, added }
          } else if (chance.happens(0.06)) {
            sheet.opinion = chance.pick([
              '情况清楚，予以采纳。',
              '进展较好，请继续推进。',
              '请对照节点加快进度。',
              '请跟进所列问题。',
            ])
          }
          before = words
          return submittedOn <= until ? [sheet] : []
        })
      })
    })
}

/** A unit reports all its tasks on one of the last days before the deadline; now and then one of them late. */
function sentOn(unit: string, month: string, luck: number): string {
  const dueOn = reportDueOn(month)
  if (luck < 0.012) return addWorkdays(dueOn, 1 + Math.floor(luck * 500))
  return addWorkdays(dueOn, -chanceOf('day', unit, month).between(0, 3))
}

const isGap = (task: string, unit: string, month: string) =>
  gaps.some((gap) => gap.task === task && gap.unit === unit && gap.from <= month && month <= gap.to)

/** Returned to its unit and still lying there on the day the demo opens. */
const left = {
  task: '3',
  unit: '缙云公司',
  month: '2025-10',
  returned: {
    opinion: '请补充新入驻企业的兑现办理数量，并与园城台账核对一致。',
    again: '2025-11-24',
    added: '已补充新入驻企业兑现数量，与台账一致。',
  },
}
const isLeft = ({ task, unit, month }: Sheet) => task === left.task && unit === left.unit && month === left.month

/** The office goes through the reports of a month twice. */
export const reviewDays = (month: string) => ({
  first: addWorkdays(reportDueOn(month), 3),
  second: addWorkdays(reportDueOn(month), 10),
})
