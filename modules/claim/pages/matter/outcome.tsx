/** The answer of the engine: the verdict, the amount, how it comes about, and every condition with why it holds or not. */
import type { Reason } from '#engines/policy/decision.ts'
import { verdicts } from '#engines/policy/policy.ts'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { money, type Outcome, verdictTones } from '../words.ts'
import '../claim.css'

const metWords = { met: '符合', 'not-met': '不符合', unknown: '待核实' } as const
const metTones: Record<keyof typeof metWords, Tone> = { met: 'good', 'not-met': 'bad', unknown: 'warn' }

export function OutcomeView({ of: { decision, computed, remarks } }: { of: Outcome }) {
  const { verdict, sentence, amount, steps, reasons, payees } = decision
  return (
    <Stack>
      <Row>
        <Mark tone={verdictTones[verdict]}>{verdicts[verdict]}</Mark>
        {computed !== null && <span className="claim-sum number">{money(computed)}</span>}
      </Row>
      <p>{sentence}</p>
      {remarks.length > 0 && (
        <Notice tone="info">
          本条款测算 {money(amount)}，按叠加规则兑现 {money(computed)}：{remarks.join('；')}
        </Notice>
      )}
      {steps.length > 0 && (
        <ol className="claim-steps" aria-label="测算过程">
          {steps.map(({ title, sum, result }) => (
            <li key={`${title} ${sum}`}>
              <span className="quiet">{title}</span>
              <span className="said">{sum}</span>
              <b className="number">{result}</b>
            </li>
          ))}
        </ol>
      )}
      {payees.length > 1 && (
        <p className="quiet">分配：{payees.map(({ payee, amount }) => `${payee} ${money(amount)}`).join('，')}</p>
      )}
      <Reasons of={reasons} />
    </Stack>
  )
}

const Reasons = ({ of }: { of: readonly Reason[] }) => (
  <ul className="claim-reasons" aria-label="条件">
    {of.map((reason, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: conditions stand in the order of the clause, and titles may come twice
      <li key={at}>
        <span>
          <Mark tone={metTones[reason.met]}>{metWords[reason.met]}</Mark>
        </span>
        <div className="said">
          {reason.sentence}
          {reason.source && (
            <div className="quiet claim-small">
              {reason.source}
              {reason.asOf && `，${reason.asOf}`}
            </div>
          )}
          {reason.within.length > 0 && <Reasons of={reason.within} />}
        </div>
      </li>
    ))}
  </ul>
)
