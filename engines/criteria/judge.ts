/**
 * A scheme judged for an enterprise on a day, in three values: what is not known is neither met nor missed.
 *
 * All criteria together are met when each is, missed when one is; a choice is met when one case is, missed when all are;
 * everything else is unknown (Kleene). Facts dated after the day are not known yet.
 */
import { type DemandJudgement, judgeDemand, type Verdict } from './demand.ts'
import type { Facts } from './facts.ts'
import { type Case, type Choice, type Criterion, inForce, isChoice, type Scheme } from './scheme.ts'

export type CaseJudgement = {
  title: string
  applies: Verdict
  verdict: Verdict
  when: DemandJudgement[]
  criteria: CriterionJudgement[]
}
export type ChoiceJudgement = { title: string; verdict: Verdict; cases: CaseJudgement[]; sentence: string }
export type CriterionJudgement = DemandJudgement | ChoiceJudgement

export type Judgement = {
  code: string
  name: string
  verdict: Verdict
  sentence: string
  criteria: CriterionJudgement[]
  bonus: CriterionJudgement[]
  /** Sentences of what is missed, and of what is not known. */
  lacking: string[]
  unclear: string[]
}

export function judge(scheme: Scheme, known: Facts, day: string): Judgement {
  const { code, name } = scheme
  const judgeAll = (criteria: Criterion[]) => criteria.map((criterion) => judgeCriterion(criterion, known, day))
  const criteria = judgeAll(scheme.criteria)
  const bonus = judgeAll(scheme.bonus)
  const said = (verdict: Verdict) => criteria.filter((one) => one.verdict === verdict).map(({ sentence }) => sentence)
  const [lacking, unclear] = [said('not-met'), said('unknown')]
  if (inForce([scheme], day).length === 0) {
    const sentence = `${name}的这一版标准当日不在施行期内`
    return { code, name, verdict: 'unknown', sentence, criteria, bonus, lacking: [], unclear: [sentence] }
  }
  const verdict = every(criteria.map((one) => one.verdict))
  const sentences: Record<Verdict, string> = {
    met: `符合${name}条件`,
    'not-met': `尚不符合${name}条件，差 ${lacking.length} 项${unclear.length > 0 ? `，另有 ${unclear.length} 项待定` : ''}`,
    unknown: `暂不能判定是否符合${name}条件，有 ${unclear.length} 项待定`,
  }
  return { code, name, verdict, sentence: sentences[verdict], criteria, bonus, lacking, unclear }
}

export function every(verdicts: Verdict[]): Verdict {
  if (verdicts.includes('not-met')) return 'not-met'
  return verdicts.includes('unknown') ? 'unknown' : 'met'
}

export function some(verdicts: Verdict[]): Verdict {
  if (verdicts.includes('met')) return 'met'
  return verdicts.includes('unknown') ? 'unknown' : 'not-met'
}

const judgeCriterion = (criterion: Criterion, known: Facts, day: string): CriterionJudgement =>
  isChoice(criterion) ? judgeChoice(criterion, known, day) : judgeDemand(criterion, known, day)

function judgeChoice({ title, anyOf }: Choice, known: Facts, day: string): ChoiceJudgement {
  const cases = anyOf.map((one) => judgeCase(one, known, day))
  const verdict = some(cases.map((one) => one.verdict))
  return { title, verdict, cases, sentence: choiceInWords(title, verdict, cases) }
}

function judgeCase({ title, when, all }: Case, known: Facts, day: string): CaseJudgement {
  const conditions = when.map((demand) => judgeDemand(demand, known, day))
  const applies = every(conditions.map(({ verdict }) => verdict))
  const criteria = all.map((criterion) => judgeCriterion(criterion, known, day))
  return { title, applies, verdict: every([applies, ...criteria.map(({ verdict }) => verdict)]), when: conditions, criteria }
}

/** Only cases that apply are told, unless none does. */
function choiceInWords(title: string, verdict: Verdict, cases: CaseJudgement[]): string {
  if (verdict === 'met') return `${title}：符合“${cases.find((one) => one.verdict === 'met')!.title}”`
  const applying = cases.filter(({ applies }) => applies !== 'not-met')
  const open = (applying.length > 0 ? applying : cases).filter((one) => verdict === 'not-met' || one.verdict === 'unknown')
  const told = open.map((one) => `${one.title}——${caseInWords(one)}`)
  return told.length === 1
    ? `${title}：${told[0]}`
    : `${title}须符合其一：${told.map((words, at) => `（${at + 1}）${words}`).join('；')}`
}

/** What stands against the case: what it misses, or else what is not known of it. */
function caseInWords({ when, criteria }: CaseJudgement): string {
  const all = [...when, ...criteria]
  const missed = all.filter(({ verdict }) => verdict === 'not-met')
  return (missed.length > 0 ? missed : all.filter(({ verdict }) => verdict === 'unknown'))
    .map(({ sentence }) => sentence)
    .join('，')
}
