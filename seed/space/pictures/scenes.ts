/** Pictures of the demo district, drawn from its own rows: each building from the street, each floor and each room on offer from above. */
import { createHash } from 'node:crypto'
import { pictures } from '#modules/space/tables.ts'
import { contents, files } from '#platform/files.ts'
import { actorNamed } from '#seed/cast.ts'
import { together } from '#seed/history/together.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { keeperOf, recordDay } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import type { Floor, Stock } from '../fill/stock.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { isOffered, offeredOn } from '../ground/rooms.ts'
import { type Site, sites } from '../ground/sites.ts'
import { facade } from './facade.ts'
import { floorPlan } from './floor-plan.ts'
import { type Seen, seenOn } from './rooms.ts'

type Drawn = { name: string; unit: string | null; kind: 'photo' | 'plan'; caption: string; bytes: Buffer }

/** Keepers add them when they bring their offers up to date; they are drawn when that day is played. */
export function pictureScenes(region: string, stock: Stock, lets: readonly Let[]): Scene[] {
  const byZone = together([...sites], ({ zone }) => zone ?? '')
  return [...byZone.values()].map((own): Scene => {
    const { zone } = own[0]!
    const day = recordDay(zone, offeredOn)
    const actor = actorNamed(keeperOf(zone), region)
    const work: Scene['work'] = async ({ db }) => {
      const seen = seenOn(day, lets)
      const rows = own.flatMap((site) =>
        ofBuilding(site, stock.find((one) => one.site === site)?.floors ?? [], seen, region).map((drawn) => {
          const id = idOf(region, 'picture', site.name, drawn.name)
          return { ...drawn, id, file: idOf(id, 'file'), building: buildingId(site, region) }
        }),
      )
      await db.insert(files).values(
        rows.map(({ file, name, bytes }) => ({
          ...{ id: file, name: `${name}.png`, type: 'image/png', size: bytes.length, audience: 'public' as const },
          sha256: createHash('sha256').update(bytes).digest('hex'),
          ...{ org: actor.org, uploadedBy: actor.name },
        })),
      )
      await db.insert(contents).values(rows.map(({ file, bytes }) => ({ file, bytes })))
      await db.insert(pictures).values(rows.map(({ name: _, bytes: __, ...row }) => row))
    }
    return { day, hour: 16, actor, action: 'space/addPicture', work }
  })
}

type Sight = ReturnType<typeof seenOn>

function ofBuilding(site: Site, floors: readonly Floor[], seen: Sight, region: string): Drawn[] {
  const storeys = floors.map(({ rooms }) => rooms.map(seen))
  const front = `${site.name.replace('（演示）', '')}立面`
  return [
    {
      ...{ name: front, unit: null, kind: 'photo', bytes: facade(site, storeys) },
      caption: `立面示意图（演示数据）${floors.length ? '：亮窗已租用，暗窗空置' : ''}`,
    },
    ...floors.flatMap((floor, nth) => ofFloor(floor, storeys[nth]!, region)),
  ]
}

/** For each room on offer with the room itself marked; a floor that offers none is shown as a whole. */
function ofFloor({ site, number, rooms }: Floor, seen: readonly Seen[], region: string): Drawn[] {
  const draw = (room: Floor['rooms'][number] | null): Drawn => {
    const own = room && seen[rooms.indexOf(room)]!.name
    return {
      ...{ name: own ? `${own}平面` : `${number}层平面`, unit: room && unitId(room, region), kind: 'plan' },
      caption: `${number} 层平面示意图（演示数据）：${own ? '黄色为本房源，' : ''}蓝灰为已租用`,
      bytes: floorPlan(seen, own),
    }
  }
  const offered = rooms.filter((room) => isOffered(room, recordDay(site.zone, offeredOn)))
  return offered.length ? offered.map(draw) : [draw(null)]
}
