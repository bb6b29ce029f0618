/** What became of a question, by its query code. */
import type { questionStanding } from '#modules/policy/actions/question.ts'

type Found = Awaited<ReturnType<typeof questionStanding>>

/** What was just taken in: the code is shown once. */
export const Taken = ({ number, token, dueOn }: { number: string; token: string; dueOn: string }) => (
  <article className="wide narrow">
    <h1>已收到咨询</h1>
    <p>
      编号 <strong>{number}</strong>，查询码 <strong className="code">{token}</strong>。
    </p>
    <p>将在 {dueOn} 前答复；确需研究的，延至 3 个工作日。请记下查询码，凭它查看答复。</p>
    <p>
      <a className="press" href={`/policies/standing?code=${encodeURIComponent(token)}`}>
        查看答复
      </a>
      　<a href="/policies">继续看政策</a>
    </p>
  </article>
)

type Props = { code: string; found: Found | null; problem: string | null }
export const StandingPage = ({ code, found, problem }: Props) => (
  <article className="wide narrow standing">
    <h1>咨询答复</h1>
    <form className="ask" method="get" action="/policies/standing">
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
        <p className="quiet">
          {found.askedOn} 提出，由{found.holder ?? '领导小组办公室'}答复
        </p>
        <p>问：{found.text}</p>
        {found.answer ? (
          <p>
            答：{found.answer}
            <span className="quiet">　{found.answeredOn}</span>
          </p>
        ) : (
          <p>
            答复时限 {found.dueOn}，{clock(found.left ?? 0)}。
          </p>
        )}
      </>
    )}
  </article>
)

const clock = (left: number) => (left < 0 ? `已超过 ${-left} 个工作日` : left === 0 ? '今天到期' : `还有 ${left} 个工作日`)
