/** Cells as people fill them in: every way of writing a day, a number, a yes; and a sentence for what cannot be meant. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { amount, count, day, entity, month, oneOf, ref, text, words, year, yes } from '../fields.ts'
import { cellReader } from './cells.ts'
import { inputColumnsOf } from './column.ts'
import { folded, quoted, tidy } from './letters.ts'
import type { RawCell } from './rows.ts'
import { numberIn, unitsDiffer } from './units.ts'

const zones: Record<string, string> = { 云溪软件园: '0190a2b4-0000-7000-8000-000000000001' }
const enterprise = entity('enterprise', '企业', {
  name: text('企业名称', 30),
  code: z
    .string()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码应为 18 位数字和大写字母')
    .meta({ title: '统一社会信用代码', storage: 'text' }),
  phone: text('联系电话', 20).nullable(),
  area: amount('用地面积', '㎡').nullable(),
  revenue: amount('营业收入', '万元').nullable(),
  share: amount('研发占比', '%').nullable(),
  factor: amount('系数').nullable(),
  staff: count('从业人数', '人'),
  founded: year('成立年份').nullable(),
  opened: day('注册日期').nullable(),
  since: month('入统月份').nullable(),
  listed: yes('是否上市').nullable(),
  kind: oneOf('行业', { software: '软件业', service: '信息技术服务业' }),
  brands: words('品牌').nullable(),
  zone: ref('园区', 'zone').nullable(),
})
const columns = inputColumnsOf(enterprise, undefined, {
  resolve: { zone: (name) => (zones[name] ? { value: zones[name] } : { problem: '没有找到这个园区' }) },
})
const read = (key: keyof typeof enterprise.shape, cell: RawCell, epoch: 1900 | 1904 = 1900) => {
  const found = cellReader(columns.find((column) => column.key === key)!, epoch)(cell)
  return 'value' in found ? found.value : found.problem
}

describe('text', () => {
  it.each<[RawCell, unknown]>([
    ['　重庆云溪　科技有限公司\u00a0', '重庆云溪科技有限公司'],
    ['ＡＢＣ１２３（重庆）', 'ABC123（重庆）'],
    ['Cloud\u00a0 River\u200b', 'Cloud River'],
    ['甲\r\n 乙', '甲\n乙'],
    [12, '12'],
    [true, 'TRUE'],
    [{ date: '2024-06-30' }, '2024-06-30'],
    [{ percent: 0.3 }, '30%'],
    ['', '请填写企业名称'],
    [null, '请填写企业名称'],
    [' \u3000\u200b', '请填写企业名称'],
    [{ fault: '#REF!' }, '公式出错（#REF!），请改正，或粘贴为数值'],
    [{ fault: '公式没有结果' }, '公式没有算出结果，请用 Excel 打开后保存，或粘贴为数值'],
    ['长'.repeat(31), `企业名称不超过 30 个字，现为“${'长'.repeat(20)}…”`],
  ])('%j is read as %j', (cell, value) => expect(read('name', cell)).toBe(value))

  it.each<[RawCell, unknown]>([
    ['91500109MA5U000001', '91500109MA5U000001'],
    ['9150 0109 ma5u 0000 01', '91500109MA5U000001'],
    ['９１５００１０９ＭＡ５Ｕ０００００１', '91500109MA5U000001'],
    [9.1500109e17, 'Excel 已把它变成数字，末几位已丢失，请把该列设为“文本”格式后重新填写，现为“915001090000000000”'],
    ['9.15001E+17', 'Excel 已把它变成数字，末几位已丢失，请把该列设为“文本”格式后重新填写，现为“9.15001E+17”'],
    ['915001', '统一社会信用代码应为 18 位数字和大写字母，现为“915001”'],
  ])('code %j is read as %j', (cell, value) => expect(read('code', cell)).toBe(value))

  it('that is a stroke says nothing', () => {
    expect(read('phone', '/')).toBe(null)
    expect(read('name', '——')).toBe('请填写企业名称，现为“——”')
  })

  it('takes telephone numbers that became numbers', () => {
    expect(read('phone', 13800000000)).toBe('13800000000')
    expect(read('phone', 2368000000)).toBe('2368000000')
  })

  it('is left alone when it is tidy, and tidying twice changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(tidy(tidy(any))).toBe(tidy(any))
        expect(folded(folded(any))).toBe(folded(any))
        expect([...quoted(any)].length).toBeLessThanOrEqual(23)
      }),
    ))
})

describe('a number', () => {
  it.each<[RawCell, unknown]>([
    [0.1 + 0.2, 0.3],
    ['1,234.50', 1234.5],
    ['１２，３４５', 12345],
    ['3.5万', 35000],
    ['2平方米', 2],
    ['2 ㎡', 2],
    ['1.005万㎡', 10050],
    ['(1,200)', -1200],
    ['－5', -5],
    ['1.5E+3', 1500],
    ['/', null],
    ['—', null],
    [null, null],
    ['3亩', '应为数字（单位：㎡），现为“3亩”'],
    ['约3000', '应为数字（单位：㎡），现为“约3000”'],
    ['3-5', '应为数字（单位：㎡），现为“3-5”'],
    [{ date: '2024-06-30' }, '应为数字，不是日期，现为“2024-06-30”'],
    [true, '应为数字（单位：㎡），现为“TRUE”'],
  ])('area %j is read as %j', (cell, value) => expect(read('area', cell)).toBe(value))

  it.each<[RawCell, unknown]>([
    [12.5, 12.5],
    ['12.5万', 12.5],
    ['1.2亿元', 12000],
    ['5000元', 0.5],
    ['￥12', 12],
    ['3家', '应为数字（单位：万元），现为“3家”'],
  ])('revenue in 万元 %j is read as %j', (cell, value) => expect(read('revenue', cell)).toBe(value))

  it.each<[keyof typeof enterprise.shape, RawCell, unknown]>([
    ['share', '30%', 30],
    ['share', 30, 30],
    ['share', { percent: 0.07 }, 7],
    ['factor', '30%', 0.3],
    ['factor', { percent: 0.07 }, 0.07],
    ['staff', '120名', 120],
    ['staff', '1.2万', 12000],
    ['staff', 2.5, '从业人数应为整数，现为“2.5”'],
    ['staff', -1, '从业人数不能为负数，现为“-1”'],
    ['staff', '-', '请填写从业人数，现为“-”'],
    ['staff', null, '请填写从业人数'],
    ['founded', '2019年', 2019],
    ['founded', { date: '2019-01-01' }, 2019],
    ['founded', 19, '成立年份应为四位年份，现为“19”'],
  ])('%s %j is read as %j', (key, cell, value) => expect(read(key, cell)).toBe(value))

  it('is read back from every way of writing it', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(numberIn(value.toLocaleString('en-US'))).toBe(value)
        expect(numberIn(`${value}万`, '元')).toBe(value * 10_000)
        expect(numberIn(`${value}`, '万元')).toBe(value)
        expect(numberIn(`${value / 100}%`, '%')).toBe(value / 100)
      }),
    ))

  it.each([
    ['营业收入（万元）', '营业收入（亿元）', { wanted: '万元', found: '亿元' }],
    ['营业收入（万元）', '营业收入(元)', { wanted: '万元', found: '元' }],
    ['面积（㎡）', '面积（亩）', { wanted: '㎡', found: '亩' }],
    ['面积（㎡）', '面积（平方米）', null],
    ['数量（个）', '数量（家）', null],
    ['营业收入（万元）', '营业收入（单位：万元）', null],
    ['营业收入（万元）', '营业收入（不含税）', null],
    ['营业收入（万元）', '营业收入', null],
    ['人数（人）', '人数（万人）', { wanted: '人', found: '万人' }],
  ])('the units of %s and %s: %j', (wanted, found, differ) => expect(unitsDiffer(wanted, found)).toEqual(differ))
})

describe('a day', () => {
  it.each<[RawCell, unknown]>([
    [{ date: '2024-06-03' }, '2024-06-03'],
    [{ date: '2024-06-03T17:30:00' }, '2024-06-03'],
    ['2024-6-3', '2024-06-03'],
    ['2024/06/03', '2024-06-03'],
    ['2024.6.3', '2024-06-03'],
    ['2024年6月3日', '2024-06-03'],
    ['２０２４年６月３日', '2024-06-03'],
    ['2024 年 6 月 3 日 星期一', '2024-06-03'],
    ['2024-06-03 17:30', '2024-06-03'],
    ['20240603', '2024-06-03'],
    ['45446', '2024-06-03'],
    [20240603, '2024-06-03'],
    [45446, '2024-06-03'],
    ['无', '应为日期，如 2024-06-30，现为“无”'],
    ['昨天', '应为日期，如 2024-06-30，现为“昨天”'],
    ['24.6.3', '应为日期，如 2024-06-30，现为“24.6.3”'],
    ['6/3/2024', '应为日期，如 2024-06-30，现为“6/3/2024”'],
    ['2024-06', '应为日期，如 2024-06-30，现为“2024-06”'],
    ['2024-02-30', '注册日期应为日期，如 2024-06-30，现为“2024-02-30”'],
    ['0204-06-30', '注册日期的年份应在 1949 至 2100 之间，现为“0204-06-30”'],
    [2024, '应为日期，如 2024-06-30，现为“2024”'],
    ['——', null],
  ])('%j is read as %j', (cell, value) => expect(read('opened', cell)).toBe(value))

  it('is counted from 1904 where the workbook does', () => expect(read('opened', 45446 - 1462, 1904)).toBe('2024-06-03'))

  it.each<[RawCell, unknown]>([
    ['2024-06', '2024-06'],
    ['2024年6月', '2024-06'],
    ['2024年6月份', '2024-06'],
    ['2024.1', '2024-01'],
    ['202406', '2024-06'],
    [202406, '2024-06'],
    [2024.06, '2024-06'],
    [2024.12, '2024-12'],
    [45446, '2024-06'],
    [{ date: '2024-06-01' }, '2024-06'],
    ['2024年6月3日', '2024-06'],
    [2024.1, '应为年月，如 2024-06，现为“2024.1”'],
    ['6月', '应为年月，如 2024-06，现为“6月”'],
    ['2024-13', '入统月份应为年月，如 2024-06，现为“2024-13”'],
  ])('month %j is read as %j', (cell, value) => expect(read('since', cell)).toBe(value))
})

describe('words', () => {
  it.each<[keyof typeof enterprise.shape, RawCell, unknown]>([
    ...(['是', '有', '√', 'Y', 'yes', 1, true, '１'] as const).map(
      (cell) => ['listed', cell, true] as ['listed', RawCell, unknown],
    ),
    ...(['否', '无', '×', 'n', 'No', 0, false] as const).map((cell) => ['listed', cell, false] as ['listed', RawCell, unknown]),
    ['listed', '/', null],
    ['listed', '拟上市', '应为“是”或“否”，现为“拟上市”'],
    ['kind', '软件业', 'software'],
    ['kind', ' 信息技术 服务业', 'service'],
    ['kind', 'service', 'service'],
    ['kind', '软件', '应为“软件业”、“信息技术服务业”之一，现为“软件”'],
    ['kind', null, '请选择行业'],
    ['brands', '甲、乙，丙；丁\n戊', ['甲', '乙', '丙', '丁', '戊']],
    ['brands', null, null],
    ['zone', '云溪软件园', '0190a2b4-0000-7000-8000-000000000001'],
    ['zone', '别的园', '没有找到这个园区，现为“别的园”'],
    ['zone', null, null],
  ])('%s %j is read as %j', (key, cell, value) => expect(read(key, cell)).toEqual(value))
})

describe('a column read to its end', () => {
  const staff = columns.find(({ key }) => key === 'staff')!
  it.each([
    ['few', 7],
    ['more than are kept in mind', 2500],
  ])('reads every cell as if it were the first, however often: %s values', (_, different) => {
    const said = Array.from({ length: different }, (_, i) => (i % 3 ? `${i}人` : i % 2 ? `约${i}` : i))
    const read = cellReader(staff, 1900)
    for (const cell of [...said, null, ...said, '', ...said]) expect(read(cell)).toEqual(cellReader(staff, 1900)(cell))
  })
})

describe('columns to be filled in', () => {
  it('are required where nothing is no value, and leave out references nobody can resolve', () => {
    expect(columns.filter(({ required }) => required).map(({ key }) => key)).toEqual(['name', 'code', 'staff', 'kind'])
    expect(inputColumnsOf(enterprise).map(({ key }) => key)).not.toContain('zone')
    expect(inputColumnsOf(enterprise, ['staff', 'name']).map(({ heading }) => heading)).toEqual(['从业人数（人）', '企业名称'])
  })
})
