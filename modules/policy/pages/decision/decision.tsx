/** How a decision of the engine is told wherever one is shown: condition by condition, and the sum step by step. */
import type { ReactNode } from 'react'
import { nearMiss } from '#engines/policy/answer.ts'
import type { Decision, Met, Reason, Step } from '#engines/policy/decision.ts'
import { verdicts } from '#engines/policy/policy.ts'
import { money } from '#engines/policy/wording.ts'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { verdictTonesOfMany } from '#web/verdict.ts'
import './decision.css'

const metWords: Record<Met, string> = { met: '符合', 'not-met': '不符合', unknown: '待核实' }
const metTones: Record<Met, Tone> = { met: 'good', 'not-met': 'bad', unknown: 'warn' }

type FoldedOf = { title: string; of: Decision; lead?: ReactNode; open?: boolean; children?: ReactNode }
/** One clause of many: what comes of it in a line, all the rest when it is opened. */
export function FoldedDecision({ title, of: decision, lead, open, children }: FoldedOf) {
  const near = nearMiss(decision)
  return (
    <details className="decision" open={open}>
      <summary>
        <span className="decision-title">
          {decision.article} {title}
        </span>
        <Mark tone={near ? 'warn' : verdictTonesOfMany[decision.verdict]}>{near ? '只差一项' : verdicts[decision.verdict]}</Mark>
        {decision.amount !== null && <b className="number">{money(decision.amount)}</b>}
        <span className="quiet decision-why">{near ? near.sentence : decision.sentence}</span>
      </summary>
      <div className="decision-body">
        {lead}
        <Reasons of={decision.reasons} />
        {decision.steps.length > 0 && <h3>金额怎么算</h3>}
        <Steps of={decision.steps} />
        {children}
      </div>
    </details>
  )
}

export const Reasons = ({ of }: { of: readonly Reason[] }) => (
  <ul className="decision-reasons" aria-label="条件">
    {of.map(({ title, met, sentence, asOf, source, within }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: conditions stand in the order of the clause, and titles may come twice
      <li key={at}>
        <span>
          <Mark tone={metTones[met]}>{metWords[met]}</Mark>
        </span>
        <div>
          {sentence || title}
          {(source || asOf) && <div className="quiet decision-small">{[source, asOf].filter(Boolean).join('，')}</div>}
          {within.length > 0 && <Reasons of={within} />}
        </div>
      </li>
    ))}
  </ul>
)

export const Steps = ({ of }: { of: readonly Step[] }) =>
  of.length > 0 && (
    <ol className="decision-steps" aria-label="测算过程">
      {of.map(({ title, sum, result }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in their order, nothing else names them
        <li key={at}>
          <span className="quiet">{title}</span>
          <span className="decision-sum">{sum === result ? '' : sum}</span>
          <b className="number">{result}</b>
        </li>
      ))}
    </ol>
  )
