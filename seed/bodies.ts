/**
 * The organisations of the demo district, as data: those the plan itself names, the parks of its zones, towns and sub-districts.
 *
 * Companies of parks are invented (the plan names none) and say so in their names.
 */
import type { orgKinds } from '#modules/org/model.ts'

export type Body = {
  name: string
  shortName: string
  kind: keyof typeof orgKinds
  /** Short name of the body it belongs to. */
  parent?: string
  aliases?: string[]
  areaCode?: string
  duties?: string
}

const district: Body[] = [
  { name: '北碚区人民政府', shortName: '区政府', kind: 'government' },
  {
    name: '北碚区软件产业发展工作领导小组',
    shortName: '领导小组',
    kind: 'board',
    parent: '区政府',
    duties: '统筹全区软件产业发展，协调解决重大问题',
  },
  {
    name: '北碚区软件产业发展工作领导小组办公室',
    shortName: '领导小组办公室',
    kind: 'office',
    parent: '领导小组',
    duties: '承担领导小组日常工作，由区经济信息委负责统筹协调',
  },
]

const team = (shortName: string, duties: string): Body => ({
  name: `北碚区软件产业发展工作领导小组${shortName}`,
  shortName,
  kind: 'team',
  parent: '领导小组',
  duties,
})
const teams = [
  team('综合协调组', '抓机制：市区联动，调度、评价、协调'),
  team('场所优化组', '抓场所：收储改造存量楼宇，营造“拎包入住”的环境'),
  team('场景应用组', '抓场景：征集、发布应用场景，以场景育企业'),
  team('人才引育组', '抓人才：完善人才政策，引进和培育软件人才'),
  team('企业培育组', '抓企业：招引、培育软件企业，大中小融通'),
]

const department = (shortName: string): Body => ({
  name: `北碚${shortName}`,
  shortName,
  kind: 'department',
  parent: '区政府',
})
const departments = [
  '区经济信息委',
  '区发展改革委',
  '区科技局',
  '区财政局',
  '区人力社保局',
  '区国资委',
  '区市场监管局',
  '区统计局',
  '区招商投资局',
  '区金融发展中心',
  '区大数据发展局',
  '区信息中心',
  '区融媒体中心',
].map(department)

/** A zone of the plan, the park that runs it, and the company that works for it. */
const park = (zone: string, shortName: string, company: string): Body[] => [
  { name: zone, shortName, kind: 'park', parent: '区政府' },
  { name: `${zone}公司（演示）`, shortName: company, kind: 'company', parent: shortName },
]
const parks = [
  ...park('缙云人文科技城', '缙云园城', '缙云公司'),
  ...park('蔡家智慧新城', '蔡家园城', '蔡家公司'),
  ...park('西部（重庆）科学城北碚园区', '科学城园区', '科学城公司'),
  ...park('两江水土新城', '水土新城', '水土公司'),
  ...park('温泉谷两山生态文旅产业园', '温泉谷', '温泉谷公司'),
  ...park('生态农业科技产业示范区', '农业示范区', '农业公司'),
]

const subDistrict = (name: string, code: string): Body => ({
  name: `北碚区${name}街道办事处`,
  shortName: `${name}街道`,
  kind: 'town',
  parent: '区政府',
  areaCode: `500109${code}`,
})
const town = (name: string, code: string): Body => ({
  name: `北碚区${name}镇人民政府`,
  shortName: `${name}镇`,
  kind: 'town',
  parent: '区政府',
  areaCode: `500109${code}`,
})
const towns = [
  subDistrict('天生', '001'),
  subDistrict('朝阳', '002'),
  subDistrict('北温泉', '003'),
  subDistrict('东阳', '004'),
  subDistrict('龙凤桥', '005'),
  subDistrict('蔡家岗', '006'),
  subDistrict('歇马', '007'),
  subDistrict('水土', '008'),
  subDistrict('复兴', '009'),
  town('澄江', '102'),
  town('童家溪', '104'),
  town('天府', '105'),
  town('施家梁', '108'),
  town('静观', '110'),
  town('柳荫', '111'),
  town('三圣', '113'),
  town('金刀峡', '116'),
]

const groups: Body[] = [
  { name: '园城公司', shortName: '园城公司', kind: 'group', aliases: ['各园城公司'], duties: '由本区管辖的各园城公司' },
  { name: '镇街', shortName: '镇街', kind: 'group', aliases: ['各镇街', '街镇'], duties: '由本区管辖的镇和街道' },
  { name: '相关部门', shortName: '相关部门', kind: 'group', aliases: ['区级相关部门'], duties: '提供应用场景的部门' },
]

export const bodies: Body[] = [...district, ...teams, ...departments, ...parks, ...towns, ...groups]

/** Areas inside the district's borders that it does not govern (两江直管区). */
export const ungoverned = {
  areas: ['水土街道', '复兴街道'],
  companies: ['水土公司'],
  by: '两江新区管理委员会',
  basis: '两江新区直管区，本区不下达任务，不计入本区考核（演示设定）',
}

const shortNames = (kind: Body['kind'], except: string[] = []) =>
  bodies.flatMap((body) => (body.kind === kind && !except.includes(body.shortName) ? [body.shortName] : []))

/** Who belongs to which board, team or group, by short names. */
export const memberships: Record<string, string[]> = {
  领导小组: [...shortNames('department'), ...shortNames('park', ['水土新城'])],
  领导小组办公室: ['区经济信息委'],
  综合协调组: ['区经济信息委', '区发展改革委', '区财政局', '区信息中心'],
  场所优化组: ['区国资委', '区招商投资局', ...shortNames('company', ungoverned.companies)],
  场景应用组: ['区大数据发展局', '区信息中心', '区经济信息委'],
  人才引育组: ['区人力社保局', '区科技局', '区经济信息委'],
  企业培育组: ['区经济信息委', '区科技局', '区招商投资局', '区市场监管局', '区金融发展中心'],
  园城公司: shortNames('company', ungoverned.companies),
  镇街: shortNames('town', ungoverned.areas),
  相关部门: ['区经济信息委', '区发展改革委', '区财政局', '区国资委'],
}
