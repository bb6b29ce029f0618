/** The self-check on the portal: few questions, and every clause in force answered at once by the same engine, in the browser alone. */
import { type ReactNode, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { divisions } from '#engines/enterprise/industry.ts'
import { answersOf, nearMiss } from '#engines/policy/answer.ts'
import { type Fact, type Facts, nothingBefore, scales, type Value } from '#engines/policy/fact.ts'
import { type Policy, verdicts } from '#engines/policy/policy.ts'
import { money } from '#engines/policy/wording.ts'

type Given = { policies: Policy[]; questions: Fact[]; today: string }

const frame = document.getElementById('policy-check')
const data = document.getElementById('policy-data')
if (frame && data)
  createRoot(frame).render(
    <StrictMode>
      <PolicyCheck {...(JSON.parse(data.textContent ?? '{}') as Given)} />
    </StrictMode>,
  )

function PolicyCheck({ policies, questions, today }: Given): ReactNode {
  const [told, tell] = useState<Record<string, Value>>({})
  const facts: Facts = Object.fromEntries(
    Object.entries(told).flatMap(([title, value]) => (value === null ? [] : [[title, { value, asOf: today, source: '自测' }]])),
  )
  const { answers, combination } = answersOf(policies, facts, nothingBefore, today)
  const order = { granted: 0, people: 1, unknown: 2, refused: 3 }
  const sorted = [...answers].sort((a, b) => order[a.decision.verdict] - order[b.decision.verdict])
  return (
    <>
      <form className="check-questions" onSubmit={(event) => event.preventDefault()} autoComplete="off">
        {questions.map((fact) => (
          <Question
            key={fact.title}
            of={fact}
            value={told[fact.title] ?? null}
            onTell={(value) => tell({ ...told, [fact.title]: value })}
          />
        ))}
        <button type="button" onClick={() => tell({})}>
          清空重填
        </button>
      </form>
      <section aria-live="polite">
        <h2>{combination.total > 0 ? `按所填情况，可一并享受 ${money(combination.total)}` : '填写后即可看到结果'}</h2>
        {sorted.map(({ clause, policy, decision }) => {
          const near = nearMiss(decision)
          return (
            <details key={decision.clause} className={`check-answer check-${decision.verdict}`}>
              <summary>
                <b>{clause.title}</b> <span className="check-verdict">{near ? '只差一项' : verdicts[decision.verdict]}</span>{' '}
                {decision.amount !== null && <b>{money(decision.amount)}</b>}
                {near && <span> {near.sentence}</span>}
              </summary>
              {clause.plain && <p>{clause.plain}</p>}
              <ul>
                {decision.reasons.map(({ title, met, sentence }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: conditions stand in their order, and may have the same title
                  <li key={at}>
                    {met === 'met' ? '符合' : met === 'unknown' ? '待核实' : '不符合'}：{sentence || title}
                  </li>
                ))}
                {decision.steps.map(({ title, sum, result }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in their order, nothing else names them
                  <li key={`step ${at}`}>
                    {title}：{sum === result ? result : `${sum} = ${result}`}
                  </li>
                ))}
              </ul>
              <p className="quiet">
                {clause.article}，<a href={`/policies/${policy.code}`}>{policy.title}</a>
              </p>
            </details>
          )
        })}
        {combination.dropped.map(({ clause, because }) => (
          <p key={clause} className="quiet">
            {because}
          </p>
        ))}
      </section>
    </>
  )
}

type QuestionOf = { of: Fact; value: Value; onTell: (value: Value) => void }
function Question({ of: fact, value, onTell }: QuestionOf): ReactNode {
  const choices = fact.kind === 'yes' ? (fact.words ?? ['是', '否']) : fact.values
  const id = `asked-${fact.title}`
  return (
    <div>
      <label htmlFor={id}>
        {fact.title}
        {fact.unit && `（${fact.kind === 'money' ? '万元' : fact.unit}）`}
      </label>
      {choices ? (
        <select
          id={id}
          value={value === null ? '' : fact.kind === 'yes' ? choices[value ? 0 : 1] : String(value)}
          onChange={({ target }) =>
            onTell(target.value === '' ? null : fact.kind === 'yes' ? target.value === choices[0] : target.value)
          }
        >
          <option value="">不清楚</option>
          {choices.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </select>
      ) : fact.kind === 'day' ? (
        <input id={id} type="date" value={String(value ?? '')} onChange={({ target }) => onTell(target.value || null)} />
      ) : fact.title === '行业大类' ? (
        <select id={id} value={String(value ?? '')} onChange={({ target }) => onTell(target.value || null)}>
          <option value="">不清楚</option>
          {Object.entries({ ...divisions, 其他: '其他行业' }).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      ) : fact.kind === 'text' ? (
        <input
          id={id}
          value={String(value ?? '')}
          maxLength={40}
          onChange={({ target }) => onTell(target.value.trim() || null)}
        />
      ) : (
        <input
          id={id}
          type="number"
          min="0"
          step="any"
          inputMode="decimal"
          value={value === null ? '' : Number(value) / unitOf(fact)}
          onChange={({ target }) => onTell(target.value === '' ? null : Math.round(Number(target.value) * unitOf(fact)))}
        />
      )}
      {fact.hint && <small className="quiet">{fact.hint}</small>}
    </div>
  )
}

/** Kept units in one of what is typed: money in 万元, shares in %. */
function unitOf({ kind }: Fact): number {
  if (kind === 'money') return scales.money * 10_000
  if (kind === 'share') return scales.share / 100
  return kind === 'yes' || kind === 'text' || kind === 'day' ? 1 : scales[kind]
}
