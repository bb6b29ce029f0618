import * as pg from 'drizzle-orm/pg-core'
import { anyone, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { criteria } from './model.ts'

export const criteriaVersions = table(
  criteria,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('criteria_version').on(t.region!, t.code!, t.version!)],
)
