/** Any uploaded or named document → its text; every file that cannot be read is refused with one exact sentence. */
import { readHtml } from './document/html.ts'
import { readMarkdown } from './document/markdown.ts'
import { readPdf } from './document/pdf.ts'
import { decodeText } from './document/plain.ts'
import { type Content, sniff } from './document/sniff.ts'
import { readWord } from './document/word.ts'
import { invalid, tooLarge } from './problem.ts'

/** Largest file taken, and largest text read out of one, in bytes and UTF-16 units. */
export const documentLimits = { bytes: 20 * 1024 * 1024, text: 10 * 1024 * 1024 }

const readable = '请提供 .docx、.pdf、.txt、.md 或 .html 文件'

/** `name` tells the format by its ending; the bytes must agree with it. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw invalid(`文件“${name}”是空的，请检查后重新提供`)
  if (bytes.length > documentLimits.bytes)
    throw tooLarge(`文件“${name}”超过 ${documentLimits.bytes / 1024 / 1024} MB，请删去图片或拆分后再提供`)
  const format = agree(name, sniff(bytes))
  const text = await read[format](bytes, name)
  if (text.trim() === '') throw invalid(`文件“${name}”里没有文字，请检查内容后重新提供`)
  if (text.length > documentLimits.text)
    throw tooLarge(`文件“${name}”的文字超过 ${documentLimits.text / 1024 / 1024} 兆字，请拆分后再提供`)
  return text
}

type Format = 'text' | 'markdown' | 'html' | 'word' | 'pdf'

const read: Record<Format, (bytes: Uint8Array, name: string) => Promise<string> | string> = {
  text: decodeText,
  markdown: (bytes, name) => readMarkdown(decodeText(bytes, name)),
  html: (bytes, name) => readHtml(decodeText(bytes, name)),
  word: readWord,
  pdf: readPdf,
}

const formats: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'word',
  pdf: 'pdf',
}

/** The format both the name and the bytes point to. */
function agree(name: string, content: Content): Format {
  const ending = /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const expected = formats[ending]
  if (content.kind === 'ole') throw invalid(content.encrypted ? `文件“${name}”已加密，请取消密码后重新提供` : oldWord(name))
  if (expected === undefined && (ending !== '' || content.kind !== 'text')) throw invalid(unknown(name, ending, content))
  const wanted = expected ?? 'text'
  const fits = content.kind === wanted || (content.kind === 'text' && (wanted === 'markdown' || wanted === 'html'))
  if (!fits) throw invalid(mismatch(name, ending, content))
  return wanted
}

function oldWord(name: string): string {
  return `文件“${name}”是旧版 Word 或 WPS 文件（.doc、.wps），请另存为 .docx 后重新提供`
}

function unknown(name: string, ending: string, content: Content): string {
  if (content.kind === 'image') return `文件“${name}”是图片，读不出文字，${readable}`
  return ending === '' ? `文件“${name}”没有可识别的格式，${readable}` : `不支持 .${ending} 文件“${name}”，${readable}`
}

function mismatch(name: string, ending: string, content: Content): string {
  const what: Record<Exclude<Content['kind'], 'ole'>, string> = {
    text: '不含该格式应有的内容，可能已损坏',
    word: '内容是 Word 文档，请把扩展名改为 .docx 后重新提供',
    pdf: '内容是 PDF，请把扩展名改为 .pdf 后重新提供',
    zip: '内容是压缩包或其他 Office 文件',
    image: '内容是图片，读不出文字',
    binary: '内容是二进制数据，不是文字',
    rtf: '内容是 RTF 文件，请另存为 .docx 后重新提供',
  }
  const said = what[content.kind as Exclude<Content['kind'], 'ole'>]
  return `文件“${name}”的扩展名是 .${ending || '（无）'}，${said}${/请/.test(said) ? '' : `，${readable}`}`
}
