/** Documents of every format become text; every unusable file is refused with one sentence that says what to do. */
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { writePdf } from './document/pdf-fixture.ts'
import { documentLimits, readDocument } from './document.ts'
import { Problem } from './problem.ts'

const words = '云溪区行动方案（演示）\n一、发展目标\n到2027年，新增企业100家。'
const bytes = (text: string) => new TextEncoder().encode(text)

async function refusal(name: string, content: Uint8Array): Promise<string> {
  try {
    await readDocument(name, content)
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    const { message } = error as Problem
    expect(message).not.toContain('\n')
    expect(message).toContain(name)
    return message
  }
  throw new Error('the file was read')
}

describe('plain text', () => {
  test('UTF-8, with and without a mark', async () => {
    expect(await readDocument('甲.txt', bytes(words))).toBe(words)
    expect(await readDocument('甲.txt', bytes(`\ufeff${words}`))).toBe(words)
  })

  test('UTF-16, with and without a mark', async () => {
    const little = Buffer.from(words, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await readDocument('甲.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(words)
    expect(await readDocument('甲.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe(words)
    expect(await readDocument('甲.txt', little)).toBe(words)
    expect(await readDocument('甲.txt', big)).toBe(words)
  })

  test('GB18030', async () => {
    const gb = Uint8Array.from([
      0xd4, 0xc6, 0xcf, 0xaa, 0xc7, 0xf8, 0xd0, 0xd0, 0xb6, 0xaf, 0xb7, 0xbd, 0xb0, 0xb8, 0x0a, 0xd2, 0xbb, 0xa1, 0xa2,
    ])
    expect(await readDocument('甲.txt', gb)).toBe('云溪区行动方案\n一、')
  })

  test('a file without an ending is text if it looks like text', async () => {
    expect(await readDocument('方案', bytes(words))).toBe(words)
  })
})

describe('marked-up text', () => {
  test('Markdown loses its marks and keeps its tables', async () => {
    const source =
      '# 行动方案\n\n## 一、**重点任务**\n\n- 建设[平台](http://a.b)\n\n| 序号 | 任务 |\n| --- | --- |\n| 1 | 建设平台 |\n'
    expect((await readDocument('甲.md', bytes(source))).split('\n').filter(Boolean)).toEqual([
      '行动方案',
      '一、重点任务',
      '建设平台',
      '序号\t任务',
      '1\t建设平台',
    ])
  })

  test('HTML becomes lines; scripts go, tables and ordered lists stay', async () => {
    const source =
      '<html><head><style>p{}</style><script>var a=1</script></head><body><h1>行动方案</h1><p>一、<b>目标</b>&nbsp;到2027年。</p><ol><li>甲</li><li>乙</li></ol><table><tr><th>序号</th><th>任务</th></tr><tr><td>1</td><td><p>建设</p><p>平台</p></td></tr></table></body></html>'
    const lines = (await readDocument('甲.html', bytes(source)))
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    expect(lines).toEqual(['行动方案', '一、目标\u00a0到2027年。', '1. 甲', '2. 乙', '序号\t任务', '1\t建设 平台'])
  })

  test('keeps the line breaks of preformatted text and no others', async () => {
    const text = await readDocument('乙.html', bytes('<html><pre>一、目标\n到2027年。</pre><p>二、任\n务</p></html>'))
    expect(text.split('\n').filter(Boolean)).toEqual(['一、目标', '到2027年。', '二、任 务'])
  })
})

describe('Word', () => {
  const numbered = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, level: number) => ({
    level,
    format,
    text,
    start: 1,
  })

  test('paragraphs with the numbers Word prints by itself, tables with their merged cells', async () => {
    const cell = (text: string, verticalMerge?: 'restart' | 'continue') =>
      new TableCell({ verticalMerge, children: [new Paragraph(text)] })
    const file = new Document({
      numbering: {
        config: [
          {
            reference: 'plan',
            levels: [
              numbered(LevelFormat.CHINESE_COUNTING, '%1、', 0),
              numbered(LevelFormat.CHINESE_COUNTING, '（%2）', 1),
              numbered(LevelFormat.DECIMAL, '%3.', 2),
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph('行动方案'),
            ...(['发展目标', '重点任务'] as const).map(
              (text) => new Paragraph({ text, numbering: { reference: 'plan', level: 0 } }),
            ),
            new Paragraph({ text: '强化支撑', numbering: { reference: 'plan', level: 1 } }),
            new Paragraph({
              children: [new TextRun('建设'), new TextRun({ text: '平台', bold: true })],
              numbering: { reference: 'plan', level: 2 },
            }),
            new Paragraph({ text: '引进人才', numbering: { reference: 'plan', level: 2 } }),
            new Paragraph({ text: '优化生态', numbering: { reference: 'plan', level: 1 } }),
            new Paragraph({ text: '举办活动', numbering: { reference: 'plan', level: 2 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('类别'), cell('任务')] }),
                new TableRow({ children: [cell('平台', 'restart'), cell('甲')] }),
                new TableRow({ children: [cell('', 'continue'), cell('乙')] }),
              ],
            }),
          ],
        },
      ],
    })
    const text = await readDocument('甲.docx', await Packer.toBuffer(file))
    expect(text.split('\n').filter(Boolean)).toEqual([
      '行动方案',
      '一、发展目标',
      '二、重点任务',
      '（一）强化支撑',
      '1.建设平台',
      '2.引进人才',
      '（二）优化生态',
      '1.举办活动',
      '类别\t任务',
      '平台\t甲',
      '平台\t乙',
    ])
  })

  test('a part that expands beyond measure is refused before it is expanded', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', `<w:document>${' '.repeat(80 * 1024 * 1024)}</w:document>`)
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusal('弹.docx', bomb)).toContain('解压后过大')
  })

  test('a part that lies about its size is refused while it is expanded', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', ' '.repeat(80 * 1024 * 1024))
    const bomb = Buffer.from(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt32LE(1000, directory + 24)
    expect(await refusal('弹.docx', bomb)).toContain('解压后过大')
  })

  test('a damaged file and one that is no Word document', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', '<w:document><w:body><w:p/></w:body></w:document>')
    const whole = await zip.generateAsync({ type: 'uint8array' })
    expect(await refusal('坏.docx', whole.subarray(0, whole.length - 30))).toContain('已损坏')
    const other = await new JSZip().file('xl/workbook.xml', '<a/>').generateAsync({ type: 'uint8array' })
    expect(await refusal('表.docx', other)).toContain('压缩包或其他 Office 文件')
  })
})

describe('PDF', () => {
  test('printed lines are joined into paragraphs, page numbers go', async () => {
    const pdf = writePdf([
      [
        { x: 200, y: 780, words: '云溪区行动方案' },
        { x: 114, y: 740, words: '一、发展目标' },
        { x: 114, y: 710, words: '到2027年，全区软件产业营收突破一百亿元，新增企业一百家' },
        { x: 90, y: 680, words: '以上，盘活楼宇十万平方米。' },
        { x: 290, y: 40, words: '— 1 —' },
      ],
      [
        { x: 114, y: 780, words: '二、重点任务' },
        { x: 114, y: 750, words: '1.建设平台。（责任单位：区科技局，区财政局）' },
        { x: 290, y: 40, words: '— 2 —' },
      ],
    ])
    expect((await readDocument('甲.pdf', pdf)).split('\n')).toEqual([
      '云溪区行动方案',
      '一、发展目标',
      '到2027年，全区软件产业营收突破一百亿元，新增企业一百家以上，盘活楼宇十万平方米。',
      '二、重点任务',
      '1.建设平台。（责任单位：区科技局，区财政局）',
    ])
  })

  test('a scan and a damaged file', async () => {
    expect(await refusal('扫.pdf', writePdf([[], []]))).toContain('扫描件')
    expect(await refusal('坏.pdf', bytes('%PDF-1.7\n乱码'))).toContain('已损坏')
  })
})

describe('files that cannot be read', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
  const cases: [string, Uint8Array, string][] = [
    ['空.txt', new Uint8Array(), '是空的'],
    ['白.txt', bytes(' \n \n'), '没有文字'],
    ['旧.docx', ole, '另存为 .docx'],
    ['密.docx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), '已加密'],
    ['图.txt', png, '内容是图片'],
    ['图.png', png, '是图片'],
    ['表.xlsx', bytes('PK'), '不支持 .xlsx'],
    ['甲.pdf', bytes(words), '可能已损坏'],
    ['甲.docx', bytes(words), '可能已损坏'],
    ['甲.txt', bytes('%PDF-1.4'), '请把扩展名改为 .pdf'],
    ['码.txt', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16]), '二进制'],
    ['甲.doc', bytes(words), '不支持 .doc'],
    ['富.txt', bytes('{\\rtf1 abc}'), 'RTF'],
  ]
  test.each(cases)('%s', async (name, content, expected) => expect(await refusal(name, content)).toContain(expected))

  test('a file over the limit', async () => {
    expect(await refusal('大.txt', new Uint8Array(documentLimits.bytes + 1))).toContain('超过 20 MB')
  })

  test('a text over the limit', async () => {
    expect(await refusal('长.txt', bytes('a'.repeat(documentLimits.text + 1)))).toContain('请拆分')
  })
})
