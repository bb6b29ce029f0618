/** One account: its state, its posts, and what each administrator may do about it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '#platform/context.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Facts, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { newPost } from '../model.ts'
import { GivenPassword, postRoles, useOrgChoices } from './open.tsx'
import { type AccountRow, AccountState } from './state.tsx'

export const AccountSheet = ({ of }: { of: AccountRow }) => (
  <Stack>
    <Facts
      of={[
        { title: '状态', value: <AccountState of={of} /> },
        { title: '动态口令', value: of.secondFactor ? '已启用' : '未启用' },
        { title: '最近登录', value: of.lastSignIn ? moment(of.lastSignIn) : '从未登录' },
      ]}
    />
    <Powers of={of} />
    <Posts of={of} />
  </Stack>
)

function Powers({ of }: { of: AccountRow }) {
  const { role, username } = useMe()
  const say = useSay()
  const [given, give] = useState<string | null>(null)
  const told = (sentence: string) => ({ onSuccess: () => say.done(sentence), onError: say.failed })
  const reset = useMutation({
    ...command('account/resetPassword'),
    onSuccess: ({ password }) => give(password),
    onError: say.failed,
  })
  const resetFactor = useMutation({ ...command('account/resetSecondFactor'), ...told('动态口令已重置') })
  const lock = useMutation({ ...command('account/lock'), ...told('账号已停用') })
  const unlock = useMutation({ ...command('account/unlock'), ...told('账号已解锁') })
  if (of.username === username) return <p className="quiet">这是您本人的账号，请在“我的账号”中修改密码。</p>
  const which = { account: of.id }
  return (
    <Row>
      {role === 'secadmin' && (
        <>
          <ConfirmButton
            ask={`确定重置${of.name}的密码吗？`}
            about="该账号已有的登录将全部退出。"
            yes="重置"
            busy={reset.isPending}
            onConfirm={() => reset.mutate(which)}
          >
            重置密码
          </ConfirmButton>
          {of.locked || of.lockedUntil ? (
            <Act busy={unlock.isPending} onClick={() => unlock.mutate(which)}>
              {of.locked ? '恢复使用' : '解除锁定'}
            </Act>
          ) : (
            <ConfirmButton
              danger
              ask={`确定停用${of.name}的账号吗？`}
              about="停用后不能登录，已有的登录立即退出。"
              yes="停用"
              busy={lock.isPending}
              onConfirm={() => lock.mutate(which)}
            >
              停用账号
            </ConfirmButton>
          )}
        </>
      )}
      {role === 'sysadmin' && of.secondFactor && (
        <ConfirmButton
          danger
          ask={`确定重置${of.name}的动态口令吗？`}
          about="请先核实本人身份；重置后原设备上的口令失效。"
          yes="重置"
          busy={resetFactor.isPending}
          onConfirm={() => resetFactor.mutate(which)}
        >
          重置动态口令
        </ConfirmButton>
      )}
      <Dialog title="密码已重置" open={given !== null} onClose={() => give(null)}>
        {given && <GivenPassword of={{ username: of.username, password: given }} onClose={() => give(null)} />}
      </Dialog>
    </Row>
  )
}

type Held = AccountRow['posts'][number]

function Posts({ of }: { of: AccountRow }) {
  const security = useMe().role === 'secadmin'
  const say = useSay()
  const [adding, add] = useState(false)
  const orgs = useOrgChoices()
  const today = useFrame()?.today
  const appoint = useMutation(command('account/appoint'))
  const relieve = useMutation({ ...command('account/relieve'), onSuccess: () => say.done('已登记离任'), onError: say.failed })
  const act = (post: Held) =>
    post.until === null && (
      <ConfirmButton
        inline
        danger
        ask={`确定${of.name}不再担任${post.orgName}${post.title}吗？`}
        about="自今日起不能再以此身份办理业务，任职历史会保留。"
        yes="免职"
        onConfirm={() => relieve.mutate({ post: post.id })}
      >
        免职
      </ConfirmButton>
    )
  return (
    <Panel title="任职" actions={security && of.person && today && <Act onClick={() => add(true)}>登记任职</Act>}>
      <DataTable<Held>
        name="任职"
        rows={of.posts}
        rowKey={({ id }) => id}
        empty="暂无任职"
        columns={[
          {
            key: 'title',
            title: '单位和职务',
            wrap: 15,
            show: ({ orgName, title }) => (
              <>
                {orgName}
                <br />
                <span className="quiet">{title}</span>
              </>
            ),
          },
          { key: 'role', title: '角色', show: ({ role }) => roles[role], wrap: 8 },
          { key: 'term', title: '任期', wrap: 7, show: ({ since, until }) => `${since} 至${until ? ` ${until}` : '今'}` },
          ...(security ? [{ key: 'act', title: '操作', show: act }] : []),
        ]}
      />
      <Dialog title={`登记${of.name}的任职`} open={adding} onClose={() => add(false)}>
        <RecordForm
          of={newPost}
          initial={{ since: today }}
          choices={{ org: orgs, role: postRoles }}
          save="登记"
          onCancel={() => add(false)}
          onSave={async (post) => {
            if (!of.person) return
            await appoint.mutateAsync({ ...post, person: of.person, until: null })
            add(false)
            say.done('已登记任职')
          }}
        />
      </Dialog>
    </Panel>
  )
}
