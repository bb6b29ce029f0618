/** Where a tenant is, as the books say: the buildings and units its enterprise uses today. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { denied } from '#platform/problem.ts'

export type Place = { building: string; buildingName: string; unit: string; unitName: string; zone: string | null }

/** Under the actor's own rights: of an enterprise its own, of others none. */
export async function ownPlaces({ db, actor, today }: Ctx): Promise<Place[]> {
  const { rows } = (await db.execute(sql`
    select o.building, b.name as "buildingName", o.unit, u.name as "unitName", b.zone
    from occupancy o join enterprise e on e.id = o.enterprise join building b on b.id = o.building join unit u on u.id = o.unit
    where e.org = ${actor.org} and o.known_until is null and o.since <= ${today} and (o.until is null or o.until > ${today})
    order by b.name, u.name`)) as unknown as { rows: Place[] }
  return rows
}

/** Row rights say the same; here it is said in a sentence. */
export async function requireTenant(ctx: Ctx, building: string): Promise<void> {
  if (ctx.actor.role !== 'enterprise' && ctx.actor.role !== 'institution') return
  const places = await ownPlaces(ctx)
  if (!places.some((place) => place.building === building))
    throw denied('贵单位未在该楼宇登记使用，不能办理；如已入驻，请联系园城登记使用情况')
}
