/** Enterprises and their first stretch as rows, as they were first put on file. */
import type { enterprises, presences } from '#modules/enterprise/tables.ts'
import { orgId, personId } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import { addDays } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'
import { keeperOf, type Place, unitOf } from '../firms/places.ts'
import type { Trade } from '../firms/trades.ts'
import { enterpriseId } from '../reports/report-rows.ts'

type FileRow = typeof enterprises.$inferInsert

export const sited = ({ town, zone, building }: Place, region: string) => ({
  town: orgId(town, region),
  zone: zone ? orgId(zone, region) : null,
  building,
})
export const keptBy = (place: Place, region: string) => ({
  keeper: personId(keeperOf(place), region),
  keeperName: keeperOf(place),
  keeperOrg: orgId(unitOf(place), region),
})
export const trading = ({ industry, direction, saas }: Trade) => ({ industry, direction, saas })

export function fileOf(firm: Firm, region: string, on: string): FileRow {
  const chance = chanceOf('file', firm.serial)
  const {
    serial,
    creditCode,
    name,
    legalForm,
    registeredOn,
    capital,
    address,
    place,
    trade,
    originKind,
    contact,
    phone,
    settledOn,
  } = firm
  const asOf = addDays(on, -chance.between(1, 20))
  return {
    id: enterpriseId(serial, region),
    creditCode,
    name,
    status: 'active',
    legalForm,
    registeredOn,
    capital,
    address,
    ...sited(place, region),
    ...trading(trade),
    subField: trade.subField,
    ...relationsOf(firm),
    originKind,
    settledOn,
    leftOn: null,
    frequency: firm.frequency,
    products: trade.products,
    contact,
    phone,
    org: null,
    ...keptBy(place, region),
    source: chance.pick(['market', 'market', 'import', 'visit', 'statistics'] as const),
    asOf,
    confirmedOn: chance.happens(0.9) ? on : null,
    origins: originsOf(firm, asOf),
  }
}

function relationsOf({ serial, settledOn }: Firm) {
  const chance = chanceOf('relations', serial)
  const relation = (share: number, after: number) => {
    const holds = chance.happens(share) ? true : chance.happens(0.5) ? false : null
    return { holds, since: holds && chance.happens(0.9) ? addDays(settledOn, chance.between(0, after)) : null }
  }
  const [registered, operating, taxed, reporting] = [
    relation(0.97, 0),
    relation(0.94, 20),
    relation(0.91, 40),
    relation(0.74, 120),
  ]
  return {
    registered: registered.holds,
    registeredSince: registered.since,
    operating: operating.holds,
    operatingSince: operating.since,
    taxed: taxed.holds,
    taxedSince: taxed.since,
    reporting: reporting.holds,
    reportingSince: reporting.since,
  }
}

/** Of some, what an outside register says was put right by those who know the place. */
function originsOf({ serial, place, trade, inIndustry, address }: Firm, asOf: string): FileRow['origins'] {
  const chance = chanceOf('origins', serial)
  const origins: FileRow['origins'] = {}
  const by = keeperOf(place)
  if (inIndustry && trade.industry !== '6599' && chance.happens(0.05))
    origins.industry = { source: 'override', asOf, by, reason: '登记行业未随主营业务变更，走访核实后更正', instead: '6599' }
  if (chance.happens(0.04))
    origins.address = {
      source: 'override',
      asOf,
      by,
      reason: '登记地址为集群注册，按实际办公地址更正',
      instead: address.replace(/\d+-\d+$/, '集群注册'),
    }
  if (chance.happens(0.3)) origins.phone = { source: 'visit', asOf, by, reason: null, instead: null }
  return origins
}

export function stretchOf(firm: Firm, region: string, recordedBy: string): typeof presences.$inferInsert {
  const { serial, place, trade, originKind, settledOn, knownOn } = firm
  const spun = originKind === 'spun-off'
  return {
    id: idOf(region, 'presence', String(serial)),
    enterprise: enterpriseId(serial, region),
    ...sited(place, region),
    ...trading(trade),
    division: trade.industry.slice(0, 2),
    originKind,
    settledOn,
    since: settledOn,
    until: null,
    begin: spun ? 'spun-off' : 'settled',
    end: null,
    counterpart: spun ? enterpriseId(parents[serial % parents.length]!, region) : null,
    destination: null,
    reason: spun ? '信息化部门分立为独立软件企业' : null,
    evidence: null,
    recordedBy,
    knownFrom: knownOn,
    knownUntil: null,
  }
}
/** Old and large enough to have had a department that could go its own way. */
const parents = [61, 97, 99, 118, 144, 163, 204, 240, 302, 317]
