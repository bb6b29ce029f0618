/** Firms on their way in when the demo opens, and some whose way ended before its goal: each state of the matter is there. */
import type { MoveInState, TimedState } from '#modules/movein/flow.ts'
import type { moveInSteps, moveIns } from '#modules/movein/tables.ts'

type StepRow = typeof moveInSteps.$inferInsert
/** A stretch in one state: working days it took, and how it ended; the last of an open matter goes on. */
export type Stretch = [state: TimedState, took: number, result?: StepRow['result'], opinion?: string]
export type Case = {
  name: string
  contact: string
  origin: (typeof moveIns.$inferInsert)['origin']
  zone: string | null
  building: string | null
  area: [from: number, to: number]
  people: number
  budget: number | null
  direction: string | null
  openedOn: string
  way: Stretch[]
  status: MoveInState
  /** Since when the clock of the open stretch stands still, and why. */
  paused?: [since: string, reason: string]
  outcome?: string
  /** Short name of the account that applied. */
  account?: string
  viewing?: [
    wantedOn: string,
    half: 'am' | 'pm',
    status: 'asked' | 'confirmed' | 'done' | 'declined' | 'cancelled',
    feedback?: string,
  ]
  /** Found rooms with others in one assignment. */
  together?: true
  /** Rooms are chosen; drawn up or signed, the lease is there. */
  lease?: 'draft' | 'running' | 'cancelled'
}

const firm = (name: string) => `重庆${name}有限公司（演示）`
const seen = '看房满意，采光和网络符合要求'

export const cases: Case[] = [
  {
    ...{
      name: firm('安澜信息技术'),
      account: '安澜信息',
      contact: '小安',
      origin: 'enterprise',
      zone: '蔡家园城',
      building: '溪谷楼',
    },
    ...{ area: [150, 260], people: 22, budget: 9000, direction: '数字城市', openedOn: '2025-11-28', status: 'viewing' },
    way: [
      ['matching', 1, 'done', '推荐溪谷楼、智联三号楼共 3 处房源'],
      ['viewing', 0],
    ],
    viewing: ['2025-12-04', 'am', 'confirmed'],
  },
  {
    ...{ name: firm('岚图智能'), contact: '向经理', origin: 'portal', zone: null, building: null },
    ...{ area: [300, 500], people: 35, budget: 15_000, direction: null, openedOn: '2025-12-01', status: 'matching' },
    way: [['matching', 0]],
  },
  {
    ...{ name: firm('澄谱数字文化'), contact: '冉女士', origin: 'park', zone: '缙云园城', building: null },
    ...{ area: [80, 150], people: 12, budget: 6000, direction: '数字文创', openedOn: '2025-11-26', status: 'matching' },
    way: [['matching', 0]],
  },
  {
    ...{ name: firm('衡湾网络科技'), contact: '田主管', origin: 'portal', zone: '缙云园城', building: '神驰三号厂房' },
    ...{ area: [400, 700], people: 50, budget: 14_000, direction: '数字平台经济', openedOn: '2025-11-25', status: 'viewing' },
    way: [
      ['matching', 2, 'done', '推荐神驰三号厂房 2 处房源'],
      ['viewing', 0],
    ],
    viewing: ['2025-12-03', 'pm', 'asked'],
  },
  {
    ...{ name: firm('曜川软件'), contact: '谭经理', origin: 'office', zone: '缙云园城', building: '神驰三号厂房' },
    ...{ area: [200, 300], people: 24, budget: null, direction: '数字城市', openedOn: '2025-11-17', status: 'applying' },
    way: [
      ['matching', 1, 'done'],
      ['viewing', 4, 'done', seen],
      ['applying', 0],
    ],
    viewing: ['2025-11-21', 'am', 'done', seen],
    paused: ['2025-11-28', '企业正在办理增资手续，申请顺延'],
  },
  {
    ...{ name: firm('翎航工业软件'), contact: '蒲经理', origin: 'enterprise', zone: '蔡家园城', building: '溪谷楼' },
    ...{ area: [500, 700], people: 60, budget: 22_000, direction: '数字平台经济', openedOn: '2025-11-10', status: 'reviewing' },
    way: [
      ['matching', 2, 'done'],
      ['viewing', 4, 'done', seen],
      ['applying', 5, 'done'],
      ['reviewing', 2, 'returned', '请补充社保缴纳证明'],
      ['applying', 2, 'done'],
      ['reviewing', 0],
    ],
    viewing: ['2025-11-14', 'pm', 'done', seen],
  },
  {
    ...{ name: firm('芯渡微电子'), contact: '游经理', origin: 'office', zone: '科学城园区', building: '标准三号厂房' },
    ...{
      area: [1200, 1600],
      people: 110,
      budget: 32_000,
      direction: '集成电路（IC）暨智能传感器设计及应用',
      openedOn: '2025-10-20',
      status: 'deliberating',
    },
    way: [
      ['matching', 2, 'done'],
      ['viewing', 5, 'done', seen],
      ['applying', 6, 'done'],
      ['reviewing', 3, 'done', '面积较大，提请会商'],
      ['deliberating', 0],
    ],
    viewing: ['2025-10-27', 'am', 'done', seen],
  },
  {
    ...{ name: firm('溯源数据服务'), contact: '彭女士', origin: 'portal', zone: '缙云园城', building: '神驰三号厂房' },
    ...{ area: [90, 140], people: 11, budget: 3500, direction: '数字平台经济', openedOn: '2025-11-11', status: 'contracting' },
    way: [
      ['matching', 1, 'done'],
      ['viewing', 3, 'done', seen],
      ['applying', 4, 'done'],
      ['reviewing', 3, 'done', '符合园城定位，同意入驻'],
      ['contracting', 0],
    ],
    viewing: ['2025-11-14', 'am', 'done', seen],
    lease: 'draft',
  },
  {
    ...{ name: firm('朗序互动娱乐'), contact: '蒋主管', origin: 'park', zone: '缙云园城', building: '神驰三号厂房' },
    ...{ area: [100, 200], people: 15, budget: 5000, direction: '数字文创', openedOn: '2025-11-05', status: 'handover' },
    way: [
      ['matching', 1, 'done'],
      ['viewing', 3, 'done', seen],
      ['applying', 4, 'done'],
      ['reviewing', 2, 'done', '同意入驻'],
      ['contracting', 3, 'done', '合同已签'],
      ['handover', 0],
    ],
    viewing: ['2025-11-10', 'pm', 'done', seen],
    lease: 'running',
  },
  {
    ...{ name: firm('砚桥动漫'), contact: '龚经理', origin: 'portal', zone: '温泉谷', building: '泉畔楼' },
    ...{ area: [60, 100], people: 8, budget: 1500, direction: '数字文创', openedOn: '2025-09-08', status: 'refused' },
    way: [
      ['matching', 2, 'done'],
      ['viewing', 4, 'done'],
      ['applying', 6, 'done'],
      ['reviewing', 3, 'refused', '经营范围与楼宇定位不符'],
    ],
    viewing: ['2025-09-12', 'am', 'done'],
    outcome: '经营范围与楼宇定位不符，不予入驻',
  },
  {
    ...{ name: firm('霁恒贸易'), contact: '廖女士', origin: 'park', zone: '蔡家园城', building: '智联三号楼' },
    ...{ area: [150, 250], people: 16, budget: 8000, direction: null, openedOn: '2025-06-09', status: 'refused' },
    way: [
      ['matching', 1, 'done'],
      ['viewing', 5, 'done'],
      ['applying', 7, 'done'],
      ['reviewing', 3, 'refused', '非软件和信息服务企业'],
    ],
    viewing: ['2025-06-13', 'pm', 'done'],
    outcome: '非软件和信息服务企业，不予入驻',
  },
  {
    ...{ name: firm('橙帆云服务'), contact: '代经理', origin: 'portal', zone: '科学城园区', building: '传感大厦' },
    ...{ area: [200, 350], people: 26, budget: 9000, direction: '数字城市', openedOn: '2025-08-11', status: 'withdrawn' },
    way: [
      ['matching', 2, 'done'],
      ['viewing', 5, 'withdrawn', '企业改在外区选址'],
    ],
    viewing: ['2025-08-18', 'am', 'cancelled'],
    outcome: '企业改在外区选址，撤回',
  },
  {
    ...{ name: firm('雁启科技'), contact: '罗主管', origin: 'park', zone: '缙云园城', building: '云汉楼' },
    ...{ area: [120, 200], people: 15, budget: 6500, direction: '数字城市', openedOn: '2025-07-07', status: 'withdrawn' },
    way: [
      ['matching', 1, 'done'],
      ['viewing', 3, 'done', seen],
      ['applying', 5, 'done'],
      ['reviewing', 3, 'done', '同意入驻'],
      ['contracting', 4, 'withdrawn', '租期未谈拢'],
    ],
    viewing: ['2025-07-10', 'pm', 'declined', '改约次日到访'],
    outcome: '租期未谈拢，企业撤回',
    lease: 'cancelled',
  },
  ...(
    [
      ['屿光数字传媒', '骆女士', '缙云园城', [60, 110], 9, 4000, '数字文创'],
      ['北辰链数据', '邹经理', '蔡家园城', [100, 180], 15, 6500, '数字平台经济'],
      ['微纳传感技术', '阳主管', '科学城园区', [80, 160], 12, 4500, '集成电路（IC）暨智能传感器设计及应用'],
      ['城脉物联', '沙经理', '蔡家园城', [60, 120], 10, 5000, '数字城市'],
    ] as const
  ).map(
    ([name, contact, zone, [from, to], people, budget, direction]): Case => ({
      ...{ name: firm(name), contact, origin: 'park', zone, building: null, area: [from, to], people, budget, direction },
      ...{ openedOn: '2025-11-27', status: 'matching', way: [['matching', 0]], together: true },
    }),
  ),
]
