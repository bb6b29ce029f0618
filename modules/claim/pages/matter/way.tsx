/** The way of a claim as its steps: who had it, how long, with what result, where its clock stood still; and what is still to come. */
import { claimStates, type TimedState, timed } from '#modules/claim/flow.ts'
import { stepResults } from '#modules/claim/model.ts'
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import type { Whole } from '../words.ts'
import '#modules/movein/pages/move-in.css'

export function Way({ of: { claim, steps } }: { of: Whole }) {
  return (
    <ol className="move-in-way">
      {steps.map((step) => (
        <Taken key={step.id} step={step} />
      ))}
      {claim.closedOn === null && <Ahead of={claim} />}
    </ol>
  )
}

function Taken({ step }: { step: Whole['steps'][number] }) {
  const today = useFrame()?.today
  const { state, endedOn, since, result, holderName, by, opinion, clock, pauses, days } = step
  return (
    <li className={endedOn ? 'done' : 'now'} aria-current={endedOn ? undefined : 'step'}>
      <b>{claimStates[state]}</b>
      {endedOn !== null ? (
        <span className={clock.left < 0 ? 'move-in-late' : 'quiet'}>
          {result && stepResults[result]}
          {clock.left < 0 && result !== 'lapsed' && `，逾期 ${-clock.left} 个工作日`}
        </span>
      ) : clock.paused ? (
        <Mark>时限中止</Mark>
      ) : (
        <Clock left={clock.left} dueOn={clock.dueOn} today={today} />
      )}
      <span className="quiet wide">
        {holderName ?? '企业'}
        {by && by !== holderName ? ` ${by}` : ''} · <span className="number">{since}</span>
        {endedOn && endedOn !== since && (
          <>
            {' '}
            至 <span className="number">{endedOn}</span>
          </>
        )}{' '}
        · 时限 {days} 个工作日
      </span>
      {opinion && <span className="wide">{opinion}</span>}
      {pauses.map(({ since: from, until, reason }) => (
        <span key={from} className="quiet wide">
          {until ? `${from} 至 ${until} 中止：${reason}` : `自 ${from} 中止：${reason}`}
        </span>
      ))}
    </li>
  )
}

/** Correction is no stage of its own, and what nobody applies for begins with the list. */
function Ahead({ of: { status, channel } }: { of: Whole['claim'] }) {
  const way = timed.filter(
    (state) => state !== 'correcting' && (channel === 'direct' ? !examining.includes(state) : state !== 'consenting'),
  )
  const at = way.indexOf(status === 'queued' || status === 'appealed' ? 'deciding' : (status as TimedState))
  return way.slice(status === 'draft' || status === 'correcting' ? 0 : at + 1).map((state) => (
    <li key={state}>
      <span className="quiet">{claimStates[state]}</span>
    </li>
  ))
}
const examining: readonly TimedState[] = ['accepting', 'screening', 'joint']
