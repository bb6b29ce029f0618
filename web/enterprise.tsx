/** The door of enterprises and institutions: their own file, their reports, what is to do. */
import { Outlet } from 'react-router'
import { ClockStrip, FrameMarks, OwnMenu } from './own-menu.tsx'
import { Door, useFrame, useMe } from './session.tsx'
import { type NavGroup, Shell } from './ui/frame/shell.tsx'
import { icons } from './ui/icons.tsx'

const groups: NavGroup[] = [
  {
    items: [
      { to: '/enterprise', title: '我的首页', icon: icons.home, end: true },
      { to: '/enterprise/file', title: '我的档案', icon: icons.enterprise },
      { to: '/enterprise/filings', title: '我的报表', icon: icons.report },
      { to: '/enterprise/move-in', title: '找空间', icon: icons.moveIn },
      { to: '/enterprise/leases', title: '我的租约', icon: icons.lease },
      { to: '/enterprise/services', title: '楼宇服务', icon: icons.ticket },
      { to: '/enterprise/policies', title: '我的政策', icon: icons.policy },
      { to: '/enterprise/claims', title: '政策兑现', icon: icons.claim },
      { to: '/enterprise/payments', title: '我的拨付', icon: icons.remittance },
      { to: '/enterprise/questions', title: '政策咨询', icon: icons.question },
      { to: '/enterprise/bids', title: '上级资金申报', icon: icons.bid },
    ],
  },
]

export default function Enterprise() {
  return (
    <Door roles={['enterprise', 'institution']}>
      <Inside />
    </Door>
  )
}

function Inside() {
  const me = useMe()
  const frame = useFrame()
  return (
    <Shell
      home="/enterprise"
      place="企业端"
      groups={groups}
      marks={<FrameMarks />}
      strip={frame?.clockSet && <ClockStrip />}
      user={<OwnMenu me={me} />}
    >
      <Outlet />
    </Shell>
  )
}
