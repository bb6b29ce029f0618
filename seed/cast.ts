/** The people of the demo district (小城), all of them invented, and who they are as actors and account holders. */
import type { Actor, Role } from '#platform/context.ts'
import { idOf } from './identity.ts'

export type Player = {
  name: string
  /** Short name of the organisation (bodies.ts). */
  org: string
  role: Role
  title: string
  /** Only some log in; the others are there because every unit has somebody who reports. */
  username?: string
  since?: string
  until?: string
}

export const home = '500109'

const clerk = (name: string, org: string, role: Role, title = '综合科科长', rest: Partial<Player> = {}): Player => ({
  name,
  org,
  role,
  title,
  ...rest,
})

export const cast: Player[] = [
  { name: '顾常务', org: '区政府', role: 'leader', title: '常务副区长、领导小组办公室主任', username: 'guchangwu' },
  { name: '周科', org: '区经济信息委', role: 'office', title: '软件产业科科长', username: 'zhouke' },
  { name: '小何', org: '区经济信息委', role: 'office', title: '软件产业科科员', username: 'xiaohe' },
  clerk('柯科', '区科技局', 'department', '高新技术科科长', { username: 'keke' }),
  clerk('林科', '区大数据发展局', 'department', '应用推进科科长', { username: 'linke' }),
  clerk('金姐', '区金融发展中心', 'department', '企业服务科科长', { username: 'jinjie' }),
  clerk('老秦', '缙云公司', 'park', '招商运营部部长', { username: 'laoqin' }),
  clerk('蔡姐', '蔡家公司', 'park', '产业发展部部长', { username: 'caijie' }),
  clerk('小田', '天生街道', 'town', '经济发展办公室主任', { username: 'xiaotian' }),
  { name: '小申', org: '区统计局', role: 'statistician', title: '统计员', username: 'xiaoshen' },
  { name: '小满', org: '满星软件', role: 'enterprise', title: '行政主管', username: 'xiaoman' },
  { name: '小安', org: '安澜信息', role: 'enterprise', title: '财务负责人', username: 'xiaoan', since: '2025-11-28' },

  { name: '邹工', org: '区信息中心', role: 'sysadmin', title: '系统管理员', username: 'sysadmin' },
  { name: '安工', org: '区大数据发展局', role: 'secadmin', title: '安全管理员', username: 'secadmin' },
  { name: '沈工', org: '区政府', role: 'auditor', title: '审计管理员', username: 'auditor' },

  clerk('罗科', '区发展改革委', 'department'),
  clerk('钱科', '区财政局', 'department', '企业科科长', { username: 'qianke' }),
  clerk('任科', '区人力社保局', 'department', '人才开发科科长'),
  clerk('邓科', '区国资委', 'department', '产权管理科科长'),
  clerk('石科', '区市场监管局', 'department', '知识产权科科长'),
  clerk('贺科', '区招商投资局', 'department', '招商一科科长', { until: '2024-02-29' }),
  clerk('韩科', '区招商投资局', 'department', '招商一科科长', { since: '2024-03-01' }),
  clerk('方工', '区信息中心', 'department', '应用科科长'),
  clerk('文姐', '区融媒体中心', 'department', '采访部主任'),
  clerk('老严', '科学城公司', 'park', '招商运营部部长'),
  clerk('小温', '温泉谷公司', 'park', '产业发展部副部长'),
  clerk('农姐', '农业公司', 'park', '产业发展部副部长'),
  ...Object.entries({
    朝阳街道: '小向',
    北温泉街道: '小柏',
    东阳街道: '小董',
    龙凤桥街道: '小龙',
    蔡家岗街道: '小谢',
    歇马街道: '小马',
    澄江镇: '小江',
    童家溪镇: '小童',
    天府镇: '小付',
    施家梁镇: '小施',
    静观镇: '小景',
    柳荫镇: '小柳',
    三圣镇: '小盛',
    金刀峡镇: '小夏',
  }).map(([org, name]) => clerk(name, org, 'town', '经济发展办公室主任')),
]

/** The enterprises whose people sign in; the second has not been given its file yet. */
export const accounts = [
  { name: '重庆满星软件有限公司（演示）', shortName: '满星软件', kind: 'enterprise' as const },
  { name: '重庆安澜信息技术有限公司（演示）', shortName: '安澜信息', kind: 'enterprise' as const },
]

/** Looked up by the ten thousand. */
const orgIds = new Map<string, string>()
export function orgId(shortName: string, region = home): string {
  const key = `${region} ${shortName}`
  const known = orgIds.get(key) ?? idOf(region, 'org', shortName)
  orgIds.set(key, known)
  return known
}
export const personId = (name: string, region = home): string => idOf(region, 'person', name)

export function actorNamed(name: string, region = home): Actor {
  const player = cast.find((one) => one.name === name)
  if (!player) throw new Error(`nobody in the cast is called ${name}`)
  return actorOf(player, region)
}

export const actorOf = ({ name, role, org }: Player, region = home): Actor => ({
  id: personId(name, region),
  name,
  role,
  org: orgId(org, region),
  region,
})

const reporting: Role[] = ['office', 'department', 'park', 'town']

/** Who reports for an organisation on a day; its first in the cast. */
export function reporterOf(org: string, day: string): Player {
  const found = cast.find(
    ({ org: own, role, since, until }) =>
      own === org && reporting.includes(role) && (since === undefined || since <= day) && (until === undefined || day <= until),
  )
  if (!found) throw new Error(`nobody in the cast reports for ${org}`)
  return found
}

/** Satisfies the rules for passwords; the same for every demo account. */
export const demoPassword = 'Mantianxing@2025'

export type DemoAccount = { username: string; name: string; org: string; role: Role }
export const demoAccounts: DemoAccount[] = cast.flatMap(({ username, name, org, role }) =>
  username ? [{ username, name, org, role }] : [],
)
