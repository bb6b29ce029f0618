/** The store of single returns and its boundary: who sees one, what is let out of it, and every refusal in its words. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consents, enterprises, presences } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine, type Role } from '#platform/context.ts'
import { workedOut } from '#test/attacker.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { record } from './actions/record.ts'
import { consented, returns } from './actions/return.ts'
import { publish, sheet, table, tables, tabulate } from './actions/table.ts'
import type { Split } from './model.ts'
import { statReturns, statTables } from './tables.ts'

const bodies = {
  统计局: 'department',
  科技局: 'department',
  区政府: 'government',
  东街: 'town',
  西街: 'town',
  南街: 'town',
  甲园: 'park',
  乙园: 'park',
  一号企业: 'enterprise',
} as const
type Body = keyof typeof bodies
const industries = ['6513', '6450', '6531']

let district: District
let org: Record<Body, string>
/** 24 enterprises spread over towns, parks and divisions; the last of them came in 2025. */
let firms: { id: string; name: string; town: string; zone: string; division: string }[]
let as: Record<'statistician' | 'department' | 'office' | 'leader' | 'park' | 'town' | 'firm' | 'public', Actor>

beforeAll(async () => {
  district = await openDistrict()
  const { run } = district
  await run(machine(region), '2024-01-02', async ({ db }) => {
    const found = await db
      .insert(orgs)
      .values(Object.entries(bodies).map(([name, kind]) => ({ name, shortName: name, kind, aliases: [] })))
      .returning()
    org = Object.fromEntries(found.map(({ name, id }) => [name, id])) as Record<Body, string>
    firms = []
    for (let n = 0; n < 24; n += 1) {
      const town = (['东街', '西街', '南街'] as const)[n % 7 === 6 ? 2 : n % 2]!
      const zone = ([null, '甲园', '乙园'] as const)[n % 5 === 0 ? 0 : n % 5 < 3 ? 1 : 2]!
      const industry = industries[n % 3]!
      const at = { town: org[town], zone: zone && org[zone], industry }
      const [row] = await db
        .insert(enterprises)
        .values({
          ...file,
          ...at,
          name: `${n}号企业`,
          creditCode: `91500109MA5U${String(n).padStart(6, '0')}`,
          org: n === 1 ? org.一号企业 : null,
        })
        .returning()
      const since = n === 23 ? '2025-01-01' : '2023-01-01'
      await db.insert(presences).values({
        ...stretch,
        ...at,
        enterprise: row!.id,
        division: industry.slice(0, 2),
        since,
        settledOn: since,
        knownFrom: since,
      })
      firms.push({ id: row!.id, name: row!.name, town, zone: zone ?? '园城以外', division: names[industry.slice(0, 2)]! })
    }
  })
  const person = (role: Role, body: Body | null): Actor => ({
    id: role,
    name: `${role}的人`,
    role,
    org: body && org[body],
    region,
  })
  as = {
    statistician: person('statistician', '统计局'),
    department: person('department', '科技局'),
    office: person('office', '科技局'),
    leader: person('leader', '区政府'),
    park: person('park', '甲园'),
    town: person('town', '东街'),
    firm: person('enterprise', '一号企业'),
    public: person('public', null),
  }
  for (const [n, { id }] of firms.slice(0, 23).entries())
    await district.play(as.statistician, '2024-07-03', record, returned(id, n))
}, 60_000)
afterAll(() => district.close())

const names: Record<string, string> = { 65: '软件和信息技术服务业', 64: '互联网和相关服务' }
const file = {
  status: 'active' as const,
  legalForm: 'limited' as const,
  originKind: 'existing' as const,
  settledOn: '2023-01-01',
  frequency: 'month' as const,
  saas: false,
  source: 'market' as const,
  asOf: '2024-01-01',
  origins: {},
}
const stretch = { saas: false, originKind: 'existing' as const, begin: 'settled' as const, recordedBy: '周科' }
const empty = { revenue: null, softwareRevenue: null, rndSpend: null, profit: null, wages: null, headcount: null }
const returned = (enterprise: string, n: number) => ({
  ...empty,
  enterprise,
  scheme: 'quarterly' as const,
  month: '2024-06',
  revenue: 1_000_000 + n * n * 1000,
  headcount: 10 + n,
})
const single = (actor: Actor) => district.run(actor, '2024-08-01', ({ db }) => db.select().from(statReturns))

describe('who sees a single return', () => {
  it('statisticians see all, an enterprise its own, others none', async () => {
    expect(await single(as.statistician)).toHaveLength(23)
    expect((await single(as.firm)).map(({ enterprise }) => enterprise)).toEqual([firms[1]!.id])
    for (const actor of [as.department, as.office, as.leader, as.park, as.town, as.public])
      expect(await single(actor)).toEqual([])
  })

  it('the list of returns is for statisticians and enterprises', async () => {
    const ask = (actor: Actor) => district.play(actor, '2024-08-01', returns, {})
    expect((await ask(as.statistician)).total).toBe(23)
    const own = await ask(as.firm)
    expect([own.total, own.rows.map(({ name }) => name)]).toEqual([1, ['1号企业']])
    for (const actor of [as.department, as.office, as.leader, as.park, as.town])
      expect(await refusal(ask(actor))).toBe('您没有“统计报表”的权限')
    expect(await refusal(ask(as.public))).toBe('请先登录')
  })

  it('consent opens exactly the rows of the enterprise that gave it, for the departments alone, until it is taken back', async () => {
    const ask = (actor: Actor) => district.play(actor, '2024-08-01', consented, {})
    const enterprise = firms[1]!.id
    expect(await ask(as.department)).toEqual({ rows: [], total: 0 })

    const consent = { enterprise, fields: [], since: '2024-07-20', until: null, givenBy: '小满', evidence: null }
    const give = (purpose: 'directory' | 'policy') =>
      district.run(as.firm, '2024-07-20', ({ db }) => db.insert(consents).values({ ...consent, purpose }))
    await give('directory')
    expect(await ask(as.department)).toEqual({ rows: [], total: 0 })

    await give('policy')
    for (const actor of [as.department, as.office]) {
      const { rows, total } = await ask(actor)
      expect(total).toBe(1)
      expect(rows).toMatchObject([
        { enterprise, revenue: 1_001_000, consents: [{ purpose: 'policy', since: '2024-07-20', givenBy: '小满' }] },
      ])
      expect((await single(actor)).map((row) => row.enterprise)).toEqual([enterprise])
    }
    for (const actor of [as.leader, as.park, as.town]) {
      expect(await single(actor)).toEqual([])
      expect(await refusal(ask(actor))).toBe('您没有“查看授权的统计报表”的权限')
    }

    await district.run(as.firm, '2024-07-25', ({ db }) =>
      db.update(consents).set({ until: '2024-07-25' }).where(eq(consents.purpose, 'policy')),
    )
    expect(await ask(as.department)).toEqual({ rows: [], total: 0 })
    expect(await single(as.department)).toEqual([])
  })

  it('filters, orders and pages in the database', async () => {
    const ask = (input: Parameters<typeof returns>[1]) => district.play(as.statistician, '2024-08-01', returns, input)
    const first = await ask({ town: org.东街, order: { by: 'revenue', down: true }, size: 3 })
    const second = await ask({ town: org.东街, order: { by: 'revenue', down: true }, size: 3, page: 2 })
    const amounts = [...first.rows, ...second.rows].map(({ revenue }) => revenue!)
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    expect([amounts.length, first.total]).toEqual([6, firms.slice(0, 23).filter(({ town }) => town === '东街').length])
    expect((await ask({ words: '12号' })).rows.map(({ name }) => name)).toEqual(['12号企业'])
    expect((await ask({ words: '%' })).total).toBe(0)
    expect((await ask({ month: '2024-03' })).total).toBe(0)
  })
})

describe('receiving a return', () => {
  const attempt = (input: Partial<Parameters<typeof record>[1]>, today = '2024-08-01', actor = as.statistician) =>
    refusal(district.play(actor, today, record, { ...returned(firms[0]!.id, 0), ...input }))

  it('says what is wrong with it', async () => {
    expect(await attempt({}, '2024-08-01', as.office)).toBe('您没有“登记统计报表”的权限')
    expect(await attempt({ month: '2024-05' })).toBe('季报的报告期应为季度末月，如 2024-03、2024-06')
    expect(await attempt({ scheme: 'annual' })).toBe('年报的报告期应为 12 月，如 2024-12')
    expect(await attempt({ month: '2024-09' })).toBe('2024-09 尚未结束，报告期结束后再登记')
    expect(await attempt({ month: '2024-13' })).toBe('报告期应为年月，如 2024-06')
    expect(await attempt({ ...empty })).toBe('请至少填写一项数据')
    expect(await attempt({ wages: -1 })).toBe('从业人员工资总额不能为负数')
    expect(await attempt({ headcount: -1 })).toBe('从业人员平均人数不能为负数')
    expect(await attempt({ softwareRevenue: 2_000_000_000 })).toBe('软件业务收入不能大于主营业务收入')
    expect(await attempt({ enterprise: firms[23]!.id })).toBe('“23号企业”在 2024-06 月末不在本区，不能登记该报告期的报表')
    expect(await attempt({ enterprise: org.东街 })).toBe('没有找到该企业，它可能已被移除，或不在您可以查看的范围内')
    expect(await attempt({})).toBe('与已登记的报表相同，无须重复登记')
  })

  it('replaces an earlier one of the same period, which stays as what was known before', async () => {
    const enterprise = firms[22]!.id
    const input = { ...returned(enterprise, 22), scheme: 'monthly' as const, month: '2024-05' }
    const put = (revenue: number, today: string) => district.play(as.statistician, today, record, { ...input, revenue })
    expect(await put(5_000_000, '2024-06-10')).toMatchObject({ replaced: false })
    expect(await put(4_000_000, '2024-07-10')).toMatchObject({ replaced: true })
    const seen = async (today: string, replaced = false) =>
      (await district.play(as.statistician, today, returns, { enterprise, scheme: 'monthly', replaced })).rows.map(
        (r) => r.revenue,
      )
    expect(await seen('2024-06-30')).toEqual([5_000_000])
    expect(await seen('2024-07-10')).toEqual([4_000_000])
    expect((await seen('2024-07-10', true)).sort()).toEqual([4_000_000, 5_000_000])
    expect(await seen('2024-06-01')).toEqual([])
  })
})

describe('tables for everyone', () => {
  const asked = (rows: Split, columns: Split | null = null) => ({
    scheme: 'quarterly' as const,
    month: '2024-06',
    cell: 'revenue' as const,
    rows,
    columns,
  })
  const put = (rows: Split, columns: Split | null, today = '2024-08-05') =>
    district.play(as.statistician, today, publish, { ...asked(rows, columns), title: `按${rows}和${columns}` })
  const stored = () => district.run(machine(region), '2025-12-31', ({ db }) => db.select().from(statTables))
  const shapes: [Split, Split | null][] = [
    ['zone', null],
    ['town', null],
    ['division', null],
    ['town', 'zone'],
    ['zone', 'division'],
    ['town', 'division'],
  ]

  it('its maker sees before what will be hidden, and why', async () => {
    const made = await district.play(as.statistician, '2024-08-05', tabulate, asked('town', 'zone'))
    expect(made.title).toBe('2024年6月软件业统计季报：主营业务收入（按镇街、园城）')
    expect(made.cells.every(({ amount, enterprises }) => amount !== null && enterprises !== null)).toBe(true)
    const few = made.cells.filter(({ enterprises }) => enterprises! > 0 && enterprises! < 3)
    expect(few.length).toBeGreaterThan(0)
    expect(few.every(({ hidden }) => hidden === 'fewer-than-three')).toBe(true)
    expect(made.cells.some(({ hidden }) => hidden === 'protects-another')).toBe(true)
  })

  it('says why a table cannot be made', async () => {
    const attempt = (input: object, actor = as.statistician) =>
      refusal(district.play(actor, '2024-08-05', publish, { ...asked('zone'), title: '表', ...input }))
    for (const actor of [as.office, as.leader, as.department, as.firm])
      expect(await attempt({}, actor)).toBe('您没有“公布统计表”的权限')
    expect(await attempt({ columns: 'zone' })).toBe('行和列不能按同一方式分组')
    expect(await attempt({ month: '2024-03' })).toBe('没有 2024-03 的软件业统计季报填报了主营业务收入')
    expect(await attempt({ cell: 'profit' })).toBe('没有 2024-06 的软件业统计季报填报了利润总额')
    expect(await attempt({ scheme: 'monthly', month: '2024-05' })).toBe('填报企业少于 3 家，全部数据均须隐去，不能公布')
    expect(await attempt({ title: ' ' })).toBe('请填写表名')
  })

  it('no hidden figure is stored, and nobody can work one out from all that is published', { timeout: 60_000 }, async () => {
    const outcome: string[] = []
    for (const [rows, columns] of shapes) outcome.push(await refusal(put(rows, columns)))
    const published = await stored()
    expect(published.length).toBeGreaterThanOrEqual(3)
    const hidden = published.flatMap(({ cells }) => cells.filter((cell) => cell.hidden))
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.filter(({ amount, enterprises }) => amount !== null || enterprises !== null)).toEqual([])
    const readable = firms.slice(0, 23).map((firm) => ({
      enterprise: firm.id,
      sums: published.flatMap(({ id, rows, columns, cells }) =>
        cells.flatMap(({ row, column, amount }, at) =>
          amount !== null && (row === null || row === firm[rows]) && (!columns || column === null || column === firm[columns])
            ? [`${id} ${at}`]
            : [],
        ),
      ),
    }))
    expect(workedOut(readable)).toEqual([])
    // What was refused would have told.
    for (const sentence of outcome.filter((one) => one !== '没有拒绝'))
      expect(sentence).toMatch(/^与已公布的“.+”合并推算，会得出“.+”中少于 3 家企业的数据，不能公布；请改用其他分组$/)
  })

  it('the same table is not published twice, and its day is closed for corrections', async () => {
    expect(await refusal(put('zone', null))).toBe('与 2024-08-05 已公布的“按zone和null”相同，无须重复公布')
    const correct = (today: string) =>
      district.play(as.statistician, today, record, { ...returned(firms[3]!.id, 3), revenue: 999_000 })
    expect(await refusal(correct('2024-08-05'))).toMatch(/^今天已公布“.+”，为使公布的数据可以复核，该报告期的报表请于明天登记$/)
    await correct('2024-08-06')
    // One figure corrected between two tables: their difference would be that one figure.
    expect(await refusal(put('zone', null, '2024-08-07'))).toMatch(/合并推算，会得出“.+”中少于 3 家企业的数据，不能公布/)
  })

  it('everyone reads them, without the reasons for what is hidden, and takes them along as a sheet', async () => {
    const list = await district.play(as.public, '2024-08-09', tables, {})
    expect(list.map(({ title }) => title)).toContain('按zone和null')
    expect(await district.play(as.public, '2024-08-01', tables, {})).toEqual([])
    const id = list.find(({ title }) => title === '按town和null')!.id
    const read = await district.play(as.public, '2024-08-09', table, { id })
    expect(Object.keys(read.cells[0]!).sort()).toEqual(['amount', 'column', 'enterprises', 'row'])
    const { name, bytes } = await district.play(as.public, '2024-08-09', sheet, { id })
    expect([name, Buffer.from(bytes).subarray(0, 2).toString()]).toEqual(['按town和null.xlsx', 'PK'])
    expect(await refusal(district.play(as.public, '2024-08-01', table, { id }))).toBe(
      '没有找到该统计表，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('are never changed once published', async () => {
    const changed = await district.run(as.statistician, '2024-08-09', ({ db }) =>
      db.update(statTables).set({ title: '改过的' }).returning(),
    )
    expect(changed).toEqual([])
  })
})
