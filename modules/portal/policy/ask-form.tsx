/** The form a visitor asks about a policy with; what was typed stays when it could not be taken. */

import { Choice, Entry, Trouble, type Typed, Words } from '../frame/form.tsx'

type Props = { code: string; clauses: { code: string; article: string; title: string }[]; typed: Typed; problem: string | null }

export const QuestionForm = ({ code, clauses, typed, problem }: Props) => (
  <form className="ask upright" method="post" action={`/policies/${code}#ask`}>
    <Trouble is={problem} />
    <Entry name="name" title="单位或姓名" typed={typed} required maxLength={60} autoComplete="organization" />
    <Entry name="phone" title="联系电话" typed={typed} required type="tel" maxLength={30} autoComplete="tel" />
    {clauses.length > 0 && (
      <Choice
        name="clause"
        title="咨询的条款"
        of={clauses.map(({ code, article, title }) => [code, `${article} ${title}`])}
        value={typed.clause}
      />
    )}
    <Words name="text" title="咨询内容" typed={typed} rows={4} required maxLength={2000} />
    <p className="quiet whole">一般咨询 1 个工作日内答复，复杂的 3 个工作日。姓名和电话仅用于答复，不对外公开。</p>
    <button type="submit">提交咨询</button>
  </form>
)

/** As the action takes it: what is left out is null. */
export function askedBy(policy: string, typed: Typed) {
  const said = (name: string) => typed[name]?.trim() || null
  return { policy, clause: said('clause'), name: said('name'), phone: said('phone'), text: said('text') ?? '' }
}
