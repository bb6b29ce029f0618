/** The rows of the demo district's space by their names. */
import { idOf } from '#seed/identity.ts'
import { nameOf, type Room } from '../fill/stock.ts'
import type { Site } from './sites.ts'

export const carrierId = (name: string, region: string) => idOf(region, 'carrier', name)
export const buildingId = ({ name }: Site, region: string) => idOf(region, 'building', name)
export const floorId = ({ name }: Site, number: number, region: string) => idOf(region, 'floor', name, String(number))
export const unitId = (room: Room, region: string) => idOf(region, 'unit', room.floor.site.name, nameOf(room))
export const effortId = ({ name }: Site, region: string) => idOf(region, 'acquisition', name)
