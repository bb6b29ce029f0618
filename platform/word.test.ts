/** Official documents: read back, they say what was asked, in the measures, fonts and sizes of GB/T 9704—2012. */
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { titleLines } from './word/title.ts'
import {
  dateInWords,
  documentNumber,
  heading,
  type OfficialDocument,
  officialDocument,
  paragraph,
  picture,
  table,
} from './word.ts'

const written = async (more: Partial<OfficialDocument> = {}) => {
  const buffer = await officialDocument({ title: '关于报送月度进展的通知', body: [paragraph('请于每月5日前报送。')], ...more })
  const zip = await JSZip.loadAsync(buffer)
  const part = async (name: string) => (await zip.file(`word/${name}`)?.async('string')) ?? ''
  const html = (await mammoth.convertToHtml({ buffer })).value
  const text = (await mammoth.extractRawText({ buffer })).value
  const files = Object.keys(zip.files)
  return { part, html, text, files, xml: await part('document.xml') }
}
/** The XML of the paragraph that holds these words. */
const paragraphOf = (xml: string, words: string) =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([whole]) => whole).find((whole) => whole.replace(/<[^>]+>/g, '').includes(words))!
const mm = (twips: number) => twips / 56.6929
const attribute = (xml: string, name: string) => Number(RegExp(`w:${name}="(-?\\d+)"`).exec(xml)![1])
const sizeOf = (xml: string) => Number(/<w:sz w:val="(\d+)"/.exec(xml)![1])

describe('the page', () => {
  it('is A4 with 37 mm above, 28 mm at the binding side and 156 × 225 mm of text, to a millimetre', async () => {
    const { xml } = await written()
    expect(mm(attribute(xml, 'w'))).toBeCloseTo(210, 0)
    expect(mm(attribute(xml, 'h'))).toBeCloseTo(297, 0)
    const margins = /<w:pgMar[^>]*>/.exec(xml)![0]
    const [top, left, right, bottom] = ['top', 'left', 'right', 'bottom'].map((side) => mm(attribute(margins, side)))
    expect(top).toBeCloseTo(37, 1)
    expect(left).toBeCloseTo(28, 1)
    expect(210 - left! - right!).toBeCloseTo(156, 0)
    expect(297 - top! - bottom!).toBeCloseTo(225, 0)
  })

  it('takes 22 lines of 28 characters', async () => {
    const body = paragraphOf((await written()).xml, '请于每月')
    const line = attribute(body, 'line')
    expect(body).toContain('w:lineRule="exact"')
    expect(22 * line).toBeLessThanOrEqual(225 * 56.6929)
    expect(23 * line).toBeGreaterThan(225 * 56.6929)
    const character = sizeOf(body) * 10 + Number(/<w:spacing w:val="(-?\d+)"/.exec(body)![1])
    expect(28 * character).toBeLessThanOrEqual(156 * 56.6929 + 5)
    expect(29 * character).toBeGreaterThan(156 * 56.6929)
  })

  it('is numbered at the outer side in 四号宋体', async () => {
    const { part, xml } = await written()
    expect(await part('settings.xml')).toContain('<w:evenAndOddHeaders')
    const [odd, even] = await Promise.all(['footer1.xml', 'footer2.xml'].map(part))
    expect(odd).toContain('<w:jc w:val="right"/>')
    expect(even).toContain('<w:jc w:val="left"/>')
    for (const footer of [odd, even]) {
      expect(footer).toContain('w:eastAsia="宋体"')
      expect(footer).toContain('<w:sz w:val="28"/>')
      expect(footer!.replace(/<[^>]+>/g, '')).toBe('— PAGE —')
    }
    expect(xml).toMatch(/w:type="default".*w:type="even"/)
  })
})

describe('the type', () => {
  it('is 二号小标宋 for the title, 三号仿宋 for the text, 黑体 and 楷体 for headings', async () => {
    const { xml } = await written({
      body: [heading(1, '一、目标'), heading(2, '（一）空间'), heading(3, '1. 家底'), paragraph('正文。')],
    })
    const look = (words: string) => {
      const found = paragraphOf(xml, words)
      return [/w:eastAsia="([^"]+)"/.exec(found)![1], sizeOf(found)]
    }
    expect(look('关于报送')).toEqual(['方正小标宋简体', 44])
    expect(look('一、目标')).toEqual(['黑体', 32])
    expect(look('（一）空间')).toEqual(['楷体_GB2312', 32])
    expect(look('1. 家底')).toEqual(['仿宋_GB2312', 32])
    expect(look('正文。')).toEqual(['仿宋_GB2312', 32])
    expect(attribute(paragraphOf(xml, '正文。'), 'firstLine')).toBe(640)
  })

  it('names fonts to take instead', async () => {
    const fonts = await (await written()).part('fontTable.xml')
    expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="小标宋,宋体,SimSun"/>')
    expect(fonts).toContain('<w:altName w:val="仿宋,FangSong,宋体"/>')
  })

  it('keeps quotation marks Chinese', async () => {
    expect(paragraphOf((await written()).xml, '请于每月')).toContain('w:hint="eastAsia"')
  })
})

describe('the parts', () => {
  it('stand in their order', async () => {
    const { text } = await written({
      heading: { issuer: '重庆市北碚区人民政府办公室文件', number: documentNumber('碚府办发', 2022, 21) },
      to: ['各街道办事处', '区政府各部门'],
      subtitle: '（征求意见稿）',
      attachments: [{ title: '任务分解表', body: [paragraph('附件正文。')] }, { title: '名词解释' }],
      signer: '重庆市北碚区人民政府办公室',
      date: '2022-10-05',
      copiedTo: ['区委办公室', '区人大常委会办公室'],
      printed: { by: '重庆市北碚区人民政府办公室', on: '2022-10-08' },
    })
    expect(text.split('\n').filter((line) => line.trim())).toEqual([
      '重庆市北碚区人民政府办公室文件',
      '碚府办发〔2022〕21号',
      '关于报送月度进展的通知',
      '（征求意见稿）',
      '各街道办事处，区政府各部门：',
      '请于每月5日前报送。',
      '附件：1. 任务分解表',
      '2. 名词解释',
      '重庆市北碚区人民政府办公室',
      '2022年10月5日',
      '附件1',
      '任务分解表',
      '附件正文。',
      '抄送：区委办公室，区人大常委会办公室。',
      '重庆市北碚区人民政府办公室\t2022年10月8日印发',
    ])
  })

  it('date without leading zeros', () => expect(dateInWords('2024-06-03')).toBe('2024年6月3日'))

  it('set the date two characters after the signature, and a longer date two characters from the edge', async () => {
    const indents = async (signer: string) => {
      const { xml } = await written({ signer, date: '2024-06-30' })
      return [signer, '2024年6月30日'].map((words) => attribute(/<w:ind [^>]*>/.exec(paragraphOf(xml, words))![0], 'right') / 320)
    }
    // 13 characters against 6.5: the name ends two from the edge, the date begins two after it.
    expect(await indents('重庆市北碚区人民政府办公室')).toEqual([2, 6.5])
    expect(await indents('区政府')).toEqual([7.5, 2])
  })

  it('are left out where there is nothing to say', async () => {
    const { text, xml } = await written()
    expect(text.split('\n').filter(Boolean)).toEqual(['关于报送月度进展的通知', '请于每月5日前报送。'])
    expect(xml).not.toContain('<w:tbl>')
  })

  it('hold any text a person can paste', async () => {
    const { text, xml } = await written({ body: [paragraph('甲\u0000\u0008<b>&乙\ud800😀\n丙')] })
    expect(text).toContain('甲<b>&乙😀')
    expect(xml).toContain('&lt;b&gt;&amp;')
    expect(text.split('\n').filter(Boolean).at(-1)).toBe('丙')
  })
})

describe('a table', () => {
  const content = {
    headings: [
      { text: '任务', width: 2 },
      { text: '举措', width: 3 },
      { text: '期限', width: 1, align: 'center' as const },
    ],
    rows: [
      [{ text: '盘活楼宇', rows: 2 }, '摸清家底\n形成台账', '2024年6月30日'],
      [null, '分类改造', { text: '2024年12月31日', colour: 'C00000' }],
      ['新增企业', '走访', ''],
    ],
  }

  it('repeats its headings, spans rows, and sets its own size', async () => {
    const { xml, html } = await written({ body: [table({ ...content, size: '四号' })] })
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1)
    expect(html).toContain('<td rowspan="2"><p>盘活楼宇</p></td>')
    expect(html).toContain('<td><p>摸清家底</p><p>形成台账</p></td>')
    expect(sizeOf(paragraphOf(xml, '走访'))).toBe(28)
    expect(paragraphOf(xml, '2024年12月31日')).toContain('w:val="C00000"')
    expect(sizeOf(paragraphOf((await written({ body: [table(content)] })).xml, '走访'))).toBe(21)
  })

  it('sets a line over several columns in 黑体, kept with the row below', async () => {
    const rows = [[{ text: '（一）空间', columns: 3 }, null, null], ...content.rows]
    const { xml, html } = await written({ body: [table({ ...content, rows })] })
    expect(html).toContain('<td colspan="3"><p>（一）空间</p></td>')
    expect(paragraphOf(xml, '（一）空间')).toMatch(/w:keepNext.*w:eastAsia="黑体"/)
  })

  it('takes landscape pages of its own when it is wide, the text before and after staying upright', async () => {
    const { xml } = await written({ body: [paragraph('前。'), table({ ...content, wide: true }), paragraph('后。')] })
    const pages = [...xml.matchAll(/<w:pgSz[^>]*>/g)].map(([size]) => /orient="(\w+)"/.exec(size)![1])
    expect(pages).toEqual(['portrait', 'landscape', 'portrait'])
    const turned = [...xml.matchAll(/<w:pgMar[^>]*>/g)][1]![0]
    // The binding edge is above.
    expect(mm(attribute(turned, 'top'))).toBeCloseTo(28, 1)
    expect(mm(attribute(turned, 'right'))).toBeCloseTo(37, 1)
    expect([...xml.matchAll(/<w:pgSz[^>]*>/g)].map(([size]) => attribute(size, 'w') > attribute(size, 'h'))).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('a picture', () => {
  // The smallest there is: one dot.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  )
  const drawn = { png, width: 120, height: 60, caption: '图1 各园城企业数', alternative: '蔡家智慧新城 123 家，居首位' }
  const millimetres = (xml: string) => {
    const [, across, down] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)!
    return [Number(across) / 36_000, Number(down) / 36_000]
  }

  it('stands in the middle in its own size, its line as high as it is, and says what is to be seen', async () => {
    const { xml, html, files } = await written({ body: [paragraph('见图1。'), picture(drawn)] })
    const [across, down] = millimetres(xml)
    expect(across).toBeCloseTo(120, 1)
    expect(down).toBeCloseTo(60, 1)
    const holder = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([whole]) => whole).find((whole) => whole.includes('<w:drawing>'))!
    expect(holder).toContain('<w:jc w:val="center"/>')
    expect(holder).toContain('w:lineRule="auto"')
    expect(html).toContain('alt="蔡家智慧新城 123 家，居首位"')
    expect(files.filter((file) => file.endsWith('.png'))).toHaveLength(1)
  })

  it('keeps its caption under it, in 小四楷体', async () => {
    const { xml } = await written({ body: [picture(drawn)] })
    const caption = paragraphOf(xml, '图1 各园城企业数')
    expect(caption).toContain('w:eastAsia="楷体_GB2312"')
    expect(caption).toContain('<w:jc w:val="center"/>')
    expect(sizeOf(caption)).toBe(24)
    expect(xml.slice(0, xml.indexOf('<w:drawing>'))).toMatch(/<w:keepNext\/>(?!.*<w:p>)/)
  })

  it('is made smaller where it is wider than a line, keeping its shape', async () => {
    const [across, down] = millimetres((await written({ body: [picture({ ...drawn, width: 312 })] })).xml)
    expect(across).toBeCloseTo(156, 0)
    expect(down).toBeCloseTo(30, 0)
  })

  it('is one of several, each with words of its own', async () => {
    const { html } = await written({ body: [picture(drawn), picture({ ...drawn, caption: '图2', alternative: '水土新城居次' })] })
    expect([...html.matchAll(/alt="([^"]+)"/g)].map(([, words]) => words)).toEqual([drawn.alternative, '水土新城居次'])
  })
})

describe('a long title', () => {
  it('is broken between words into even lines that fit', () => {
    const lines = titleLines(
      '重庆市北碚区人民政府办公室关于印发北碚区软件和信息服务业“满天星”行动计划实施方案（2022—2025年）的通知',
      20,
    )
    expect(lines.length).toBe(3)
    expect(lines.join('')).toBe(
      '重庆市北碚区人民政府办公室关于印发北碚区软件和信息服务业“满天星”行动计划实施方案（2022—2025年）的通知',
    )
    for (const line of lines) {
      expect(line).not.toMatch(/^[”）、的]/)
      expect(line).not.toMatch(/[“（]$/)
    }
  })

  it('is left alone where it fits, and keeps its own lines', () => {
    expect(titleLines('关于报送月度进展的通知', 20)).toEqual(['关于报送月度进展的通知'])
    expect(titleLines('北碚区\n任务分解表', 20)).toEqual(['北碚区', '任务分解表'])
  })

  it('is given whole where no break is possible', () => {
    expect(titleLines('A'.repeat(100), 20)).toEqual(['A'.repeat(100)])
  })
})
