/** The cockpit on an earlier day shows what was known then, and its map adds up to the whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compute } from '#engines/indicator/figure/compute.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { map } from '#modules/org/actions.ts'
import { factsIn } from '#test/facts.ts'
import { refusal } from '#test/it.ts'
import { definitions, openWall } from '#test/wall.ts'
import { overview, zones } from './actions.ts'
import { shown } from './model.ts'

let at: Awaited<ReturnType<typeof openWall>>
beforeAll(async () => {
  at = await openWall()
}, 120_000)
afterAll(() => at.close())

const today = '2024-10-17'
const look = (day?: string, on = today) => at.play(at.town.leader, on, overview, day ? { day } : {})
const split = (code: string, day?: string) => at.play(at.town.leader, today, zones, { code, ...(day && { day }) })

describe('an earlier day', () => {
  it.each(['2024-02-01', '2024-06-28', '2024-09-30'])('%s is shown as it was shown on that day', async (day) => {
    const [then, now] = [await look(undefined, day), await look(day)]
    expect(now).toEqual({ ...then, today })
    expect(now!.figures.map(({ code }) => code)).toEqual([...shown])
  })

  it('differs from today, and can be chosen from the publication of the plan on', async () => {
    const [then, now] = [await look('2024-06-28'), await look()]
    expect(then!.figures).not.toEqual(now!.figures)
    expect([then!.day, now!.day, now!.since, then!.closedMonth]).toEqual(['2024-06-28', today, '2024-01-08', '2024-05'])
    expect(await look('2024-01-07')).toBeNull()
  })

  it('has the figures the engine reckons from the rows known then', async () => {
    const facts = await factsIn(at.owner)
    const { figures, closedMonth } = (await look('2024-06-28'))!
    for (const { code, value } of figures) {
      const definition = definitions.findLast((one) => one.code === code && one.since <= '2024-06-28')!
      const { figure } = compute(definition, ledgers, facts, { day: '2024-06-28', known: '2024-06-28', closedMonth })
      expect([code, value]).toEqual([code, figure.value])
    }
  })

  it('is not one to come', async () => {
    expect(await refusal(look('2024-10-18'))).toBe('日期不能晚于今天')
    expect(await refusal(split('enterprises', '2024-10-18'))).toBe('日期不能晚于今天')
  })
})

describe('the map', () => {
  it.each(['enterprises', 'new-enterprises', 'headcount'])('%s of all zones adds up to the whole', async (code) => {
    for (const day of [undefined, '2024-06-28']) {
      const { value, parts } = await split(code, day)
      expect(parts.length).toBeGreaterThan(1)
      expect(parts.reduce((sum, part) => sum + part.value!, 0)).toBe(value)
    }
  })

  it('shows no figure that has no zones, and nothing to outsiders', async () => {
    expect(await refusal(split('value-added-share'))).toBe('“软件产业增加值占地区生产总值比重”不能按园城拆分')
    expect(await refusal(split('nothing'))).toContain('没有找到')
    expect(await refusal(at.play(at.town.visitor, today, zones, { code: 'enterprises' }))).toBe('请先登录')
  })

  it('lies where the database says, with the names of what stands on it', async () => {
    const { boundary, spots } = await at.play(at.town.leader, today, map, {})
    expect(boundary).toMatchObject({ source: '示例', note: '边界为示意' })
    expect(boundary!.rings[0]).toHaveLength(4)
    expect(spots).toEqual([
      {
        org: at.zones[0],
        name: '一园',
        shortName: '一园',
        kind: 'park',
        longitude: 106.4,
        latitude: 29.8,
        precision: 'approx',
        note: '位置为示意',
      },
    ])
    expect(await at.play(at.town.leader, '2021-12-31', map, {})).toEqual({ boundary: null, spots: [] })
  })
})
