/** Where a visitor's matter stands: asked for by its query code, shown step by step with its clock (plan task 10). */
import type { standing } from '#modules/movein/actions/ask.ts'
import { halves } from '#modules/movein/model.ts'

type Found = Awaited<ReturnType<typeof standing>>
const visits = { asked: '待确认', confirmed: '已约定', done: '已看房', declined: '未能安排', cancelled: '已取消' } as const

/** What was just taken in: the code is shown once. */
export const Taken = ({ number, token }: { number: string; token: string }) => (
  <article className="wide narrow">
    <h1>已收到</h1>
    <p>
      办件编号 <strong>{number}</strong>，查询码 <strong className="code">{token}</strong>。
    </p>
    <p>请记下查询码，凭它可随时查询办理进度。工作人员会在规定时限内与您联系。</p>
    <p>
      <a className="press" href={`/spaces/standing?code=${encodeURIComponent(token)}`}>
        查看办理进度
      </a>
      　<a href="/spaces">继续找空间</a>
    </p>
  </article>
)

type Props = { code: string; found: Found | null; problem: string | null }
export const StandingPage = ({ code, found, problem }: Props) => (
  <article className="wide narrow standing">
    <h1>办理进度</h1>
    <form className="ask" method="get" action="/spaces/standing">
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
    {found && <Way of={found} />}
  </article>
)

function Way({ of }: { of: Found }) {
  return (
    <>
      <h2>
        {of.number}　{of.stateWord}
      </h2>
      <p>{[of.name, of.building].filter(Boolean).join('　')}</p>
      <p>{of.next}</p>
      {of.paused && (
        <p>
          时限自 {of.paused.since} 起中止：{of.paused.reason}
        </p>
      )}
      {of.left !== null && !of.paused && (
        <p>
          {of.holder ? `由${of.holder}办理` : '请您办理'}，{clock(of.left)}
          {of.dueOn && `（${of.dueOn} 前）`}
        </p>
      )}
      {of.viewing && (
        <p>
          看房：{of.viewing.wantedOn} {halves[of.viewing.half as keyof typeof halves]}，
          {visits[of.viewing.status as keyof typeof visits]}
          {of.viewing.guide && `，接待人 ${of.viewing.guide}`}
          {of.viewing.said && `，${of.viewing.said}`}
        </p>
      )}
      {of.outcome && <p>办结说明：{of.outcome}</p>}
      <ol className="steps">
        {of.steps.map((step) => (
          <li key={`${step.state} ${step.since}`} aria-current={step.endedOn ? undefined : 'step'}>
            <strong>{step.stateWord}</strong>
            <span className="quiet">
              {step.since}
              {step.endedOn ? ` 至 ${step.endedOn}　${step.resultWord ?? ''}` : ' 起'}
              {step.holder && `　${step.holder}`}
            </span>
            {step.opinion && <p>{step.opinion}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

const clock = (left: number) => (left < 0 ? `已超过时限 ${-left} 个工作日` : left === 0 ? '今天到期' : `还有 ${left} 个工作日`)
