/** What became of a question, by its query code. */
import type { askQuestion, questionStanding } from '#modules/policy/actions/question.ts'
import { CodePage, TakenIn, timeLeft } from '../standing.tsx'

const path = '/policies/standing'

export const Taken = ({ number, token, dueOn }: Awaited<ReturnType<typeof askQuestion>>) => (
  <TakenIn
    {...{ what: '已收到咨询', named: '编号', number, token }}
    follow={{ to: path, word: '查看答复' }}
    back={{ to: '/policies', word: '继续看政策' }}
  >
    将在 {dueOn} 前答复；确需研究的，延至 3 个工作日。请记下查询码，凭它查看答复。
  </TakenIn>
)

type Found = Awaited<ReturnType<typeof questionStanding>>
type Props = { code: string; found: Found | null; problem: string | null }
export const StandingPage = ({ code, found, problem }: Props) => (
  <CodePage {...{ title: '咨询答复', path, code, problem }}>
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
            答复时限 {found.dueOn}，{timeLeft(found.left ?? 0)}。
          </p>
        )}
      </>
    )}
  </CodePage>
)
