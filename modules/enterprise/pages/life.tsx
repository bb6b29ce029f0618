/** The life of an enterprise in the district, event by event, newest last. */
import { useMutation } from '@tanstack/react-query'
import { download } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { WholeFile } from './whole.ts'

/** Papers are for officials to open. */
export function Life({ of: { file, events }, openable }: { of: WholeFile; openable?: boolean }) {
  const say = useSay()
  const get = useMutation({ ...download('enterprise/lifePaper'), onError: say.failed })
  if (events.length === 0) return <EmptyState title="本单位范围内没有该企业的在区记录" />
  return (
    <ol className="life">
      {events.map((event) => (
        <li key={`${event.day} ${event.about}`}>
          <time className="number" dateTime={event.day}>
            {event.day}
          </time>
          <div className="life-about">
            <b>{event.title}</b>　{event.about}
            {event.note && <div>{event.note}</div>}
            <div className="quiet enterprise-small">
              {event.recorded}
              {openable && event.evidence && (
                <>
                  {'　'}
                  <Act inline onClick={() => get.mutate({ id: file.id, paper: event.evidence! })}>
                    查看佐证
                  </Act>
                </>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
