/** What a firm needs: whatever is null, empty or false it does not ask for. */
import type { FireClass } from './unit.ts'

export type Named = { id: string; name: string }

/** A building where a wanted neighbour sits, or one to be close to. */
export type Neighbour = { building: string; name: string; longitude: number | null; latitude: number | null }

export type Need = {
  /** ㎡, at most two decimals. */
  area: { from: number | null; to: number | null }
  people: number | null
  /** ㎡ per person; null as the rules have it. */
  perPerson: number | null
  /** 元/月, rent and property fee together. */
  budget: number | null
  /** 元/㎡·月, the rent alone. */
  maxRent: number | null
  readyBy: string | null
  load: number | null
  height: number | null
  power: number | null
  lifts: number | null
  parking: number | null
  network: readonly string[]
  /** This class or a stricter one. */
  fireClass: FireClass | null
  /** Any of them. */
  uses: readonly string[]
  direction: string | null
  /** Any of them. */
  zones: readonly Named[]
  /** All of them. */
  facilities: readonly string[]
  /** Not farther from the point than so many km. */
  location: { name: string; longitude: number; latitude: number; within: number } | null
  /** The nearer to any of them the better. */
  near: readonly Neighbour[]
  /** Whether several adjacent units will do, how many at most, and whether on several floors. */
  combine: boolean
  parts: number
  floors: boolean
}

/** A need that asks for nothing yet. */
export const openNeed: Need = {
  area: { from: null, to: null },
  people: null,
  perPerson: null,
  budget: null,
  maxRent: null,
  readyBy: null,
  load: null,
  height: null,
  power: null,
  lifts: null,
  parking: null,
  network: [],
  fireClass: null,
  uses: [],
  direction: null,
  zones: [],
  facilities: [],
  location: null,
  near: [],
  combine: true,
  parts: 4,
  floors: false,
}
