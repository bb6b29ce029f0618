/**
 * A unit of a building as matching reads it, and a space: one unit, or several that open into one another.
 *
 * Null is what nobody has looked up yet: it neither meets a demand nor fails it (待核实). An empty list is known to be empty.
 * Names, uses, networks, facilities and directions are the words that people read.
 */

/** 耐火等级, the strictest first. */
export const fireClasses = { one: '一级', two: '二级', three: '三级', four: '四级' } as const
export type FireClass = keyof typeof fireClasses

export type Unit = {
  id: string
  /** As people say it in the building: 302 室. */
  name: string
  building: string
  buildingName: string
  floor: number
  zone: string | null
  zoneName: string | null
  /** ㎡, at most two decimals. */
  area: number
  /** 元/㎡·月, at most two decimals: the rent, and the property fee. */
  rent: number | null
  fee: number | null
  /** The day it is refitted and in order. */
  readyOn: string | null
  /** The day no lease stands in the way any more. */
  freeFrom: string
  /** kN/㎡, m, kW. */
  load: number | null
  height: number | null
  power: number | null
  network: readonly string[] | null
  /** Lifts and parking spaces of the building. */
  lifts: number | null
  parking: number | null
  fireClass: FireClass | null
  use: string | null
  /** Directions of the plan that the building is meant for; none: open to all. */
  directions: readonly string[]
  facilities: readonly string[] | null
  longitude: number | null
  latitude: number | null
  precision: 'exact' | 'approx' | null
  /** Units it can be opened into: on its floor, or on a floor joined with it. */
  adjacent: readonly string[]
  /** Firms in the building by direction. */
  tenants: Readonly<Record<string, number>> | null
  /** The day its row of the ledger was last confirmed. */
  confirmedOn: string | null
}

/** At least one unit, all of one building. */
export type Space = readonly [Unit, ...Unit[]]
