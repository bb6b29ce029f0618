/** Who came in and who was turned away, for the audit administrator. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { query } from '#web/client.ts'
import { signInWords } from '#web/dictionary.ts'
import { Earlier, Search, useEarlier } from '#web/earlier.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { DataTable } from '#web/ui/table.tsx'

const toneOf = { entered: 'good', challenged: 'active', refused: 'bad', locked: 'bad', left: 'quiet' } as const

export default function SignIns() {
  const [search, change] = useSearchParams()
  const username = search.get('username')
  const ask = (next: string | null) => change(next ? { username: next } : {}, { replace: true })
  const [draft, write] = useState(username)
  const found = useEarlier(['account/signIns', username], (page) =>
    query('account/signIns', { username: username ?? undefined, ...page }).queryFn(),
  )
  return (
    <PageFrame title="登录记录" description="每一次登录、被拒和退出，与办理日志同样只增不改。">
      <Search onAsk={() => ask(draft)}>
        <span style={{ width: 200 }}>
          <TextInput name="账号" placeholder="账号" value={draft} onChange={write} />
        </span>
      </Search>
      <Earlier from={found}>
        {(rows) => (
          <DataTable
            name="登录记录"
            rows={rows}
            rowKey={({ seq }) => String(seq)}
            pageSize={100}
            empty="没有符合条件的记录"
            columns={[
              { key: 'username', title: '账号', show: ({ username }) => username },
              { key: 'at', title: '时间', show: ({ at }) => moment(at) },
              {
                key: 'event',
                title: '结果',
                show: ({ event }) => <Mark tone={toneOf[event]}>{signInWords.event?.[event]}</Mark>,
                filter: { of: signInWords.event ?? {}, has: ({ event }) => event },
              },
              { key: 'method', title: '方式', show: ({ method }) => signInWords.method?.[method] },
              { key: 'ip', title: '网络地址', show: ({ ip }) => ip ?? '—' },
              { key: 'agent', title: '浏览器', show: ({ agent }) => agent && <span title={agent}>{browserIn(agent)}</span> },
            ]}
          />
        )}
      </Earlier>
    </PageFrame>
  )
}

const browsers = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' }
const systems = { Android: 'Android', iPhone: 'iPhone', iPad: 'iPad', Windows: 'Windows', Macintosh: 'macOS', Linux: 'Linux' }

/** Chrome 120 · Windows: what a browser writes of itself at great length. */
function browserIn(agent: string): string {
  const browser = Object.entries(browsers).find(([sign]) => agent.includes(`${sign}/`))
  const system = Object.entries(systems).find(([sign]) => agent.includes(sign))
  const version = browser && new RegExp(`${browser[0] === 'Safari' ? 'Version' : browser[0]}/(\\d+)`).exec(agent)?.[1]
  return [[browser?.[1], version].filter(Boolean).join(' '), system?.[1]].filter(Boolean).join(' · ') || agent
}
