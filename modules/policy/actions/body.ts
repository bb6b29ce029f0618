/** The text of a document out of its file, for the editor: looked through by people before it is kept. */
import { z } from 'zod'
import { command } from '#platform/action.ts'
import { upload } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { compute } from '#platform/worker.ts'
import { policy } from '../model.ts'
import { leads } from '../rights.ts'

/** Nothing is kept; a file is more than an address may hold. */
export const readBody = command(
  {
    label: '读取政策正文',
    who: leads,
    input: z.object({ file: upload('政策文件') }),
    output: z.object({ text: z.string() }),
  },
  async (_, { file }) => {
    const text = await compute<string>(new URL('../body-worker.ts', import.meta.url), file, {
      seconds: 60,
      megabytes: 1024,
      tooLong: `文件“${file.name}”过于复杂，未能在一分钟内读完，请转为纯文本后再读取`,
      busy: '正在读取其他文件，请稍候一两分钟再试',
    })
    const whole = text.trim()
    if (!policy.shape.body.safeParse(whole).success) {
      throw invalid(`文件“${file.name}”的文字有 ${whole.length} 个字，超过正文 200000 个字的限制，请只保留正文后再读取`)
    }
    return { text: whole }
  },
)
