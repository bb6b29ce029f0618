/** `appraisal check` reads schemes of appraisal and runs their worked examples. */
import { type Checked, checkSchemes } from '#engines/appraisal/check.ts'
import { invalid } from '#platform/problem.ts'
import { readTexts } from './texts.ts'

const usage = '用法：mantianxing appraisal check 文件夹 [--json]'

/** `args` are the words after `appraisal`; returns the exit code. */
export async function appraisal(args: string[]): Promise<number> {
  const [, ...rest] = args
  const json = rest.includes('--json')
  const [path, other] = rest.filter((word) => word !== '--json')
  if (path === undefined) throw invalid(`请给出一个文件夹或文件，${usage}`)
  const unknown = [path, other].find((word) => word?.startsWith('-'))
  if (unknown !== undefined) throw invalid(`不认识的选项“${unknown}”，${usage}`)
  if (other !== undefined) throw invalid(`只能给出一个文件夹或文件，多了“${other}”，${usage}`)
  const checked = checkSchemes((await readTexts(path, '考核办法文件')).files)
  process.stdout.write(json ? `${JSON.stringify(told(checked), null, 2)}\n` : report(checked))
  return checked.flaws.length > 0 ? 1 : 0
}

const told = ({ files, items, examples, flaws }: Checked) => ({ files, items, examples, flaws })

function report({ files, items, examples, flaws }: Checked): string {
  const lines = flaws.map(({ file, line, column, sentence }) => `${file}:${line}:${column} ${sentence}`)
  const counts = `${files} 个文件、${items} 项指标、${examples} 个样例`
  return [...lines, flaws.length === 0 ? `${counts}，全部通过` : `${counts}，有 ${flaws.length} 处问题`, ''].join('\n')
}
