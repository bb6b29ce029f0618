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
      <a className="press" href={standingAt(token)}>
        查看办理进度
      </a>
      　<a href="/spaces">继续找空间</a>
    </p>
  </article>
)

type Props = { code: string; found: Found | null; problem: string | null; done?: string }
export const StandingPage = ({ code, found, problem, done }: Props) => (
  <article className="wide narrow course">
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
    {done && <p role="status">{done}</p>}
    {found && <Way of={found} code={code} />}
  </article>
)

/** Asked once more before anything is taken back. */
export const WithdrawPage = ({ code, found }: { code: string; found: Found }) => (
  <article className="wide narrow course">
    <h1>撤回申请</h1>
    <h2>
      {found.number}　{found.stateWord}
    </h2>
    <p>{[found.name, found.building].filter(Boolean).join('　')}</p>
    {found.viewing && <Visit of={found.viewing} />}
    <p>撤回后，看房预约同时取消，办件随即办结。仍需空间的，可重新预约。</p>
    <form className="ask upright" method="post" action="/spaces/standing/withdraw">
      <input type="hidden" name="code" value={code} />
      <label className="whole">
        <span>撤回原因（可不填）</span>
        <textarea name="reason" rows={2} maxLength={200} />
      </label>
      <button type="submit">确认撤回</button>
    </form>
    <p>
      <a href={standingAt(code)}>不撤回，返回办理进度</a>
    </p>
  </article>
)

const standingAt = (code: string, step = '') => `/spaces/standing${step}?code=${encodeURIComponent(code)}`

function Way({ of, code }: { of: Found; code: string }) {
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
      {of.viewing && <Visit of={of.viewing} />}
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
      {of.mayGiveUp && (
        <p>
          不再需要？<a href={standingAt(code, '/withdraw')}>撤回申请</a>
        </p>
      )}
    </>
  )
}

const Visit = ({ of: { wantedOn, half, status, guide, said } }: { of: NonNullable<Found['viewing']> }) => (
  <p>
    看房：{wantedOn} {halves[half as keyof typeof halves]}，{visits[status as keyof typeof visits]}
    {guide && `，接待人 ${guide}`}
    {said && `，${said}`}
  </p>
)

const clock = (left: number) => (left < 0 ? `已超过时限 ${-left} 个工作日` : left === 0 ? '今天到期' : `还有 ${left} 个工作日`)
