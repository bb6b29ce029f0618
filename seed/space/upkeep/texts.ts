/** What tenants of the demo district ask for, the rooms they share, and what they are told: all invented. */
import type { sharedRoomKinds, ticketKinds } from '#modules/upkeep/model.ts'

type Asked = { kind: keyof typeof ticketKinds; title: string; text: string; answer: string }
export const asked: Asked[] = [
  { kind: 'repair', title: '空调不制冷', text: '办公区两台空调不制冷，室温偏高。', answer: '更换电容并补充制冷剂，已恢复。' },
  { kind: 'repair', title: '卫生间漏水', text: '洗手台下水管接口漏水。', answer: '更换密封圈，已不再渗漏。' },
  { kind: 'repair', title: '门禁刷卡失灵', text: '南门门禁刷卡无反应。', answer: '更换读卡模块，已恢复。' },
  { kind: 'repair', title: '照明损坏', text: '走廊三处灯管不亮。', answer: '已更换灯管。' },
  {
    kind: 'network',
    title: '网络时断时续',
    text: '下午网络多次中断，影响远程会议。',
    answer: '更换楼层交换机，已观察两天无中断。',
  },
  { kind: 'network', title: '新增网络接口', text: '新增工位 8 个，需增加网络接口。', answer: '已布线并开通。' },
  { kind: 'cleaning', title: '公共区域保洁', text: '电梯厅有装修遗留垃圾。', answer: '已清运，并通知装修单位。' },
  {
    kind: 'security',
    title: '夜间陌生人员出入',
    text: '加班期间见陌生人员在楼层走动。',
    answer: '已加强夜间巡查，完善访客登记。',
  },
  { kind: 'complaint', title: '停车位紧张', text: '早上八点半后无车位可停。', answer: '协调周边停车场，新增 30 个月租车位。' },
  { kind: 'complaint', title: '楼上装修噪声', text: '工作时间装修噪声较大。', answer: '已约定噪声作业改在晚上六点后。' },
  { kind: 'other', title: '申请延长空调供应', text: '项目上线期间需延长空调供应至晚十点。', answer: '已按申请日期延时供应。' },
]

type SharedRoom = [building: string, name: string, kind: keyof typeof sharedRoomKinds, seats: number, equipment: string]
export const rooms: SharedRoom[] = [
  ['云栖楼A座', '云栖会议室', 'meeting', 16, '投影、视频会议终端'],
  ['云栖楼A座', '云栖路演厅', 'roadshow', 80, 'LED 屏、音响、直播设备'],
  ['云栖楼C座', '三层培训室', 'training', 40, '投影、白板'],
  ['学府楼', '学府会议室', 'meeting', 12, '电视、白板'],
  ['朝阳星座', '朝阳直播间', 'studio', 6, '补光灯、绿幕、直播设备'],
  ['江畔数字楼', '江畔会议室', 'meeting', 20, '投影、视频会议终端'],
  ['智联一号楼', '智联路演厅', 'roadshow', 100, 'LED 屏、同声传译设备'],
  ['智联一号楼', '智联会议室', 'meeting', 14, '电视、视频会议终端'],
  ['渝创楼', '渝创培训室', 'training', 36, '投影、移动白板'],
  ['传感大厦', '传感会议室', 'meeting', 18, '投影、视频会议终端'],
  ['传感大厦', '传感展示厅', 'other', 60, '展台、触控屏'],
  ['温塘文创楼', '温塘会议室', 'meeting', 10, '电视'],
  ['静观乡创楼A座', '乡创培训室', 'training', 24, '投影'],
]

type Note = { title: string; text: string; on: string; days: number }
export const notes: Note[] = [
  {
    title: '关于停电检修的通知',
    text: '因配电设备检修，本周六 8:00 至 12:00 停电，请提前保存数据、关闭设备。',
    on: '2025-11-24',
    days: 14,
  },
  {
    title: '关于开展消防演练的通知',
    text: '定于本月下旬开展消防演练，请各单位安排人员参加，听从楼长引导。',
    on: '2025-11-10',
    days: 30,
  },
  {
    title: '关于核对租赁和使用信息的通知',
    text: '请各单位核对租赁面积、使用人数和联系人，如有变动请告知楼长。',
    on: '2025-10-13',
    days: 60,
  },
  { title: '关于政策集中宣讲的通知', text: '将在路演厅集中宣讲租金、装修、上云补贴政策，欢迎参加。', on: '2025-11-17', days: 20 },
  {
    title: '关于冬季空调供应时间的通知',
    text: '冬季空调供应时间为工作日 8:30 至 18:30，延时请提前一天申请。',
    on: '2025-11-24',
    days: 90,
  },
]
