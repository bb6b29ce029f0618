/** What one was told, newest first, and how one wants to be told. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { topics } from '#modules/message/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { Settings } from './settings.tsx'
import './message.css'

type Told = Out<'message/inbox'>['rows'][number]

export default function Messages() {
  return (
    <PageFrame title="消息" description="与您有关的督办、会议、调度、考核等事项的提醒。" actions={<ReadAll />}>
      <PageTabs
        of={[
          { key: 'inbox', title: '我的消息', content: <Inbox /> },
          { key: 'settings', title: '接收设置', content: <Settings /> },
        ]}
      />
    </PageFrame>
  )
}

const useRead = <P extends 'message/readMessage' | 'message/readAll'>(path: P) => {
  const say = useSay()
  const client = useQueryClient()
  return useMutation({
    ...command(path),
    onError: say.failed,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith('message/') }),
  })
}

function ReadAll() {
  const { data } = useQuery(query('message/unread', {}))
  const read = useRead('message/readAll')
  return (
    <Act disabled={!data?.count} busy={read.isPending} onClick={() => read.mutate({})}>
      全部标为已读
    </Act>
  )
}

const keys = { texts: ['topic'], marks: ['unread'] } as const

function Inbox() {
  const address = useAddress(keys)
  const page = usePage()
  const asked = useQuery({
    ...query('message/inbox', { ...address.filter, page }),
    placeholderData: (before: Out<'message/inbox'> | undefined) => before,
  })
  return (
    <Panel flush>
      <search className="message-filter">
        <Pick of={address} name="topic" title="类别" choices={choicesOf(topics)} />
        <Tick of={address} name="unread" title="只看未读" />
        <span className="quiet" role="status">
          {asked.data ? `共 ${asked.data.total} 条` : ''}
        </span>
      </search>
      <Loaded from={asked} rows={6}>
        {({ rows, total, size }) =>
          rows.length ? (
            <>
              <ul className="message-list">
                {rows.map((one) => (
                  <Letter key={one.id} of={one} />
                ))}
              </ul>
              <Pager size={size} total={total} />
            </>
          ) : (
            <EmptyState
              title={address.narrowed ? '没有符合条件的消息' : '还没有消息'}
              about={address.narrowed ? undefined : '与您有关的事项有新进展时，会在这里提醒。'}
              actions={address.narrowed && <Act onClick={address.clear}>清除筛选</Act>}
            />
          )
        }
      </Loaded>
    </Panel>
  )
}

/** Opening what it is about reads it. */
function Letter({ of: { id, topic, title, text, link, urgent, at, readAt } }: { of: Told }) {
  const read = useRead('message/readMessage')
  const go = useNavigate()
  const open = async () => {
    if (!readAt) await read.mutateAsync({ id }).catch(() => undefined)
    go(link)
  }
  return (
    <li className={readAt ? 'message-one read' : 'message-one'}>
      <div className="message-head">
        <Mark>{topics[topic]}</Mark>
        {urgent && <Mark tone="bad">紧急</Mark>}
        <Act inline onClick={open}>
          <span className="message-title">
            {!readAt && <span className="visually-hidden">未读：</span>}
            {title}
          </span>
        </Act>
        <time className="quiet number message-at" dateTime={at}>
          {moment(at)}
        </time>
      </div>
      <p className="message-text">{text}</p>
      {!readAt && (
        <Act inline busy={read.isPending} onClick={() => read.mutate({ id })}>
          标为已读
        </Act>
      )}
    </li>
  )
}
