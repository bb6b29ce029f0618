/** What is asked of a space: judged in three values, said in a sentence, and what a unit that fails would take to meet it. */
import type { Verdict } from '../../criteria/demand.ts'
import type { Need } from './need.ts'
import type { Space, Unit } from './unit.ts'

/** Something a space is looked at for. */
export type Aspect = {
  test(space: Space): Verdict
  /** From 0 to 1, where it is not simply had or not had; not asked where the verdict is unknown. */
  share?(space: Space): number
  say(space: Space): string
}

/** Applied to the unit or to the need, it makes the unit meet the demand. */
export type Change = { unit?: Partial<Unit>; need?: Partial<Need> }
export type Remedy = { sentence: string; change: Change }

export const demandTitles = {
  areaLeast: '面积下限',
  areaMost: '面积上限',
  price: '租金预算',
  ready: '交付时间',
  load: '楼面荷载',
  height: '层高',
  power: '供电容量',
  lifts: '电梯',
  parking: '停车位',
  network: '网络',
  fireClass: '耐火等级',
  use: '用途',
  direction: '产业方向',
  zone: '片区',
  distance: '距离',
  facilities: '配套设施',
} as const
export type DemandName = keyof typeof demandTitles

export type Demand = Aspect & {
  name: DemandName
  /** What a further unit does to it: a failing space may come to meet it, a meeting one to fail it, or each unit stands alone. */
  further: 'helps' | 'hurts' | null
  /** Of a unit that fails: what share of the asked it lacks. */
  lack(unit: Unit): number
  /** Of a unit that fails: any one is enough. */
  remedies(unit: Unit): Remedy[]
}

export const remedy = (sentence: string, change: Change): Remedy => ({ sentence, change })
