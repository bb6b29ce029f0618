/** The sheets buildings and units are imported by: their columns, and the names their cells may hold. */
import { z } from 'zod'
import { placesOf } from '#modules/enterprise/import/columns.ts'
import type { Ctx } from '#platform/context.ts'
import { area, entity, text, words } from '#platform/fields.ts'
import { inputColumnsOf, type Resolve, type SheetColumn } from '#platform/sheet/column.ts'
import { building, type Facility, facilities, unit } from '../model.ts'
import { carriers } from '../tables.ts'

const facilityOf = new Map<string, Facility>(Object.entries(facilities).map(([key, word]) => [word, key as Facility]))
/** A cell holds them as people call them. */
export const facilityKeys = (words: readonly string[]): Facility[] => words.flatMap((word) => facilityOf.get(word) ?? [])
export const facilityWords = (keys: readonly Facility[]): string[] => keys.map((key) => facilities[key])
/** The first that is none of them, if there is one. */
export const strangeFacility = (words: readonly string[]): string | undefined => words.find((word) => !facilityOf.has(word))

const { shape } = building
/** What is left empty stays as it is on the ledger; for a new building the importer says what it then is. */
export const importedBuilding = entity('imported_building', '楼宇台账', {
  name: shape.name,
  carrier: shape.carrier,
  zone: shape.zone,
  town: shape.town.nullable(),
  address: shape.address.nullable(),
  ownership: shape.ownership.nullable(),
  owner: shape.owner.nullable(),
  certificate: shape.certificate.nullable(),
  certificateNumber: shape.certificateNumber,
  plannedUse: shape.plannedUse,
  structure: shape.structure,
  builtIn: shape.builtIn,
  floorsAbove: shape.floorsAbove.nullable(),
  floorsBelow: shape.floorsBelow.nullable(),
  area: shape.area.nullable(),
  fireClass: shape.fireClass,
  lifts: shape.lifts,
  goodsLifts: shape.goodsLifts,
  parking: shape.parking,
  power: shape.power,
  network: shape.network,
  facilities: words('配套设施').nullable(),
  transport: shape.transport,
  operator: shape.operator,
  team: shape.team,
  directions: shape.directions.nullable(),
  keeperName: shape.keeperName,
  keeperPhone: shape.keeperPhone,
  longitude: shape.longitude,
  latitude: shape.latitude,
  datum: shape.datum,
  precision: shape.precision,
  source: shape.source.nullable(),
  asOf: shape.asOf.nullable(),
})
export type BuildingKey = keyof typeof importedBuilding.shape

export async function buildingColumns(ctx: Ctx) {
  const places = await placesOf(ctx)
  // Towns and zones are read as in the sheets of enterprises.
  const resolveOf = (key: string) => places.columns.find((column) => column.key === key)!.resolve!
  const found = await ctx.db.select({ id: carriers.id, name: carriers.name }).from(carriers)
  const byName = new Map(found.map(({ id, name }) => [name, id]))
  const carrier: Resolve = (name) => {
    const id = byName.get(name)
    return id ? { value: id } : { problem: '没有找到这个载体，请先在楼宇台账中登记载体' }
  }
  const resolve = { carrier, zone: resolveOf('zone'), town: resolveOf('town') }
  return {
    columns: inputColumnsOf(importedBuilding, undefined, { resolve }),
    choices: { ...places.choices, carrier: found.map(({ name }) => name) },
    names: new Map([...places.names, ...found.map(({ id, name }) => [id, name] as const)]),
  }
}

/** 3, 3层, 3F; below ground -1, B1, 地下1层. */
export function floorRead(written: string): number | null {
  const [, below, number] = /^(-|B|负|地下)?\s*(\d{1,3})\s*(?:层|楼|F)?$/i.exec(written) ?? []
  if (!number || Number(number) === 0) return null
  return below ? -Number(number) : Number(number)
}

const storey = text('楼层', 20)
  .transform((written, check) => {
    const number = floorRead(written)
    if (number !== null) return number
    check.addIssue('应为楼层数，如 3，地下一层写 -1')
    return z.NEVER
  })
  .meta({ title: '楼层', storage: 'text' })

/** A unit is known by its building, its floor and its own name. */
export const importedUnit = entity('imported_unit', '楼宇单元', {
  building: text('楼宇', 100),
  floor: storey,
  name: unit.shape.name,
  floorArea: area('楼层面积').nullable(),
  use: unit.shape.use.nullable(),
  area: unit.shape.area.nullable(),
  netArea: unit.shape.netArea,
  height: unit.shape.height,
  load: unit.shape.load,
  power: unit.shape.power,
  fitOut: unit.shape.fitOut,
  rent: unit.shape.rent,
  fee: unit.shape.fee,
  readyOn: unit.shape.readyOn,
  about: unit.shape.about,
  since: unit.shape.since.nullable(),
})
export type UnitKey = keyof typeof importedUnit.shape

export const unitKey = ['building', 'floor', 'name'] as const satisfies UnitKey[]
export const unitColumns = (): SheetColumn[] => inputColumnsOf(importedUnit)
