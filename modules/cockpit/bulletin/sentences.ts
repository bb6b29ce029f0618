/** Sentences of the bulletin, each made of figures alone. */
import type { Definition, Period } from '#engines/indicator/definition.ts'
import { percent } from '#engines/indicator/figure/formula.ts'
import { quotient } from '#engines/indicator/figure/rounding.ts'
import { scaleOf } from '#engines/indicator/figure/units.ts'
import { changed, grown, written } from '#engines/indicator/figure/words.ts'
import { dayInWords, isCounted, monthInWords, whole } from '#engines/progress/wording.ts'
import { targetLights } from '#modules/target/model.ts'
import { type LightName, lights } from '#modules/work/model.ts'
import type { Facts } from './facts.ts'
import type { Told } from './figures.ts'

/** Whose figures these are: told once, or not yet. */
export function origin({ month, told, publishedOn, today }: Facts): string {
  if (publishedOn === null) {
    return `${monthInWords(month)}数据尚未公布，本期为未公布数据，系${dayInWords(today)}依据台账计算，最终以公布数据为准。`
  }
  const restated = told.filter(({ restatement }) => restatement).map(({ definition }) => `“${definition.name}”`)
  const corrected = restated.length ? `，其中${restated.join('、')}在公布后作过更正，表中以更正后的数据为准` : ''
  return `本期为公布数据（${dayInWords(publishedOn)}）${corrected}。`
}

/** 在区软件企业1,083家，比上月末增加17家，同比增长20.0%，为按进度应达数的99.6%. */
export function figureSentence(facts: Facts, codes: readonly string[]): string | null {
  const told = codes.flatMap((code) => facts.told.filter(({ definition }) => definition.code === code))
  const said = told.flatMap((one, at) => {
    if (one.figure.value === null) return []
    // What was said of the one before goes on.
    const span = spanOf(one, facts)
    const before = told[at - 1]
    return [`${before && spanOf(before, facts) === span ? '' : span}${clauseOf(one, one.figure.value, facts)}`]
  })
  return said.length ? `${said.join('；')}。` : null
}

const spanOf = ({ definition, figure }: Told, { month }: Facts) => over[definition.period](figure.month ?? month)

function clauseOf({ definition, previous, yearAgo }: Told, value: number, { targets }: Facts): string {
  const stock = definition.period === 'as-of'
  const beside = previous === null ? '' : `，比上月${stock ? '末' : ''}${changed(definition, value, previous)}`
  const ago = yearAgo === null ? '' : `，${definition.unit === '%' ? '比上年同期' : '同比'}${grown(definition, value, yearAgo)}`
  const target = targets.find(({ indicator }) => indicator === definition.code)
  return `${definition.name}${written(definition, value)}${beside}${ago}${target ? besidePath(definition, target) : ''}`
}

const over: Record<Period, (month: string) => string> = {
  'as-of': (month) => `${monthInWords(month)}末`,
  month: (month) => `${monthInWords(month)}`,
  'year-to-date': (month) =>
    month.endsWith('-01') ? monthInWords(month) : `${month.slice(0, 4)}年1—${Number(month.slice(5))}月`,
  'trailing-year': (month) => `截至${monthInWords(month)}的近十二个月`,
  'full-year': (month) => `${month.slice(0, 4)}年`,
  'since-baseline': (month) => `截至${monthInWords(month)}末`,
}

type Target = Facts['targets'][number]
function besidePath(definition: Definition, { standing: { expected, ratio } }: Target): string {
  if (expected === null || ratio === null) return ''
  const { scale } = scaleOf(definition.unit)
  const asked = isCounted(definition.unit) && scale === 1 ? whole(expected) : quotient(expected, scale, definition.decimals)
  return `，为按进度应达值${written(definition, asked)}的${percent(ratio, 3)}`
}

const order: LightName[] = ['blue', 'green', 'yellow', 'red', 'grey']
/** 已达成2项、符合进度13项. */
const counted = (all: LightName[], words: Record<LightName, string>) =>
  order
    .flatMap((light) => {
      const count = all.filter((one) => one === light).length
      return count ? [`${words[light]}${count}项`] : []
    })
    .join('、')

export const targetSentence = ({ targets }: Facts): string =>
  `方案${targets.length}项发展目标中，${counted(
    targets.map(({ standing }) => standing.light),
    targetLights,
  )}。`

export const taskSentence = ({ tasks }: Facts): string =>
  `${tasks.length}项重点任务中，${counted(
    tasks.map(({ light }) => light),
    lights,
  )}；共设节点${total(tasks, 'total')}个，已完成${total(tasks, 'done')}个。`

const total = (tasks: Facts['tasks'], of: 'done' | 'total') => tasks.reduce((sum, task) => sum + task[of], 0)

/** Where most of what a figure counts is. */
export function zoneSentence({ zones: { told, rows } }: Facts): string | null {
  const said = told.flatMap(({ definition, figure }, column) => {
    const largest = rows.reduce((top, row) => ((row.values[column] ?? 0) > (top.values[column] ?? 0) ? row : top))
    const value = largest.values[column]
    if (!value || !figure.value || definition.form !== 'amount') return []
    const share = percent(value / figure.value, 3)
    return [`${definition.name}以${largest.name}最多，为${written(definition, value)}，占全区的${share}`]
  })
  return said.length ? `${said.join('；')}。` : null
}

export function tierSentence({ tiers }: Facts): string {
  if (tiers.length === 0) return '月末尚无企业取得资质称号。'
  const said = tiers.filter(({ gained, lost }) => gained || lost)
  const moves = said.map(({ title, gained, lost }) =>
    [`${title}`, [gained && `新增${gained}家`, lost && `减少${lost}家`].filter(Boolean).join('、')].join(''),
  )
  return `月末持有各类资质称号的企业家数见下表（一家企业可同时持有多项）。本月${moves.length ? moves.join('，') : '没有增减'}。`
}

/** What is behind, with the reasons the lights themselves give. */
export function concerns({ targets, tasks }: Facts): string[] {
  const behind = targets.filter(({ standing }) => standing.light === 'red')
  return [
    ...behind.map(
      ({ subject, standing }) =>
        `目标“${subject}”${targetLights.red}：${standing.reasons.map(({ sentence }) => sentence).join('；')}。`,
    ),
    ...tasks
      .filter(({ light }) => light === 'red')
      .map(
        ({ title, lead, reason }) =>
          `任务“${title}”${lights.red}${lead ? `（牵头单位：${lead}）` : ''}：${reason ?? '未写明原因'}。`,
      ),
  ]
}

export function warnings({ targets, tasks }: Facts): string | null {
  const names = [
    ...targets.filter(({ standing }) => standing.light === 'yellow').map(({ subject }) => `目标“${subject}”`),
    ...tasks.filter(({ light }) => light === 'yellow').map(({ title }) => `任务“${title}”`),
  ]
  return names.length ? `另有略有滞后的目标和预警的任务${names.length}项：${names.join('、')}。` : null
}
