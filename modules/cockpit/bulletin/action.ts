/** The bulletin of a closed month (月报) as an official document: generated from the figures, not typed. */
import { z } from 'zod'
import { lastDayOf } from '#engines/indicator/months.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { whyUntold } from '#modules/indicator/figures.ts'
import { publishedMonths } from '#modules/indicator/told/publish.ts'
import { seesAll } from '#modules/indicator/told/reader.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, month as monthField } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { compute } from '#platform/worker.ts'
import { factsOf } from './facts.ts'
import { bulletinOf, titleOf } from './text.ts'

export const bulletin = query(
  { label: '生成月报', who: officials, input: z.object({ month: monthField('报告期') }), output: download('月报') },
  async (ctx, { month }) => {
    await requireClosed(ctx, month)
    const facts = await factsOf(ctx, month)
    const bytes = await compute<Uint8Array>(new URL('./print-worker.ts', import.meta.url), bulletinOf(facts), {
      seconds: 60,
      megabytes: 1024,
      tooLong: '月报未能在一分钟内生成，请稍后再试',
      busy: '正在生成其他文件，请稍候一两分钟再试',
    })
    return {
      name: `${titleOf(facts)}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
    }
  },
)

async function requireClosed(ctx: Ctx, month: string): Promise<void> {
  if (lastDayOf(month) >= ctx.today) throw invalid(`${monthInWords(month)}尚未结束，不能生成月报`)
  const untold = await whyUntold(ctx, month)
  if (untold) throw conflict(`${monthInWords(month)}的${untold}，暂不能生成月报`)
  // Before it is published its figures still move from day to day, report by report.
  const published = await publishedMonths(ctx, ctx.today)
  if (!seesAll(ctx) && !published.includes(month)) throw conflict(`${monthInWords(month)}的数据尚未公布，暂不能生成月报`)
}
