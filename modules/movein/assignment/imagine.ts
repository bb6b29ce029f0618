/** Units of a building that is not there, to see what it would make possible. */
import type { Unit } from '#engines/allocation/match/unit.ts'
import type { Imagined } from './asked.ts'

const mark = 'imagined-'
export const isImagined = (unit: string): boolean => unit.startsWith(mark)

/** What is not said of it is not known; matching then says it is to be verified. */
export function unitsOf({ name, zone, floors, units, directions, ...rest }: Imagined, nth: number, zoneName: string): Unit[] {
  const building = `${mark}${nth}`
  const idOf = (floor: number, at: number) => `${building}-${floor}-${at}`
  return Array.from({ length: floors }, (_, below) => below + 1).flatMap((floor) =>
    units.map(
      (area, at): Unit => ({
        ...{
          id: idOf(floor, at),
          name: `${floor}${String(at + 1).padStart(2, '0')}`,
          building,
          floor,
          area,
          zone,
          zoneName,
          directions,
        },
        ...{ buildingName: `${name}（假设）`, freeFrom: rest.readyOn, ...rest },
        ...{ load: null, height: null, power: null, network: null, lifts: null, parking: null, fireClass: null },
        ...{ use: null, facilities: null, longitude: null, latitude: null, precision: null, tenants: {}, confirmedOn: null },
        adjacent: [at - 1, at + 1].filter((other) => other in units).map((other) => idOf(floor, other)),
      }),
    ),
  )
}
