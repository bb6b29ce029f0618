/** `plan parse FILE [--json]`: one official document → the typed plan on stdout, or one sentence on stderr. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isPlan, parsePlan } from '#engines/plan/parse.ts'
import type { PlanDocument } from '#engines/plan/schema.ts'
import { documentLimits, readDocument } from '#platform/document.ts'
import { invalid, Problem, tooLarge } from '#platform/problem.ts'

/** `args` are the words after `plan`; returns the exit code. */
export async function plan(args: string[]): Promise<number> {
  try {
    const { file, json } = readArguments(args)
    const document = await readPlan(file)
    await write(json ? `${JSON.stringify(document, null, 2)}\n` : summary(document))
    return 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.message.replace(/\s*\n\s*/g, ' ')}\n`)
    return 1
  }
}

function readArguments(args: string[]): { file: string; json: boolean } {
  const [verb, ...rest] = args
  const words = rest.filter((word) => word !== '--json')
  const option = words.find((word) => /^--?[a-z]/.test(word))
  if (verb !== 'parse') throw invalid('用法：mantianxing plan parse 文件 --json')
  if (option !== undefined) throw invalid(`不认识的选项“${option}”，用法：mantianxing plan parse 文件 --json`)
  if (words.length !== 1) throw invalid('请给出一个文件，用法：mantianxing plan parse 文件 --json')
  return { file: words[0]!, json: rest.includes('--json') }
}

async function readPlan(file: string): Promise<PlanDocument> {
  const name = basename(file)
  const bytes = await readBytes(file, name)
  const document = parsePlan(await readDocument(name, bytes))
  const unfit = isPlan(document)
  if (unfit !== null) throw invalid(unfit)
  return document
}

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw invalid(`“${file}”是文件夹，请给出其中的一个文件`)
    if (found.size > documentLimits.bytes)
      throw tooLarge(`文件“${name}”超过 ${documentLimits.bytes / 1024 / 1024} MB，请删去图片或拆分后再提供`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Problem) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw invalid(`没有找到文件“${file}”，请检查路径`)
    if (code === 'EACCES' || code === 'EPERM') throw invalid(`没有读取文件“${file}”的权限`)
    throw invalid(`文件“${file}”无法读取，请检查后重试`)
  }
}

/** Waits until the words have left for a pipe; a reader that has gone away is no fault. */
function write(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)))
    process.stdout.write(words, () => resolve())
  })
}

function summary(plan: PlanDocument): string {
  const figures = plan.targets.filter((target) => target.comparator !== 'qualitative').length
  const owned = plan.tasks.filter((task) => task.units.length > 0).length
  const lines = [
    plan.title === null ? '标题：没有读出' : `标题：${plan.title}`,
    `文号：${plan.documentNumber ?? '无'}　发文机关：${plan.issuer ?? '没有读出'}　日期：${plan.issuedOn ?? '没有读出'}`,
    `期限：${plan.period === null ? '没有读出' : `${plan.period.from}—${plan.period.to} 年`}`,
    `目标 ${plan.goals.length} 段，量化指标 ${figures} 项；空间布局 ${plan.zones.length} 处；重点方向 ${plan.directions.length} 个`,
    `任务 ${plan.tasks.length} 项（${plan.groups.length} 组，标明责任单位的 ${owned} 项）；保障措施 ${plan.safeguards.length} 条；工作组 ${plan.workingGroups.length} 个`,
    ...plan.tasks.map(
      (task) => `  ${task.number ?? '·'} ${task.title}${task.units.length === 0 ? '' : `（${task.units.join('、')}）`}`,
    ),
    plan.warnings.length === 0 ? '没有需要核对的地方' : `需要核对 ${plan.warnings.length} 处：`,
    ...plan.warnings.slice(0, 20).map((warning) => `  ${warning.message}`),
    ...(plan.warnings.length > 20 ? [`  其余 ${plan.warnings.length - 20} 处见 --json 的 warnings`] : []),
  ]
  return `${lines.join('\n')}\n`
}
