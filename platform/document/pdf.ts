/** A .pdf file → its text: printed lines joined into paragraphs, page numbers and running heads left out. */
import { getDocumentProxy } from 'unpdf'
import { invalid } from '../problem.ts'
import { joinLines, type PrintedLine } from './pdf-lines.ts'

type Run = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

export async function readPdf(bytes: Uint8Array, name: string): Promise<string> {
  const pages = await readPages(bytes, name)
  const text = joinLines(pages)
  if (text.replace(/\s/g, '').length < Math.max(10, pages.length * 3))
    throw invalid(`PDF 文件“${name}”没有文字层，可能是扫描件，请先做文字识别或提供 Word 版`)
  if (garbled(text)) throw invalid(`PDF 文件“${name}”的文字无法识别，字体没有带文字编码，请提供 Word 版`)
  return text
}

/** Fonts without a map to characters give control characters and private code points instead of words. */
function garbled(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff\ufffd]/g)?.length ?? 0
  return odd > sample.length * 0.1
}

async function readPages(bytes: Uint8Array, name: string): Promise<PrintedLine[][]> {
  try {
    // pdf.js takes the buffer over, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const pages: PrintedLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      pages.push(printedLines(content.items.filter((item): item is typeof item & Run => 'str' in item)))
      page.cleanup()
    }
    await document.destroy()
    return pages
  } catch (error) {
    const kind = (error as Error).name
    if (kind === 'PasswordException') throw invalid(`PDF 文件“${name}”已加密，请取消密码后重新提供`)
    throw invalid(`PDF 文件“${name}”已损坏，无法打开，请重新导出后再提供`)
  }
}

/** Runs on one baseline form a line; a wide gap inside a line parts the columns of a table. */
function printedLines(runs: Run[]): PrintedLine[] {
  const lines: (PrintedLine & { size: number })[] = []
  for (const run of runs) {
    if (run.str.trim() === '') continue
    const [x, y] = [run.transform[4]!, run.transform[5]!]
    const size = Math.abs(run.transform[3]!) || run.height || 10
    const line = lines.findLast((other, i) => lines.length - i <= 40 && Math.abs(other.y - y) < Math.min(other.size, size) * 0.5)
    if (line !== undefined && x >= line.right - size * 0.6) {
      const gap = x - line.right
      line.words += `${gap > size * 2.5 ? '\t' : gap > size * 0.3 && /[A-Za-z\d]$/.test(line.words) && /^[A-Za-z\d]/.test(run.str) ? ' ' : ''}${run.str}`
      line.right = x + run.width
    } else lines.push({ words: run.str, left: x, right: x + run.width, y, size })
  }
  return lines
}
