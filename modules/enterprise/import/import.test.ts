/** Enterprises by spreadsheet: every kind of trouble is told at its cell, nothing is written before it is committed, and then all of it. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { code, type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { importing, type Line, lineOf, nameOf, today, workbookOf } from '#test/sheets.ts'
import { amend, show as showFile } from '../actions/file.ts'
import { leave } from '../actions/life.ts'
import { exportList, list } from '../actions/list.ts'
import { register } from '../actions/register.ts'

let at: Firms
let sheet: ReturnType<typeof importing>
beforeAll(async () => {
  at = await openFirms()
  sheet = importing(at)
})
afterAll(() => at.close())

const problemsOf = async (lines: Line[], who = at.who.office) => {
  const { id } = await sheet.upload(who, lines)
  const rows = await sheet.rows(who, id, 'bad')
  return rows.map(({ row, bad }) => [row, ...bad.map(({ column, heading, problem }) => `${column} ${heading}：${problem}`)])
}
const problemOf = async (rest: Line, who = at.who.office) => (await problemsOf([lineOf(40, rest)], who))[0]?.[1] ?? '没有问题'
const count = async (table: string) => (await at.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n
const fileOf = async (n: number) => {
  const { rows } = await at.play(at.who.office, today, list, { words: code(n) })
  return at.play(at.who.office, today, showFile, { id: rows[0]!.id })
}
const put = (lines: Line[], who = at.who.office) => sheet.upload(who, lines).then(({ id }) => sheet.commit(who, id))

describe('what people write', () => {
  it('is understood: days and numbers as text, full-width letters, spaces, groups of digits, a title over the headings', async () => {
    const spaced = code(1)
      .replace(/(.{4})/g, '$1 ')
      .toLowerCase()
    const written = lineOf(1, {
      统一社会信用代码: ` ${spaced}`,
      落户日期: '2024年3月1日',
      成立日期: '２０２４.２.５',
      '注册资本（元）': '１，０００万元',
      行业代码: 6513,
      所在镇街: ' 天生 街道 ',
    })
    const { id, ...told } = await sheet.upload(at.who.office, await workbookOf([written], { title: '企业台账' }))
    expect(told).toMatchObject({ status: 'checked', total: 1, bad: 0, fresh: 1, changed: 0, similar: 0 })
    await sheet.commit(at.who.office, id)
    expect((await fileOf(1)).file).toMatchObject({
      creditCode: code(1),
      settledOn: '2024-03-01',
      registeredOn: '2024-02-05',
      capital: 10_000_000,
      frequency: 'month',
      saas: false,
      source: 'import',
      asOf: today,
    })
  })

  it('names columns that mean nothing here', async () => {
    const { ignored } = await sheet.upload(at.who.office, [lineOf(40, { 招商经理: '小周' })])
    expect(ignored).toEqual(['以下列不在填报范围内，未读取：「招商经理」（J 列）'])
  })
})

describe('trouble is told at its cell', () => {
  it.each<[string, Line, string | RegExp]>([
    [
      'a code that is too short',
      { 统一社会信用代码: '12345' },
      'A 统一社会信用代码：统一社会信用代码应为 18 位，现为 5 位，现为“12345”',
    ],
    ['an unknown town', { 所在镇街: '东方镇' }, 'E 所在镇街：没有找到这个镇街，请写平台上的名称，现为“东方镇”'],
    ['a town another government runs', { 所在镇街: '水土街道' }, /由两江新区管理委员会管辖，不属于本区建档范围/],
    ['a trade that is none', { 行业代码: '65x9' }, /行业代码应为四位数字/],
    ['a trade the standard does not know', { 行业代码: '6420' }, /不在《国民经济行业分类》/],
    ['nothing where a new one must say something', { 企业类型: null }, 'D 企业类型：新建档的企业请填写企业类型'],
    ['no name', { 企业名称: null }, 'B 企业名称：请填写企业名称'],
    ['an option nobody offered', { 登记状态: '正常经营' }, /应为“存续”/],
    ['a day that has not come', { 落户日期: '2025-01-01' }, 'I 落户日期：落户日期不能晚于今天'],
    ['settling before being established', { 成立日期: '2024-05-01' }, 'I 落户日期：落户日期不能早于成立日期'],
    ['a part of another', { 来源: '分立设立' }, 'H 来源：分立设立的企业，请在原企业档案中办理“分立设立”'],
  ])('%s', async (_, rest, sentence) => {
    expect(await problemOf(rest)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
  })

  it('a row that is there twice names the other', async () => {
    expect(await problemsOf([lineOf(40), lineOf(41), lineOf(40, { 企业名称: nameOf(42) })])).toEqual([
      [4, 'A 统一社会信用代码：与第 2 行重复，请只保留一行'],
    ])
  })

  it('an area not one’s own', async () => {
    expect(await problemOf({}, at.who.tian)).toBe('没有问题')
    expect(await problemOf({}, at.who.cai)).toBe('E 所在镇街：镇街只能导入本镇街范围内的企业，其他镇街的请由领导小组办公室导入')
    expect(await problemOf({}, at.who.jin)).toBe('没有问题')
    const other = '园城只能导入本园城范围内的企业，其他范围的请由领导小组办公室导入'
    expect(await problemOf({ 所在园城: '蔡家园城' }, at.who.jin)).toBe(`F 所在园城：${other}`)
    expect(await problemOf({ 所在园城: null }, at.who.jin)).toBe(`F 所在园城：${other}`)
  })
})

describe('what is on file', () => {
  beforeAll(async () => {
    await put([lineOf(10), lineOf(11, { '注册资本（元）': 100 })])
  })

  it('is amended where the sheet says something else, and only there', async () => {
    const { id, ...told } = await sheet.upload(at.who.office, [
      lineOf(10, { 联系人: '小王' }),
      lineOf(11, { '注册资本（元）': null, 联系人: null }),
    ])
    expect(told).toMatchObject({ total: 2, bad: 0, fresh: 0, changed: 1 })
    expect((await sheet.rows(at.who.office, id, 'changed'))[0]!.changes).toEqual([{ heading: '联系人', from: null, to: '小王' }])
    expect(await sheet.rows(at.who.office, id, 'same')).toHaveLength(1)
    expect(await sheet.commit(at.who.office, id)).toMatchObject({ done: 1 })
    const { file, stretches } = await fileOf(10)
    expect(file).toMatchObject({ contact: '小王', source: 'import' })
    expect(stretches).toHaveLength(1)
    expect((await fileOf(11)).file).toMatchObject({ capital: 100 })
  })

  it('moves on the day the sheet names, as a move of its own would', async () => {
    const moved = { 所在镇街: '蔡家岗街道', 所在园城: '蔡家园城' }
    expect(await problemsOf([lineOf(10, moved)])).toEqual([
      [2, ' 变动生效日期：所在镇街、园城、楼宇、行业、重点方向或 SaaS 服务有变动，请填写变动生效日期'],
    ])
    expect(await problemsOf([lineOf(10, { ...moved, 变动生效日期: '2024-02-01' })])).toEqual([
      [2, 'J 变动生效日期：不能早于最近一次变动之日 2024-03-01'],
    ])
    await put([lineOf(10, { ...moved, 变动生效日期: '2024-05-01' })])
    const { file, stretches } = await fileOf(10)
    expect(file).toMatchObject({ town: at.org('蔡家岗街道'), zone: at.org('蔡家园城') })
    expect(stretches).toMatchObject([
      { since: '2024-03-01', until: '2024-05-01', end: 'moved' },
      { since: '2024-05-01', until: null, begin: 'moved', town: at.org('蔡家岗街道') },
    ])
  })

  it('keeps the days and origins that have steps of their own', async () => {
    expect(await problemsOf([lineOf(11, { 落户日期: '2024-04-01', 来源: '原有' })])).toEqual([
      [
        2,
        'I 落户日期：与档案不一致，落户日期不能由表格改动，请在其档案中办理更正',
        'H 来源：与档案不一致，来源不能由表格改动，请在其档案中办理更正',
      ],
    ])
  })

  it('is not overridden where another office says so', async () => {
    const { file } = await fileOf(11)
    await at.play(at.who.office, today, amend, { id: file.id, values: { capital: 200 }, source: 'market', asOf: today })
    expect(await problemsOf([lineOf(11, { '注册资本（元）': 300 })])).toEqual([
      [2, 'J 注册资本（元）：档案中该项来自市场监管登记，不能由表格改动，请在其档案中更正并写明理由'],
    ])
    await put([lineOf(11, { '注册资本（元）': 300, 数据来源: '市场监管登记' })])
    expect((await fileOf(11)).file).toMatchObject({ capital: 300, origins: { capital: { source: 'market' } } })
  })

  it('belongs to another town’s area', async () => {
    expect(await problemsOf([lineOf(10)], at.who.tian)).toEqual([
      [2, 'A 统一社会信用代码：该企业已在蔡家岗街道建档，不在本单位范围内，请由领导小组办公室办理'],
    ])
  })

  it('comes back by a step of its own once it has left', async () => {
    await put([lineOf(12)])
    const { file } = await fileOf(12)
    await at.play(at.who.office, today, leave, {
      id: file.id,
      how: 'left',
      on: '2024-06-01',
      destination: '成都',
      reason: '迁址',
    })
    expect((await problemsOf([lineOf(12)]))[0]![1]).toBe(
      'A 统一社会信用代码：该企业已于 2024-06-01 离区，请在其档案中办理“重新落户”',
    )
  })
})

describe('names much like others', () => {
  it('are left out until somebody says they are meant', async () => {
    await put([lineOf(20)])
    const { id, ...told } = await sheet.upload(at.who.office, [
      lineOf(21, { 企业名称: nameOf(20) }),
      lineOf(22),
      lineOf(23, { 企业名称: nameOf(22).replace('软件', '软件') }),
    ])
    expect(told).toMatchObject({ fresh: 1, similar: 2, anyway: 0 })
    expect((await sheet.rows(at.who.office, id, 'similar')).map(({ similar, skip }) => [similar, skip])).toEqual([
      [[{ name: nameOf(20), where: '天生街道' }], true],
      [[{ name: nameOf(22), where: '本表第 3 行' }], true],
    ])
    await at.play(at.who.office, today, modules.intake.decide, { id, kind: 'similar', rows: [2], skip: false })
    expect(await sheet.show(at.who.office, id)).toMatchObject({ anyway: 1 })
    expect(await sheet.commit(at.who.office, id)).toMatchObject({ done: 2 })
    expect((await fileOf(21)).file.name).toBe(nameOf(20))
    expect((await at.play(at.who.office, today, list, { words: code(23) })).rows).toEqual([])
  })
})

describe('all or nothing', () => {
  it('writes nothing to the ledger before it is committed', async () => {
    const before = [await count('enterprise'), await count('presence')]
    await sheet.upload(at.who.office, [lineOf(40), lineOf(41)])
    expect([await count('enterprise'), await count('presence')]).toEqual(before)
  })

  it('refuses while a row is bad, naming the first place; left out, it no longer stands in the way', async () => {
    const { id } = await sheet.upload(at.who.office, [
      lineOf(30),
      lineOf(31, { 所在镇街: '东方镇' }),
      lineOf(32, { 企业名称: '' }),
    ])
    expect(await refusal(sheet.commit(at.who.office, id))).toBe(
      '还有 2 行有误，首处在第 3 行 E 列「所在镇街」：没有找到这个镇街，请写平台上的名称，现为“东方镇”。请改正后重新上传，或将有误的行设为不导入',
    )
    await at.play(at.who.office, today, modules.intake.decide, { id, kind: 'bad', rows: null, skip: true })
    expect(await sheet.commit(at.who.office, id)).toMatchObject({ done: 1 })
    expect(await sheet.show(at.who.office, id)).toMatchObject({ status: 'committed', done: 1 })
    expect(await count(`intake_row where intake = '${id}'`)).toBe(0)
  })

  it('leaves nothing where one row fails at the end', async () => {
    const { id } = await sheet.upload(at.who.office, [lineOf(33), lineOf(34)])
    await at.play(at.who.office, today, register, {
      creditCode: code(34),
      name: nameOf(34),
      status: 'active',
      legalForm: 'limited',
      industry: '6513',
      town: at.org('天生街道'),
      originKind: 'existing',
      settledOn: '2024-03-01',
      source: 'visit',
      asOf: '2024-03-01',
    })
    const before = await count('enterprise')
    expect(await refusal(sheet.commit(at.who.office, id))).toBe('第 3 行的企业在检查之后已由他人建档，请点“重新检查”后再提交')
    expect(await count('enterprise')).toBe(before)
    expect(await sheet.show(at.who.office, id)).toMatchObject({ status: 'checked' })
  })

  it('leaves nothing of many where an amended one has changed meanwhile', async () => {
    await put([lineOf(35)])
    const { id } = await sheet.upload(at.who.office, [lineOf(36), lineOf(35, { 联系人: '小王' })])
    const { file } = await fileOf(35)
    await at.play(at.who.office, today, leave, { id: file.id, how: 'closed', on: '2024-06-02', reason: '注销' })
    expect(await refusal(sheet.commit(at.who.office, id))).toBe(
      '第 3 行：该企业已于 2024-06-02 离区，请在其档案中办理“重新落户”；该企业的档案在检查之后有变动，请点“重新检查”后再提交',
    )
    expect((await at.play(at.who.office, today, list, { words: code(36) })).rows).toEqual([])
  })
})

describe('two at once', () => {
  it('with the same files in opposite order do not stand in each other’s way', async () => {
    const lines = Array.from({ length: 1100 }, (_, i) =>
      lineOf(2000 + i, { 企业名称: `重庆${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}号公司` }),
    )
    const { id } = await sheet.upload(at.who.office, lines)
    await at.play(at.who.office, today, modules.intake.decide, { id, kind: 'similar', rows: null, skip: false })
    await sheet.commit(at.who.office, id)
    const described = (products: string) => lines.map((line) => ({ ...line, 主要产品: products }))
    const [one, other] = [described('一'), described('二').reverse()]
    const uploads = [await sheet.upload(at.who.office, one), await sheet.upload(at.who.office, other)]
    const committed = await Promise.all(uploads.map((upload) => sheet.commit(at.who.office, upload.id)))
    expect(committed).toMatchObject([{ done: 1100 }, { done: 1100 }])
    const { rows } = await at.owner.query(
      `select count(*)::int as n, count(distinct products)::int as kinds from enterprise where credit_code = any($1)`,
      [lines.map((_, i) => code(2000 + i))],
    )
    expect(rows).toEqual([{ n: 1100, kinds: 1 }])
  })
})

describe('what was exported', () => {
  const choice = <T>(...of: T[]) => fc.constantFrom(...of)
  const written = fc.record({
    登记状态: choice('存续', '停业'),
    '注册资本（元）': fc.option(fc.nat(1_000_000_000)),
    成立日期: fc.option(choice('2020-02-29', '2024-02-01')),
    所在园城: choice('缙云园城', '蔡家园城', null),
    所在楼宇: fc.option(choice('1号楼', '=2+3', '＠北楼', '００7')),
    行业代码: choice('6513', '6531', '0111'),
    重点方向: fc.option(choice('数字文创', '工业 软件')),
    '提供 SaaS 服务': choice('是', '否'),
  })

  it('changes nothing when it is imported', async () => {
    let n = 100_000
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 8 }), async (lines) => {
        const names = lines.map(
          (_, i) => `重庆${[...String(n + i)].map((digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)]).join('')}公司`,
        )
        const { id } = await sheet.upload(
          at.who.office,
          lines.map((line, i) => lineOf(n + i, { ...line, 企业名称: names[i]! })),
        )
        await at.play(at.who.office, today, modules.intake.decide, { id, kind: 'similar', rows: null, skip: false })
        expect(await sheet.commit(at.who.office, id)).toMatchObject({ done: lines.length })
        n += lines.length
        const { bytes } = await at.play(at.who.office, today, exportList, {})
        const again = await sheet.upload(at.who.office, Buffer.from(bytes))
        expect(again).toMatchObject({ bad: 0, fresh: 0, similar: 0, changed: 0 })
        expect(again.total).toBeGreaterThanOrEqual(lines.length)
      }),
      { numRuns: 8 },
    )
  })
})
