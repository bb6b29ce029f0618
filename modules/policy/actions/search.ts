/** The library of policies as a list: for everyone, drafts for officials only. */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { query } from '#platform/action.ts'
import { clausesOf, filter, line, seek } from '../search.ts'

export const library = query(
  {
    label: '政策文件库',
    who: 'anyone',
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(line), total: z.number() }),
  },
  (ctx, { page, size, ...of }) => seek(ctx, of, { page, size }),
)

/** What the library can be narrowed to: pots and kinds of support that clauses have. */
export const libraryChoices = query(
  {
    label: '政策分类',
    who: 'anyone',
    input: z.object({}),
    output: z.object({ lines: z.array(z.enum(Object.keys(potNames) as [keyof typeof potNames])), types: z.array(z.string()) }),
  },
  async (ctx) => {
    const clauses = (await clausesOf(ctx)).flatMap(({ read }) => read.policy.clauses)
    const byName = new Intl.Collator('zh-CN')
    return {
      lines: [...new Set(clauses.map(({ pot }) => pot))],
      types: [...new Set(clauses.map(({ type }) => type))].sort(byName.compare),
    }
  },
)
