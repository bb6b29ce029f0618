/** What an imported row may do: the rules of registering and amending an enterprise, told at the cell they are about. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Fault, Present, Values } from '#modules/intake/importer.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { metaOf } from '#platform/fields.ts'
import { isOutside, type Source } from '../file/origins.ts'
import { sources } from '../model.ts'
import { type File, placed } from '../presence.ts'
import { enterprises, presences } from '../tables.ts'
import { type ImportedKey, imported, needed } from './columns.ts'

/** The file, and since when it is where it is. */
export type Filed = Present & { row: File & { since: string | null } }

/** Two questions by lists, which the database answers alike well whatever it knows of tables just filled. */
export async function filesBy({ db }: Ctx, column: 'id' | 'creditCode', keys: string[]): Promise<Filed[]> {
  const list = `{${keys.join()}}`
  const listed = column === 'id' ? sql`${enterprises.id} = any(${list}::uuid[])` : sql`${enterprises.creditCode} = any(${list})`
  const files = await db.select().from(enterprises).where(listed)
  if (!files.length) return []
  const now = and(isNull(presences.until), isNull(presences.knownUntil))
  const stretches = await db
    .select({ enterprise: presences.enterprise, since: presences.since })
    .from(presences)
    .where(and(sql`${presences.enterprise} = any(${`{${files.map(({ id }) => id).join()}}`}::uuid[])`, now))
  const since = new Map(stretches.map((stretch) => [stretch.enterprise, stretch.since]))
  return files.map((file) => ({ id: file.id, row: { ...file, since: since.get(file.id) ?? null } }))
}

/** Where an organisation may put enterprises on file; none where it may everywhere. */
export type Area = { key: 'town' | 'zone'; within: string[]; problem: string } | null

export async function areaOf({ db }: Ctx, org: string): Promise<Area> {
  const [own] = await db.select().from(orgs).where(eq(orgs.id, org))
  if (own?.kind === 'town')
    return { key: 'town', within: [org], problem: '镇街只能导入本镇街范围内的企业，其他镇街的请由领导小组办公室导入' }
  if (own?.kind === 'park' || own?.kind === 'company')
    return {
      key: 'zone',
      within: [org, ...(own.parent ? [own.parent] : [])],
      problem: '园城只能导入本园城范围内的企业，其他范围的请由领导小组办公室导入',
    }
  return null
}

/** Columns that say how the others are meant, or that stay as they were recorded. */
const beside = new Set<string>(['creditCode', 'effectiveOn', 'source', 'asOf'])
const comparable = (Object.keys(imported.shape) as ImportedKey[]).filter((key) => !beside.has(key))

/** An empty cell leaves what is on file as it is. */
export const changedIn = (values: Values, row: Values): ImportedKey[] =>
  comparable.filter((key) => values[key] !== undefined && values[key] !== null && values[key] !== row[key])

type Rules = { today: string; area: Area; names: Map<string, string> }

export function faultsOf(values: Values, present: Filed | undefined, rules: Rules): Fault[] {
  const faults: Fault[] = []
  const refuse = (key: ImportedKey, problem: string) => void faults.push({ key, problem })
  for (const key of ['registeredOn', 'settledOn', 'effectiveOn', 'asOf'] as const)
    if (dayIn(values, key) > rules.today) refuse(key, `${titleOf(key)}不能晚于今天`)
  const { area } = rules
  const place = area && (values[area.key] ?? present?.row[area.key])
  if (area && !(area.within as unknown[]).includes(place)) refuse(area.key, area.problem)
  if (present) amending(values, present, rules, refuse)
  else registering(values, refuse)
  return faults
}

type Refuse = (key: ImportedKey, problem: string) => void

function registering(values: Values, refuse: Refuse): void {
  for (const key of needed) if (!values[key]) refuse(key, `新建档的企业请填写${titleOf(key)}`)
  if (values.originKind === 'spun-off') refuse('originKind', '分立设立的企业，请在原企业档案中办理“分立设立”')
  const established = dayIn(values, 'registeredOn')
  if (values.originKind !== 'existing' && values.settledOn && established > dayIn(values, 'settledOn'))
    refuse('settledOn', '落户日期不能早于成立日期')
}

function amending(values: Values, { row }: Filed, { area, names }: Rules, refuse: Refuse): void {
  if (area && !(area.within as (string | null)[]).includes(row[area.key])) {
    refuse('creditCode', `该企业已在${names.get(row.town) ?? '其他镇街'}建档，不在本单位范围内，请由领导小组办公室办理`)
    return
  }
  if (row.leftOn !== null) {
    refuse('creditCode', `该企业已于 ${row.leftOn} 离区，请在其档案中办理“重新落户”`)
    return
  }
  const changed = changedIn(values, row)
  for (const key of ['settledOn', 'originKind'] as const)
    if (changed.includes(key)) refuse(key, `与档案不一致，${titleOf(key)}不能由表格改动，请在其档案中办理更正`)
  for (const key of changed) {
    // What the register left empty is filled in, not overridden.
    if (row[key as keyof File] === null) continue
    const from: Source = row.origins[key]?.source ?? row.source
    if (isOutside(from) && !isOutside((values.source ?? 'import') as Source))
      refuse(key, `档案中该项来自${sources[from]}，不能由表格改动，请在其档案中更正并写明理由`)
  }
  if (!changed.some((key) => (placed as readonly string[]).includes(key))) return
  const on = values.effectiveOn as string | null | undefined
  if (!on) refuse('effectiveOn', '所在镇街、园城、楼宇、行业、重点方向或 SaaS 服务有变动，请填写变动生效日期')
  else if (row.since !== null && on < row.since) refuse('effectiveOn', `不能早于最近一次变动之日 ${row.since}`)
}

const dayIn = (values: Values, key: ImportedKey): string => (values[key] as string | null | undefined) ?? ''
const titleOf = (key: ImportedKey): string => metaOf(imported.shape[key]).title ?? key
