/** One clause answered: what comes of it, condition by condition, how much and why so much, and the way to claim it. */
import { Link } from 'react-router'
import { type Answer, nearMiss } from '#engines/policy/answer.ts'
import type { Met, Reason } from '#engines/policy/decision.ts'
import { channels, verdicts } from '#engines/policy/policy.ts'
import { money } from '#engines/policy/wording.ts'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'

const tones: Record<keyof typeof verdicts, Tone> = { granted: 'good', refused: 'quiet', unknown: 'warn', people: 'active' }
const signs: Record<Met, string> = { met: '符合', 'not-met': '不符合', unknown: '待核实' }

type Props = { of: Answer; document: { id: string }; real: boolean }
export function ClauseAnswer({ of: { clause, policy, decision }, document, real }: Props) {
  const near = nearMiss(decision)
  const may = decision.verdict === 'granted' || decision.verdict === 'unknown' || decision.verdict === 'people'
  return (
    <details className="policy-answer">
      <summary>
        <span className="policy-answer-title">
          {clause.article} {clause.title}
        </span>
        <Mark tone={near ? 'warn' : tones[decision.verdict]}>{near ? '只差一项' : verdicts[decision.verdict]}</Mark>
        {decision.amount !== null && <b className="number">{money(decision.amount)}</b>}
        <span className="quiet policy-answer-why">{near ? near.sentence : decision.sentence}</span>
      </summary>
      <div className="policy-answer-body">
        {clause.plain && <p>{clause.plain}</p>}
        <Reasons of={decision.reasons} />
        {decision.steps.length > 0 && (
          <>
            <h3>金额怎么算</h3>
            <ol className="policy-steps">
              {decision.steps.map(({ title, sum, result }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in their order, nothing else names them
                <li key={at}>
                  {title}：{sum === result ? '' : `${sum} = `}
                  <b className="number">{result}</b>
                </li>
              ))}
            </ol>
          </>
        )}
        {decision.missing.length > 0 && <Missing of={{ policy, clause, decision }} />}
        <p className="quiet">
          {policy.title}
          {policy.number ? `（${policy.number}）` : ''}
        </p>
        {may &&
          real &&
          (clause.channel === 'direct' ? (
            <p>办理方式：{channels.direct}。经筛查符合的会收到通知，确认后兑现，无须申报。</p>
          ) : (
            <Link className="press" to={`/enterprise/claims/new?policy=${document.id}&clause=${clause.code}`}>
              去申报
            </Link>
          ))}
      </div>
    </details>
  )
}

const Reasons = ({ of }: { of: readonly Reason[] }) => (
  <ul className="policy-reasons">
    {of.map(({ title, met, sentence, asOf, source, within }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: conditions stand in their order, and may have the same title
      <li key={at} className={`policy-reason policy-reason-${met}`}>
        <span className="policy-reason-sign">{signs[met]}</span>
        <span>
          {sentence || title}
          {(source || asOf) && <small className="quiet">（{[source, asOf].filter(Boolean).join('，')}）</small>}
          {within.length > 0 && <Reasons of={within} />}
        </span>
      </li>
    ))}
  </ul>
)

const from = {
  ledger: '由台账提供：请按时报送运行监测报表，并核对企业档案',
  claim: '在申报时填写并提供证明材料',
  examine: '由主管部门核定',
  upper: '以上级文件为准',
}
function Missing({ of: { policy, decision } }: { of: Answer }) {
  const declared = new Map(policy.facts.map((fact) => [fact.title, fact.from]))
  return (
    <>
      <h3>还缺什么</h3>
      <ul className="policy-steps">
        {decision.missing.map((title) => (
          <li key={title}>
            {title}：{from[declared.get(title) ?? 'ledger']}
          </li>
        ))}
      </ul>
    </>
  )
}
