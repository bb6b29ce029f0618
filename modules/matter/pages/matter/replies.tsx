/** What was said to a matter, the latest first: by whom, with what it is shown by, and what was answered. */
import { useMutation } from '@tanstack/react-query'
import { replyKinds, replyStates } from '#modules/matter/model.ts'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark, StatusTag, type Tone } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { Whole } from '../words.ts'

const tones: Record<keyof typeof replyStates, Tone> = { noted: 'quiet', waiting: 'warn', accepted: 'good', returned: 'bad' }

export function Replies({ of: { matter, replies, notices, names } }: { of: Whole }) {
  const say = useSay()
  const open = useMutation({ ...download('matter/paper'), onError: say.failed })
  const numbers = new Map(notices.map(({ id, number }) => [id, number]))
  return (
    <Panel title="回复">
      {replies.length === 0 ? (
        <EmptyState title="还没有回复" about="责任单位报告进展、办结，或申请延期、请求协调后，列在这里。" />
      ) : (
        <ul className="matter-lines">
          {replies.toReversed().map((one) => (
            <li key={one.id}>
              <span className="row">
                <Mark tone="active">
                  {one.supervision ? `回复 ${numbers.get(one.supervision) ?? '督办通知'}` : replyKinds[one.kind]}
                </Mark>
                {one.kind !== 'progress' && <StatusTag of={replyStates} is={one.status} tone={tones[one.status]} />}
                <span className="quiet">
                  {names[one.org]} {one.by} <span className="number">{one.on}</span>
                </span>
              </span>
              <span className="matter-text">{one.text}</span>
              {one.until && <span>申请延至 {one.until}</span>}
              {one.files.map((file) => (
                <Act key={file.id} inline onClick={() => open.mutate({ id: matter.id, paper: file.id })}>
                  {file.name}
                </Act>
              ))}
              {one.opinion && (
                <span className="matter-answer">
                  {one.decidedBy} <span className="number">{one.decidedOn}</span>：{one.opinion}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
