/** The sheet enterprises are imported by: its columns, and the towns and zones it may name. */
import { and, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { checkCreditCode } from '#engines/enterprise/credit-code.ts'
import { isIndustryCode } from '#engines/enterprise/industry.ts'
import { jurisdictions, orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { day, entity, oneOf } from '#platform/fields.ts'
import { inputColumnsOf, type Resolve } from '#platform/sheet/column.ts'
import { enterprise, sources } from '../model.ts'

const { shape } = enterprise
const { override: _, ...namedSources } = sources

export const creditCode = z
  .string({ error: '请填写统一社会信用代码' })
  .transform((written, check) => {
    const checked = checkCreditCode(written)
    if ('code' in checked) return checked.code
    check.addIssue(checked.problem)
    return z.NEVER
  })
  .meta({ title: '统一社会信用代码', storage: 'text' })

const industry = shape.industry
  .refine(isIndustryCode, '该代码不在《国民经济行业分类》（GB/T 4754—2017）之中')
  .meta({ ...shape.industry.meta() })

/** What is left empty stays as it is on file; for a new enterprise the importer says what it then is. */
export const imported = entity('imported_enterprise', '企业档案', {
  creditCode,
  name: shape.name,
  status: shape.status.nullable(),
  legalForm: shape.legalForm.nullable(),
  registeredOn: shape.registeredOn,
  capital: shape.capital,
  address: shape.address,
  town: shape.town.nullable(),
  zone: shape.zone,
  building: shape.building,
  industry: industry.nullable(),
  direction: shape.direction,
  subField: shape.subField,
  registered: shape.registered,
  registeredSince: shape.registeredSince,
  operating: shape.operating,
  operatingSince: shape.operatingSince,
  taxed: shape.taxed,
  taxedSince: shape.taxedSince,
  reporting: shape.reporting,
  reportingSince: shape.reportingSince,
  originKind: shape.originKind.nullable(),
  settledOn: shape.settledOn.nullable(),
  /** From when on one that is on file already is in another place or trade. */
  effectiveOn: day('变动生效日期').nullable(),
  frequency: shape.frequency.nullable(),
  saas: shape.saas.nullable(),
  products: shape.products,
  contact: shape.contact,
  phone: shape.phone,
  source: oneOf('数据来源', namedSources).nullable(),
  asOf: shape.asOf.nullable(),
})
export type ImportedKey = keyof typeof imported.shape

/** What must be said of a new enterprise; of one on file the sheet may hold as few columns as are to be changed. */
export const needed = ['status', 'legalForm', 'town', 'industry', 'originKind', 'settledOn'] as const satisfies ImportedKey[]

export const examples: { [key in ImportedKey]?: string } = {
  creditCode: '91500109MA5U000000（18 位，按营业执照填写）',
  name: '重庆云溪软件有限公司',
  capital: '10000000',
  industry: '6513（《国民经济行业分类》四位小类代码）',
  effectiveOn: '已建档企业变更镇街、园城、楼宇、行业、重点方向或 SaaS 服务时必填',
  source: '表格导入（不填时）',
  asOf: '2024-06-30（不填时为导入当天）',
  frequency: '月报（新建档企业不填时）',
  saas: '否（新建档企业不填时）',
}

export type Places = Awaited<ReturnType<typeof placesOf>>

/** Towns and zones by every name they go by; those another government runs are known, and refused by name. */
export async function placesOf({ db, today }: Ctx) {
  const found = await db
    .select()
    .from(orgs)
    .where(inArray(orgs.kind, ['town', 'park']))
  const rules = await db
    .select()
    .from(jurisdictions)
    .where(and(lte(jurisdictions.since, today), or(isNull(jurisdictions.until), gt(jurisdictions.until, today))))
  const elsewhere = new Map(rules.flatMap((rule) => (rule.governed ? [] : [[rule.areaCode, rule] as const])))
  const places = (kind: 'town' | 'park') => found.filter((org) => org.kind === kind && (org.until === null || org.until > today))
  const towns = places('town')
  const zones = places('park')
  const foreign = (org: { areaCode: string | null } | undefined) => (org?.areaCode ? elsewhere.get(org.areaCode) : undefined)
  const town = byName(towns, '镇街')
  return {
    names: new Map(found.map(({ id, shortName }) => [id, shortName])),
    choices: {
      town: towns.filter((org) => !foreign(org)).map(({ shortName }) => shortName),
      zone: zones.map(({ shortName }) => shortName),
    },
    columns: inputColumnsOf(imported, undefined, {
      resolve: {
        zone: byName(zones, '园城'),
        town: (name) => {
          const rule = rules.find((one) => !one.governed && one.areaName === name)
          const answer = rule ? { value: null } : town(name)
          if ('problem' in answer) return answer
          const away = rule ?? foreign(towns.find(({ id }) => id === answer.value))
          return away ? { problem: `${away.areaName}由${away.governedBy}管辖，不属于本区建档范围` } : answer
        },
      },
    }),
  }
}

type Named = { id: string; name: string; shortName: string; aliases: string[] }

function byName(of: Named[], what: string): Resolve {
  const named = new Map<string, string | null>()
  for (const { id, name, shortName, aliases } of of)
    for (const one of new Set([name, shortName, ...aliases])) named.set(one, named.has(one) ? null : id)
  return (name) => {
    const id = named.get(name.replace(/\s/g, ''))
    if (id) return { value: id }
    return { problem: id === null ? `有几个${what}叫这个名字，请写全称` : `没有找到这个${what}，请写平台上的名称` }
  }
}
