/** Accounts and posts, as the security administrator keeps them; second factors are the system administrator's. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '#platform/context.ts'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { AccountSheet } from './keep.tsx'
import { OpenAccount } from './open.tsx'
import { type AccountRow, AccountState } from './state.tsx'

export default function Accounts() {
  const { role } = useMe()
  const accounts = useQuery(query('account/list', {}))
  const [opening, open] = useState(false)
  const [chosen, choose] = useState<string | null>(null)
  const security = role === 'secadmin'
  return (
    <PageFrame
      title={security ? '账号与任职' : '账号'}
      description={security ? '开立和停用账号，登记任职与离任。' : '为遗失设备的用户重置动态口令。'}
      actions={
        security && (
          <Act main icon={icons.add} onClick={() => open(true)}>
            开立账号
          </Act>
        )
      }
    >
      <Loaded from={accounts}>
        {(rows) => {
          const shown = rows.find(({ id }) => id === chosen)
          return (
            <>
              <Register rows={rows} onOpen={choose} />
              <Sheet title={shown ? `${shown.name}（${shown.username}）` : ''} open={Boolean(shown)} onClose={() => choose(null)}>
                {shown && <AccountSheet of={shown} />}
              </Sheet>
            </>
          )
        }}
      </Loaded>
      <OpenAccount open={opening} onClose={() => open(false)} />
    </PageFrame>
  )
}

const postsOf = ({ posts }: AccountRow) => posts.map(({ orgName, title }) => `${orgName}${title}`).join('、')

const Register = ({ rows, onOpen }: { rows: AccountRow[]; onOpen: (id: string) => void }) => (
  <DataTable
    name="账号名录"
    rows={rows}
    rowKey={({ id }) => id}
    find={(row) => [row.name, row.username, postsOf(row)].join(' ')}
    empty="尚未开立账号"
    columns={[
      {
        key: 'name',
        title: '姓名',
        show: ({ id, name }) => (
          <Act inline name={`查看${name}的账号`} onClick={() => onOpen(id)}>
            {name}
          </Act>
        ),
        sort: ({ name }) => name,
      },
      { key: 'username', title: '账号', show: ({ username }) => username, sort: ({ username }) => username },
      { key: 'posts', title: '任职', show: (row) => postsOf(row) || <span className="quiet">无</span> },
      {
        key: 'role',
        title: '角色',
        show: ({ posts }) => [...new Set(posts.map(({ role }) => roles[role]))].join('、'),
        filter: { of: roles, has: ({ posts }) => posts.map(({ role }) => role) },
        wideOnly: true,
      },
      { key: 'state', title: '状态', show: (row) => <AccountState of={row} /> },
      {
        key: 'factor',
        title: '动态口令',
        show: ({ secondFactor }) => (secondFactor ? <Mark tone="good">已启用</Mark> : <Mark>未启用</Mark>),
      },
      {
        key: 'last',
        title: '最近登录',
        show: ({ lastSignIn }) => (lastSignIn ? moment(lastSignIn) : '从未登录'),
        sort: ({ lastSignIn }) => lastSignIn,
      },
    ]}
  />
)
