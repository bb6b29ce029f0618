/** What stands at the head and the end of an official document: 红头, signature, attachments, 版记 and page number. */
import {
  BorderStyle,
  Footer,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { AlignmentType, blank, em, exactly, line, lineHeight, measure, mm, pt, run, sizes } from './layout.ts'
import { widthOf } from './title.ts'

const red = 'FF0000'

/** 2024-06-30 → 2024年6月30日, with no leading zeros. */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 碚府办发, 2022, 21 → 碚府办发〔2022〕21号. */
export const documentNumber = (agency: string, year: number, number: number) => `${agency}〔${year}〕${number}号`

/** 发文机关标志 35 mm below the edge of the text, 发文字号 two lines under it, and the red line. */
export function redHead({ issuer, number }: { issuer: string; number?: string | undefined }): Paragraph[] {
  const fits = Math.min(120, Math.floor((measure.portrait / 20 / widthOf(issuer)) * 2))
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(Math.round(fits * 12)), before: mm(35) },
      children: [run(issuer, 'title', fits, { color: red })],
    }),
    blank(),
    line(number ?? '', { alignment: AlignmentType.CENTER, border: rule }),
    blank(),
  ]
}

/** 附件说明, a line below the text. */
export function attachmentNote(titles: string[]): Paragraph[] {
  if (!titles.length) return []
  const label = titles.length === 1 ? '附件：' : '附件：1. '
  return [
    blank(true),
    ...titles.map((title, index) => {
      const head = index === 0 ? label : `${index + 1}. `
      const left = em * 5 + (titles.length > 1 ? em : 0)
      const hanging = Math.round(widthOf(head) * em)
      return line(`${head}${title}`, { indent: { left, hanging }, keepNext: true })
    }),
  ]
}

/** 署名 two characters from the right; the date begins two characters after it, or gives the measure when it is longer. */
export function signature(signer: string | undefined, date: string | undefined): Paragraph[] {
  if (!signer && !date) return []
  const day = date ? dateInWords(date) : ''
  const [name, dated] = [widthOf(signer ?? ''), widthOf(day)]
  const dateRight = signer ? Math.max(2, name - dated) : 4
  const nameRight = Math.max(2, dateRight + dated + 2 - name)
  const right = (characters: number) => ({ alignment: AlignmentType.RIGHT, indent: { right: Math.round(characters * em) } })
  return [
    blank(true),
    blank(true),
    ...(signer ? [line(signer, { ...right(nameRight), keepNext: true })] : []),
    ...(day ? [line(day, right(dateRight))] : []),
  ]
}

/** Two characters in; further lines begin below the first word after the colon. */
export function rollOf(name: string, text: string): Paragraph {
  const hanging = Math.round((widthOf(name) + 1) * em)
  return new Paragraph({
    spacing: exactly(lineHeight),
    indent: { left: em * 2 + hanging, hanging },
    children: [run(`${name}：`, 'first', sizes.三号), run(text, 'body', sizes.三号)],
  })
}

/** 版记 at the foot of the last page: 抄送 or 分送, then 印发机关 and its date, between heavy lines. */
export function imprint(
  sentTo: Record<string, string[]>,
  printed: { by: string; on: string } | undefined,
): (Table | Paragraph)[] {
  const sent = Object.entries(sentTo).filter(([, units]) => units.length)
  if (!sent.length && !printed) return []
  const inset = pt(sizes.四号 / 2)
  // A hair under the measure: some programs let no table float that fills the line.
  const width = measure.portrait - 20
  const text = (children: TextRun[], more: object) =>
    new Paragraph({ spacing: exactly(lineHeight), autoSpaceEastAsianText: false, children, ...more })
  const small = (words: string) => run(words, 'body', sizes.四号)
  const rows = [
    ...sent.map(([way, units]) =>
      text([small(`${way}：${units.join('，')}。`)], { indent: { left: inset * 4, right: inset, hanging: inset * 3 } }),
    ),
    ...(printed
      ? [
          text([small(printed.by), new TextRun({ children: [new Tab()] }), small(`${dateInWords(printed.on)}印发`)], {
            indent: { left: inset },
            tabStops: [{ type: TabStopType.RIGHT, position: width - inset }],
          }),
        ]
      : []),
  ]
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const heavy = { style: BorderStyle.SINGLE, size: 8, color: '000000' } // 0.35 mm
  const light = { style: BorderStyle.SINGLE, size: 6, color: '000000' } // 0.25 mm
  return [
    blank(),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [width],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
      borders: { top: heavy, bottom: heavy, left: none, right: none, insideHorizontal: light, insideVertical: none },
      rows: rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: [new TableCell({ children: [row], margins: { left: 0, right: 0 } })] }),
      ),
    }),
    new Paragraph({ spacing: exactly(20), children: [] }),
  ]
}

/** — 1 — at the outer side: right on odd pages, left on even ones, a character in from the edge. */
export function pageNumbers() {
  const inset = pt(sizes.四号 / 2)
  const footer = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side,
          indent: { [side]: inset },
          children: [run('', 'page', sizes.四号, { children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    })
  return { default: footer('right'), even: footer('left') }
}
