/** Lines of sheets, one kind after the other: what a ledger says in a sentence, and the page it opens on. */
import type { z } from 'zod'
import { changed, written } from '#engines/indicator/figure/words.ts'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { dayInWords, monthInWords } from '#engines/progress/wording.ts'
import { colours } from '#modules/matter/model.ts'
import { targetLights } from '#modules/target/model.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { line } from '../model.ts'
import type { Facts } from './facts.ts'
import type { Told } from './figures.ts'

export type Line = z.infer<typeof line>
type Kind = Line['kind']
type Of<K extends keyof Facts> = Facts[K] extends (infer R)[] ? R : never

export const lineOf = (kind: Kind, title: string, sentence: string, rest: Partial<Line> = {}): Line => ({
  ...{ kind, title, value: null, change: null, grave: false, sentence, link: null },
  ...rest,
})

/** 比上月增加17家; of an indicator that measures a target also where that stands. */
export function indicatorLine(
  { term, targets }: Facts,
  { definition, month, value, before, missing }: Told,
  zone?: string,
): Line {
  const target = zone ? undefined : targets.find(({ indicator }) => indicator === definition.code)
  const light = target?.standing.light
  const beside = term.rhythm === 'quarter' ? '比上季末' : '比上月'
  const change = value === null || before === null ? null : changed(definition, value, before)
  const said = [
    month !== term.month && value !== null && `为${monthInWords(month)}数`,
    value === null && (missing ?? '暂无数据'),
    change && `${beside}${change}`,
    light && light !== 'grey' && `目标${targetLights[light]}`,
  ].filter(Boolean)
  const split = zone ? `&tab=rows&by=zone&part=${zone}` : ''
  return lineOf('indicator', definition.name, said.length ? `${said.join('，')}。` : '本期无变化可比。', {
    value: value === null ? null : written(definition, value),
    change,
    grave: light === 'red',
    link: `/office/indicators/${definition.code}?day=${lastDayOf(month)}${split}`,
  })
}

/** Milestones of some: done in the months looked at, overdue, next; overdue ones each by name. */
export function milestoneLines({ board, term, today }: Facts, mine: (owner: string, task: string) => boolean): Line[] {
  const own = board.tasks.flatMap(({ key, title }) =>
    (board.live.get(key) ?? []).filter(({ owner }) => mine(owner, key)).map((one) => ({ ...one, key, taskTitle: title })),
  )
  if (!own.length) return []
  const done = own.filter(({ doneOn }) => doneOn && doneOn.slice(0, 7) > term.before && doneOn.slice(0, 7) <= term.month)
  const overdue = own.filter(({ doneOn, dueOn }) => !doneOn && dueOn < today)
  const horizon = lastDayOf(shiftMonth(today.slice(0, 7), 1))
  const next = own.filter(({ doneOn, dueOn }) => !doneOn && dueOn >= today && dueOn <= horizon)
  const named = (rows: typeof own) =>
    rows
      .slice(0, 5)
      .map(({ title, dueOn }) => `“${title}”（${dayInWords(dueOn)}）`)
      .join('、')
  const more = next.length > 5 ? '等' : ''
  const summary = `期内完成 ${done.length} 个，逾期未完成 ${overdue.length} 个，下月底前到期 ${next.length} 个${next.length ? `：${named(next)}${more}` : ''}。`
  return [
    ...overdue.map(({ title, dueOn, key, taskTitle }) =>
      lineOf(
        'milestone',
        title,
        `应于${dayInWords(dueOn)}完成，已逾期 ${workdaysBetween(dueOn, today)} 个工作日（${taskTitle}）。`,
        {
          grave: true,
          link: `/office/tasks/${key}`,
        },
      ),
    ),
    lineOf('milestone', '工作节点', summary, { value: `${done.length}/${overdue.length}/${next.length}`, link: '/office/tasks' }),
  ]
}

const waiting = ['late', 'returned', 'due', 'draft'] as const
type Told1 = { task: string; title: string; unit: string; cell: string }
/** Reports of the months looked at; null where none was asked for. */
export function reportLine({ board, term }: Facts, mine: (org: string, task: string) => boolean): Line | null {
  const months = board.months.flatMap((month, at) => (month > term.before && month <= term.month ? [at] : []))
  const asked = board.tasks.flatMap(({ key, title, units }) =>
    units
      .filter(({ org }) => mine(org, key))
      .flatMap(({ cells, name }) =>
        months.flatMap((at): Told1[] => (cells[at] === 'none' ? [] : [{ task: key, title, unit: name, cell: cells[at]! }])),
      ),
  )
  if (!asked.length) return null
  const count = (...cells: string[]) => asked.filter(({ cell }) => cells.includes(cell)).length
  const late = asked.filter(({ cell }) => cell === 'late' || cell === 'returned')
  const names = [...new Set(late.map(({ title, unit }) => (asked.every((one) => one.unit === unit) ? `“${title}”` : unit)))]
  const rest = late.length ? `：${names.slice(0, 6).join('、')}${names.length > 6 ? '等' : ''}` : ''
  const sent = asked.length - count(...waiting)
  return lineOf(
    'report',
    '月度进展',
    `应报 ${asked.length} 份，已报 ${sent} 份，逾期未报 ${count('late')} 份，退回待改 ${count('returned')} 份${rest}。`,
    { value: `${sent}/${asked.length}`, grave: late.length > 0, link: '/office/tasks' },
  )
}

export function matterLine({ today, bodies }: Facts, { id, number, title, owner, dueOn, status, level }: Of<'matters'>): Line {
  const late = dueOn < today && status === 'open'
  const unit = bodies.find((one) => one.id === owner)?.name
  const climbed = level === 'unit' ? '' : `，已提级至${{ team: '工作组', office: '领导小组办公室', board: '领导小组' }[level]}`
  const clock = late
    ? `应于${dayInWords(dueOn)}办结，已逾期 ${workdaysBetween(dueOn, today)} 个工作日`
    : `${dayInWords(dueOn)}前办结`
  const state = status === 'answered' ? '已报告办结，待核实' : clock
  return lineOf('matter', title, `${number}${unit ? `，${unit}` : ''}：${state}${climbed}。`, {
    grave: late,
    link: `/office/matters/${id}`,
  })
}

export const cardLine = ({ bodies }: Facts, { org, colour, reason, on }: Of<'cards'>): Line =>
  lineOf('card', `${bodies.find(({ id }) => id === org)?.name ?? ''}${colours[colour]}`, `${dayInWords(on)}亮牌：${reason}`, {
    value: colours[colour],
    grave: true,
    link: '/office/cards',
  })

export function problemLine({ board, bodies }: Facts, { task, org, month, problems }: Of<'problems'>): Line {
  const title = board.tasks.find(({ key }) => key === task)?.title ?? ''
  const unit = bodies.find(({ id }) => id === org)?.name ?? ''
  return lineOf('problem', title, `${unit}${monthInWords(month)}反映：${problems}`, {
    link: `/office/tasks/${task}?tab=reports&month=${month}`,
  })
}

const queues = { claim: '政策兑现', movein: '企业入驻', ticket: '楼宇报事' } as const
export const lateLine = ({ kind, number, title, late, link }: Of<'late'>): Line =>
  lineOf(kind, `${queues[kind]}：${title}`, `${number} 已超过办理时限 ${late} 个工作日。`, { grave: true, link })
