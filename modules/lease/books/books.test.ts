/** The books beside one another: what does not agree is told with its sentence, what agrees is not, and the ledgers warn in time. */
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { occupancies } from '#modules/space/tables.ts'
import { machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { drawUp, onFile, signed } from '#test/lease.ts'
import { openBuilding, type Stock } from '#test/space.ts'

const { lease } = modules
const today = '2024-12-02'
let at: Firms
let stock: Stock
let cai: Stock
let firms: { id: string; name: string }[]

beforeAll(async () => {
  at = await openFirms()
  const rooms = Object.fromEntries(['101', '102', '103', '104', '105', '106', '107', '108'].map((name) => [name, 100]))
  stock = await openBuilding(at, {
    name: '数字谷一号楼',
    storeys: [{ number: 1, units: rooms }],
    today: '2024-11-20',
    asOf: '2024-11-20',
  })
  const inCai = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道'), by: at.who.office, today: '2024-06-01' }
  cai = await openBuilding(at, {
    name: '智慧大厦',
    ...inCai,
    asOf: '2024-06-01',
    storeys: [{ number: 1, units: { A1: 100, A2: 100 } }],
  })
  const here = { building: '数字谷一号楼' }
  firms = [
    await onFile(at, 1, here),
    await onFile(at, 2, here),
    await onFile(at, 3, { building: '别处' }),
    await onFile(at, 4, here),
  ]
  const [agreed, mixed, elsewhere] = firms.map(({ id }) => id)
  const from = { from: '2024-09-01', to: '2025-08-31' }
  await rent('101', { enterprise: agreed, ...from, paid: 24_000 })
  await use('101', agreed!, 100)
  await rent('102', { enterprise: mixed, ...from, paid: 24_000 })
  await use('102', mixed!, 88.5)
  await rent('103', { enterprise: elsewhere, ...from, paid: 24_000 })
  await use('103', agreed!, 100)
  await rent('104', { ...from, to: '2024-12-31' })
  await use('105', null, 100)
  await rent('106', { tenant: '乙公司', from: '2024-01-01', to: '2024-10-31', paid: 40_000, paidOn: '2024-05-05' })
  await at.play(at.who.jin, today, lease.enterReceipt, { lease: ended, kind: 'rent', amount: 1000, paidOn: '2024-11-20' })
})
afterAll(() => at.close())

let ended = ''
type Let = Parameters<typeof signed>[2] & { paid?: number; paidOn?: string }
async function rent(name: string, { paid, paidOn = '2024-09-05', ...rest }: Let) {
  const { id } = await signed(at, [stock.units[name]!], { today, ...rest })
  if (paid) await at.play(at.who.jin, today, lease.enterReceipt, { lease: id, kind: 'rent', amount: paid, paidOn })
  if (name === '106') ended = id
}
const use = (name: string, enterprise: string | null, area: number, since = '2024-09-01') =>
  at.run(machine(region), since, ({ db }) =>
    db.insert(occupancies).values({
      ...{ unit: stock.units[name]!, building: stock.building, zone: at.org('缙云园城'), town: at.org('天生街道') },
      ...{ use: 'office', enterprise, occupant: firms.find(({ id }) => id === enterprise)?.name ?? '丙公司', area, since },
      ...{ recordedBy: '老秦', knownFrom: since },
    }),
  )

const found = async (asked: Parameters<typeof lease.mismatches>[1] = {}, by = at.who.office, on = today) =>
  at.play(by, on, lease.mismatches, { size: 200, ...asked })
const sentences = async (kind: 'unlet' | NonNullable<Parameters<typeof lease.mismatches>[1]['kind']>) =>
  (await found({ kind })).rows.map(({ sentence }) => sentence)

describe('the three books', () => {
  it('tell each difference once, in a sentence, and are silent where they agree', async () => {
    const numbers = new Map(
      (await at.play(at.who.office, today, lease.list, { size: 200 })).rows.map((row) => [row.units[0], row.number]),
    )
    const [agreed, mixed, elsewhere, absent] = firms.map(({ name }) => name)
    expect(await sentences('unoccupied')).toEqual([`单元“104”由“甲公司”承租（${numbers.get('104')}），已 92 天无人使用`])
    expect(await sentences('unlet')).toEqual(['“丙公司”自 2024-09-01 使用单元“105”，没有租约'])
    expect(await sentences('otherOccupant')).toEqual([
      `单元“103”由“${elsewhere}”承租（${numbers.get('103')}），实际由“${agreed}”使用`,
    ])
    expect(await sentences('areaDiffers')).toEqual([`“${mixed}”承租单元“102” 100 ㎡，登记使用 88.5 ㎡，相差 11.5 ㎡`])
    expect(await sentences('overdue')).toEqual([`“甲公司”（${numbers.get('104')}）逾期 12000.00 元未付，最早一笔已逾期 82 天`])
    expect(await sentences('paidPastEnd')).toEqual([
      `“乙公司”（${numbers.get('106')}）租期止于 2024-10-31，此后收款 1000.00 元，超出应收 1000.00 元`,
    ])
    expect(await sentences('elsewhere')).toEqual([
      `“${elsewhere}”承租“数字谷一号楼”（${numbers.get('103')}），企业档案登记在“别处”`,
    ])
    expect(await sentences('absent')).toEqual([`“${absent}”档案登记在“数字谷一号楼”，楼内没有其使用的单元`])
    const { counts, total } = await found()
    expect(total).toBe(8)
    expect(counts.every(({ count }) => count === 1)).toBe(true)
  })

  it('know nothing of what is recorded later, and give time for moving in', async () => {
    const early = await found({ kind: 'unoccupied' }, at.who.office, '2024-12-02')
    expect(early.rows[0]!.days).toBe(92)
    expect((await found({}, at.who.office, '2024-08-31')).rows.filter(({ kind }) => kind !== 'absent')).toEqual([])
  })

  it('give as much time as the rule of the day says', async () => {
    const rule = { since: '2024-12-10', staleDays: 90, idleDays: 180, expiryDays: [90, 60, 30], fall: 0.1, basis: '演示规则' }
    const enact = (rest: object) =>
      at.play(at.who.office, today, modules.space.enactSpaceRule, { ...rule, movingInDays: 101, arrearsDays: 91, ...rest })
    expect(await refusal(enact({ since: '2024-12-01' }))).toBe('新规则的生效日期不能早于今天')
    expect(
      await refusal(at.play(at.who.jin, today, modules.space.enactSpaceRule, { ...rule, movingInDays: 1, arrearsDays: 1 })),
    ).toBe('您没有“修订楼宇规则”的权限')
    await enact({})
    expect(await refusal(enact({}))).toBe('最近一版自 2024-12-10 起生效，新规则的生效日期应晚于该日')
    const told = async (on: string) =>
      (await found({}, at.who.office, on)).rows
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'overdue' || kind === 'unoccupied')
    // Empty since 1 September, and due on 11 September: one day more than the rule grants each, and then not.
    expect([await told('2024-12-09'), await told('2024-12-11'), await told('2024-12-12')]).toEqual([
      ['unoccupied', 'overdue'],
      [],
      ['unoccupied', 'overdue'],
    ])
  })

  it('are those of one lease on its page', async () => {
    const { rows } = await at.play(at.who.office, today, lease.list, { words: '103' })
    const { mismatches } = await at.play(at.who.office, today, lease.show, { id: rows[0]!.id })
    expect(mismatches.map(({ kind }) => kind)).toEqual(['otherOccupant', 'elsewhere'])
  })

  it('are read by the park of the zone and nobody of another, not by departments or enterprises', async () => {
    expect((await found({}, at.who.jin)).total).toBe(8)
    const elsewhere = { ...at.who.jin, org: at.org('蔡家园城') }
    expect((await found({}, elsewhere)).total).toBe(0)
    expect(await refusal(found({}, at.who.science))).toBe('您没有“三账比对”的权限')
    expect(await refusal(found({}, at.who.first))).toBe('您没有“三账比对”的权限')
  })

  it('are handed on as a sheet', async () => {
    const { bytes } = await at.play(at.who.office, today, lease.exportMismatches, { kind: 'overdue' })
    const book = new excel.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    expect(book.worksheets[0]!.getRow(4).getCell(1).value).toBe('租金逾期')
  })
})

describe('warnings', () => {
  const warned = async (kind: NonNullable<Parameters<typeof lease.warnings>[1]['kind']>, on = today, by = at.who.office) =>
    (await at.play(by, on, lease.warnings, { kind, size: 200 })).rows

  it('come 90, 60 and 30 days before a lease ends, until one that follows is signed', async () => {
    const [one] = await warned('expiring')
    expect(one).toMatchObject({ days: 29, within: 30 })
    expect(one!.sentence).toMatch(/^“甲公司”的租约 ZL-2024-\d{4} 于 2024-12-31 到期，还有 29 天到期，尚未办理续租$/)
    const next = await at.play(at.who.jin, today, lease.renew, { id: one!.lease!, to: '2025-12-31' })
    expect((await warned('expiring'))[0]!.sentence).toContain(`续租 ${next.number} 待签订`)
    await at.play(at.who.jin, today, lease.sign, { id: next.id })
    expect(await warned('expiring')).toEqual([])
    expect((await warned('expiring', '2025-07-05')).map(({ within }) => within)).toEqual([60, 60, 60])
  })

  it('name rooms that stand empty for longer than the rule', async () => {
    expect((await warned('idle')).map(({ sentence }) => sentence)).toEqual([
      '“数字谷一号楼”单元“107”（100 ㎡）已空置 336 天',
      '“数字谷一号楼”单元“108”（100 ㎡）已空置 336 天',
      '“智慧大厦”单元“A1”（100 ㎡）已空置 336 天',
      '“智慧大厦”单元“A2”（100 ㎡）已空置 336 天',
    ])
    expect((await warned('idle', today, at.who.jin)).map(({ building }) => building)).toEqual([stock.building, stock.building])
    // Free since the lease ended, not since it was built.
    expect((await warned('idle', '2025-05-05')).find(({ sentence }) => sentence.includes('“106”'))!.days).toBe(185)
  })

  it('tell buildings nobody has confirmed for longer than the rule', async () => {
    const [one, ...others] = await warned('stale')
    expect(others).toEqual([])
    expect(one).toMatchObject({ building: cai.building })
    expect(one!.sentence).toMatch(/^“智慧大厦”台账已 \d+ 天无人确认，尚未指定楼长$/)
  })

  it('tell a building of which less is used, and one that brings less', async () => {
    expect(await warned('occupancyFall')).toEqual([])
    await at.run(machine(region), '2024-12-01', async ({ db }) => {
      await db.update(occupancies).set({ knownUntil: '2024-12-01' })
    })
    const rows = await at.owner.query('select * from occupancy')
    for (const row of rows.rows)
      await at.owner.query(
        `insert into occupancy (region, unit, building, zone, town, use, enterprise, occupant, area, since, until, recorded_by, known_from)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2024-11-30', '老秦', '2024-12-01')`,
        [row.region, row.unit, row.building, row.zone, row.town, row.use, row.enterprise, row.occupant, row.area, row.since],
      )
    expect((await warned('occupancyFall')).map(({ sentence }) => sentence)).toEqual([
      '“数字谷一号楼”使用率由 2024-09-02 的 48.6% 降至 0.0%',
    ])
    const cheap = await drawUp(at, [stock.units['107']!], { today, from: '2024-12-02', to: '2025-12-01', rent: 10 })
    await at.play(at.who.jin, today, lease.sign, { id: cheap.id })
    expect((await warned('rentFall')).map(({ sentence }) => sentence)).toEqual([
      '“数字谷一号楼”平均租金由 2024-09-02 的 40.00 元/㎡·月降至 34.00 元/㎡·月',
    ])
  })
  it('tell who leaves before the term is over, until the rooms are let again or count as idle', async () => {
    const { id, number } = await signed(at, [cai.units.A1!], { by: at.who.office, today, from: '2024-12-03', to: '2026-12-02' })
    expect(await warned('leaving')).toEqual([])
    await at.play(at.who.office, today, lease.end, { id, on: '2025-03-01', kind: 'early', reason: '业务收缩' })
    const told = async (on: string, by = at.who.office) => (await warned('leaving', on, by)).map(({ sentence }) => sentence)
    const words = (when: string) => `“甲公司”的租约 ${number} ${when}，单元“A1”（100 ㎡）尚未另租`
    expect(await warned('leaving')).toMatchObject([{ lease: id, building: cai.building, within: null, days: 89 }])
    expect(await told(today)).toEqual([words('将于 2025-03-01 提前退租（原至 2026-12-02），还有 89 天')])
    expect(await told('2025-03-01')).toEqual([words('已于 2025-03-01 提前退租（原至 2026-12-02）')])
    expect(await told(today, at.who.jin)).toEqual([])
    expect([(await told('2025-08-28')).length, await told('2025-08-29')]).toEqual([1, []])
    const next = await signed(at, [cai.units.A1!], { by: at.who.office, today, from: '2025-04-01', to: '2026-03-31' })
    expect(await told(today)).toEqual([])
    await at.play(at.who.office, today, lease.end, { id: next.id, on: '2025-04-02', kind: 'breach', reason: '欠租' })
    expect(await told(today)).toContain(
      `“甲公司”的租约 ${next.number} 将于 2025-04-02 违约解除（原至 2026-03-31），还有 121 天，单元“A1”（100 ㎡）尚未另租`,
    )
  })
})
