/** The machine's clock: nothing before its day, nothing twice, however often it looks and however many look at once. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import { type Ground, openSupervision, raised, rule } from '#test/matter.ts'
import { cardsOn, climbsOn, remindsOn } from './clock.ts'

const { matter } = modules
let at: Ground
beforeAll(async () => {
  at = await openSupervision()
})
afterAll(() => at.close())

const dayAt = (days: number) => new Date(Date.parse('2024-01-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
const days = fc.integer({ min: 0, max: 700 }).map(dayAt)
const one = (id: string, day: string) => at.play(at.who.office, day, matter.one, { id })
const cardsFor = async (id: string, day: string) =>
  (await one(id, day)).cards.map(({ colour, rule, on }) => ({ colour, rule, on }))

describe('the clock of a matter', () => {
  const levels = fc.constantFrom('unit' as const, 'team' as const, 'office' as const, 'board' as const)
  const timed = fc.record({
    status: fc.constantFrom('open' as const, 'answered' as const, 'closed' as const),
    ...{ level: levels, levelSince: days, dueOn: days, waitingSince: fc.option(days) },
  })

  it('does nothing to what is not open, and never climbs above the board', () => {
    fc.assert(
      fc.property(timed, days, (of, today) => {
        const idle = of.status !== 'open'
        const done = [remindsOn(of, rule, today), climbsOn(of, rule, today) !== null, cardsOn(of, rule, today).length > 0]
        return idle ? !done.some(Boolean) : of.level !== 'board' || !done[1]
      }),
    )
  })

  it('climbs for being late exactly from the n-th working day at its level on, and only when late', () => {
    fc.assert(
      fc.property(timed, days, (given, today) => {
        const of = { ...given, status: 'open' as const, waitingSince: null }
        if (of.level === 'board') return climbsOn(of, rule, today) === null
        const since = of.dueOn > of.levelSince ? of.dueOn : of.levelSince
        const due = addWorkdays(since, rule.climb[of.level])
        return (climbsOn(of, rule, today) !== null) === (today > of.dueOn && today >= due)
      }),
    )
  })

  it('gives the yellow card on its day and the red one later, and each stays given', () => {
    fc.assert(
      fc.property(timed, days, days, (given, today, more) => {
        const of = { ...given, status: 'open' as const }
        const [sooner, later] = today < more ? [today, more] : [more, today]
        const had = cardsOn(of, rule, sooner)
        const has = cardsOn(of, rule, later)
        expect(had.includes('yellow')).toBe(workdaysBetween(of.dueOn, sooner) >= rule.yellowAfter)
        expect(had.includes('red')).toBe(workdaysBetween(of.dueOn, sooner) >= rule.redAfter)
        expect(had.every((colour) => has.includes(colour))).toBe(true)
      }),
    )
  })
})

describe('the machine', () => {
  it('reminds once, gives each card once, climbs each level once, on whatever days it looks', { timeout: 120_000 }, async () => {
    const spans = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 400 }), spans, async (start, offsets) => {
        const [from, dueOn] = [dayAt(start), dayAt(start + 14)]
        const id = await raised(at, { task: at.town.tasks.building, dueOn, title: `事项${start}` }, at.who.office, from)
        const looks = offsets.map((offset) => dayAt(start + offset)).sort()
        for (const day of looks) {
          await at.look(day)
          await at.look(day)
        }
        const whole = await one(id, dayAt(start + 61))
        const late = (n: number) => addWorkdays(dueOn, n)
        for (const { colour, on } of whole.cards) {
          const due = late(colour === 'yellow' ? rule.yellowAfter : rule.redAfter)
          expect(on >= due).toBe(true)
          // The first look from that day on.
          expect(on).toBe(looks.find((day) => day >= due))
        }
        expect(whole.cards.some(({ colour }) => colour === 'yellow')).toBe(looks.at(-1)! >= late(rule.yellowAfter))
        expect(new Set(whole.cards.map(({ colour }) => colour)).size).toBe(whole.cards.length)
        let since = dueOn
        for (const { from, to, on } of whole.climbs) {
          const wait = rule.climb[from as 'unit' | 'team' | 'office']
          expect(on).toBe(looks.find((day) => day > dueOn && day >= addWorkdays(since, wait)))
          expect([from, to]).toEqual(
            [
              ['unit', 'team'],
              ['team', 'office'],
              ['office', 'board'],
            ][whole.climbs.findIndex((one) => one.to === to)],
          )
          since = on
        }
        expect(whole.matter.level).toBe(whole.climbs.at(-1)?.to ?? 'unit')
        await at.play(at.who.office, dayAt(start + 61), matter.cancel, { id, reason: '测试完毕' })
      }),
      { numRuns: 12 },
    )
    const reminders = (await at.told(at.who.science)).filter((title) => title.startsWith('即将到期'))
    const raisedOnes = (await at.told(at.who.science)).filter((title) => title.startsWith('领导批示'))
    expect(reminders.length).toBeLessThanOrEqual(raisedOnes.length)
    expect(reminders.length).toBeGreaterThan(0)
  })

  it('does each thing once when several look at the same moment', async () => {
    const id = await raised(at, { title: '同时核查', dueOn: '2024-06-05', task: at.town.tasks.building })
    await Promise.all([1, 2, 3, 4].map(() => at.look('2024-06-20')))
    expect(await cardsFor(id, '2024-06-20')).toEqual([
      { colour: 'yellow', rule: 'overdue', on: '2024-06-20' },
      { colour: 'red', rule: 'overdue', on: '2024-06-20' },
    ])
    const { climbs, matter: row } = await one(id, '2024-06-20')
    expect(climbs).toHaveLength(1)
    expect(row).toMatchObject({ level: 'team', levelSince: '2024-06-20', holder: at.town.org.经信委 })
    expect((await at.told(at.who.office)).filter((title) => title === '升级至工作组：同时核查')).toHaveLength(1)
    expect((await at.told(at.who.science)).filter((title) => title === '红牌：事项逾期')).not.toHaveLength(0)
  })

  it('carries help that nobody answers from the group to the office to the board, each after its own time', async () => {
    const asked = { title: '缺产权资料', text: '请协调', dueOn: '2024-12-31', task: at.town.tasks.building }
    const { id } = await at.play(at.who.finance, '2024-09-02', matter.requestHelp, asked)
    const levelOn = async (day: string) => {
      await at.look(day)
      return (await one(id, day)).matter.level
    }
    expect(await levelOn('2024-09-05')).toBe('team')
    expect(await levelOn('2024-09-06')).toBe('office')
    expect(await levelOn('2024-09-13')).toBe('office')
    expect(await levelOn('2024-09-14')).toBe('board')
    expect((await one(id, '2024-09-14')).climbs.map(({ reason }) => reason)).toEqual([
      '求助已满3个工作日未答复',
      '求助已满5个工作日未答复',
    ])
    // The leader answers, and the unit goes on.
    expect((await at.play(at.who.leader, '2024-09-14', matter.duties, {})).waiting.map(({ title }) => title)).toContain(
      '缺产权资料',
    )
    await at.play(at.who.leader, '2024-09-14', matter.answerHelp, { id, opinion: '请产权单位三日内提供' })
    expect((await one(id, '2024-09-14')).matter.level).toBe('unit')
    expect(await levelOn('2024-11-29')).toBe('unit')
  })

  it('gives a card for a notice that is not signed for, and one for each time it is not replied to', async () => {
    const id = await raised(at, { title: '通知无回音', dueOn: '2025-12-31' }, at.who.office, '2025-03-03')
    const notice = { matter: id, org: at.town.org.科技局, title: '催办', text: '请办理' }
    const { id: sent } = await at.play(at.who.office, '2025-03-03', matter.issueSupervision, notice)
    const on = async (day: string) => {
      await at.look(day)
      return (await cardsFor(id, day)).map(({ rule }) => rule)
    }
    expect(await on('2025-03-04')).toEqual([])
    expect(await on('2025-03-05')).toEqual(['sign'])
    expect(await on('2025-03-10')).toEqual(['sign'])
    expect(await on('2025-03-11')).toEqual(['sign', 'reply'])
    expect(await on('2025-03-18')).toEqual(['sign', 'reply'])
    await at.play(at.who.office, '2025-03-18', matter.withdrawSupervision, { id: sent, reason: '改为约谈' })
    expect(await on('2025-06-18')).toEqual(['sign', 'reply'])
  })

  it('gives one card a month to a unit whose reports stay out, and a red one for every third yellow', async () => {
    const day = '2024-04-30'
    await at.look(day)
    const rows = (await at.play(at.who.office, '2026-01-31', matter.listCards, { size: 200, org: at.town.org.经信委 })).rows
    const reports = rows.filter((one) => one.rule === 'report').map(({ about }) => about)
    // Three tasks are 经信委's; each month is one card.
    expect(reports.sort()).toEqual([...new Set(reports)])
    expect(reports).toEqual(expect.arrayContaining(['2024-01 月度进展', '2024-02 月度进展', '2024-03 月度进展']))
    expect(rows.find((one) => one.about === '2024-03 月度进展')?.reason).toMatch(
      /^2024年3月进展应于 2024-04-08 前报送，至今未报：/,
    )
    expect(rows.filter((one) => one.rule === 'repeated').map(({ about }) => about)).toContain('2024 年黄牌满 3 张')
  })
})
