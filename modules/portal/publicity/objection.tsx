/** An objection that was taken in, and what it came to: asked for by its query code. */
import type { objectionStanding } from '#modules/claim/actions/objection.ts'

type Taken = { number: string; token: string; dueOn: string }
export const TakenIn = ({ number, token, dueOn }: Taken) => (
  <article className="wide narrow">
    <h1>已收到异议</h1>
    <p>
      编号 <strong>{number}</strong>，查询码 <strong className="code">{token}</strong>。
    </p>
    <p>请记下查询码，凭它可查询核查结果。公示单位将于 {dueOn} 前核查，核查期间公示期中止。</p>
    <p>
      <a className="press" href={`/publicities/objection?code=${encodeURIComponent(token)}`}>
        查询核查结果
      </a>
      　<a href="/publicities">返回兑现公示</a>
    </p>
  </article>
)

type Found = Awaited<ReturnType<typeof objectionStanding>>
type Props = { code: string; found: Found | null; problem: string | null }
export const ObjectionPage = ({ code, found, problem }: Props) => (
  <article className="wide narrow course">
    <h1>异议核查结果</h1>
    <form className="ask" method="get" action="/publicities/objection">
      <label>
        <span>查询码</span>
        <input name="code" defaultValue={code} required maxLength={60} autoComplete="off" />
      </label>
      <button type="submit">查询</button>
    </form>
    {problem && (
      <p className="problem" role="alert">
        {problem}
      </p>
    )}
    {found && (
      <>
        <h2>
          {found.number}　{found.state}
        </h2>
        <p>{found.text}</p>
        <p>
          {found.raisedOn} 提出，{found.decidedOn ? `${found.decidedOn} 核查` : `${found.dueOn} 前核查`}
        </p>
        {found.finding && <p>核查结论：{found.finding}</p>}
      </>
    )}
  </article>
)
