/** Building space: what stands where, what was secured and is used, and how each building is to be filled (plan tasks 8, 9). */
import { z } from 'zod'
import { fireClasses } from '#engines/allocation/match/unit.ts'
import { amount, area, count, day, entity, oneOf, price, ref, structure, text, words, year, yes } from '#platform/fields.ts'
import { acquisitionStages } from './flow.ts'

export { fireClasses }
export const ownerships = { state: '国有', collective: '集体', private: '民营', other: '其他' } as const
export const certificates = { certified: '已办证', pending: '办理中', none: '未办证' } as const
export const structures = { frame: '框架', 'frame-wall': '框剪', steel: '钢结构', brick: '砖混', other: '其他' } as const
export const datums = { 'WGS-84': 'WGS-84', 'GCJ-02': 'GCJ-02', CGCS2000: 'CGCS2000', 'BD-09': 'BD-09' } as const
export const precisions = { exact: '准确', approx: '示意' } as const
export const uses = { office: '办公', plant: '厂房', makerspace: '双创空间', shared: '共享配套' } as const
/** What a building offers beside its floors; find-space filters by it. */
export const facilities = {
  canteen: '食堂',
  meeting: '会议室',
  dormitory: '宿舍',
  parking: '停车',
  roadshow: '路演厅',
  metro: '轨道交通',
  bus: '公交',
  charging: '充电桩',
} as const
export type Facility = keyof typeof facilities

/** A park of buildings inside a zone of the plan. */
export const carrier = entity('carrier', '载体', {
  name: text('载体名称', 100),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  operator: text('运营单位', 120).nullable(),
  note: text('说明', 500).nullable(),
})

export const building = entity('building', '楼宇', {
  name: text('楼宇名称', 100),
  carrier: ref('所属载体', 'carrier').nullable(),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  address: text('地址', 200),
  ownership: oneOf('产权性质', ownerships),
  owner: text('产权单位', 120),
  certificate: oneOf('不动产权证', certificates),
  certificateNumber: text('权证编号', 80).nullable(),
  plannedUse: text('规划用途', 60).nullable(),
  structure: oneOf('结构', structures).nullable(),
  builtIn: year('建成年份').nullable(),
  floorsAbove: count('地上层数', '层'),
  floorsBelow: count('地下层数', '层'),
  area: area('建筑面积'),
  fireClass: oneOf('耐火等级', fireClasses).nullable(),
  lifts: count('客梯', '部').nullable(),
  goodsLifts: count('货梯', '部').nullable(),
  parking: count('停车位', '个').nullable(),
  power: amount('供电容量', 'kVA').nullable(),
  network: text('网络条件', 200).nullable(),
  facilities: structure('配套设施', z.array(z.enum(Object.keys(facilities) as [Facility, ...Facility[]]))),
  transport: text('交通', 200).nullable(),
  operator: text('运营单位', 120).nullable(),
  team: count('运营人员', '人').nullable(),
  /** The plan's directions it is meant for; none is any. */
  directions: words('产业定位'),
  /** The one named keeper (楼长). */
  keeperName: text('楼长', 40).nullable(),
  keeperPhone: text('楼长电话', 30).nullable(),
  /** Where the pin was dropped, in WGS-84; the datum says in which it was given. */
  longitude: amount('经度', '°').nullable(),
  latitude: amount('纬度', '°').nullable(),
  datum: oneOf('坐标系', datums).nullable(),
  precision: oneOf('位置精度', precisions).nullable(),
  pinnedBy: text('标注人', 40).nullable(),
  source: text('数据来源', 100),
  asOf: day('数据截至'),
  /** Last time its keeper said that it is so. */
  confirmedOn: day('确认日期').nullable(),
})
export const buildingRow = building.extend({ id: z.uuid() })
export type Building = z.infer<typeof buildingRow>

export const floor = entity('floor', '楼层', {
  building: ref('楼宇', 'building'),
  /** Below ground negative; there is no floor nought. */
  number: z
    .int({ error: '楼层应为整数' })
    .min(-20)
    .max(200)
    .refine((number) => number !== 0, '没有 0 层')
    .meta({ title: '楼层', unit: '层', storage: 'integer' }),
  area: area('楼层面积'),
  height: amount('层高', 'm').nullable(),
  load: amount('楼面荷载', 'kN/㎡').nullable(),
})

/** A room, or what is let as one: it is there for a time; split or merged, it ends and others begin. */
export const unit = entity('unit', '单元', {
  building: ref('楼宇', 'building'),
  floor: ref('楼层', 'floor'),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  name: text('单元号', 60),
  use: oneOf('用途', uses),
  area: area('建筑面积'),
  /** What people can use of it. */
  netArea: area('使用面积').nullable(),
  height: amount('净高', 'm').nullable(),
  load: amount('楼面荷载', 'kN/㎡').nullable(),
  power: amount('可用电力', 'kW').nullable(),
  fitOut: text('装修情况', 200).nullable(),
  rent: price('参考租金').nullable(),
  fee: price('物业费').nullable(),
  readyOn: day('可交付日期').nullable(),
  about: text('介绍', 1000).nullable(),
  /** Shown to visitors who look for space. */
  listed: yes('对外推介'),
  since: day('启用日期'),
  /** First day it is no more. */
  until: day('停用日期').nullable(),
  /** What it was split from or merged of. */
  origins: structure('来源单元', z.array(z.uuid())),
  confirmedOn: day('确认日期').nullable(),
})
export const unitRow = unit.extend({ id: z.uuid() })
export type Unit = z.infer<typeof unitRow>

/** How a unit stands on a day, whatever its papers are meant to say. */
export const standings = { vacant: '空置', pending: '待交付', let: '已出租', occupied: '在用未签约' } as const

/** Two units that can be opened into one; `one` is the lesser id. */
export const adjoining = entity('adjoining', '相邻单元', { one: ref('单元', 'unit'), other: ref('相邻单元', 'unit') })

export const pictureKinds = { photo: '照片', plan: '平面图' } as const
export const picture = entity('picture', '图片', {
  building: ref('楼宇', 'building'),
  unit: ref('单元', 'unit').nullable(),
  kind: oneOf('类型', pictureKinds),
  caption: text('说明', 100).nullable(),
  file: ref('文件', 'file'),
})

export const acquisitionModes = {
  purchase: '购置',
  lease: '整体租赁',
  entrust: '委托运营',
  own: '自有盘活',
} as const

/** One effort to secure space of a building (收储): from a find to rooms that are let. */
export const acquisition = entity('acquisition', '收储项目', {
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  name: text('项目名称', 120),
  mode: oneOf('收储方式', acquisitionModes).nullable(),
  /** Who secures it: a state company, a park's company. */
  holder: text('收储主体', 120).nullable(),
  /** Bodies that survey, value or approve it (国资、财政 …): they open its papers beside those who keep it. */
  partners: structure('协同单位', z.array(z.uuid())),
  status: oneOf('阶段', acquisitionStages),
  area: area('面积'),
  note: text('说明', 500).nullable(),
})

/** What a row of a history tells of itself: by what it is shown, who recorded it, and since when and until when it is known. */
const recorded = {
  evidence: ref('佐证', 'file').nullable(),
  note: text('说明', 500).nullable(),
  recordedBy: text('登记人', 40),
  knownFrom: day('登记日期'),
  knownUntil: day('失效日期').nullable(),
}

/** The area of an effort at a stage, from a day on: what was recorded is only ever withdrawn. */
export const acquisitionStage = entity('acquisition_stage', '收储阶段', {
  acquisition: ref('收储项目', 'acquisition'),
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  mode: oneOf('收储方式', acquisitionModes).nullable(),
  stage: oneOf('阶段', acquisitionStages),
  area: area('面积'),
  since: day('自'),
  /** First day it holds no more. */
  until: day('至').nullable(),
  ...recorded,
})

/** Who is really in a unit, whatever a contract says: what was recorded is only ever withdrawn. */
export const occupancy = entity('occupancy', '使用记录', {
  unit: ref('单元', 'unit'),
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  use: oneOf('用途', uses),
  enterprise: ref('企业', 'enterprise').nullable(),
  occupant: text('使用单位', 120),
  /** First two digits of the occupant's industry, where it is on file. */
  division: text('行业大类', 2).nullable(),
  area: area('使用面积'),
  since: day('自'),
  until: day('至').nullable(),
  ...recorded,
})

export const makerspaceKinds = { nursery: '苗圃', makerspace: '众创空间', incubator: '孵化器', accelerator: '加速器' } as const
/** Dual-innovation space in operation, with evidence: counted by zone against the plan's areas (task 9). */
export const makerspace = entity('makerspace', '双创空间', {
  name: text('名称', 100),
  kind: oneOf('类型', makerspaceKinds),
  building: ref('楼宇', 'building').nullable(),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  operator: text('运营单位', 120),
  area: area('面积'),
  since: day('投用日期'),
  until: day('停用日期').nullable(),
  ...recorded,
})

/** One building, one policy (一楼一策): what a building is to become and what is offered to its tenants, from a day on. */
export const buildingPlan = entity('building_plan', '一楼一策', {
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  since: day('生效日期'),
  positioning: text('功能定位', 1000),
  tenants: text('目标客户', 1000),
  directions: words('产业方向'),
  goal: text('年度目标', 500).nullable(),
  madeBy: text('编制人', 40),
})

export const measureKinds = {
  rent: '租金补贴',
  'fit-out': '装修补贴',
  network: '网络补贴',
  cloud: '上云补贴',
  adaptation: '适配测试补贴',
  other: '其他',
} as const
export const measureStates = { planned: '待启动', underway: '推进中', done: '已落实', stopped: '已终止' } as const
export const buildingMeasure = entity('building_measure', '楼宇措施', {
  buildingPlan: ref('一楼一策', 'building_plan'),
  building: ref('楼宇', 'building'),
  kind: oneOf('类型', measureKinds),
  content: text('内容', 500),
  /** What a tenant gets, in the words of the offer; shown to visitors when it stands. */
  benefit: text('标准', 300).nullable(),
  owner: ref('责任单位', 'org'),
  dueOn: day('完成时限').nullable(),
  state: oneOf('状态', measureStates),
  progress: text('进展', 500).nullable(),
  progressOn: day('进展日期').nullable(),
  public: yes('对外公布'),
})

/** When the ledger warns, from a day on. */
export const spaceRule = entity('space_rule', '楼宇规则', {
  since: day('生效日期'),
  /** A building nobody confirmed for so long counts as stale. */
  staleDays: count('台账确认周期', '天'),
  /** A unit ready to let and empty for so long. */
  idleDays: count('空置提醒', '天'),
  /** Days before a lease ends at which it is warned of. */
  expiryDays: structure('到期提醒（天）', z.array(z.int().positive())),
  /** Occupancy or rent fallen by so large a part against three months before. */
  fall: amount('下降预警幅度'),
  /** Moving in takes time: days a room that is let may stand empty before its books are said to differ. */
  movingInDays: count('入驻宽限', '天'),
  /** Money takes its time through the banks: days it may be late before they are. */
  arrearsDays: count('收款宽限', '天'),
  basis: text('依据', 300),
})
