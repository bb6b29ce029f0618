/** Who leaves before the term is over: from when it is agreed until the rooms are let again, or stand idle by the rule. */
import { sql } from 'drizzle-orm'
import { daysBetween } from '#engines/lease/days.ts'
import type { SpaceRule } from '#modules/space/ledger/rule.ts'
import type { Ctx } from '#platform/context.ts'
import { endKinds } from '../model.ts'
import { knownLease } from '../standing.ts'
import { leases } from '../tables.ts'
import { keptBuildings } from './reach.ts'
import type { Warning } from './warnings.ts'

type Leaving = Pick<Warning, 'building' | 'buildingName' | 'enterprise'> & {
  lease: string
  number: string
  tenant: string
  to: string
  on: string
  kind: 'early' | 'breach'
  rooms: string
  area: number
}

export async function leaving(ctx: Ctx, { idleDays }: SpaceRule): Promise<Warning[]> {
  const { rows } = (await ctx.db.execute(sql`
    with kept as (${keptBuildings})
    select ${leases.building}, kept.name as "buildingName", ${leases.enterprise}, ${leases.id} as lease, ${leases.number}, ${leases.tenant},
      ${leases.to}::text, ${leases.endedOn}::text as on, ${leases.endKind} as kind,
      string_agg(u.name, '、' order by u.name) as rooms, sum(lu.area)::float8 as area
    from ${leases} join kept on kept.id = ${leases.building} join lease_unit lu on lu.lease = ${leases.id} join unit u on u.id = lu.unit
    where ${leases.endKind} in ('early', 'breach') and ${leases.endedOn} >= ${ctx.today}::date - ${idleDays}::int and ${knownLease(ctx)}
      and (u.until is null or u.until > greatest(${leases.endedOn}, ${ctx.today}))
      and not exists (select 1 from lease_unit other where other.unit = u.id and other.held and other.lease <> ${leases.id}
        and other.until > greatest(${leases.endedOn}, ${ctx.today}))
    group by ${leases.id}, kept.name order by ${leases.endedOn}, ${leases.number}`)) as unknown as { rows: Leaving[] }
  return rows.map(({ building, buildingName, enterprise, lease, ...of }) => {
    const days = daysBetween(ctx.today, of.on)
    const sentence = `“${of.tenant}”的租约 ${of.number} ${told(of, days)}，${roomsOf(of)}尚未另租`
    return {
      kind: 'leaving',
      building,
      buildingName,
      enterprise,
      lease,
      unit: null,
      within: null,
      days: Math.abs(days),
      sentence,
    }
  })
}

function told({ on, to, kind }: Pick<Leaving, 'on' | 'to' | 'kind'>, days: number): string {
  const end = `${endKinds[kind]}（原至 ${to}）`
  return days > 0 ? `将于 ${on} ${end}，还有 ${days} 天` : `已于 ${on} ${end}`
}

const roomsOf = ({ rooms, area }: Pick<Leaving, 'rooms' | 'area'>) => `单元“${rooms}”（${area} ㎡）`
