/** The leading group, its office and its working groups at work: who stands in for whom, meetings, what they decide (safeguard one). */
import { z } from 'zod'
import { count, day, entity, instant, oneOf, ref, structure, text, words } from '#platform/fields.ts'
import { meetingStates } from './flow.ts'

const units = (title: string) => structure(title, z.array(z.uuid()).max(60))

/** Somebody is away, and who acts for the post meanwhile. */
export const absence = entity('absence', '请假代理', {
  post: ref('职务', 'post'),
  deputy: ref('代理职务', 'post'),
  since: day('开始日期'),
  until: day('结束日期'),
  reason: text('事由', 200),
  enteredBy: text('登记人', 40),
})

export const meetingKinds = { board: '领导小组会议', special: '专题会议', team: '工作组会议', dispatch: '调度会' } as const
export const meeting = entity('meeting', '会议', {
  number: text('编号', 40),
  title: text('会议名称', 200),
  kind: oneOf('类型', meetingKinds),
  /** The body that meets. */
  body: ref('议事机构', 'org'),
  status: oneOf('状态', meetingStates),
  startsAt: instant('开始时间'),
  endedAt: instant('结束时间').nullable(),
  place: text('地点', 200),
  chair: ref('主持人', 'post'),
  /** In the code on the wall: whoever is there signs in by it. */
  token: text('签到码', 40),
  /** Of the issued minutes. */
  minutesNumber: text('纪要文号', 60).nullable(),
  minutesOn: day('印发日期').nullable(),
  signer: text('签发人', 40).nullable(),
  cancelReason: text('取消原因', 300).nullable(),
  /** Units that attend, and see the meeting. */
  hands: units('参会单位'),
})
export const meetingRow = meeting.extend({ id: z.uuid() })

export const agendaItem = entity('agenda_item', '议题', {
  meeting: ref('会议', 'meeting'),
  ordinal: count('次序', ''),
  title: text('议题', 200),
  /** Who reports on it. */
  org: ref('汇报单位', 'org'),
  /** The open matter it is about. */
  matter: ref('督办事项', 'matter').nullable(),
  text: text('议题说明', 4000).nullable(),
  /** Ids of files. */
  materials: words('会议材料'),
  /** What was said, for the minutes. */
  notes: text('讨论情况', 4000).nullable(),
})

export const ways = { code: '扫码签到', hand: '代为登记' } as const
export const attendance = entity('attendance', '参会', {
  meeting: ref('会议', 'meeting'),
  org: ref('单位', 'org'),
  /** Who is invited; whoever stands in for him says so. */
  post: ref('参会人', 'post').nullable(),
  name: text('姓名', 40),
  title: text('职务', 80),
  standsInFor: text('代替', 40).nullable(),
  /** Said beforehand. */
  excuse: text('请假事由', 300).nullable(),
  signedAt: instant('签到时间').nullable(),
  way: oneOf('签到方式', ways).nullable(),
})

/** Recorded as it is taken; each becomes a matter that is tracked, and is never removed. */
export const decision = entity('decision', '议定事项', {
  meeting: ref('会议', 'meeting'),
  agenda: ref('议题', 'agenda_item').nullable(),
  ordinal: count('次序', ''),
  title: text('事项', 200),
  text: text('议定内容', 2000),
  owner: ref('责任单位', 'org').nullable(),
  supporters: units('配合单位'),
  dueOn: day('办理时限').nullable(),
  evidenceWanted: text('佐证要求', 300).nullable(),
  /** Null for what is only noted (原则同意、通报). */
  matter: ref('督办事项', 'matter').nullable(),
  recordedAt: instant('记录时间'),
  recordedBy: text('记录人', 40),
  /** A slip of the pen is struck out before the minutes are issued, with the reason, and stays readable. */
  struckOn: day('划去日期').nullable(),
  struckReason: text('划去原因', 300).nullable(),
})
