/** The way of a matter as its steps: who had it, how long, with what result; and what is still to come. */
import { moveInStates, type TimedState, timed } from '#modules/movein/flow.ts'
import { stepResults } from '#modules/movein/model.ts'
import { useFrame } from '#web/session.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import type { Whole } from '../words.ts'
import { Paper } from './paper.tsx'

export function Way({ of: { matter, steps } }: { of: Whole }) {
  return (
    <ol className="move-in-way">
      {steps.map((step) => (
        <Taken key={step.id} step={step} />
      ))}
      {matter.closedOn === null && <Ahead after={matter.status as TimedState} />}
    </ol>
  )
}

type Step = Whole['steps'][number]
function Taken({ step }: { step: Step }) {
  const today = useFrame()?.today
  const { moveIn, state, endedOn, since, result, holderName, by, opinion, evidence, clock, pauses, days } = step
  const open = pauses.find(({ until }) => until === null)
  return (
    <li className={endedOn ? 'done' : 'now'} aria-current={endedOn ? undefined : 'step'}>
      <b>{moveInStates[state]}</b>
      {endedOn === null ? (
        clock.paused ? (
          <Mark>时限中止</Mark>
        ) : (
          <Clock left={clock.left} dueOn={clock.dueOn} today={today} />
        )
      ) : (
        <span className={clock.left < 0 ? 'move-in-late' : 'quiet'}>
          {result && stepResults[result]}
          {clock.left < 0 && `，逾期 ${-clock.left} 个工作日`}
        </span>
      )}
      <span className="quiet wide">
        {holderName ?? '申请人'}
        {by && by !== holderName ? ` ${by}` : ''} · <span className="number">{since}</span>
        {endedOn && endedOn !== since && (
          <>
            {' '}
            至 <span className="number">{endedOn}</span>
          </>
        )}{' '}
        · 时限 {days} 个工作日
      </span>
      {(opinion || evidence) && (
        <span className="wide">
          {opinion} {evidence && <Paper matter={moveIn} paper={evidence} of={moveInStates[state]} />}
        </span>
      )}
      {open && (
        <span className="wide">
          自 {open.since} 中止：{open.reason}
        </span>
      )}
      {pauses
        .filter(({ until }) => until !== null)
        .map(({ since: from, until, reason }) => (
          <span key={from} className="quiet wide">
            {from} 至 {until} 中止：{reason}
          </span>
        ))}
    </li>
  )
}

/** Not every matter goes before the joint meeting. */
function Ahead({ after }: { after: TimedState }) {
  const ahead = timed.slice(timed.indexOf(after) + 1).filter((state) => state !== 'deliberating')
  return ahead.map((state) => (
    <li key={state}>
      <span className="quiet">{moveInStates[state]}</span>
    </li>
  ))
}
