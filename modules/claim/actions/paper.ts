/** A claim on paper, of a firm without an account: entered by the office, which writes in its stead until the firm adopts its file. */
import { z } from 'zod'
import { fileToSee } from '#modules/enterprise/queries.ts'
import { command } from '#platform/action.ts'
import { text } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { begin } from '../course/begin.ts'
import { done, requirePresent } from './apply.ts'

export const startOnPaper = command(
  {
    label: '代录纸质申报',
    who: ['office'],
    input: z.object({
      enterprise: z.uuid('请选择企业'),
      cycle: z.uuid('请选择兑现批次'),
      clause: text('条款', 60),
    }),
    output: done,
  },
  async (ctx, { enterprise, ...asked }) => {
    const file = await fileToSee(ctx, enterprise)
    if (file.org !== null) throw conflict(`“${file.name}”已有账户，请由企业在企业端申报`)
    requirePresent(file)
    return begin(ctx, file, asked, { enteredBy: ctx.actor.name, enteredOn: ctx.today })
  },
)
