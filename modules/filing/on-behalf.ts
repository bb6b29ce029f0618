/** Reports officials file on behalf of an enterprise (代填): it is said who did, and somebody else accepts them. */
import type { Ctx } from '#platform/context.ts'
import { denied } from '#platform/problem.ts'
import type { Row } from './queries.ts'

type Filed = Pick<Row, 'submittedBy'>

/** Whom a report says it was sent by. */
export const filerOf = ({ actor: { name, role } }: Pick<Ctx, 'actor'>): string =>
  role === 'enterprise' || role === 'institution' ? name : `${name}（代填）`

export const isOwnFiling = (ctx: Pick<Ctx, 'actor'>, { submittedBy }: Filed): boolean => submittedBy === filerOf(ctx)

/** Two pairs of eyes: what one wrote for an enterprise, another checks. */
export function requireOther(ctx: Pick<Ctx, 'actor'>, row: Filed): void {
  if (isOwnFiling(ctx, row)) throw denied('该报表由您代填，须由本镇街、园城的其他人员或领导小组办公室的其他人员审核')
}
