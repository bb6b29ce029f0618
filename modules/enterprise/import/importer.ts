/** Enterprise files by spreadsheet: new ones are registered, those on file amended, as a person would one by one. */
import { eq, isNull } from 'drizzle-orm'
import { similarNames } from '#engines/enterprise/similar-name.ts'
import type { Importer, Present, Reading } from '#modules/intake/importer.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { keeping } from '../file/keepers.ts'
import { enterprises } from '../tables.ts'
import { examples, needed, placesOf } from './columns.ts'
import { commitEnterprises } from './commit.ts'
import { areaOf, changedIn, type Filed, faultsOf, filesBy } from './rules.ts'

export const enterpriseImporter: Importer = {
  ledger: 'enterprise',
  who: keeping,
  open: openReading,
  commit: async (ctx, { id, org }) => commitEnterprises(ctx, id, await openReading(ctx, org)),
}

async function openReading(ctx: Ctx, org: string): Promise<Reading> {
  const places = await placesOf(ctx)
  const rules = { today: ctx.today, area: await areaOf(ctx, org), names: places.names }
  return {
    columns: places.columns,
    needed,
    choices: places.choices,
    examples,
    note: '带 * 的列新建档时必填。已建档的企业按统一社会信用代码更新，空白单元格不改动已有内容；所在镇街、园城、楼宇、行业、重点方向或 SaaS 服务有变动的，另填变动生效日期。',
    key: ['creditCode'],
    name: 'name',
    present: filesByCode,
    check: (values, present) => faultsOf(values, present as Filed | undefined, rules),
    before: (_, { row }) => row,
    changed: (values, { row }) => changedIn(values, row),
    named: ({ db }) =>
      db
        .select({ name: enterprises.name, where: orgs.shortName })
        .from(enterprises)
        .innerJoin(orgs, eq(orgs.id, enterprises.town))
        .where(isNull(enterprises.leftOn)),
    alike: similarNames,
    called: (id) => places.names.get(id),
  }
}

async function filesByCode(ctx: Ctx, codes: string[]): Promise<Map<string, Present>> {
  const found = codes.length ? await filesBy(ctx, 'creditCode', codes) : []
  return new Map(found.map((file) => [file.row.creditCode, file]))
}
