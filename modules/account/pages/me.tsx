/** My account: who I am here, my posts, my password and my second factor. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '#platform/context.ts'
import { EnrolForm } from '#web/login/enrol.tsx'
import { NewPasswordForm } from '#web/login/steps.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { DataTable } from '#web/ui/table.tsx'
import '#web/login/login.css'

export default function MyAccount() {
  const me = useMe()
  const say = useSay()
  const client = useQueryClient()
  const [open, show] = useState<'password' | 'code' | null>(null)
  const finish = async (sentence: string) => {
    await client.invalidateQueries()
    show(null)
    say.done(sentence)
  }
  return (
    <PageFrame title="我的账号">
      <Panel title="登录与安全">
        <Facts
          of={[
            { title: '姓名', value: me.name },
            { title: '账号', value: me.username },
            {
              title: '密码',
              value: (
                <Act inline onClick={() => show('password')}>
                  修改密码
                </Act>
              ),
            },
            {
              title: '动态口令',
              value: me.secondFactor.enabled ? (
                <Mark tone="good">已启用</Mark>
              ) : (
                <Row>
                  <Mark tone={me.secondFactor.required ? 'warn' : 'quiet'}>未启用</Mark>
                  <Act inline onClick={() => show('code')}>
                    启用动态口令
                  </Act>
                </Row>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="我的任职">
        <DataTable
          name="我的任职"
          rows={me.posts}
          rowKey={({ id }) => id}
          empty="您目前没有任职，请与安全管理员联系"
          columns={[
            { key: 'org', title: '单位', show: ({ orgName }) => orgName },
            { key: 'title', title: '职务', show: ({ title }) => title },
            { key: 'role', title: '角色', show: ({ role }) => roles[role] },
            { key: 'since', title: '任职日期', show: ({ since }) => since },
            { key: 'until', title: '离任日期', show: ({ until }) => until ?? '—' },
            { key: 'now', title: '状态', show: ({ id }) => (id === me.post ? <Mark tone="good">当前</Mark> : '') },
          ]}
        />
      </Panel>
      <Dialog title="修改密码" open={open === 'password'} onClose={() => show(null)}>
        <NewPasswordForm current={null} voluntary onDone={() => finish('密码已修改，其他设备上的登录已退出')} />
      </Dialog>
      <Dialog title="启用动态口令" open={open === 'code'} onClose={() => show(null)}>
        <EnrolForm password={null} voluntary onDone={() => finish('动态口令已启用')} />
      </Dialog>
    </PageFrame>
  )
}
