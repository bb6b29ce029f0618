/** One paper a zone stands for the contracts and handovers of its buildings; it says itself that it proves nothing. */
import { createHash } from 'node:crypto'
import { contents, files } from '#platform/files.ts'
import { actorNamed } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { keeperOf, takenOverOn, zonesKept } from './book/days.ts'

/** Its file, by zone. */
export const papersOf = (region: string): Map<string, string> =>
  new Map(zonesKept.map((zone) => [zone, idOf(region, 'paper', zone)]))

export const paperScenes = (region: string): Scene[] =>
  [...papersOf(region)].map(([zone, id]): Scene => {
    const actor = actorNamed(keeperOf(zone), region)
    const bytes = Buffer.from(`${zone}楼宇收储和使用佐证（演示数据）\n收储协议、移交单、入驻确认单等以此代替。\n`)
    const row = {
      id,
      name: `${zone}楼宇佐证（演示）.txt`,
      type: 'text/plain',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      org: actor.org,
      uploadedBy: actor.name,
      audience: 'internal' as const,
    }
    const work: Scene['work'] = async ({ db }) => {
      await db.insert(files).values(row)
      await db.insert(contents).values({ file: id, bytes })
    }
    return { day: takenOverOn, hour: 12, actor, action: 'intake/commit', work }
  })
