/** Tables of the bulletin: indicators, targets, zones, titles, and milestones that are overdue. */

import { bare, signedChange, signedGrowth } from '#engines/indicator/figure/words.ts'
import { dayInWords, figureInWords, isFraction, monthInWords } from '#engines/progress/wording.ts'
import { comparators } from '#modules/plan/model.ts'
import { writtenRange } from '#modules/plan/quantity.ts'
import { targetLights } from '#modules/target/model.ts'
import type { Block, Cell } from '#platform/word.ts'
import { table } from '#platform/word.ts'
import type { Facts } from './facts.ts'
import type { Told } from './figures.ts'

export function indicatorTable({ told, month, publishedOn }: Facts): Block {
  const noteOf = ({ figure, restatement }: Told): string => {
    const notes = [
      figure.missing,
      figure.month !== null && figure.month !== month && `${monthInWords(figure.month)}数`,
      restatement ? `更正${restatement}次` : null,
      publishedOn !== null && restatement === null && figure.value !== null && '未公布数据',
    ]
    return notes.filter(Boolean).join('，')
  }
  return table({
    headings: [
      { text: '指标', width: 33 },
      { text: '单位', width: 9, align: 'center' },
      { text: '本期', width: 13, align: 'right' },
      { text: '比上月', width: 12, align: 'right' },
      { text: '比上年同期', width: 14, align: 'right' },
      { text: '说明', width: 19 },
    ],
    rows: told.map((one) => {
      const { definition, figure, previous, yearAgo } = one
      return [
        definition.name,
        definition.unit,
        bare(definition, figure.value),
        signedChange(definition, figure.value, previous),
        signedGrowth(definition, figure.value, yearAgo),
        noteOf(one),
      ]
    }),
  })
}

/** 17997人 → 17,997人, as in the table above. */
const thousands = (words: string) => words.replace(/^\d{4,}/, (digits) => Number(digits).toLocaleString('zh-CN'))

const colours: Partial<Record<keyof typeof targetLights, string>> = { red: 'C4272F', yellow: '8A5A00' }

export const targetTable = ({ targets }: Facts): Block =>
  table({
    headings: [
      { text: '目标', width: 34 },
      { text: '到期', width: 11, align: 'center' },
      { text: '目标值', width: 15, align: 'right' },
      { text: '按进度应达', width: 14, align: 'right' },
      { text: '实际', width: 14, align: 'right' },
      { text: '状态', width: 12, align: 'center' },
    ],
    rows: targets.map(({ subject, year, comparator, value, upper, unit, kind, standing }): Cell[] => {
      const say = (amount: number | null | undefined) =>
        amount === null || amount === undefined
          ? '—'
          : comparator === 'qualitative'
            ? figureInWords(amount, '%', true)
            : thousands(figureInWords(amount, unit, isFraction(kind)))
      const aim =
        comparator === 'qualitative' || value === null ? '定性' : upper === null ? say(value) : writtenRange(value, upper, unit)
      const relation = comparator === '<=' || comparator === '<' || comparator === '~' ? comparators[comparator] : ''
      return [
        subject,
        year ? `${year}年` : '',
        `${relation}${aim}`,
        say(standing.expected),
        say(standing.latest?.value),
        { text: targetLights[standing.light], ...(colours[standing.light] && { colour: colours[standing.light]! }) },
      ]
    }),
  })

/** Parts are rounded one by one: their sum may differ from the whole in its last digit. */
export function zoneTable({ zones: { told, rows } }: Facts): Block {
  return table({
    headings: [
      { text: '园城', width: 24 },
      ...told.map(({ definition: { name, unit } }) => ({
        text: `${name}（${unit}）`,
        width: 76 / told.length,
        align: 'right' as const,
      })),
    ],
    rows: [
      ...rows.map(({ name, values, hidden }) => [
        name,
        ...values.map((value, at) => (value === null && hidden ? '*' : bare(told[at]!.definition, value ?? 0))),
      ]),
      ['合计', ...told.map(({ definition, figure }) => bare(definition, figure.value))],
    ],
  })
}

export const tierTable = ({ tiers }: Facts): Block =>
  table({
    headings: [
      { text: '资质称号', width: 40 },
      { text: '企业数（家）', width: 20, align: 'right' },
      { text: '本月新增（家）', width: 20, align: 'right' },
      { text: '本月减少（家）', width: 20, align: 'right' },
    ],
    rows: tiers.map(({ title, count, gained, lost }) => [title, String(count), String(gained), String(lost)]),
  })

/** Rows a bulletin has room for; the rest is counted. */
export const mostOverdue = 15

export const overdueTable = ({ overdue }: Facts): Block =>
  table({
    headings: [
      { text: '任务', width: 18 },
      { text: '节点', width: 26 },
      { text: '责任单位', width: 19 },
      { text: '完成期限', width: 22, align: 'center' },
      { text: '已超期', width: 15, align: 'right' },
    ],
    rows: overdue
      .slice(0, mostOverdue)
      .map(({ taskTitle, title, owner, dueOn, workdaysLeft }) => [
        taskTitle,
        title,
        owner,
        dayInWords(dueOn),
        `${-workdaysLeft}个工作日`,
      ]),
  })
