/** Organisations and people: who is who in the district, under which body, in which post (safeguards one and two). */
import { z } from 'zod'
import { roles } from '#platform/context.ts'
import { amount, day, entity, oneOf, ref, structure, text, words, yes } from '#platform/fields.ts'

export const orgKinds = {
  government: '区政府',
  board: '领导小组',
  office: '领导小组办公室',
  team: '工作组',
  department: '部门',
  park: '园城',
  company: '园城公司',
  town: '镇街',
  institution: '机构',
  enterprise: '企业',
  group: '单位统称',
} as const

export const org = entity('org', '单位', {
  name: text('单位名称'),
  shortName: text('单位简称', 60),
  kind: oneOf('单位类型', orgKinds),
  /** The body it belongs to: team → board, company → park. */
  parent: ref('上级单位', 'org').nullable(),
  /** Other names by which documents call it. */
  aliases: words('其他叫法'),
  /** GB/T 2260 area code of a town or sub-district. */
  areaCode: text('行政区划代码', 12).nullable(),
  duties: text('职责', 2000).nullable(),
  since: day('设立日期').nullable(),
  until: day('撤销日期').nullable(),
})

/** A body and those in it: board, team, and names that documents use for many (园城公司, 镇街, 相关部门). */
export const member = entity('member', '成员单位', {
  body: ref('所属', 'org'),
  org: ref('成员', 'org'),
  since: day('加入日期'),
  until: day('退出日期').nullable(),
})

export const person = entity('person', '人员', {
  name: text('姓名', 40),
  /** The login account, when the person has one. */
  account: text('账号', 80).nullable(),
})

/** A part a person plays for an organisation over a period; a change of person keeps the post's history. */
export const post = entity('post', '任职', {
  person: ref('人员', 'person'),
  org: ref('单位', 'org'),
  role: oneOf('角色', roles),
  title: text('职务', 80),
  since: day('任职日期'),
  until: day('离任日期').nullable(),
})

/**
 * Which areas a district government really governs: administrative area and jurisdiction differ, and change by decision,
 * not by code (GB/T 2260).
 */
export const jurisdiction = entity('jurisdiction', '管辖规则', {
  areaCode: text('行政区划代码', 12),
  areaName: text('区域名称', 60),
  governed: yes('由本区管辖'),
  governedBy: text('实际管辖单位', 100),
  basis: text('依据', 300),
  since: day('生效日期'),
  until: day('失效日期').nullable(),
})

/** The outline of an area on a map, as a source drew it: for orientation, no proof of a border. */
export const boundary = entity('boundary', '区域边界', {
  areaCode: text('行政区划代码', 12),
  /** Rings of [longitude, latitude] in WGS-84. */
  rings: structure('边界点', z.array(z.array(z.tuple([z.number(), z.number()])))),
  source: text('来源', 300),
  note: text('说明', 300),
  since: day('生效日期'),
})

/** Where an organisation stands on the map. */
export const spot = entity('spot', '位置', {
  org: ref('单位', 'org'),
  longitude: amount('经度', '°'),
  latitude: amount('纬度', '°'),
  precision: oneOf('精度', { exact: '准确', approx: '示意' }),
  note: text('说明', 300),
  since: day('生效日期'),
})

export const orgRow = org.extend({ id: z.uuid() })
export type Org = z.infer<typeof orgRow>
