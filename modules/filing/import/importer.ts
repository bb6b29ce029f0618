/** A month's reports by spreadsheet: a town, a park or the office files on behalf of many enterprises at once. */

import { keeping } from '#modules/enterprise/file/keepers.ts'
import { areaOf } from '#modules/enterprise/import/rules.ts'
import type { Importer, Reading, Values } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { rulesOf } from '../clock.ts'
import { cellNames, valuesIn } from '../model.ts'
import { columns, examples } from './columns.ts'
import { commitReports } from './commit.ts'
import { type Known, knownBy } from './known.ts'
import { type Ground, judge, openIn } from './rules.ts'

export const filingImporter: Importer = {
  ledger: 'filing',
  who: keeping,
  open: openReading,
  commit: async (ctx, { id, org }) => commitReports(ctx, id, await groundOf(ctx, org)),
}

const groundOf = async (ctx: Ctx, org: string): Promise<Ground> => ({
  today: ctx.today,
  rules: await rulesOf(ctx),
  area: await areaOf(ctx, org),
})

async function openReading(ctx: Ctx, org: string): Promise<Reading> {
  const ground = await groundOf(ctx, org)
  return {
    columns,
    needed: ['revenue', 'softwareRevenue', 'softwareProducts', 'itServices', 'security', 'embedded', 'headcount', 'rndStaff'],
    choices: {},
    examples,
    note: '一家企业一行，一份表格一个报告期。金额为1月起累计，人数为月末数；季度末月另填本科及以上人员、研发费用、利润总额和软件业务出口。提交后为代填报表，由其他人员审核。',
    key: ['creditCode'],
    name: 'name',
    present: knownBy,
    check: (values, present) => {
      const judged = judge(values, present as Known | undefined, ground)
      return 'faults' in judged ? judged.faults : []
    },
    before: (values, present) => standing(values, present as Known),
    changed: (values, present) => {
      const before = standing(values, present as Known)
      // A report is sent though nothing of it has changed since it was begun.
      return ['month', ...cellNames.filter((cell) => (values[cell] ?? null) !== (before[cell] ?? null))]
    },
    named: async () => [],
    alike: () => [],
    called: () => undefined,
  }
}

/** The cells as they were begun for the month. */
function standing(values: Values, { row }: Known): Values {
  const open = openIn(row.reports, String(values.month))
  return open ? valuesIn(open) : {}
}
