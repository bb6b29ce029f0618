/** The ladder of titles (培育梯队): the rules for each as dated data, and how far an enterprise is from the next (plan task 5). */
import { z } from 'zod'
import { count, day, entity, text } from '#platform/fields.ts'

/** A version of the rules for a title or tier, as data (engines/criteria). */
export const criteria = entity('criteria', '认定标准', {
  code: text('代码', 60),
  version: count('版本', ''),
  name: text('名称', 100),
  since: day('生效日期'),
  /** The rules as the office writes them. */
  text: z.string().max(60_000).meta({ title: '标准文本', storage: 'text' }),
  source: text('依据', 300),
  enteredBy: text('录入人', 40),
})
