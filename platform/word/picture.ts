/** A picture in an official document: centred, its caption under it in 楷体, its words for those who do not see it. */
import { ImageRun, LineRuleType, Paragraph } from 'docx'
import { AlignmentType, clean, exactly, mm, run, sizes } from './layout.ts'

export type PictureContent = {
  png: Uint8Array
  /** In millimetres; wider than a line of text, it is made smaller. */
  width: number
  height: number
  /** With its number: 图1 各园城企业数. The text refers to it. */
  caption: string
  /** What is to be seen, in a sentence. */
  alternative: string
}

/** `keepNext`: the caption stays with what follows. */
export function pictureOf(of: PictureContent, measure: number, keepNext: boolean): Paragraph[] {
  const scale = Math.min(1, measure / mm(of.width))
  const dots = (millimetres: number) => (millimetres * scale * 96) / 25.4
  const picture = new ImageRun({
    type: 'png',
    data: of.png,
    transformation: { width: dots(of.width), height: dots(of.height) },
    altText: { name: clean(of.caption), description: clean(of.alternative) },
  })
  return [
    // A line of exact height would show only its own height of the picture.
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120 },
      children: [picture],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext,
      spacing: { ...exactly(sizes.小四 * 15), after: 120 },
      children: [run(of.caption, 'second', sizes.小四)],
    }),
  ]
}
