/** Coming in: name and password, one-time code, and what a first login still has to do. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { refusals } from '#modules/account/model.ts'
import { query } from '../client.ts'
import { homeOf, type Me, useFrame } from '../session.tsx'
import { Act, useSay } from '../ui/buttons.tsx'
import { Notice } from '../ui/dialog.tsx'
import { Loaded } from '../ui/frame/states.tsx'
import { startIdentity, ways } from './door.ts'
import { EnrolForm } from './enrol.tsx'
import './login.css'
import { CodeForm, NewPasswordForm, PasswordForm } from './steps.tsx'

export default function Login() {
  const asked = useQuery(query('account/me', {}))
  return (
    <Card>
      <Loaded from={asked} rows={4}>
        {(me) => <Steps me={me} />}
      </Loaded>
    </Card>
  )
}

function Card({ children }: { children: ReactNode }) {
  const frame = useFrame()
  useEffect(() => {
    document.title = '登录 · 满天星'
  }, [])
  return (
    <div className="login">
      <main className="login-card">
        <header className="login-head">
          <img src="/icon.svg" alt="" width="40" height="40" />
          <div>
            <h1>满天星</h1>
            <p>{frame?.regionName}产业行动方案平台</p>
          </div>
        </header>
        {children}
        <footer className="login-foot">
          <a href="/">返回公众门户</a>
        </footer>
      </main>
    </div>
  )
}

/** Only an address of ours. */
const safe = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : null)

function Steps({ me }: { me: Me }) {
  const [search] = useSearchParams()
  const to = safe(search.get('to'))
  const client = useQueryClient()
  const navigate = useNavigate()
  const [code, ask] = useState(false)
  // Kept until the login is finished, so that it need not be typed twice.
  const [password, keep] = useState<string | null>(null)
  const asked = query('account/me', {})
  const again = async () => {
    await client.invalidateQueries({ queryKey: asked.queryKey })
    ask(false)
  }
  const finished = me.signedIn && !me.pending
  const next = to && to !== '/login' ? to : homeOf(me.role)
  useEffect(() => {
    if (!finished) return
    if (next === '/' || next.startsWith('/plan')) window.location.assign(next)
    else navigate(next, { replace: true })
  }, [finished, next, navigate])

  if (finished) return <p role="status">登录成功，正在进入……</p>
  if (code) return <CodeForm onDone={again} onBack={() => ask(false)} />
  if (me.signedIn && me.pending === 'password') return <NewPasswordForm current={password} onDone={again} onPassword={keep} />
  if (me.signedIn && me.pending === 'second-factor' && !me.secondFactor.enabled)
    return <EnrolForm password={password} onDone={again} />
  const refused = refusals[search.get('refused') as keyof typeof refusals]
  return (
    <>
      {refused && <Notice tone="warning">{refused}</Notice>}
      {me.signedIn && me.pending === 'second-factor' && <Notice tone="info">管理员须以账号密码和动态口令登录。</Notice>}
      <PasswordForm
        onEntered={async (secondFactor, typed) => {
          keep(typed)
          if (secondFactor) ask(true)
          else await again()
        }}
      />
      <OutsideIdentity to={to} />
    </>
  )
}

function OutsideIdentity({ to }: { to: string | null }) {
  const name = useQuery(ways).data?.identity?.name
  const say = useSay()
  const [busy, work] = useState(false)
  if (!name) return null
  const go = async () => {
    work(true)
    try {
      window.location.assign((await startIdentity(to ? `/login?to=${encodeURIComponent(to)}` : '/login')).url)
    } catch (error) {
      work(false)
      say.failed(error)
    }
  }
  return (
    <div className="login-other">
      <Act onClick={go} busy={busy}>
        使用{name}登录
      </Act>
    </div>
  )
}
