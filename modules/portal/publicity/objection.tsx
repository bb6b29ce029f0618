/** An objection that was taken in, and what it came to: asked for by its query code. */
import type { object, objectionStanding } from '#modules/claim/actions/objection.ts'
import { CodePage, TakenIn } from '../standing.tsx'

const path = '/publicities/objection'

export const Taken = ({ number, token, dueOn }: Awaited<ReturnType<typeof object>>) => (
  <TakenIn
    {...{ what: '已收到异议', named: '编号', number, token }}
    follow={{ to: path, word: '查询核查结果' }}
    back={{ to: '/publicities', word: '返回兑现公示' }}
  >
    请记下查询码，凭它可查询核查结果。公示单位将于 {dueOn} 前核查，核查期间公示期中止。
  </TakenIn>
)

type Found = Awaited<ReturnType<typeof objectionStanding>>
type Props = { code: string; found: Found | null; problem: string | null }
export const ObjectionPage = ({ code, found, problem }: Props) => (
  <CodePage {...{ title: '异议核查结果', path, code, problem }}>
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
  </CodePage>
)
