/** Services of a building to those in it: tickets, shared rooms, notices (plan task 10). */
import { z } from 'zod'
import { amount, count, day, entity, instant, oneOf, ref, structure, text, yes } from '#platform/fields.ts'
import { bookingStates, ticketStates } from './flow.ts'

export const ticketKinds = {
  repair: '报修',
  complaint: '投诉',
  cleaning: '保洁',
  security: '安保',
  network: '网络',
  other: '其他',
} as const
export const ticket = entity('ticket', '报事', {
  number: text('编号', 40),
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  unit: ref('单元', 'unit').nullable(),
  /** Who raised it: a tenant's account, or the keeper for someone at the door. */
  org: ref('报事单位', 'org'),
  raisedBy: text('报事人', 40),
  kind: oneOf('类型', ticketKinds),
  title: text('事项', 100),
  text: text('情况', 1000),
  photo: ref('照片', 'file').nullable(),
  status: oneOf('状态', ticketStates),
  raisedAt: instant('报事时间'),
  acceptedAt: instant('受理时间').nullable(),
  doneAt: instant('办结时间').nullable(),
  /** Working days until it should be done, by the rule of the day it was raised. */
  dueOn: day('时限'),
  handler: text('处理人', 40).nullable(),
  answer: text('处理结果', 500).nullable(),
  score: z.int().min(1).max(5).meta({ title: '满意度', unit: '分', storage: 'integer' }).nullable(),
  remark: text('评价', 500).nullable(),
  reopened: count('重办次数', '次'),
})

export const sharedRoomKinds = {
  meeting: '会议室',
  roadshow: '路演厅',
  training: '培训室',
  studio: '直播间',
  other: '其他',
} as const
export const sharedRoom = entity('shared_room', '共享设施', {
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  name: text('名称', 60),
  kind: oneOf('类型', sharedRoomKinds),
  seats: count('容纳', '人'),
  opensAt: count('开放时间起', '时'),
  closesAt: count('开放时间止', '时'),
  equipment: text('设备', 200).nullable(),
  open: yes('开放预订'),
})

/** Exclusion constraint booking_free: no room is booked twice for one time. */
export const booking = entity('booking', '预订', {
  room: ref('共享设施', 'shared_room'),
  org: ref('预订单位', 'org'),
  bookedBy: text('预订人', 40),
  title: text('用途', 100),
  from: instant('开始'),
  to: instant('结束'),
  people: count('人数', '人'),
  status: oneOf('状态', bookingStates),
})

export const notice = entity('notice', '楼宇通知', {
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  title: text('标题', 100),
  text: text('内容', 3000),
  publishedOn: day('发布日期'),
  until: day('有效至').nullable(),
  publishedBy: text('发布人', 40),
})

/** Who of the tenants has seen a notice. */
export const noticeReading = entity('notice_reading', '通知阅读', {
  notice: ref('通知', 'notice'),
  org: ref('单位', 'org'),
  readOn: day('阅读日期'),
  readBy: text('阅读人', 40),
})

const days = z.int().min(1).max(60)
export const upkeepRule = entity('upkeep_rule', '楼宇服务规则', {
  since: day('生效日期'),
  /** Working days a ticket of each kind may take. */
  days: structure(
    '办理时限（工作日）',
    z.object(
      Object.fromEntries(Object.keys(ticketKinds).map((kind) => [kind, days])) as Record<keyof typeof ticketKinds, typeof days>,
    ),
  ),
  /** A ticket done and not rated for so long is closed. */
  closeAfter: count('自动办结', '天'),
  /** Parts of response, occupancy and satisfaction in the operator's score; together 100. */
  weights: structure('评分权重', z.object({ response: z.number(), occupancy: z.number(), satisfaction: z.number() })),
  /** An occupancy at which that part of the score is full. */
  fullOccupancy: amount('入驻率满分线'),
  basis: text('依据', 300),
})
