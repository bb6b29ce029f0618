/** The form a visitor asks about a policy with; what was typed stays when it could not be taken. */

/** As typed; nothing typed is ''. */
export type Typed = Record<string, string>
type Props = { code: string; clauses: { code: string; article: string; title: string }[]; typed: Typed; problem: string | null }

export const QuestionForm = ({ code, clauses, typed, problem }: Props) => (
  <form className="ask upright" method="post" action={`/policies/${code}#ask`}>
    {problem && (
      <p className="problem" role="alert">
        {problem}
      </p>
    )}
    <label>
      <span>单位或姓名</span>
      <input name="name" required maxLength={60} autoComplete="organization" defaultValue={typed.name ?? ''} />
    </label>
    <label>
      <span>联系电话</span>
      <input name="phone" type="tel" required maxLength={30} autoComplete="tel" defaultValue={typed.phone ?? ''} />
    </label>
    {clauses.length > 0 && (
      <label>
        <span>咨询的条款</span>
        <select name="clause" defaultValue={typed.clause ?? ''}>
          <option value="">不限</option>
          {clauses.map((one) => (
            <option key={one.code} value={one.code}>
              {one.article} {one.title}
            </option>
          ))}
        </select>
      </label>
    )}
    <label className="whole">
      <span>咨询内容</span>
      <textarea name="text" rows={4} required maxLength={2000} defaultValue={typed.text ?? ''} />
    </label>
    <p className="quiet whole">一般咨询 1 个工作日内答复，复杂的 3 个工作日。姓名和电话仅用于答复，不对外公开。</p>
    <button type="submit">提交咨询</button>
  </form>
)

/** As the action takes it: what is left out is null. */
export function askedBy(policy: string, typed: Typed) {
  const said = (name: string) => typed[name]?.trim() || null
  return { policy, clause: said('clause'), name: said('name'), phone: said('phone'), text: said('text') ?? '' }
}
