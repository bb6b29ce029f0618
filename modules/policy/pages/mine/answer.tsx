/** One clause answered for the firm itself: the decision in full, what is still missing, and the way to claim it. */
import { Link } from 'react-router'
import type { Answer } from '#engines/policy/answer.ts'
import { channels } from '#engines/policy/policy.ts'
import { FoldedDecision } from '../decision/decision.tsx'

type Props = { of: Answer; document: { id: string }; real: boolean }
export function ClauseAnswer({ of: { clause, policy, decision }, document, real }: Props) {
  return (
    <FoldedDecision title={clause.title} of={decision} lead={clause.plain && <p>{clause.plain}</p>}>
      {decision.missing.length > 0 && <Missing of={{ policy, clause, decision }} />}
      <p className="quiet">
        {policy.title}
        {policy.number ? `（${policy.number}）` : ''}
      </p>
      {decision.verdict !== 'refused' &&
        real &&
        (clause.channel === 'direct' ? (
          <p>办理方式：{channels.direct}。经筛查符合的会收到通知，确认后兑现，无须申报。</p>
        ) : (
          <Link className="press" to={`/enterprise/claims/new?policy=${document.id}&clause=${clause.code}`}>
            去申报
          </Link>
        ))}
    </FoldedDecision>
  )
}

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
      <ul className="decision-lines">
        {decision.missing.map((title) => (
          <li key={title}>
            {title}：{from[declared.get(title) ?? 'ledger']}
          </li>
        ))}
      </ul>
    </>
  )
}
