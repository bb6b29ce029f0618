/** What a clause asks by itself: its days in force, how often it may be had, and which project it is for. */
import type { Reason } from '../decision.ts'
import type { Award, Past } from '../fact.ts'
import type { Clause, Policy, Row } from '../policy.ts'
import { projectTitle } from '../vocabulary.ts'
import { money } from '../wording.ts'
import { nothingWithin, truthsOf, worstOf } from './said.ts'
import { met, notMet, type Truth, truthInWords, unknown } from './truth.ts'

export type Own = {
  test: (row: Row, past: Past, day: string) => Truth
  answer: (row: Row, past: Past, day: string) => OwnAnswer
}
/** `truths` of each reason, as figures: 0 missed, 1 not known, 2 met. */
export type OwnAnswer = { reasons: readonly Reason[]; least: Truth; truths: string }

type Of = {
  policy: Policy
  clause: Clause
  id: string
  /** Where the project stands; undefined where the clause does not count by projects. */
  project: number | undefined
  /** The mechanism takes off by itself what was had before: one-off then means each step and each stage once. */
  settles: boolean
}

export function ownOf({ policy, clause, id, project, settles }: Of): Own {
  const { since, until } = policy
  // A day is mostly asked for many firms at once.
  const last = { day: '', inForce: false }
  const turnTo = (day: string) => {
    last.inForce = day >= since && (until === null || day <= until)
    last.day = day
  }
  const used = usedOf(clause, id, project, settles)
  const reasonOfDays = daysOf(since, until)
  const neverHad = reason('享受次数', met, clause.frequency === 'claim' ? '按次申报' : '此前未享受')
  // Mostly it is one of these.
  const answers = [neverHad, mayGoOn].flatMap((times) =>
    [reasonOfDays.notMet, reasonOfDays.met].flatMap((days) =>
      [
        [days, times],
        [days, withoutProject, times],
      ].map(answerWith),
    ),
  )
  return {
    test: (row, past, day) => {
      if (day !== last.day) turnTo(day)
      if (!last.inForce) return notMet
      if (past.length > 0 && used(row, past, day) !== null) return notMet
      return project !== undefined && row[project] === null ? unknown : met
    },
    answer: (row, past, day) => {
      if (day !== last.day) turnTo(day)
      const open = project !== undefined && row[project] === null
      const had = past.length > 0 ? used(row, past, day) : null
      if (had === null) {
        const again = past.length > 0 && past.some((award) => award.clause === id)
        return answers[(again ? 4 : 0) + (last.inForce ? 2 : 0) + (open ? 1 : 0)]!
      }
      const days = last.inForce ? reasonOfDays.met : reasonOfDays.notMet
      const times = reason('享受次数', notMet, had)
      return answerWith(open ? [days, withoutProject, times] : [days, times])
    },
  }
}

function answerWith(reasons: readonly Reason[]): OwnAnswer {
  return { reasons, least: worstOf(reasons), truths: truthsOf(reasons) }
}

const reason = (title: string, truth: Truth, sentence: string, fact: string | null = null): Reason =>
  Object.freeze({
    title,
    met: truthInWords[truth],
    sentence,
    fact,
    asOf: null,
    source: null,
    gap: null,
    within: nothingWithin,
  })

const mayGoOn = reason('享受次数', met, '此前已享受，仍可继续享受')

function daysOf(since: string, until: string | null) {
  const span = until === null ? `自 ${since} 起` : `自 ${since} 至 ${until}`
  return {
    met: reason('有效期', met, `本政策在有效期内（${span}）`),
    notMet: reason('有效期', notMet, `本政策当日不在有效期内（${span}）`),
  }
}

const withoutProject = reason('所属项目', unknown, '按项目支持，未注明所申报的项目', projectTitle)

/** Why it cannot be had again, null where it can. */
function usedOf({ frequency, times }: Clause, id: string, project: number | undefined, settles: boolean) {
  const unit = frequency === 'yearly' ? '年' : frequency === 'monthly' ? '个月' : '次'
  const told = ({ year, amount }: Award) => `${year} 年度已享受 ${money(amount)}`
  return (row: Row, past: Past, day: string): string | null => {
    const own = past.filter((award) => award.clause === id)
    if (own.length === 0) return null
    const again = settles && frequency !== 'yearly' ? undefined : repeated(own, frequency, row, project, day)
    if (again) return `${repeatedWords[frequency]}，${told(again)}`
    if (times === null) return null
    const count = frequency === 'yearly' ? new Set(own.map(({ year }) => year)).size : own.length
    return count >= times ? `最多享受 ${times} ${unit}，已享受 ${count} ${unit}` : null
  }
}

const repeatedWords: Record<Clause['frequency'], string> = {
  once: '一次性支持',
  yearly: '每年一次',
  project: '每项目一次，本项目',
  claim: '',
  monthly: '',
}

/** The award that stands against having it again. Months are not told apart by awards: they are only counted (`times`). */
function repeated(own: Past, frequency: Clause['frequency'], row: Row, project: number | undefined, day: string) {
  switch (frequency) {
    case 'once':
      return own[0]
    case 'yearly':
      return own.find(({ year }) => year === Number(day.slice(0, 4)))
    case 'project':
      return own.find((award) => award.project !== null && award.project === row[project!])
    default:
      return undefined
  }
}
