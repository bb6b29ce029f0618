/** The door of the government office: leaders, the lead unit, departments, parks and towns at their daily work. */
import { Link, Outlet } from 'react-router'
import { officials } from '#platform/context.ts'
import { ClockStrip, FrameMarks, OwnMenu } from './own-menu.tsx'
import { Door, useFrame, useMe, usePlanInForce } from './session.tsx'
import { type NavGroup, Shell } from './ui/frame/shell.tsx'
import { icons } from './ui/icons.tsx'

const groups: NavGroup[] = [
  {
    items: [
      { to: '/office', title: '我的待办', icon: icons.home, end: true },
      { to: '/office/tasks', title: '任务矩阵', icon: icons.task },
      { to: '/office/targets', title: '发展目标', icon: icons.target },
      { to: '/cockpit', title: '驾驶舱', icon: icons.cockpit },
    ],
  },
  {
    title: '方案',
    items: [
      { to: '/office/plan', title: '现行方案', icon: icons.plan },
      { to: '/office/plans', title: '方案版本', icon: icons.versions },
    ],
  },
  {
    title: '调度督办',
    items: [
      { to: '/office/desk', title: '督办速览', icon: icons.desk },
      { to: '/office/matters', title: '督办事项', icon: icons.matter },
      { to: '/office/cards', title: '黄红牌', icon: icons.card },
      { to: '/office/groups', title: '工作组', icon: icons.group },
      { to: '/office/dispatch', title: '调度', icon: icons.dispatch },
      { to: '/office/meetings', title: '会议', icon: icons.meeting },
      { to: '/office/appraisals', title: '考核评估', icon: icons.score },
      { to: '/office/absences', title: '请假代理', icon: icons.absence },
      { to: '/office/burden', title: '填报负担', icon: icons.burden },
    ],
  },
  {
    title: '企业',
    items: [
      { to: '/office/enterprises', title: '企业档案', icon: icons.enterprise },
      { to: '/office/renewals', title: '资质到期', icon: icons.renewal },
      { to: '/office/adoptions', title: '企业认领', icon: icons.adoption },
      { to: '/office/criteria', title: '认定标准', icon: icons.criteria },
    ],
  },
  {
    title: '楼宇',
    items: [
      { to: '/office/buildings', title: '楼宇台账', icon: icons.building },
      { to: '/office/units', title: '单元名录', icon: icons.unit },
      { to: '/office/acquisitions', title: '楼宇收储', icon: icons.acquisition },
      { to: '/office/occupancies', title: '使用记录', icon: icons.occupancy },
      { to: '/office/makerspaces', title: '双创空间', icon: icons.makerspace },
      { to: '/office/building-plans', title: '一楼一策', icon: icons.policy },
      { to: '/office/move-ins', title: '企业入驻', icon: icons.moveIn },
      { to: '/office/assignments', title: '统筹分配', icon: icons.assignment },
      { to: '/office/leases', title: '租约', icon: icons.lease },
      { to: '/office/mismatches', title: '三账比对', icon: icons.mismatch },
      { to: '/office/space-warnings', title: '楼宇预警', icon: icons.warning },
      { to: '/office/tickets', title: '报事服务', icon: icons.ticket },
      { to: '/office/shared-rooms', title: '共享设施', icon: icons.room },
      { to: '/office/notices', title: '楼宇通知', icon: icons.notice },
      { to: '/office/scorecard', title: '运营评分', icon: icons.score },
    ],
  },
  {
    title: '政策',
    items: [
      { to: '/office/policies', title: '政策文件', icon: icons.document },
      { to: '/office/policy-questions', title: '政策咨询', icon: icons.question },
      { to: '/office/upper-calls', title: '上级资金申报', icon: icons.bid },
      { to: '/office/screenings', title: '政策筛查', icon: icons.screening },
      { to: '/office/claims', title: '政策兑现', icon: icons.claim },
      { to: '/office/claim-cycles', title: '兑现批次', icon: icons.assignment },
      { to: '/office/publicities', title: '兑现公示', icon: icons.publication },
      { to: '/office/funds', title: '政策资金', icon: icons.fund },
      { to: '/office/remittances', title: '拨付清单', icon: icons.remittance },
      { to: '/office/commitments', title: '后续义务', icon: icons.commitment },
    ],
  },
  {
    title: '数据',
    items: [
      { to: '/office/indicators', title: '指标数据', icon: icons.indicator },
      { to: '/office/publications', title: '数据公布', icon: icons.publication },
      { to: '/office/entries', title: '录入数据', icon: icons.edit },
      { to: '/office/filings', title: '运行监测', icon: icons.report },
      { to: '/office/statistics', title: '统计数据', icon: icons.statistics },
      { to: '/office/imports', title: '表格导入', icon: icons.upload },
    ],
  },
  { title: '单位', items: [{ to: '/office/orgs', title: '组织体系', icon: icons.org }] },
]

export default function Office() {
  return (
    <Door roles={officials}>
      <Inside />
    </Door>
  )
}

function Inside() {
  const me = useMe()
  const plan = usePlanInForce()
  const frame = useFrame()
  return (
    <Shell
      home="/office"
      place={frame ? `${frame.regionName}政务端` : '政务端'}
      groups={groups}
      plan={plan && <Link to="/office/plan">现行方案：{plan.title}</Link>}
      marks={<FrameMarks />}
      strip={frame?.clockSet && <ClockStrip />}
      user={<OwnMenu me={me} account="/office/me" />}
    >
      <Outlet />
    </Shell>
  )
}
