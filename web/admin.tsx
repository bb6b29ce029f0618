/** The door of the three administrators: accounts and posts, organisations, the audit journal. */
import { Navigate, Outlet, useLocation } from 'react-router'
import { administrators, type Role } from '#platform/context.ts'
import { ClockStrip, FrameMarks, OwnMenu } from './own-menu.tsx'
import { Door, useFrame, useMe } from './session.tsx'
import { type NavItem, Shell } from './ui/frame/shell.tsx'
import { icons } from './ui/icons.tsx'

const accounts: NavItem = { to: '/admin/accounts', title: '账号与任职', icon: icons.account }
const orgs: NavItem = { to: '/admin/orgs', title: '组织体系', icon: icons.org }
const journal: NavItem = { to: '/admin/journal', title: '办理日志', icon: icons.journal }
const signIns: NavItem = { to: '/admin/sign-ins', title: '登录记录', icon: icons.signIn }

const webhooks: NavItem = { to: '/admin/webhooks', title: '外发接口', icon: icons.gateway }
const deliveries: NavItem = { to: '/admin/deliveries', title: '发送记录', icon: icons.delivery }

/** 三员分立: each sees what is his to do. */
const itemsOf: Partial<Record<Role, NavItem[]>> = {
  secadmin: [accounts, orgs],
  sysadmin: [{ ...accounts, title: '账号' }, orgs, webhooks, deliveries],
  auditor: [journal, signIns, orgs, webhooks, deliveries],
}

export default function Admin() {
  return (
    <Door roles={administrators}>
      <Inside />
    </Door>
  )
}

function Inside() {
  const me = useMe()
  const frame = useFrame()
  const { pathname } = useLocation()
  const items = itemsOf[me.role] ?? []
  if (pathname === '/admin' && items[0]) return <Navigate to={items[0].to} replace />
  return (
    <Shell
      home="/admin"
      place={frame ? `${frame.regionName}管理端` : '管理端'}
      groups={[{ items }, { title: '本人', items: [{ to: '/admin/me', title: '我的账号', icon: icons.me }] }]}
      marks={<FrameMarks />}
      strip={frame?.clockSet && <ClockStrip />}
      user={<OwnMenu me={me} account="/admin/me" />}
    >
      <Outlet />
    </Shell>
  )
}
