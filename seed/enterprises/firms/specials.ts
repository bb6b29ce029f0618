/** The few enterprises the demo tells of by name: the largest four, and those of its accounts. */
import type { Place } from './places.ts'
import type { Trade } from './trades.ts'

export type Special = {
  name: string
  place: Place
  trade: Partial<Trade>
  level: number
  /** Revenue of 2021 to 2025 in yuan, and what it is heading for in 2026. */
  yearly?: number[]
  /** Short name of the organisation its people sign in for. */
  account?: string
  claimed: boolean
}

const yi = 100_000_000
const inYi = (...years: number[]) => years.map((year) => Math.round(year * yi))
const caijia: Place = { town: '蔡家岗街道', zone: '蔡家园城', building: '工业互联网产业生态园' }
const jinyun: Place = { town: '天生街道', zone: '缙云园城', building: '亿达创智产业园' }
const science: Place = { town: '歇马街道', zone: '科学城园区', building: '科学城标准化厂房' }

const large = (name: string, place: Place, industry: string, direction: string, yearly: number[]): Special => ({
  name: `重庆${name}股份有限公司（演示）`,
  place,
  trade: { industry, direction },
  level: yearly[0]! / 12,
  yearly,
  claimed: false,
})

/** By serial. */
export const specials: Record<number, Special> = {
  61: large('擎岚工业软件', caijia, '6513', '数字平台经济', inYi(2.3, 3.2, 5.3, 8.1, 10.8, 13.6)),
  118: large('澜舟互动科技', jinyun, '6572', '数字文创', inYi(0.6, 0.8, 1.13, 1.42, 1.76, 2.1)),
  163: large('芯砺微电子', science, '6520', '集成电路（IC）暨智能传感器设计及应用', inYi(0.52, 0.65, 0.87, 1.18, 1.5, 1.8)),
  204: large('数枢城市科技', jinyun, '6531', '数字城市', inYi(0.38, 0.47, 0.66, 0.91, 1.3, 1.65)),
  432: {
    name: '重庆满星软件有限公司（演示）',
    place: jinyun,
    trade: {
      industry: '6513',
      direction: '数字城市',
      subField: '智慧社区',
      products: '社区治理小程序、物业巡检软件、技术服务',
      saas: true,
      software: 0.94,
    },
    level: 700_000,
    yearly: inYi(0.062, 0.081, 0.112, 0.148, 0.196, 0.24),
    account: '满星软件',
    claimed: true,
  },
  905: {
    name: '重庆安澜信息技术有限公司（演示）',
    place: { town: '蔡家岗街道', zone: '蔡家园城', building: '工业互联网产业生态园' },
    trade: {
      industry: '6540',
      direction: '数字城市',
      subField: '信息安全',
      products: '日志审计系统、运维服务',
      saas: false,
      software: 0.9,
    },
    level: 520_000,
    account: '安澜信息',
    claimed: false,
  },
}
