/** The district in ten lines, as its leader reads it on a phone: targets, figures, tasks, milestones, reports, matters, cards, problems, and what waits too long. */
import { changed } from '#engines/indicator/figure/words.ts'
import { targetLights } from '#modules/target/model.ts'
import { lights } from '#modules/work/model.ts'
import type { Facts } from './facts.ts'
import { type Line, lineOf, milestoneLines, reportLine } from './lines.ts'

export const tenLines = (facts: Facts): Line[] => [
  targetsLine(facts),
  figuresLine(facts),
  tasksLine(facts),
  milestonesLine(facts),
  reportsLine(facts),
  mattersLine(facts),
  cardsLine(facts),
  problemsLine(facts),
  waitingLine(facts, 'claim'),
  waitingLine(facts, 'movein', 'ticket'),
]

/** 3 项、2 项… of each light that there is, the gravest named. */
const counted = (count: Record<string, number>, words: Record<string, string>) =>
  Object.entries(words)
    .filter(([light]) => count[light])
    .map(([light, word]) => `${word} ${count[light]} 项`)
    .join('，')
function countBy<R>(rows: readonly R[], of: (row: R) => string): Record<string, number> {
  const count: Record<string, number> = {}
  for (const row of rows) count[of(row)] = (count[of(row)] ?? 0) + 1
  return count
}
const named = (names: string[], most = 4) =>
  names.length ? `：${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}` : ''

function targetsLine({ targets }: Facts): Line {
  const red = targets.filter(({ standing }) => standing.light === 'red').map(({ target }) => target.subject)
  const states = counted(
    countBy(targets, ({ standing }) => standing.light),
    targetLights,
  )
  return lineOf(
    'indicator',
    '发展目标',
    `共 ${targets.length} 项，${states || '暂无读数'}${red.length ? `；明显滞后的是${named(red).slice(1)}` : ''}。`,
    {
      value: `${targets.length} 项`,
      grave: red.length > 0,
      link: '/office/targets',
    },
  )
}

function figuresLine({ told, term }: Facts): Line {
  const moved = told.flatMap(({ definition, value, before }) =>
    value === null || before === null || value === before
      ? []
      : [{ definition, value, before, better: value > before === (definition.direction === 'up') }],
  )
  const [better, worse] = [moved.filter((one) => one.better), moved.filter((one) => !one.better)]
  const say = (rows: typeof moved) =>
    named(
      rows.map(({ definition, value, before }) => `${definition.name}${changed(definition, value, before)}`),
      3,
    )
  const beside = term.rhythm === 'quarter' ? '比上季末' : '比上月'
  return lineOf(
    'indicator',
    '指标变动',
    `${beside}向好 ${better.length} 项${say(better)}；转差 ${worse.length} 项${say(worse)}。`,
    {
      value: `${moved.length} 项`,
      link: '/office/indicators',
    },
  )
}

function tasksLine({ board: { tasks } }: Facts): Line {
  const red = tasks.filter(({ light }) => light === 'red').map(({ title }) => `“${title}”`)
  return lineOf(
    'milestone',
    '重点任务',
    `共 ${tasks.length} 项，${counted(
      countBy(tasks, ({ light }) => light),
      lights,
    )}${red.length ? `；滞后的是${named(red).slice(1)}` : ''}。`,
    {
      value: `${tasks.length} 项`,
      grave: red.length > 0,
      link: '/office/tasks',
    },
  )
}

function milestonesLine(facts: Facts): Line {
  const lines = milestoneLines(facts, () => true)
  const last = lines.at(-1)
  return last
    ? { ...last, sentence: last.sentence.replace(/：.*$/, '。'), grave: lines.length > 1 }
    : lineOf('milestone', '工作节点', '各项任务尚未分解节点。', { link: '/office/tasks' })
}

const reportsLine = (facts: Facts): Line =>
  reportLine(facts, () => true) ?? lineOf('report', '月度进展', '期内没有应报的月度进展。', { link: '/office/tasks' })

function mattersLine({ matters, today, bodies }: Facts): Line {
  const late = matters.filter(({ dueOn, status }) => status === 'open' && dueOn < today)
  const climbed = matters.filter(({ level }) => level === 'office' || level === 'board').length
  const units = [...new Set(late.map(({ owner }) => bodies.find(({ id }) => id === owner)?.name ?? ''))]
  return lineOf(
    'matter',
    '督办事项',
    `在办 ${matters.length} 件，逾期 ${late.length} 件${named(units)}；提级至办公室和领导小组 ${climbed} 件。`,
    {
      value: `${matters.length} 件`,
      grave: late.length > 0,
      link: '/office/matters',
    },
  )
}

function cardsLine({ cards, bodies }: Facts): Line {
  const of = (colour: 'yellow' | 'red') => cards.filter((card) => card.colour === colour).length
  const units = [...new Set(cards.map(({ org }) => bodies.find(({ id }) => id === org)?.name ?? ''))]
  return lineOf(
    'card',
    '黄牌红牌',
    cards.length ? `亮黄牌 ${of('yellow')} 张、红牌 ${of('red')} 张${named(units)}。` : '期内没有亮牌。',
    {
      value: `${cards.length} 张`,
      grave: cards.length > 0,
      link: '/office/cards',
    },
  )
}

function problemsLine({ problems, matters }: Facts): Line {
  const help = matters.filter(({ origin }) => origin === 'problem').length
  return lineOf('problem', '存在问题', `月度进展中反映问题 ${problems.length} 条，求助未办结 ${help} 件。`, {
    value: `${problems.length} 条`,
    grave: help > 0,
    link: '/office/matters',
  })
}

const titles = { claim: '政策兑现', movein: '入驻和报事', ticket: '入驻和报事' } as const
const pages = { claim: '/office/claims?late=1', movein: '/office/move-ins?late=1', ticket: '/office/tickets' } as const
function waitingLine({ late, bodies }: Facts, ...kinds: [keyof typeof titles, ...(keyof typeof titles)[]]): Line {
  const own = late.filter(({ kind }) => kinds.includes(kind))
  const units = [...new Set(own.map(({ org }) => bodies.find(({ id }) => id === org)?.name ?? ''))].filter(Boolean)
  const sentence = own.length
    ? `超过办理时限 ${own.length} 件${named(units)}，最长 ${own[0]!.late} 个工作日。`
    : '没有超过办理时限的事项。'
  return lineOf(kinds[0], titles[kinds[0]], sentence, { value: `${own.length} 件`, grave: own.length > 0, link: pages[kinds[0]] })
}
