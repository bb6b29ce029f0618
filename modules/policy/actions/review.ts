/** The fair-competition review of a draft, recorded item by item; public with the clauses it is about. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { fairReview, reviewItems } from '../model.ts'
import { draftToWork } from '../rights.ts'
import { fairReviews } from '../tables.ts'

type Given = Pick<z.output<typeof fairReview>, 'opinion' | 'items' | 'basis'>

export const recordReview = command(
  {
    label: '登记公平竞争审查',
    who: ['office'],
    input: fairReview
      .pick({ version: true, opinion: true, items: true, reviewedOn: true, unit: true })
      .extend({ basis: fairReview.shape.basis.default(null), file: upload('审查表').optional() }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { file, ...given }) => {
    const { policy, draft } = await draftToWork(ctx, given.version)
    if (draft.status !== 'draft') throw conflict('只能为条款草案登记公平竞争审查')
    if (given.reviewedOn > ctx.today) throw invalid('审查日期不能晚于今天')
    requireConclusive(given)
    const kept = file && (await keepFile(ctx, { ...paper(file), audience: 'internal' }))
    const values = { ...given, policy: policy.id, file: kept?.id ?? null, by: ctx.actor.name }
    const [row] = await ctx.db.insert(fairReviews).values(values).returning({ id: fairReviews.id })
    return { id: row!.id }
  },
)

const paper = ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
  name,
  type: 'application/octet-stream',
  bytes: Buffer.from(bytes),
})

/** The conclusion follows from the items; an exception names the article it rests on. */
function requireConclusive({ opinion, items, basis }: Given): void {
  const asked = Object.keys(reviewItems)
  const answered = items.map(({ item }) => item)
  if (answered.length !== asked.length || new Set(answered).size !== asked.length) throw invalid('请逐项填写四项审查标准')
  const broken = items.filter(({ holds }) => !holds)
  for (const { item, note } of broken) if (!note) throw invalid(`请写明“${reviewItems[item]}”一项不符合的情形`)
  if (opinion === 'passed' && broken.length > 0) throw invalid('有不符合的审查标准，结论不能为“符合”')
  if (opinion !== 'passed' && broken.length === 0) throw invalid('四项标准均符合，结论应为“符合”')
  if (opinion === 'excepted' && !basis) throw invalid('适用例外规定的，请写明依据的条款和实施期限')
}

/** Whoever sees the review sees its form. */
export const openReview = query(
  { label: '公平竞争审查表', who: 'anyone', input: z.object({ id: z.uuid() }), output: download('公平竞争审查表') },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select({ file: fairReviews.file }).from(fairReviews).where(eq(fairReviews.id, id))
    if (!row?.file) throw missing('审查表')
    return openPaper(ctx, row.file)
  },
)
