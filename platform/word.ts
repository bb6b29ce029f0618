/**
 * Official documents in the layout of GB/T 9704—2012, as .docx.
 *
 * A4 with 37 mm above and 28 mm on the binding side, 22 lines of 28 characters, title in 二号小标宋, text in 三号仿宋,
 * headings 一、in 黑体 and （一）in 楷体, page numbers at the outer side. The numbers of headings are part of their text.
 */
import { Document, type ISectionOptions, Packer, Paragraph, type Table } from 'docx'
import { attachmentNote, imprint, pageNumbers, redHead, rollOf, signature } from './word/ending.ts'
import { AlignmentType, blank, clean, em, exactly, font, fontTable, line, measure, page, pt, run, sizes } from './word/layout.ts'
import { type PictureContent, pictureOf } from './word/picture.ts'
import { type TableContent, tableOf } from './word/table.ts'
import { titleLines } from './word/title.ts'

export { dateInWords, documentNumber } from './word/ending.ts'
export type { PictureContent } from './word/picture.ts'
export type { Cell, Heading, TableContent } from './word/table.ts'

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  /** 出席：, the name in 黑体 and whom it lists hanging from it. */
  | { kind: 'roll'; name: string; text: string }
  /** A wide table takes landscape pages of its own. */
  | ({ kind: 'table'; wide?: boolean } & TableContent)
  | ({ kind: 'picture' } & PictureContent)

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const roll = (name: string, text: string): Block => ({ kind: 'roll', name, text })
export const table = (content: TableContent & { wide?: boolean }): Block => ({ kind: 'table', ...content })
export const picture = (content: PictureContent): Block => ({ kind: 'picture', ...content })

export type OfficialDocument = {
  /** 红头: 发文机关标志 and 发文字号. */
  heading?: { issuer: string; number?: string }
  title: string
  /** A line in 楷体 under the title: （征求意见稿）. */
  subtitle?: string
  /** 主送机关. */
  to?: string[]
  body: Block[]
  /** Named after the text; those with a body are printed behind it, each on a new page. */
  attachments?: { title: string; body?: Block[] }[]
  signer?: string
  /** 成文日期, YYYY-MM-DD. */
  date?: string
  copiedTo?: string[]
  /** 分送, of minutes, instead of 抄送. */
  distributedTo?: string[]
  printed?: { by: string; on: string }
  /** All pages landscape: a document that is one wide table. */
  landscape?: boolean
}

export async function officialDocument(of: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    title: clean(of.title),
    creator: '满天星',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: font('body'), size: sizes.三号, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: sectionsOf(partsOf(of)),
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}

/** Pieces in order of print; a turned piece stands on landscape pages. */
type Part = { turned: boolean; children: (Paragraph | Table)[] }

function partsOf(of: OfficialDocument): Part[] {
  const { attachments = [], copiedTo = [], distributedTo = [] } = of
  const turned = of.landscape ?? false
  const printed = attachments.flatMap(({ title, body }, index): Part[] => {
    if (!body) return []
    const number = attachments.length > 1 ? String(index + 1) : ''
    const first = line(`附件${number}`, { pageBreakBefore: true }, 'first')
    // The title stands on the page of what it names.
    const content = blocksOf(body, turned)
    const side = content[0]?.turned ?? turned
    return [{ turned: side, children: [first, blank(), ...titleOf(title, side)] }, ...content]
  })
  return [
    { turned, children: [...(of.heading ? redHead(of.heading) : []), ...titleOf(of.title, turned, of.subtitle)] },
    ...(of.to?.length ? [{ turned, children: [line(`${of.to.join('，')}：`)] }] : []),
    ...blocksOf(of.body, turned, true),
    { turned, children: [...attachmentNote(attachments.map(({ title }) => title)), ...signature(of.signer, of.date)] },
    ...printed,
    { turned, children: imprint({ 抄送: copiedTo, 分送: distributedTo }, of.printed) },
  ]
}

/** Characters of 二号 that fill a line. */
const fits = (turned: boolean) => Math.floor(measure[turned ? 'landscape' : 'portrait'] / pt(sizes.二号 / 2))

const titleOf = (title: string, turned: boolean, subtitle?: string) => [
  ...titleLines(title, fits(turned)).map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: exactly(pt(34)),
        children: [run(text, 'title', sizes.二号)],
      }),
  ),
  ...(subtitle ? [line(subtitle, { alignment: AlignmentType.CENTER, keepNext: true }, 'second')] : []),
  blank(),
]

/** `signed`: the last paragraph stays with what follows, so that no signature stands alone on its page. */
const blocksOf = (blocks: Block[], turned: boolean, signed = false): Part[] =>
  blocks.map((block, index) => {
    const side = turned || (block.kind === 'table' && block.wide === true)
    const keepNext = signed && index === blocks.length - 1
    return { turned: side, children: childrenOf(block, side ? measure.landscape : measure.portrait, keepNext) }
  })

const indented = { indent: { firstLine: em * 2 }, alignment: AlignmentType.BOTH }
const faceOf = { 1: 'first', 2: 'second', 3: 'body' } as const

function childrenOf(block: Block, width: number, keepNext: boolean): (Paragraph | Table)[] {
  if (block.kind === 'table') return [tableOf(block, width)]
  if (block.kind === 'picture') return pictureOf(block, width, keepNext)
  if (block.kind === 'heading') {
    return [line(block.text, { ...indented, keepNext: true, outlineLevel: block.level - 1 }, faceOf[block.level])]
  }
  if (block.kind === 'roll') return [rollOf(block.name, block.text)]
  const paragraphs = block.text.split(/\n+/)
  return paragraphs.map((text, index) =>
    line(text.trim(), { ...indented, keepNext: keepNext && index === paragraphs.length - 1 }),
  )
}

/** Neighbouring pieces of one orientation share a section; turning the page begins the next. */
function sectionsOf(parts: Part[]): ISectionOptions[] {
  const joined = parts
    .filter(({ children }) => children.length)
    .reduce<Part[]>((sections, part) => {
      const last = sections.at(-1)
      if (last && last.turned === part.turned) last.children.push(...part.children)
      else sections.push({ turned: part.turned, children: [...part.children] })
      return sections
    }, [])
  return joined.map(({ turned, children }) => ({ properties: page(turned), footers: pageNumbers(), children }))
}
