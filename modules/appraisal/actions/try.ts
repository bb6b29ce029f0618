/** What if, before a scheme is issued: the data of an appraisal under another text — who moves, and by which items. */
import { z } from 'zod'
import { whatIf } from '#engines/appraisal/compare.ts'
import { readScheme } from '#engines/appraisal/read/scheme.ts'
import type { Scheme, Subject } from '#engines/appraisal/scheme.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { readFigures } from '../reading/freeze.ts'
import { saidSource } from '../reading/source.ts'
import { byRound, inputOf, latestRounds } from '../reckoning/input.ts'
import { type Appraisal, appraisalOf, askedIn, frozenOf, latestIn, type SubjectRow, schemeOf, subjectsOf } from '../whole.ts'

const standing = z.object({
  points: z.number().nullable(),
  place: z.number().nullable(),
  grade: z.string().nullable(),
  award: z.number().nullable(),
})
const item = z.object({ code: z.string(), title: z.string(), before: z.number().nullable(), after: z.number().nullable() })

export const tryScheme = command(
  {
    label: '推演考核办法',
    who: ['office', 'leader'],
    input: z.object({
      text: z.string().max(100_000, '办法文本不超过 100000 个字'),
      appraisal: z.uuid('请选择用于推演的考核评估'),
    }),
    output: z.object({
      title: z.string(),
      decimals: z.number(),
      groups: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          subjects: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              before: standing,
              after: standing,
              moved: z.boolean(),
              items: z.array(item),
              sentence: z.string(),
            }),
          ),
        }),
      ),
      /** Groups one of the two schemes does not have. */
      left: z.array(z.string()),
    }),
  },
  async (ctx, { text, appraisal: id }) => {
    const { scheme: after, flaws } = readScheme(text)
    if (!after) throw invalid(`办法文本还有问题，第 ${flaws[0]!.line} 行：${flaws[0]!.sentence}`)
    const appraisal = await appraisalOf(ctx, id)
    if (['preparing', 'self', 'verifying', 'cancelled'].includes(appraisal.status))
      throw conflict('该考核评估还没有可用于推演的数据')
    const before = await schemeOf(ctx, appraisal)
    const shared = after.groups.filter(({ code }) => before.groups.some((one) => one.code === code))
    const codes = new Set(shared.map(({ code }) => code))
    const rows = (await subjectsOf(ctx, id)).filter(({ group }) => codes.has(group))
    const given = await dataOf(ctx, appraisal, before, after, rows)
    return {
      title: appraisal.title,
      decimals: Math.max(before.decimals, after.decimals),
      groups: shared.flatMap(({ code, title }) => {
        const subjects = given.get(code) ?? []
        if (subjects.length === 0) return []
        return [
          {
            code,
            title,
            subjects: whatIf(before, after, code, subjects, appraisal.pot).subjects.map((one) => ({
              ...one,
              items: [...one.items],
            })),
          },
        ]
      }),
      left: [...after.groups, ...before.groups].flatMap(({ code, title }) => (codes.has(code) ? [] : [title])),
    }
  },
)

/** What was frozen, and for what only the new scheme asks, the published figures of the same term. */
async function dataOf(ctx: Ctx, appraisal: Appraisal, before: Scheme, after: Scheme, rows: SubjectRow[]) {
  const frozen = await frozenOf(ctx, appraisal.id)
  const [latest, rounds] = [latestIn(frozen), byRound(frozen)]
  const subjects = new Map<string, Subject>()
  for (const row of rows) subjects.set(row.id, inputOf(before, latestRounds(before, row, latest), rounds))
  const sourceIn = (scheme: Scheme, group: string, code: string) =>
    JSON.stringify(askedIn(scheme.groups.find((one) => one.code === group)!).find((one) => one.code === code)?.source)
  const fresh = await readFigures(ctx, after, appraisal, rows, ({ group }, { code }) => {
    return sourceIn(before, group, code) !== sourceIn(after, group, code)
  })
  for (const { subject, asked, value, missing, source } of fresh) {
    const of = subjects.get(subject.id)!
    const values = { ...of.data.values, [asked.code]: { value, missing, source: saidSource(source) } }
    subjects.set(subject.id, { ...of, data: { ...of.data, values } })
  }
  const groups = new Map<string, Subject[]>()
  for (const { id, group } of rows) groups.set(group, [...(groups.get(group) ?? []), subjects.get(id)!])
  return groups
}
