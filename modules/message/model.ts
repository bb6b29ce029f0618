/** What people are told: in the product, by e-mail, through gateways; each once, when and how they want it, with a log of every attempt. */
import { z } from 'zod'
import { count, day, entity, instant, oneOf, ref, structure, text, yes } from '#platform/fields.ts'

export const topics = {
  matter: '督办事项',
  supervision: '督办通知',
  card: '黄红牌',
  meeting: '会议',
  dispatch: '调度',
  appraisal: '考核评估',
  filing: '报表',
  claim: '政策兑现',
  movein: '企业入驻',
  system: '系统',
} as const
export type Topic = keyof typeof topics

export const message = entity('message', '消息', {
  recipient: ref('接收人', 'person'),
  topic: oneOf('类别', topics),
  title: text('标题', 200),
  text: text('内容', 1000),
  /** The page it is about. */
  link: text('页面', 200),
  /** Breaks through quiet hours and digests. */
  urgent: yes('紧急'),
  at: instant('时间'),
  /** The same key is told to a person once. */
  key: text('去重键', 200),
  readAt: instant('已读时间').nullable(),
})

const hour = () => count('小时', '时').max(23)
export const digests = { none: '逐条发送', daily: '每日汇总' } as const
/** How a person wants to be told; without a row: in the product only. */
export const preference = entity('preference', '消息设置', {
  person: ref('人员', 'person'),
  email: z.email('电子邮箱格式不正确').max(200).meta({ title: '电子邮箱', storage: 'text' }).nullable(),
  byEmail: yes('发送邮件'),
  digest: oneOf('邮件方式', digests),
  digestHour: hour(),
  quietFrom: hour().nullable(),
  quietUntil: hour().nullable(),
  /** Topics he does not want by e-mail. */
  muted: structure('不发邮件的类别', z.array(z.enum(Object.keys(topics) as [Topic, ...Topic[]]))),
})

/** A gateway (SMS, work chat) that is told by signed requests. */
export const webhook = entity('webhook', '外发接口', {
  title: text('名称', 100),
  url: text('地址', 500),
  secret: text('签名密钥', 200),
  topics: structure('类别', z.array(z.enum(Object.keys(topics) as [Topic, ...Topic[]]))),
  since: day('启用日期'),
  until: day('停用日期').nullable(),
})

export const mediums = { email: '邮件', webhook: '外发接口' } as const
export const deliveryStates = { waiting: '待发送', sent: '已发送', failed: '发送失败' } as const
/** One sending to one address; a digest carries many messages. */
export const delivery = entity('delivery', '发送', {
  medium: oneOf('方式', mediums),
  recipient: ref('接收人', 'person').nullable(),
  webhook: ref('外发接口', 'webhook').nullable(),
  messages: structure('消息', z.array(z.uuid()).min(1)),
  status: oneOf('状态', deliveryStates),
  /** Not sooner: quiet hours, the hour of the digest. */
  notBefore: instant('最早发送时间'),
  attempts: count('尝试次数', '次'),
  sentAt: instant('发送时间').nullable(),
  answer: text('最后结果', 500).nullable(),
})
export const attempt = entity('delivery_attempt', '发送记录', {
  delivery: ref('发送', 'delivery'),
  number: count('次数', ''),
  at: instant('时间'),
  ok: yes('成功'),
  answer: text('结果', 500),
})
