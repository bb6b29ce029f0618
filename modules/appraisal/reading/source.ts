/** Where a frozen number comes from, kept beside it: published figures with their proof, the office's verification, experts, an objection. */
import { z } from 'zod'

/** One published month of an indicator, and the subject's part of it. */
const told = z.object({
  month: z.string(),
  publication: z.uuid(),
  publishedOn: z.string(),
  restatement: z.number(),
  /** Of the published figure: the same rows gave the part. */
  digest: z.string(),
  value: z.number().nullable(),
})
export const published = z.object({
  is: z.literal('published'),
  code: z.string(),
  name: z.string(),
  version: z.number(),
  unit: z.string(),
  reading: z.enum(['end', 'growth']),
  by: z.string(),
  /** The part of the split, as the ledgers have it. */
  part: z.string(),
  partName: z.string(),
  end: told.nullable(),
  /** What the term began with. */
  base: told.nullable(),
})
export const source = z.union([
  published,
  z.object({ is: z.literal('verified'), by: z.string(), on: z.string(), opinion: z.string().nullable() }),
  /** In no order that tells who gave what. */
  z.object({ is: z.literal('experts'), points: z.array(z.number()) }),
  z.object({
    is: z.literal('corrected'),
    objection: z.string(),
    before: z.number().nullable(),
    by: z.string(),
    /** What was frozen first. */
    from: z.unknown(),
  }),
])
export type Published = z.infer<typeof published>
export type Source = z.infer<typeof source>

/** As the steps of a score tell it. */
export function saidSource(of: Source): string {
  switch (of.is) {
    case 'published': {
      const base = of.base ? `，较 ${of.base.month}` : ''
      return of.end ? `${of.end.month} 公布数据（第 ${of.version} 版口径，${of.end.publishedOn} 公布）${base}` : ''
    }
    case 'verified':
      return `${of.by} ${of.on} 核定`
    case 'experts':
      return `${of.points.length} 位专家评分`
    case 'corrected':
      return `异议 ${of.objection} 核查更正`
  }
}
