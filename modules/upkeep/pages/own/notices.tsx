/** Notices of an enterprise's buildings, each marked once it is read. */
import { useMutation } from '@tanstack/react-query'
import { command, type Out } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { LongText } from '#web/ui/text.tsx'

type Told = Out<'upkeep/notices'>[number]

export function OwnNotices({ of }: { of: readonly Told[] }) {
  const say = useSay()
  const read = useMutation({ ...command('upkeep/readNotice'), onError: say.failed })
  if (of.length === 0)
    return (
      <Panel>
        <EmptyState title="没有有效的通知" />
      </Panel>
    )
  return (
    <Panel flush>
      <ul className="notices" aria-label="楼宇通知">
        {of.map((notice) => (
          <li key={notice.id}>
            <div className="notice-head">
              <h3>{notice.title}</h3>
              {notice.read ? (
                <Mark tone="good">已阅</Mark>
              ) : (
                <Act
                  name={`已阅“${notice.title}”`}
                  busy={read.isPending && read.variables.id === notice.id}
                  onClick={() => read.mutate({ id: notice.id })}
                >
                  已阅
                </Act>
              )}
            </div>
            <p className="quiet">
              {notice.buildingName} · {notice.publishedOn} 发布{notice.until && ` · 有效至 ${notice.until}`}
            </p>
            <LongText>{notice.text}</LongText>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
