/** Pictures of buildings: what they are is told by their bytes, and a visitor opens those of what is offered only. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { openBuilding, type Stock } from '#test/space.ts'
import { pictureContent } from './picture-content.ts'

const { space } = modules
const today = '2024-06-28'
const someone = '没有找到该图片，它可能已被移除，或不在您可以查看的范围内'
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: { 101: 100, 102: 100 } }] })
})
afterAll(() => at.close())

const png = (width: number, height: number) => {
  const head = Buffer.alloc(33)
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(head)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}
const jpeg = (width: number, height: number) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    0xff,
    0xc2,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    0,
    0,
    0,
  ])
const webp = (kind: string, rest: number[]) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), Buffer.from(rest)])
const pdf = Buffer.from('%PDF-1.7\n%示例')

describe('a picture', () => {
  it('is known by its bytes, with its size', () => {
    expect(pictureContent(png(640, 480))).toEqual({ type: 'image/png', size: { width: 640, height: 480 } })
    expect(pictureContent(jpeg(4032, 3024))).toEqual({ type: 'image/jpeg', size: { width: 4032, height: 3024 } })
    const extended = webp('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0])
    expect(pictureContent(extended)).toEqual({ type: 'image/webp', size: { width: 640, height: 480 } })
    const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01])
    expect(pictureContent(lossy)).toEqual({ type: 'image/webp', size: { width: 640, height: 480 } })
    const packed = 639 | (479 << 14)
    const lossless = webp('VP8L', [0x2f, packed & 255, (packed >> 8) & 255, (packed >> 16) & 255, (packed >> 24) & 255])
    expect(pictureContent(lossless)).toEqual({ type: 'image/webp', size: { width: 640, height: 480 } })
    expect(pictureContent(pdf)).toEqual({ type: 'application/pdf', size: null })
  })

  it('that is cut off or none at all is nothing', () => {
    for (const bytes of [
      Buffer.from('你好'),
      Buffer.alloc(0),
      png(1, 1).subarray(0, 18),
      jpeg(9, 9).subarray(0, 12),
      Buffer.from('<svg/>'),
    ])
      expect(pictureContent(bytes)).toBeNull()
  })
})

const add = (name: string, bytes: Buffer, rest: object = {}, by = at.who.jin) =>
  at.play(by, today, space.addPicture, {
    building: stock.building,
    unit: null,
    kind: 'photo',
    caption: null,
    file: { name, bytes },
    ...rest,
  })
const open = (id: string, by = at.who.visitor) => at.play(by, today, space.openPicture, { id })

describe('uploading', () => {
  it.each<[string, string, () => Buffer, object, string]>([
    ['a text', '外景.jpg', () => Buffer.from('你好'), {}, '“外景.jpg”不是图片，或已损坏；请提供 JPEG、PNG 或 WebP 图片'],
    ['a page as a photo', '外景.pdf', () => pdf, {}, '“外景.pdf”是 PDF 文件，照片请提供 JPEG、PNG 或 WebP 图片'],
    ['too small a one', '外景.png', () => png(199, 900), {}, '“外景.png”为 199×900 像素，短边不足 200 像素，看不清楚，请换一张'],
    [
      'too large a one',
      '外景.png',
      () => png(8001, 900),
      {},
      '“外景.png”为 8001×900 像素，长边不能超过 8000 像素，请缩小后再上传',
    ],
    [
      'too heavy a one',
      '外景.png',
      () => Buffer.concat([png(640, 480), Buffer.alloc(10 * 1024 * 1024)]),
      {},
      '“外景.png”超过 10 MB，请压缩后再上传',
    ],
    [
      'no plan',
      '平面.docx',
      () => Buffer.from('PK'),
      { kind: 'plan' },
      '“平面.docx”不是图片，或已损坏；请提供 JPEG、PNG 或 WebP 图片，平面图也可用 PDF',
    ],
  ])('is refused with %s', async (_, name, bytes, rest, sentence) => {
    expect(await refusal(add(name, bytes(), rest))).toBe(sentence)
  })

  it('is for who keeps the building', async () => {
    expect(await refusal(add('外景.png', png(640, 480), {}, at.who.tian))).toBe('您没有“上传楼宇图片”的权限')
    const other = await openBuilding(at, { name: '二号楼', storeys: [{ number: 1, units: { 1: 10 } }] })
    expect(await refusal(add('外景.png', png(640, 480), { unit: other.units[1] }))).toBe('该单元不在“数字谷一号楼”，请刷新页面')
  })
})

describe('opening', () => {
  it('needs no login for what is offered, and is no use to a visitor otherwise', async () => {
    const ids = {
      building: (await add('外景.jpg', jpeg(800, 600))).id,
      offered: (await add('平面.pdf', pdf, { kind: 'plan', unit: stock.units['101'] })).id,
      whole: (await add('总平面.pdf', pdf, { kind: 'plan' })).id,
      other: (await add('室内.png', png(800, 600), { unit: stock.units['102'] })).id,
    }
    for (const id of Object.values(ids)) expect(await refusal(open(id))).toBe(someone)
    await at.play(at.who.jin, today, space.offerUnit, { id: stock.units['101']! })
    expect(await open(ids.building)).toMatchObject({ name: '外景.jpg', type: 'image/jpeg' })
    expect(Buffer.from((await open(ids.offered)).bytes).equals(pdf)).toBe(true)
    expect(await refusal(open(ids.other))).toBe(someone)
    const shown = await at.play(at.who.visitor, today, space.showOffered, { id: stock.units['101']! })
    expect(shown.pictures.map(({ id, type }) => [id, type])).toEqual([
      [ids.offered, 'application/pdf'],
      [ids.building, 'image/jpeg'],
    ])
    expect(await open(ids.other, at.who.leader)).toMatchObject({ type: 'image/png' })
    await at.play(at.who.jin, today, space.removePicture, { id: ids.building })
    expect(await refusal(open(ids.building))).toBe(someone)
    const { pictures } = await at.play(at.who.leader, today, space.showBuilding, { id: stock.building })
    const told = pictures.map(({ kind, unit, type }) => [kind, unit, type])
    expect(told).toHaveLength(3)
    for (const one of [
      ['photo', stock.units['102'], 'image/png'],
      ['plan', null, 'application/pdf'],
      ['plan', stock.units['101'], 'application/pdf'],
    ])
      expect(told).toContainEqual(one)
  })
})
