/** Who is signed in and in which post, for every door: the guard at the door and what pages ask about oneself. */
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { Navigate, useLocation } from 'react-router'
import { administrators, officials, type Role } from '#platform/context.ts'
import { type Out, post, query } from './client.ts'
import { Act, GoTo } from './ui/buttons.tsx'
import { Loaded, NoRight } from './ui/frame/states.tsx'

export type Me = Out<'account/me'>
const Present = createContext<Me | null>(null)

/** The one signed in; only inside a door. */
export function useMe(): Me {
  const me = useContext(Present)
  if (!me) throw new Error('useMe outside a door')
  return me
}

const among = (roles: readonly Role[], role: Role) => roles.includes(role)

/** Where a part is at home. */
export function homeOf(role: Role): string {
  if (among(officials, role)) return '/office'
  if (among(administrators, role)) return '/admin'
  return role === 'public' ? '/' : '/enterprise'
}

/** Lets in only these parts; others are told where they belong, and nobody unknown comes in. */
export function Door({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const asked = useQuery({ ...query('account/me', {}), staleTime: 60_000 })
  return (
    <Loaded from={asked}>
      {(me) => {
        if (!me.signedIn || me.pending) return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />
        if (!among(roles, me.role)) return <Outside me={me} />
        return <Present.Provider value={me}>{children}</Present.Provider>
      }}
    </Loaded>
  )
}

/** Stands at a door that is not his, or has no post at all on the day. */
function Outside({ me }: { me: Me }) {
  const own = me.posts.find(({ id }) => id === me.post)
  const words = own
    ? { title: '当前职务不能进入此处', about: `您正以“${own.title}”的身份办理业务。` }
    : { title: '您没有在任的职务', about: '系统日期当天没有您的任职登记。如有疑问，请与安全管理员联系。' }
  return (
    <main className="page">
      <NoRight
        {...words}
        actions={
          <>
            {own && <GoTo to={homeOf(me.role)}>返回我的首页</GoTo>}
            <Act onClick={leave}>退出登录</Act>
            {!own && <a href="/">公众门户</a>}
          </>
        }
      />
    </main>
  )
}

export const leave = () => post('/api/auth/sign-out', {}).then(() => window.location.assign('/'))

/** Region, day and clock of the product, shown around every page. */
export const useFrame = () => useQuery({ ...query('org/frame', {}), staleTime: 300_000 }).data
/** The plan in force. */
export const usePlanInForce = () =>
  useQuery({ ...query('plan/list', {}), staleTime: 60_000 }).data?.find(({ status }) => status === 'published')
