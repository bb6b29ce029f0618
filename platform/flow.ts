/** Flow: one table of states × steps. Buttons, API checks, diagrams and tests all read this one table. */
import type { Actor, Role } from './context.ts'
import { conflict, denied } from './problem.ts'

export type Step<S extends string> = { label: string; by: readonly Role[]; from: readonly S[]; to: S }
export type Flow<S extends string, A extends string> = { title: string; states: Record<S, string>; steps: Record<A, Step<S>> }

export const flow = <S extends string, A extends string>(
  title: string,
  states: Record<S, string>,
  steps: Record<A, Step<NoInfer<S>>>,
): Flow<S, A> => ({ title, states, steps })

type InState<S extends string> = { status: S }

/** Steps this actor can take on this row now; lists and details answer them, pages light their buttons by them. */
export const available = <S extends string, A extends string>(of: Flow<S, A>, row: InState<S>, actor: Actor): A[] =>
  (Object.keys(of.steps) as A[]).filter(
    (step) => of.steps[step].from.includes(row.status) && of.steps[step].by.includes(actor.role),
  )

/** Takes one step: the state it leads to, or the reason it cannot be taken. */
export function advance<S extends string, A extends string>(of: Flow<S, A>, row: InState<S>, step: A, actor: Actor): S {
  const { label, by, from, to } = of.steps[step]
  if (!by.includes(actor.role)) throw denied(`“${label}”不在您的职责之内`)
  if (!from.includes(row.status)) throw conflict(`当前为“${of.states[row.status]}”，不能${label}`)
  return to
}
