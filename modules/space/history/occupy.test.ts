/** Who is really in a unit: nobody twice, with what shows it, and a history nobody rewrites. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '#modules/enterprise/actions/register.ts'
import { daysAfter } from '#modules/enterprise/rule.ts'
import { type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { openBuilding, type Stock } from '#test/space.ts'
import { occupancies, occupancyPaper } from '../actions/occupancies.ts'
import { annulOccupancy, correctOccupancy, endOccupancy, recordOccupancy } from '../actions/occupancy.ts'
import { occupy, vacate } from './occupy.ts'

let at: Firms
let stock: Stock
let elsewhere: Stock
let enterprise: string
const today = '2024-06-28'
beforeAll(async () => {
  at = await openFirms()
  const names = Array.from({ length: 30 }, (_, i) => `1${String(i + 1).padStart(2, '0')}`)
  const rooms = Object.fromEntries(names.map((name) => [name, 30]))
  stock = await openBuilding(at, { name: '一号楼', storeys: [{ number: 1, units: rooms }] })
  const zone = at.org('蔡家园城')
  elsewhere = await openBuilding(at, { name: '二号楼', by: at.who.office, zone, storeys: [{ number: 1, units: { '201': 50 } }] })
  enterprise = (await at.play(at.who.office, '2024-03-01', register, firm(at, 1))).id!
})
afterAll(() => at.close())

const file = { name: '入驻确认单.pdf', bytes: new TextEncoder().encode('%PDF-1.4') }
type Given = Parameters<typeof recordOccupancy>[1]
const enter = (unit: string, rest: Partial<Given> = {}, who = at.who.jin, on = today) =>
  at.play(who, on, recordOccupancy, {
    unit: stock.units[unit]!,
    occupant: '甲公司',
    area: 30,
    since: '2024-05-01',
    file,
    ...rest,
  })
const rows = async (asked: Partial<Parameters<typeof occupancies>[1]> = {}, who = at.who.office, on = today) =>
  (await at.play(who, on, occupancies, asked)).rows
const inUnit = (unit: string, state: 'now' | 'ended' | 'all' = 'all', on = today) =>
  rows({ unit: stock.units[unit]!, state }, at.who.office, on)

describe('somebody in a unit', () => {
  it('is an enterprise on file, with its industry, or a name', async () => {
    await enter('101', { enterprise, occupant: null, area: 29.55 })
    await enter('102', { occupant: '某研究院' })
    const [first] = await inUnit('101')
    expect(first).toMatchObject({
      enterprise,
      occupant: firm(at, 1).name,
      division: '65',
      divisionName: '软件和信息技术服务业',
      area: 29.55,
      until: null,
      recordedBy: '老秦',
      keeps: true,
    })
    expect(await inUnit('102')).toMatchObject([{ enterprise: null, occupant: '某研究院', division: null }])
    expect((await at.play(at.who.jin, today, occupancyPaper, { id: first!.id })).name).toBe('入驻确认单.pdf')
  })

  it('keeps everybody else out, in a sentence that names who is there', async () => {
    await enter('103')
    expect(await refusal(enter('103', { occupant: '乙公司', since: '2024-06-01' }))).toBe(
      '单元“103”自 2024-05-01 起由“甲公司”使用，请先办理退出或更正该记录',
    )
    expect(await refusal(enter('103', { occupant: '乙公司', since: '2024-04-01', until: '2024-05-02' }))).toContain(
      '由“甲公司”使用',
    )
    await enter('103', { occupant: '乙公司', since: '2024-04-01', until: '2024-05-01' })
    expect(await refusal(enter('103', { since: '2024-03-01', until: '2024-04-02' }))).toBe(
      '单元“103”2024-04-01 至 2024-05-01 由“乙公司”使用，请先办理退出或更正该记录',
    )
  })

  it('is one, whoever is recorded at the same moment', async () => {
    const all = await Promise.all(['甲', '乙', '丙', '丁'].map((occupant) => refusal(enter('104', { occupant }))))
    expect(all.filter((sentence) => sentence === '没有拒绝')).toHaveLength(1)
    expect(all.filter((sentence) => /^单元“104”自 2024-05-01 起由“[甲乙丙丁]”使用/.test(sentence))).toHaveLength(3)
  })

  it('refuses what does not go, each in its sentence', async () => {
    expect(await refusal(enter('105', { file: undefined }))).toBe('登记使用应上传佐证材料（入驻确认单、现场照片等）')
    expect(await refusal(enter('105', { occupant: null }))).toBe('请选择企业，或填写使用单位')
    expect(await refusal(enter('105', { area: 0 }))).toBe('使用面积应大于 0')
    expect(await refusal(enter('105', { area: 30.01 }))).toBe('单元“105”的使用面积 30.01 ㎡ 超过其建筑面积 30.00 ㎡')
    expect(await refusal(enter('105', { since: '2024-06-29' }))).toBe('入驻日期不能晚于今天')
    expect(await refusal(enter('105', { since: '2023-12-31' }))).toBe('单元“105”于 2024-01-01 启用，使用记录不能早于该日')
    expect(await refusal(enter('105', { until: '2024-05-01' }))).toBe('退出日期应晚于入驻日期')
    expect(await refusal(enter('105', {}, at.who.tian))).toBe('您没有“登记使用”的权限')
    const theirs = { unit: elsewhere.units['201']! }
    expect(await refusal(enter('105', theirs))).toBe('园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理')
    await enter('105', theirs, at.who.office)
    expect(await rows({ building: elsewhere.building }, at.who.jin)).toEqual([])
    expect(await rows({ building: elsewhere.building }, at.who.leader)).toHaveLength(1)
  })

  it('leaves on a day, and another may come', async () => {
    await enter('106')
    const leave = (on: string) => at.play(at.who.jin, today, endOccupancy, { unit: stock.units['106']!, on, note: '搬离' })
    expect(await refusal(leave('2024-05-01'))).toBe('退出日期应晚于入驻日期 2024-05-01，如登记有误请办理更正')
    expect(await refusal(leave('2024-06-29'))).toBe('退出日期不能晚于今天')
    await leave('2024-06-01')
    expect(await refusal(leave('2024-06-02'))).toBe('单元“106”目前没有单位使用，无须办理退出')
    await enter('106', { occupant: '乙公司', since: '2024-06-01' })
    expect(await inUnit('106')).toMatchObject([
      { occupant: '乙公司', until: null },
      { occupant: '甲公司', until: '2024-06-01', note: '搬离', recordedBy: '老秦' },
    ])
    expect(await inUnit('106', 'now')).toHaveLength(1)
    expect(await inUnit('106', 'ended')).toHaveLength(1)
  })
})

describe('a record that was wrong', () => {
  it('is set right or annulled with its reason; a paper once given stays', async () => {
    await enter('107')
    const [wrong] = await inUnit('107')
    const right = { id: wrong!.id, enterprise, area: 12.5, since: '2024-05-10', reason: '名称有误' }
    await at.play(at.who.jin, today, correctOccupancy, right)
    expect(await refusal(at.play(at.who.jin, today, correctOccupancy, right))).toBe('该使用记录已被更正，请刷新后再试')
    const [found] = await inUnit('107')
    expect(found).toMatchObject({
      occupant: firm(at, 1).name,
      division: '65',
      since: '2024-05-10',
      area: 12.5,
      note: '更正：名称有误',
    })
    expect(found!.evidence).toBe(wrong!.evidence)
    await at.play(at.who.jin, today, annulOccupancy, { id: found!.id, reason: '该企业从未入驻' })
    expect(await inUnit('107')).toEqual([])
    await enter('107', { occupant: '乙公司', since: '2024-05-01' })
    const kept = await at.owner.query('select note from occupancy where unit = $1 and since = until', [stock.units['107']])
    expect(kept.rows).toEqual([{ note: '更正：名称有误；登记有误：该企业从未入驻' }])
  })

  it('never changes what was told of a day on that day', async () => {
    const units = Object.keys(stock.units).slice(10)
    const deed = fc.record({
      what: fc.constantFrom('enter', 'leave', 'mend', 'annul' as const),
      unit: fc.constantFrom(...units),
      days: fc.integer({ min: 1, max: 5 }),
      back: fc.integer({ min: 0, max: 12 }),
      area: fc.integer({ min: 1, max: 3000 }).map((hundredths) => hundredths / 100),
    })
    const told = async (day: string) =>
      (
        await at.owner.query(
          `select coalesce(sum(area), 0) as area, count(*) as n from occupancy where since <= $1 and (until is null or until > $1)
            and known_from <= $1 and (known_until is null or known_until > $1)`,
          [day],
        )
      ).rows[0]
    let now = '2025-01-01'
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 10 }), async (deeds) => {
        const known: [day: string, told: unknown][] = []
        for (const { what, unit: name, days, back, area } of deeds) {
          known.push([now, await told(now)])
          now = daysAfter(now, days)
          const unit = stock.units[name]!
          const on = daysAfter(now, -back)
          const [last] = await inUnit(name, 'all', now)
          const stay = { occupant: '丙公司', division: '65', enterprise: null, area, since: on, evidence: null, note: null }
          const attempt = at.run(at.who.jin, now, async (ctx) => {
            if (what === 'leave') return vacate(ctx, { unit, on, note: null })
            if (what === 'enter' || !last) return occupy(ctx, { unit, ...stay })
            const reason = '核对'
            if (what === 'annul') await annulOccupancy(ctx, { id: last.id, reason })
            else await correctOccupancy(ctx, { id: last.id, occupant: '丁公司', area, since: on, reason })
          })
          await attempt.catch(() => undefined)
        }
        for (const [day, then] of known) expect(await told(day)).toEqual(then)
      }),
      { numRuns: 15 },
    )
    expect(await rows({ state: 'all' }, at.who.office, now)).not.toHaveLength(0)
  }, 60_000)
})
