/** The answer of the engine: the verdict, the amount, how it comes about, and every condition with why it holds or not. */
import { verdicts } from '#engines/policy/policy.ts'
import { Reasons, Steps } from '#modules/policy/pages/decision/decision.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { verdictTones } from '#web/verdict.ts'
import { money, type Outcome } from '../words.ts'
import '../claim.css'

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
      <Steps of={steps} />
      {payees.length > 1 && (
        <p className="quiet">分配：{payees.map(({ payee, amount }) => `${payee} ${money(amount)}`).join('，')}</p>
      )}
      <Reasons of={reasons} />
    </Stack>
  )
}
