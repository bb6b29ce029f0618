/** The measures, sizes and fonts of GB/T 9704—2012 as Word counts them: twips for lengths, half points for sizes. */
import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'

export const mm = (length: number) => Math.round(length * 56.6929)
export const pt = (length: number) => length * 20

/** 号 of Chinese type, in half points. */
export const sizes = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21 } as const
export type Size = (typeof sizes)[keyof typeof sizes]

/** One line of body text: 22 of them in 225 mm. */
export const lineHeight = 579
/** One character of body text. */
export const em = pt(sizes.三号 / 2)

type Face = { eastAsia: string; instead: string[] }
/** Prescribed fonts, and those to take where a machine has them not. */
export const faces = {
  title: { eastAsia: '方正小标宋简体', instead: ['小标宋', '宋体', 'SimSun'] },
  body: { eastAsia: '仿宋_GB2312', instead: ['仿宋', 'FangSong', '宋体'] },
  first: { eastAsia: '黑体', instead: ['SimHei'] },
  second: { eastAsia: '楷体_GB2312', instead: ['楷体', 'KaiTi', '宋体'] },
  page: { eastAsia: '宋体', instead: ['SimSun'] },
} as const satisfies Record<string, Face>
export type FaceName = keyof typeof faces

const latin = 'Times New Roman'
/** The hint makes quotation marks and dashes Chinese ones, as wide as a character. */
export const font = (face: FaceName) => ({
  ascii: face === 'page' ? '宋体' : latin,
  hAnsi: face === 'page' ? '宋体' : latin,
  cs: latin,
  eastAsia: faces[face].eastAsia,
  hint: 'eastAsia',
})

/** Text that XML can hold: no control characters, no halves of a character. */
export const clean = (text: string) =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '').replace(/[\r\n\t]+/g, ' ')

export const run = (text: string, face: FaceName, size: number, more: Partial<IRunOptions> = {}) =>
  new TextRun({ text: clean(text), font: font(face), size, ...more } as IRunOptions)

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/**
 * 28 characters of 三号 in 156 mm stand 0.2 pt closer than they are wide. Said of the text and not of a character grid of
 * the page, in which some programs give every character two places rather than draw them together.
 */
const closer = { characterSpacing: -4 }

/** A paragraph of one run on the grid of body lines. */
export const line = (text: string, more: Partial<IParagraphOptions> = {}, face: FaceName = 'body', size: number = sizes.三号) =>
  new Paragraph({
    spacing: exactly(lineHeight),
    children: [run(text, face, size, size === sizes.三号 ? closer : {})],
    ...more,
  } as IParagraphOptions)
export const blank = (keepNext = false) => line('', { keepNext })

const portrait = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) - 4 }
/** The portrait page turned: its binding edge is on top. */
const landscape = { top: portrait.left, bottom: portrait.right, left: portrait.bottom, right: portrait.top }
/** 版心: what a line may fill. */
export const measure = { portrait: mm(156), landscape: mm(225) }

export const page = (turned: boolean): ISectionPropertiesOptions => ({
  page: {
    size: { width: mm(210), height: mm(297), orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    // The page number stands 7 mm below the text.
    margin: turned ? { ...landscape, header: mm(15), footer: mm(14) } : { ...portrait, header: mm(15), footer: mm(23) },
  },
  // Every line states its exact height: a grid that lines snap to would also stretch titles and tables.
  grid: { type: 'default', linePitch: lineHeight },
})

export { AlignmentType }

/** The fonts to take instead, as Word's font table lists them. */
export function fontTable(): string {
  const names = Object.values(faces).map(
    ({ eastAsia, instead }) =>
      `<w:font w:name="${eastAsia}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${names.join('')}</w:fonts>`
}
