/** The bulletin of a month as an official document: its sections in order, with charts still to be drawn. */

import { scaleOf } from '#engines/indicator/figure/units.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { inBaseUnits, toldOf } from '#modules/indicator/figures.ts'
import type { barChart, lineChart } from '#platform/chart.ts'
import { type Block, heading, type OfficialDocument, paragraph } from '#platform/word.ts'
import type { Facts } from './facts.ts'
import type { Told } from './figures.ts'
import {
  concerns,
  figureSentence,
  origin,
  targetSentence,
  taskSentence,
  tierSentence,
  warnings,
  zoneSentence,
} from './sentences.ts'
import { indicatorTable, mostOverdue, overdueTable, targetTable, tierTable, zoneTable } from './tables.ts'

type Caption = { caption: string; alternative: string }
export type Chart = Caption &
  (({ kind: 'lines' } & Parameters<typeof lineChart>[0]) | ({ kind: 'bars' } & Parameters<typeof barChart>[0]))
/** A document whose charts are given as figures. */
export type Bulletin = Omit<OfficialDocument, 'body'> & { body: (Block | Chart)[] }

export function bulletinOf(facts: Facts): Bulletin {
  const sections: [title: string, body: (Block | Chart | null)[]][] = [
    ['总体情况', overall(facts)],
    ['主要指标', indicatorsIn(facts)],
    ['各园城情况', zonesIn(facts)],
    ['企业培育', [said(tierSentence(facts)), facts.tiers.length ? tierTable(facts) : null]],
    ['重点任务', tasksIn(facts)],
    ['需要关注', concernsIn(facts)],
  ]
  const marks = [facts.demo && '演示数据', facts.publishedOn === null && '未公布数据'].filter(Boolean)
  return {
    title: titleOf(facts),
    ...(marks.length && { subtitle: `（${marks.join('，')}）` }),
    ...(facts.office && { signer: facts.office }),
    date: facts.known,
    body: sections.flatMap(([title, body], at) => [
      heading(1, `${ordinals[at]}、${title}`),
      ...body.filter((block) => block !== null),
    ]),
  }
}

const ordinals = ['一', '二', '三', '四', '五', '六']
export const titleOf = ({ region, month }: Pick<Facts, 'region' | 'month'>) =>
  `${region}软件和信息服务业“满天星”行动月报（${monthInWords(month)}）`

const said = (sentence: string | null): Block | null => (sentence === null ? null : paragraph(sentence))

const overall = (facts: Facts) =>
  [
    origin(facts),
    figureSentence(facts, ['enterprises', 'new-enterprises']),
    figureSentence(facts, ['revenue', 'software-revenue', 'revenue-growth']),
    figureSentence(facts, ['headcount', 'new-employees']),
    `${targetSentence(facts)}${taskSentence(facts)}`,
  ].map(said)

const indicatorsIn = (facts: Facts) => [
  heading(2, '（一）指标数据'),
  indicatorTable(facts),
  paragraph('注：以%为单位的指标，增减以百分点计。'),
  courseChart(facts, ['revenue', 'software-revenue'], '图1 近十二个月营业收入和软件业务收入'),
  courseChart(facts, ['enterprises', 'new-enterprises'], '图2 在区软件企业和新增软件企业'),
  heading(2, '（二）目标进展'),
  targetTable(facts),
]

const shownMonths = 24

/** Figures of one unit along the last two years, with the path of their targets. */
function courseChart({ told, targets, month }: Facts, codes: string[], caption: string): Chart | null {
  const chosen = codes.flatMap((code) => told.filter(({ definition }) => definition.code === code))
  const [first] = chosen
  if (!first) return null
  const months = first.course.map((point) => point.month).slice(-shownMonths)
  const series = chosen.map((one) => ({ name: one.definition.name, values: valuesOf(one, months) }))
  const paths = chosen.flatMap(({ definition, course }) => {
    const target = targets.find(({ indicator, path }) => indicator === definition.code && path.length)
    if (!target) return []
    const value = new Map(course.map((point, at) => [point.month, target.path[at] ?? null]))
    return [
      {
        name: chosen.length > 1 && definition !== first.definition ? `${definition.name}应达值` : '应达值',
        values: months.map((each) => value.get(each) ?? null),
        dashed: true,
      },
    ]
  })
  const alternative = `${caption.replace(/^图\d+ /, '')}自${monthInWords(months[0]!)}至${monthInWords(month)}逐月走势`
  return { kind: 'lines', unit: scaleOf(first.definition.unit).base, months, series: [...series, ...paths], caption, alternative }
}

function valuesOf({ definition, course }: Told, months: string[]): (number | null)[] {
  const known = new Map(toldOf(definition, course).map(({ month, figure }) => [month, inBaseUnits(definition, figure)]))
  return months.map((month) => known.get(month) ?? null)
}

function zonesIn(facts: Facts): (Block | Chart | null)[] {
  const { told, rows } = facts.zones
  if (rows.length === 0) return [paragraph('暂无分园城数据。')]
  const hidden = rows.some((row) => row.hidden)
  const column = told.findIndex(({ definition }) => definition.code === 'revenue')
  const chart: Chart | null =
    column < 0 || hidden
      ? null
      : {
          kind: 'bars',
          unit: scaleOf(told[column]!.definition.unit).base,
          names: rows.map(({ name }) => name),
          values: rows.map(({ values }) => (values[column] ?? 0) * scaleOf(told[column]!.definition.unit).scale),
          caption: '图3 各园城近十二个月营业收入',
          alternative: `各园城近十二个月营业收入，共${rows.length}处`,
        }
  return [
    said(zoneSentence(facts)),
    zoneTable(facts),
    hidden ? paragraph('注：带*的，企业不足3家或可据以推算其他企业，不予列示。') : null,
    chart,
  ]
}

function tasksIn(facts: Facts): (Block | null)[] {
  const { overdue } = facts
  const more = overdue.length > mostOverdue ? `，下表列出超期最久的${mostOverdue}个` : ''
  return [
    paragraph(taskSentence(facts)),
    paragraph(overdue.length ? `月末超期未完成的节点${overdue.length}个${more}。` : '月末没有超期未完成的节点。'),
    overdue.length ? overdueTable(facts) : null,
  ]
}

function concernsIn(facts: Facts): (Block | null)[] {
  const all = concerns(facts)
  return [
    ...(all.length
      ? all.map((sentence, at) => paragraph(`${at + 1}. ${sentence}`))
      : [paragraph('月末没有明显滞后的目标和滞后的任务。')]),
    said(warnings(facts)),
  ]
}
