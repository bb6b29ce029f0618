/** Where a visitor's matter stands: asked for by its query code, shown step by step with its clock (plan task 10). */
import type { ask, standing } from '#modules/movein/actions/ask.ts'
import { halves } from '#modules/movein/model.ts'
import { Words } from '../frame/form.tsx'
import { byCode, CodePage, TakenIn, timeLeft } from '../standing.tsx'

export type Found = Awaited<ReturnType<typeof standing>>
const visits = { asked: '待确认', confirmed: '已约定', done: '已看房', declined: '未能安排', cancelled: '已取消' } as const

const path = '/spaces/standing'

export const Taken = ({ number, token }: Awaited<ReturnType<typeof ask>>) => (
  <TakenIn
    {...{ what: '已收到', named: '办件编号', number, token }}
    follow={{ to: path, word: '查看办理进度' }}
    back={{ to: '/spaces', word: '继续找空间' }}
  >
    请记下查询码，凭它可随时查询办理进度。工作人员会在规定时限内与您联系。
  </TakenIn>
)

type Props = { code: string; found: Found | null; problem: string | null; done?: string }
export const StandingPage = ({ code, found, problem, done }: Props) => (
  <CodePage {...{ title: '办理进度', path, code, problem }}>
    {done && <p role="status">{done}</p>}
    {found && <Way of={found} code={code} />}
  </CodePage>
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
    <form className="ask upright" method="post" action={`${path}/withdraw`}>
      <input type="hidden" name="code" value={code} />
      <Words name="reason" title="撤回原因（可不填）" typed={{}} rows={2} maxLength={200} />
      <button type="submit">确认撤回</button>
    </form>
    <p>
      <a href={byCode(path, code)}>不撤回，返回办理进度</a>
    </p>
  </article>
)

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
          {of.holder ? `由${of.holder}办理` : '请您办理'}，{timeLeft(of.left)}
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
          不再需要？<a href={byCode(`${path}/withdraw`, code)}>撤回申请</a>
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
