/** Meetings of the demo district and what they decided, as data (演示数据): all of it invented. */

/** Of units by short names; `closed` is the day it was confirmed, without one it is still open. */
export type Decided = {
  title: string
  owner?: string
  supporters?: string[]
  dueOn?: string
  evidence?: string
  closed?: string
}
export type Held = {
  day: string
  title: string
  kind: 'board' | 'special' | 'team' | 'dispatch'
  body: string
  chair: string
  place: string
  /** Title and who reports. */
  items: [title: string, unit: string][]
  decided: Decided[]
  /** How far it has come; without a word its minutes are issued. */
  until?: 'preparing' | 'called' | 'closed'
}

const hall = '区政府三楼会议室'
const place = '区经济信息委二楼会议室'
const year = (day: string) => day.slice(0, 4)
const nth = ['一', '二', '三', '四']
const board = (day: string, at: number, items: Held['items'], decided: Decided[], rest: Partial<Held> = {}): Held => ({
  ...{ day, title: `领导小组${year(day)}年第${nth[at - 1]}次会议`, kind: 'board', body: '领导小组' },
  ...{ chair: '顾常务', place: hall, items, decided, ...rest },
})
const team = (day: string, body: string, chair: string, items: Held['items'], decided: Decided[], rest = {}): Held => ({
  ...{ day, title: `${body}${year(day)}年工作会议`, kind: 'team', body, chair, place, items, decided, ...rest },
})
const charge = (title: string, owner: string, dueOn: string, closed: string | null, ...supporters: string[]): Decided => ({
  ...{ title, owner, dueOn, supporters, ...(closed && { closed }) },
})
const noted = (title: string): Decided => ({ title })

export const meetings: Held[] = [
  board(
    '2022-11-08',
    1,
    [['软件产业“满天星”行动任务分工', '区经济信息委']],
    [
      noted('原则同意行动任务分工方案'),
      charge('建立存量商务楼宇底数台账', '区国资委', '2022-12-30', '2022-12-28', '区经济信息委'),
      charge('制定领导小组工作规则', '区经济信息委', '2022-11-30', '2022-11-29'),
    ],
  ),
  board(
    '2023-01-12',
    1,
    [
      ['楼宇收储工作安排', '区国资委'],
      ['软件人才政策需求', '区人力社保局'],
    ],
    [
      charge('提出首批收储楼宇清单', '区国资委', '2023-04-28', '2023-04-25', '缙云公司', '蔡家公司'),
      charge('梳理现行软件人才政策', '区人力社保局', '2023-03-10', '2023-03-09', '区科技局'),
    ],
  ),
  board(
    '2023-04-13',
    2,
    [
      ['首批收储楼宇清单', '区国资委'],
      ['应用场景征集情况', '区大数据发展局'],
    ],
    [charge('公布首批应用场景清单', '区大数据发展局', '2023-07-31', '2023-07-24', '区信息中心'), noted('同意首批收储楼宇清单')],
  ),
  team(
    '2023-06-15',
    '场所优化组',
    '邓科',
    [['“拎包入住”改造标准', '区国资委']],
    [charge('提出楼宇改造标准', '区国资委', '2023-08-31', '2023-08-30', '缙云公司')],
  ),
  board(
    '2023-07-13',
    3,
    [['上半年工作评估', '区经济信息委']],
    [
      charge('制定入驻企业服务清单', '区经济信息委', '2023-10-31', '2023-10-27', '区市场监管局'),
      charge('开展企业融资需求摸底', '区金融发展中心', '2023-09-15', '2023-09-14'),
    ],
  ),
  board(
    '2023-10-12',
    4,
    [['招商进展', '区招商投资局']],
    [charge('建立软件企业招商目标库', '区招商投资局', '2024-01-31', '2024-01-25', '区经济信息委')],
  ),
  board(
    '2024-01-11',
    1,
    [
      ['2023年度任务完成情况', '区经济信息委'],
      ['2024年资金安排', '区财政局'],
    ],
    [
      charge('落实2024年软件产业专项资金', '区财政局', '2024-04-30', '2024-04-22', '区经济信息委'),
      noted('通报2023年度任务完成情况'),
    ],
  ),
  team(
    '2024-03-14',
    '企业培育组',
    '周科',
    [['企业梯度培育', '区科技局']],
    [charge('形成年度科技型企业培育名单', '区科技局', '2024-05-31', '2024-05-30', '区经济信息委')],
  ),
  board(
    '2024-04-11',
    2,
    [['楼宇使用情况', '缙云公司']],
    [
      charge('处置两处长期空置楼层', '缙云公司', '2024-07-31', '2024-07-26', '区国资委'),
      charge('开通楼宇千兆网络', '区大数据发展局', '2024-06-28', '2024-06-27'),
    ],
  ),
  board(
    '2024-07-11',
    3,
    [['上半年工作评估', '区经济信息委']],
    [charge('制定滞后任务补进措施', '区经济信息委', '2024-10-31', '2024-10-29', '区发展改革委')],
  ),
  team(
    '2024-09-12',
    '人才引育组',
    '任科',
    [['校企合作', '区人力社保局']],
    [charge('与驻区高校签订实训协议', '区人力社保局', '2024-11-29', '2024-11-28', '区科技局')],
  ),
  board(
    '2024-10-17',
    4,
    [['场景应用推进', '区大数据发展局']],
    [charge('发布第三批应用场景清单', '区大数据发展局', '2025-01-24', '2025-01-22', '区信息中心')],
  ),
  board(
    '2025-01-16',
    1,
    [['2024年度评估结果', '区经济信息委']],
    [charge('修订政策兑现工作流程', '区经济信息委', '2025-04-30', '2025-04-24', '区财政局'), noted('同意2024年度评估结果')],
  ),
  board(
    '2025-04-17',
    2,
    [['蔡家片区楼宇收储', '蔡家公司']],
    [
      { ...charge('完成蔡家片区三栋楼宇收储', '蔡家公司', '2025-08-29', '2025-08-28', '区国资委'), evidence: '收储合同' },
      charge('核实楼宇权属登记', '区国资委', '2025-06-30', '2025-06-27'),
    ],
  ),
  team(
    '2025-05-15',
    '场景应用组',
    '林科',
    [['场景供需对接', '区大数据发展局']],
    [charge('组织两场供需对接活动', '区大数据发展局', '2025-07-31', '2025-07-29')],
  ),
  board(
    '2025-07-17',
    3,
    [['上半年工作评估', '区经济信息委']],
    [
      charge('提出年度目标冲刺方案', '区经济信息委', '2025-10-31', '2025-10-30', '区统计局'),
      charge('开展规上企业入统辅导', '区发展改革委', '2025-09-30', '2025-09-29', '区统计局'),
    ],
  ),
  board(
    '2025-10-16',
    4,
    [
      ['前三季度目标进展', '区经济信息委'],
      ['楼宇空置处置', '科学城公司'],
    ],
    [
      { ...charge('腾退科学城园区闲置楼层并重新招租', '科学城公司', '2025-12-19', null, '区国资委'), evidence: '租赁合同' },
      charge('编制2026年软件产业工作计划', '区经济信息委', '2025-12-31', null, '区发展改革委', '区财政局'),
      charge('对接重点软件企业十家', '区招商投资局', '2025-12-12', null),
      noted('通报前三季度目标进展'),
    ],
  ),
  {
    ...{ day: '2025-11-27', title: '11月调度会', kind: 'dispatch', body: '领导小组办公室', chair: '周科', place },
    items: [['年底目标缺口', '区经济信息委']],
    decided: [charge('逐户核对12月拟入驻企业', '缙云公司', '2025-12-15', null, '蔡家公司'), noted('调度会改为每半月一次')],
    until: 'closed',
  },
  board(
    '2025-12-10',
    4,
    [
      ['2026年软件产业工作计划', '区经济信息委'],
      ['楼宇收储收官安排', '区国资委'],
    ],
    [],
    { title: '领导小组2025年第五次会议', until: 'called' },
  ),
  team('2025-12-11', '场所优化组', '邓科', [['2026年楼宇收储安排', '区国资委']], [], {
    ...{ title: '场所优化组2025年第二次工作会议', until: 'preparing' },
  }),
]
