/** For tests: writes a small PDF with Chinese text at given places, by a font that only maps codes to characters. */

type Words = { x: number; y: number; words: string }

/** One array of words per page; A4, 16-point type, every character as wide as it is high. */
export function writePdf(pages: Words[][]): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /Plan /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plan /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Plan /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>',
  )
  add(
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 256 beginbfrange ${ranges()} endbfrange endcmap end end`,
    ),
  )
  pages.forEach((page, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
    )
    add(stream(page.map(({ x, y, words }) => `BT /F1 16 Tf 1 0 0 1 ${x} ${y} Tm <${hex(words)}> Tj ET`).join('\n')))
  })
  const parts = ['%PDF-1.7\n']
  const offsets: number[] = []
  let length = parts[0]!.length
  for (const [i, body] of objects.entries()) {
    offsets.push(length)
    const part = `${i + 1} 0 obj\n${body}\nendobj\n`
    parts.push(part)
    length += part.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  )
  return new TextEncoder().encode(parts.join(''))
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function hex(words: string): string {
  return [...words].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

/** A range may only change the last byte, so every first byte has its own. */
function ranges(): string {
  return Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
    .map((byte) => `<${byte}00> <${byte}ff> <${byte}00>`)
    .join('\n')
}
