/** The texts (YAML) a command is to read: all of a folder, or one alone. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { invalid, Problem, tooLarge } from '#platform/problem.ts'

export type Text = { name: string; text: string }

const largestFile = 4 * 1024 * 1024

/** `what` they are, for whoever names a folder without any. */
export async function readTexts(path: string, what: string): Promise<{ files: Text[]; folder: boolean }> {
  const found = await stat(path).catch(() => {
    throw invalid(`没有找到“${path}”，请检查路径`)
  })
  if (!found.isDirectory()) return { files: [await read(path)], folder: false }
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).sort()
  if (names.length === 0) throw invalid(`文件夹“${path}”中没有${what}（.yaml）`)
  return { files: await Promise.all(names.map((name) => read(join(path, name)))), folder: true }
}

async function read(path: string): Promise<Text> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > largestFile) throw tooLarge(`文件“${basename(path)}”超过 ${largestFile / 1024 / 1024} MB`)
    return { name: path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof Problem) throw error
    if (error instanceof TypeError) throw invalid(`文件“${path}”不是 UTF-8 编码的文本`)
    throw invalid(`文件“${path}”无法读取，请检查后重试`)
  }
}
