/** The ledgers indicators may count, as the definitions name them; how each is read from the database is in sources.ts. */
import type { Ledger, LedgerField } from '#engines/indicator/definition.ts'
import { originKinds, rightKinds, titles } from '#modules/enterprise/model.ts'
import { type Cell, cells, quarterly } from '#modules/filing/model.ts'
import { cardReasons, colours, matterClocks, origins } from '#modules/matter/model.ts'
import { acquisitionStages } from '#modules/space/flow.ts'
import { acquisitionModes, makerspaceKinds, uses } from '#modules/space/model.ts'
import { metaOf } from '#platform/fields.ts'
import { seriesNames } from './model.ts'

const tag = (title: string, options?: Record<string, string>): LedgerField => ({
  title,
  nature: 'tag',
  ...(options && { options }),
})
const place = { zone: { ...tag('园城'), tells: 'place' }, town: { ...tag('镇街'), tells: 'place' } } as const
const yes = (title: string): LedgerField => ({ ...tag(title), tells: 'yes' })
const trade = {
  industry: tag('行业'),
  division: tag('行业大类', { 63: '电信、广播电视和卫星传输服务', 64: '互联网和相关服务', 65: '软件和信息技术服务业' }),
  direction: tag('重点方向'),
}

const stocks: Cell[] = ['headcount', 'rndStaff', 'bachelors']
const cellField = (name: Cell): LedgerField => {
  const { title = '', unit } = metaOf(cells[name])
  return {
    title: title.replace('其中：', '').replace('（选填）', ''),
    nature: stocks.includes(name) ? 'stock' : 'flow',
    ...(unit && { unit }),
    ...(quarterly.includes(name) && { quarterly: true as const }),
  }
}

export const enterpriseLedger: Ledger = {
  name: 'enterprise',
  title: '企业台账',
  time: 'standing',
  inUse: true,
  fields: {
    ...place,
    ...trade,
    saas: yes('提供 SaaS 服务'),
    originKind: tag('来源', originKinds),
    settledOn: { title: '落户日期', nature: 'day' },
  },
}

export const filingLedger: Ledger = {
  name: 'filing',
  title: '运行监测报表',
  time: 'monthly',
  inUse: true,
  fields: {
    ...place,
    ...trade,
    backbone: yes('骨干企业'),
    ...Object.fromEntries((Object.keys(cells) as Cell[]).map((name) => [name, cellField(name)])),
  },
}

export const qualificationLedger: Ledger = {
  name: 'qualification',
  title: '资质称号台账',
  time: 'standing',
  inUse: true,
  fields: { ...place, kind: tag('资质称号', titles), grantedOn: { title: '取得日期', nature: 'day' } },
}

export const rightLedger: Ledger = {
  name: 'ip_right',
  title: '知识产权台账',
  time: 'event',
  inUse: true,
  fields: { ...place, industry: tag('行业'), kind: tag('类型', rightKinds) },
}

export const entryLedger: Ledger = {
  name: 'entry',
  title: '录入数据',
  time: 'standing',
  inUse: true,
  fields: { series: tag('数据项', seriesNames), value: { title: '数值', nature: 'number' } },
}

const square = (title: string): LedgerField => ({ title, nature: 'number', unit: '㎡' })
const building: LedgerField = { ...tag('楼宇'), tells: 'place' }

/** Which stages count as secured (收储) is for the definition to say. */
export const acquisitionLedger: Ledger = {
  name: 'acquisition',
  title: '收储台账',
  time: 'standing',
  inUse: true,
  fields: {
    ...place,
    building,
    stage: tag('阶段', acquisitionStages),
    mode: tag('收储方式', acquisitionModes),
    area: square('面积'),
  },
}

/** Which occupants count as use (使用) is for the definition to say. */
export const occupancyLedger: Ledger = {
  name: 'occupancy',
  title: '使用台账',
  time: 'standing',
  inUse: true,
  fields: { ...place, building, use: tag('用途', uses), division: trade.division, area: square('使用面积') },
}

export const makerspaceLedger: Ledger = {
  name: 'makerspace',
  title: '双创空间台账',
  time: 'standing',
  inUse: true,
  fields: { ...place, building, kind: tag('类型', makerspaceKinds), area: square('面积') },
}

const unit: LedgerField = { ...tag('单位'), tells: 'place' }

/** Each matter in hand by the unit that owes it, and whether its time is over; delays that were granted count from the day they were. */
export const matterLedger: Ledger = {
  name: 'matter',
  title: '督办台账',
  time: 'standing',
  inUse: true,
  fields: { unit, origin: tag('来源', origins), clock: tag('时限', matterClocks) },
}

/** A card that was lifted counts no more from the day it was. */
export const cardLedger: Ledger = {
  name: 'card',
  title: '亮牌台账',
  time: 'event',
  inUse: true,
  fields: { unit, colour: tag('牌色', colours), rule: tag('规则', cardReasons) },
}

/** Declared so that the plan's targets have their indicators; the ledger itself is kept elsewhere until it is opened. */
export const activityLedger: Ledger = {
  name: 'activity',
  title: '活动与报道台账',
  time: 'event',
  inUse: false,
  fields: { kind: tag('类型', { event: '活动', coverage: '报道' }) },
}

export const ledgers: Ledger[] = [
  enterpriseLedger,
  filingLedger,
  qualificationLedger,
  rightLedger,
  entryLedger,
  acquisitionLedger,
  occupancyLedger,
  makerspaceLedger,
  matterLedger,
  cardLedger,
  activityLedger,
]
