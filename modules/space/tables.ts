import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises, everywhere, inArea } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { files } from '#platform/files.ts'
import { anyone, as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import {
  acquisition,
  acquisitionStage,
  adjoining,
  building,
  buildingMeasure,
  buildingPlan,
  carrier,
  floor,
  makerspace,
  occupancy,
  picture,
  spaceRule,
  unit,
} from './model.ts'

/** A park, or its company, keeps the buildings of its zone; the office all. */
export const inZone = both(as('park'), sql`(zone = ${me.org} or zone = (select o.parent from org o where o.id = ${me.org}))`)
export const keeping = either(office, inZone)
/** Whoever keeps the building. */
const withBuilding = sql`exists (select 1 from building b where b.id = building and (${me.role} = 'office'
  or (${me.role} = 'park' and (b.zone = ${me.org} or b.zone = (select o.parent from org o where o.id = ${me.org})))))`
/** What stands where is no secret; what is offered is meant to be seen. */
const kept = { see: anyone, add: keeping, change: keeping, remove: nobody }
const ofBuilding = { see: anyone, add: withBuilding, change: withBuilding, remove: withBuilding }

export const carriers = table(carrier, kept, { audience: 'internal' }, (t) => [
  pg.unique('carrier_name').on(t.region!, t.name!),
  pg.foreignKey({ columns: [t.zone!], foreignColumns: [orgs.id] }),
  pg.foreignKey({ columns: [t.town!], foreignColumns: [orgs.id] }),
])

export const buildings = table(building, kept, { audience: 'internal' }, (t) => [
  pg.unique('building_name').on(t.region!, t.name!),
  pg.foreignKey({ columns: [t.carrier!], foreignColumns: [carriers.id] }),
  pg.foreignKey({ columns: [t.zone!], foreignColumns: [orgs.id] }),
  pg.foreignKey({ columns: [t.town!], foreignColumns: [orgs.id] }),
  pg.index('building_place').on(t.longitude!, t.latitude!),
])

export const floors = table(floor, { ...ofBuilding, remove: nobody }, { audience: 'internal', subject: 'building' }, (t) => [
  pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
  pg.unique('floor_once').on(t.building!, t.number!),
])

/** Visitors see what is offered; those within, all. */
export const units = table(
  unit,
  { see: either(sql`${me.role} <> 'public'`, sql`listed`), add: keeping, change: keeping, remove: nobody },
  { audience: 'internal', subject: 'building' },
  (t) => [
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.floor!], foreignColumns: [floors.id] }),
    pg.uniqueIndex('unit_now').on(t.floor!, t.name!).where(sql`until is null`),
    pg.index('unit_building').on(t.building!),
    pg.index('unit_listed').on(t.region!, t.area!).where(sql`listed`),
  ],
)

const withUnit = sql`exists (select 1 from unit u join building b on b.id = u.building where u.id = one and (${me.role} = 'office'
  or (${me.role} = 'park' and (b.zone = ${me.org} or b.zone = (select o.parent from org o where o.id = ${me.org})))))`
export const adjoinings = table(
  adjoining,
  { see: anyone, add: withUnit, change: nobody, remove: withUnit },
  { audience: 'internal', subject: 'one' },
  (t) => [
    pg.foreignKey({ columns: [t.one!], foreignColumns: [units.id] }),
    pg.foreignKey({ columns: [t.other!], foreignColumns: [units.id] }),
    pg.unique('adjoining_once').on(t.one!, t.other!),
    pg.check('adjoining_order', sql`one < other`),
    pg.index('adjoining_other').on(t.other!),
  ],
)

export const pictures = table(picture, ofBuilding, { audience: 'internal', subject: 'building' }, (t) => [
  pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
  pg.foreignKey({ columns: [t.unit!], foreignColumns: [units.id] }),
  pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
  pg.index('picture_building').on(t.building!),
])

const inside = either(everywhere, inArea)
export const acquisitions = table(
  acquisition,
  { see: inside, add: keeping, change: keeping, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.index('acquisition_building').on(t.building!),
  ],
)

/** Not journaled: it is a history itself (trigger withdraw_only); steps of the effort are in the journal. */
export const acquisitionStageRows = table(
  acquisitionStage,
  { see: inside, add: keeping, change: keeping, remove: nobody },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.acquisition!], foreignColumns: [acquisitions.id] }),
    pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
    pg.uniqueIndex('acquisition_stage_now').on(t.acquisition!).where(sql`until is null and known_until is null`),
  ],
)

const ownPlace = both(as('enterprise', 'institution'), sql`enterprise in (select e.id from enterprise e where e.org = ${me.org})`)
export const occupancies = table(
  occupancy,
  { see: either(inside, ownPlace), add: keeping, change: keeping, remove: nobody },
  { audience: 'internal', subject: 'unit' },
  (t) => [
    pg.foreignKey({ columns: [t.unit!], foreignColumns: [units.id] }),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
    pg.index('occupancy_unit').on(t.unit!),
    pg.index('occupancy_enterprise').on(t.enterprise!),
    pg.index('occupancy_building').on(t.building!),
  ],
)

export const makerspaces = table(
  makerspace,
  { see: either(inside, as('statistician')), add: keeping, change: keeping, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
  ],
)

export const buildingPlans = table(buildingPlan, kept, { audience: 'internal', subject: 'building' }, (t) => [
  pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
  pg.unique('building_plan_since').on(t.building!, t.since!),
])

/** Its owner tells how far a measure is; the keeper of the building writes it. */
const owning = both(as('department', 'park', 'town'), sql`owner = ${me.org}`)
export const buildingMeasures = table(
  buildingMeasure,
  {
    see: either(sql`${me.role} <> 'public'`, sql`public`),
    add: withBuilding,
    change: either(withBuilding, owning),
    remove: nobody,
  },
  { audience: 'internal', subject: 'building' },
  (t) => [
    pg.foreignKey({ columns: [t.buildingPlan!], foreignColumns: [buildingPlans.id] }),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }),
    pg.index('building_measure_plan').on(t.buildingPlan!),
  ],
)

export const spaceRules = table(
  spaceRule,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('space_rule_since').on(t.region!, t.since!)],
)
