/** The marks and the menu in the top bar of every door: clock, demo data, the post acted in, the way out. */
import { useMutation } from '@tanstack/react-query'
import { Bell } from '#modules/message/pages/bell.tsx'
import { roles } from '#platform/context.ts'
import { command } from './client.ts'
import { homeOf, leave, type Me, useFrame, usePlanInForce } from './session.tsx'
import { useSay } from './ui/buttons.tsx'
import { TopMark, UserMenu } from './ui/frame/shell.tsx'

export function FrameMarks() {
  const frame = useFrame()
  const plan = usePlanInForce()
  return (
    <>
      {frame?.clockSet && (
        <TopMark long title="系统按设定的日期运行，与实际日期不同">
          系统日期 {frame.today}
        </TopMark>
      )}
      {plan?.demo && <TopMark title="当前数据仅供演示，不代表实际情况">演示数据</TopMark>}
      <Bell />
    </>
  )
}

/** Below the bar on a phone, where the mark does not fit. */
export function ClockStrip() {
  const frame = useFrame()
  return frame?.clockSet ? <>系统日期 {frame.today}</> : null
}

const placeOf = (me: Me) => me.org?.name ?? roles[me.role]

export function OwnMenu({ me, account }: { me: Me; account?: string }) {
  const say = useSay()
  const change = useMutation({
    ...command('account/switchPost'),
    // Everything on the page was read in the old post.
    onSuccess: (_, { post }) => window.location.assign(homeOf(me.posts.find(({ id }) => id === post)?.role ?? me.role)),
    onError: say.failed,
  })
  const out = useMutation({ mutationFn: leave, onError: say.failed })
  const posts = me.posts.map(({ id, title, orgName }) => ({
    key: id,
    label: `${orgName} · ${title}${id === me.post ? '（当前）' : ''}`,
    onClick: () => id !== me.post && change.mutate({ post: id }),
  }))
  return (
    <UserMenu
      name={me.name}
      place={placeOf(me)}
      items={[
        { key: 'posts', type: 'group', label: posts.length > 1 ? '切换职务' : '当前职务', children: posts },
        { type: 'divider' },
        ...(account ? [{ key: 'account', label: <a href={account}>我的账号</a> }] : []),
        { key: 'portal', label: <a href="/">公众门户</a> },
        { key: 'leave', label: '退出登录', onClick: () => out.mutate() },
      ]}
    />
  )
}
