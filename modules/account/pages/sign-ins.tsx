/** Who came in and who was turned away, for the audit administrator. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { TextInput } from '#web/ui/inputs.tsx'
import { Mark } from '#web/ui/light.tsx'
import { moment } from '#web/ui/number.ts'
import { PageFrame, Row } from '#web/ui/page.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { DataTable } from '#web/ui/table.tsx'

type Line = Out<'account/signIns'>[number]
/** The words login keeps beside its tables, which a browser does not load. */
const signInEvents: Record<Line['event'], string> = {
  entered: '登录成功',
  challenged: '密码正确，待动态口令',
  refused: '登录失败',
  locked: '锁定期间尝试登录',
  left: '退出登录',
}
const signInMethods: Record<Line['method'], string> = { password: '账号密码', totp: '动态口令', oidc: '统一身份认证' }

const page = 100
const toneOf = { entered: 'good', challenged: 'active', refused: 'bad', locked: 'bad', left: 'quiet' } as const

export default function SignIns() {
  const [draft, write] = useState<string | null>(null)
  const [username, ask] = useState<string | null>(null)
  const found = useInfiniteQuery({
    queryKey: ['account/signIns', username],
    queryFn: ({ pageParam: before }) =>
      query('account/signIns', { username: username ?? undefined, before, limit: page }).queryFn(),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length === page ? last.at(-1)?.seq : undefined),
  })
  return (
    <PageFrame title="登录记录" description="每一次登录、被拒和退出，与审计日志同样只增不改。">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            ask(draft)
          }}
        >
          <Row>
            <span style={{ width: 200 }}>
              <TextInput name="账号" placeholder="账号" value={draft} onChange={write} />
            </span>
            <Act main submits>
              查询
            </Act>
          </Row>
        </form>
      </search>
      <Loaded from={found}>
        {({ pages }) => (
          <>
            <DataTable
              name="登录记录"
              rows={pages.flat()}
              rowKey={({ seq }) => String(seq)}
              pageSize={100}
              empty="没有符合条件的记录"
              columns={[
                { key: 'username', title: '账号', show: ({ username }) => username },
                { key: 'at', title: '时间', show: ({ at }) => moment(at) },
                {
                  key: 'event',
                  title: '结果',
                  show: ({ event }) => <Mark tone={toneOf[event]}>{signInEvents[event]}</Mark>,
                  filter: { of: signInEvents, has: ({ event }) => event },
                },
                { key: 'method', title: '方式', show: ({ method }) => signInMethods[method] },
                { key: 'ip', title: '网络地址', show: ({ ip }) => ip ?? '—' },
                { key: 'agent', title: '浏览器', show: ({ agent }) => agent ?? '—', wideOnly: true, width: 360 },
              ]}
            />
            {found.hasNextPage && (
              <Row>
                <Act onClick={found.fetchNextPage} busy={found.isFetchingNextPage}>
                  查看更早的记录
                </Act>
              </Row>
            )}
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}
