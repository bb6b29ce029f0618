/** The fields of a file in the groups they are shown and amended in. */
import { z } from 'zod'
import { enterprise, sources } from '#modules/enterprise/model.ts'
import { day, metaOf, oneOf, text } from '#platform/fields.ts'

export type FieldName = keyof typeof enterprise.shape

export const groups = {
  identity: {
    title: '基本信息',
    keys: ['creditCode', 'name', 'status', 'legalForm', 'registeredOn', 'capital', 'address'],
  },
  place: { title: '位置与行业', keys: ['town', 'zone', 'building', 'industry', 'direction', 'subField', 'saas'] },
  relations: {
    title: '与本区的关系',
    keys: ['registered', 'registeredSince', 'operating', 'operatingSince', 'taxed', 'taxedSince', 'reporting', 'reportingSince'],
  },
  contact: { title: '经营与联系', keys: ['products', 'frequency', 'contact', 'phone'] },
} as const satisfies Record<string, { title: string; keys: readonly FieldName[] }>
export type GroupName = keyof typeof groups

const { override: _, ...nameable } = sources
/** Overriding is what becomes of a value put in the place of a register's; nobody says it. */
export const source = oneOf('数据来源', nameable)

/** A relation is there, is not, or nobody has said yet. */
const relation = { yes: '在本区', no: '不在本区' } as const
export const relationOf = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')
export const relationSaid = (value: unknown) => (value === null || value === undefined ? null : value === 'yes')
export const isRelation = (key: string) => ['registered', 'operating', 'taxed', 'reporting'].includes(key)

/** What the form of a group asks: its fields, and what is said about all of them. */
export function formOf(group: GroupName) {
  const shape: Record<string, z.ZodType> = {}
  for (const key of groups[group].keys) {
    const field = enterprise.shape[key]
    shape[key] = isRelation(key) ? oneOf(titleOf(key), relation).nullable() : field
  }
  if (group === 'place') shape.effectiveOn = day('生效日期').nullable()
  return z.object({ ...shape, source, asOf: enterprise.shape.asOf, reason: text('理由', 500).nullable() })
}

export const titleOf = (key: string): string => metaOf(enterprise.shape[key as FieldName]).title ?? key
