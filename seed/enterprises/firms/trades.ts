/** What enterprises of the demo district do: industry, direction of the plan with its fields, products. */
import type { Chance } from '#seed/history/chance.ts'
import { type Place, zoneOf } from './places.ts'

export type Trade = {
  industry: string
  direction: string | null
  subField: string | null
  products: string
  saas: boolean
  /** Of its revenue, and how software revenue falls into products, services, security and embedded software. */
  software: number
  parts: [number, number, number, number]
}

type Field = { industries: string[]; fields: string[]; products: string[]; parts: Trade['parts'] }
const fields: Record<string, Field> = {
  数字城市: {
    industries: ['6513', '6513', '6531', '6540', '6550', '6571'],
    fields: ['城市治理', '智慧社区', '智慧交通', '政务服务', '信息安全'],
    products: ['城市运行监测平台', '社区治理小程序', '停车诱导系统', '政务热线分析软件', '日志审计系统'],
    parts: [0.38, 0.42, 0.16, 0.04],
  },
  数字文创: {
    industries: ['6572', '6572', '6579', '6513'],
    fields: ['影视后期', '游戏开发', '动漫制作', '智慧文旅'],
    products: ['影视渲染服务', '休闲游戏', '动画短片制作', '景区导览软件'],
    parts: [0.55, 0.42, 0.02, 0.01],
  },
  数字平台经济: {
    industries: ['6513', '6519', '6560', '6550', '6433'],
    fields: ['工业互联网', '供应链平台', '数据服务', '电商服务'],
    products: ['设备联网平台', '供应链协同软件', '数据标注服务', '店铺运营系统'],
    parts: [0.42, 0.5, 0.05, 0.03],
  },
  '集成电路（IC）暨智能传感器设计及应用': {
    industries: ['6520', '6520', '6532', '6512'],
    fields: ['芯片设计', '智能传感器', '嵌入式软件', '物联网'],
    products: ['信号调理芯片设计', '压力传感器标定软件', '车载嵌入式软件', '物联网网关'],
    parts: [0.3, 0.22, 0.04, 0.44],
  },
}
const undirected: Field = {
  industries: ['6513', '6531', '6540', '6560', '6599'],
  fields: [],
  products: ['企业管理软件', '系统集成服务', '网站建设与运维', '信息化咨询'],
  parts: [0.4, 0.52, 0.06, 0.02],
}
const wider = ['6410', '6429', '6431', '6432', '6450', '6319']
/** Those outside section I that still earn with software. */
const outside = ['7519', '7320', '5169', '8391', '4011', '7249']

/** `inIndustry`: of section I; the others have an industry of their own. */
export function tradeFor(chance: Chance, place: Place, inIndustry: boolean, fresh: boolean): Trade {
  const direction = chance.happens(inIndustry ? 0.82 : 0.3) ? chance.pick(zoneOf(place).directions) : null
  const { industries, fields: own, products, parts } = direction === null ? undirected : fields[direction]!
  const wide = chance.happens(fresh ? 0.04 : 0.1)
  return {
    industry: chance.pick(!inIndustry ? outside : wide ? wider : industries),
    direction,
    subField: own.length && chance.happens(0.9) ? chance.pick(own) : null,
    products: [chance.pick(products), ...(chance.happens(0.4) ? ['技术服务'] : [])].join('、'),
    saas: chance.happens(0.12),
    software: inIndustry
      ? wide
        ? 0.4 + 0.3 * chance.fraction()
        : 0.76 + 0.22 * chance.fraction()
      : 0.08 + 0.2 * chance.fraction(),
    parts,
  }
}
