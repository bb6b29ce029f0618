/** The bulletin of a month: made of the figures of the database, told as they were published, and of closed months only. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '#engines/indicator/definition.ts'
import { titles } from '#modules/enterprise/model.ts'
import { qualifications } from '#modules/enterprise/tables.ts'
import { list } from '#modules/indicator/actions/figure.ts'
import { publish, restate } from '#modules/indicator/actions/publication.ts'
import { machine } from '#platform/context.ts'
import { factsIn } from '#test/facts.ts'
import { refusal, region } from '#test/it.ts'
import { openWall } from '#test/wall.ts'
import { bulletin, zones } from './actions.ts'
import { holdersOf } from './bulletin/holders.ts'

let at: Awaited<ReturnType<typeof openWall>>
beforeAll(async () => {
  at = await openWall()
}, 120_000)
afterAll(() => at.close())

const month = '2024-08'
const made = (day: string, of = month, who = at.town.leader) => at.play(who, day, bulletin, { month: of })
const plain = (html: string) => html.replace(/<[^>]+>/g, '')

async function read(day: string) {
  const { name, bytes } = await made(day)
  const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => plain(cell!)),
  )
  const row = (first: string) => rows.find(([cell]) => cell === first)
  return { name, html, text: plain(html), row, pictures: [...html.matchAll(/<img/g)].length }
}

describe('the bulletin', () => {
  it('tells what the database holds, and that it has not been published yet', { timeout: 120_000 }, async () => {
    const { name, text, row, pictures, html } = await read('2024-09-20')
    expect(name).toBe('区政府软件和信息服务业“满天星”行动月报（2024年8月）.docx')
    for (const section of ['总体情况', '主要指标', '各园城情况', '企业培育', '重点任务', '需要关注'])
      expect(text).toContain(`、${section}`)
    expect(text).toContain('（演示数据，未公布数据）')
    expect(text).toContain('2024年8月数据尚未公布，本期为未公布数据')
    expect(pictures).toBe(3)
    // Described for those who do not see them.
    expect(html.match(/<img alt="[^"]*逐月走势"/g)).toHaveLength(2)
    const { rows } = await at.play(at.town.leader, '2024-08-31', list, {})
    const told = rows.find(({ code }) => code === 'enterprises')!.figure.value!
    expect(row('在区软件企业')![2]).toBe(String(told))
    expect(text).toContain(`2024年8月末在区软件企业${told}家`)
    const { parts } = await at.play(at.town.leader, '2024-08-31', zones, { code: 'enterprises' })
    for (const { name, value } of parts) expect(row(name)![1]).toBe(String(value))
  })

  it('tells a published month as it was published, and what was corrected since', { timeout: 120_000 }, async () => {
    await at.play(at.town.office, '2024-09-24', publish, { month })
    const before = await read('2024-09-25')
    expect(before.text).toContain('本期为公布数据（2024年9月24日）')
    expect(before.text).not.toContain('未公布数据')
    const listed = Number(before.row('全国软件百强企业')![2])

    // Heard of only after the month had been published.
    await at.run(machine(region), '2024-09-26', ({ db }) =>
      db.insert(qualifications).values({
        enterprise: at.firms[0]!,
        holder: '企业',
        kind: 'top-100',
        level: null,
        number: null,
        grantedBy: null,
        grantedOn: '2024-08-01',
        validUntil: null,
        town: null,
        zone: null,
        source: 'visit',
        evidence: null,
        recordedBy: '周科',
        knownFrom: '2024-09-26',
        knownUntil: null,
        reason: null,
      }),
    )
    expect((await read('2024-09-27')).row('全国软件百强企业')![2]).toBe(String(listed))
    await at.play(at.town.office, '2024-09-29', restate, { figures: [{ code: 'top-100', month }], reason: '补报' })
    const after = await read('2024-09-30')
    expect([after.row('全国软件百强企业')![2], after.row('全国软件百强企业')![5]]).toEqual([String(listed + 1), '更正1次'])
    expect(after.text).toContain('其中“全国软件百强企业”在公布后作过更正')
  })

  it('counts those who hold a title by where enterprises were known to be on its day', async () => {
    const held = (known: string) => at.run(at.town.leader, '2024-12-30', (ctx) => holdersOf(ctx, month, known))
    const facts = await factsIn(at.owner)
    const alive = (fact: Fact, day: string, known: string) =>
      fact.from <= day && (fact.until === null || fact.until > day) && fact.knownFrom <= known && (fact.knownUntil ?? '9') > known
    for (const known of ['2024-09-02', '2024-12-30']) {
      const { rows: firms } = await at.owner.query('select id, enterprise from qualification where enterprise is not null')
      const { rows: stretches } = await at.owner.query('select id, enterprise from presence')
      const expected = (kind: string, day: string) => {
        const present = new Set(
          facts
            .enterprise!.filter((fact) => alive(fact, day, known))
            .map(({ id }) => stretches.find((one) => one.id === id).enterprise),
        )
        const holders = facts.qualification!.filter((fact) => fact.values.kind === kind && alive(fact, day, known))
        return new Set(
          holders.flatMap(({ id }) => firms.find((one) => one.id === id)?.enterprise ?? []).filter((one) => present.has(one)),
        ).size
      }
      const tiers = await held(known)
      expect(tiers.find(({ title }) => title === titles.backbone)?.count).toBe(expected('backbone', '2024-08-31'))
      expect(tiers.find(({ title }) => title === titles.specialised)?.count).toBe(expected('specialised', '2024-08-31'))
    }
    expect(await held('2024-09-02')).not.toEqual(await held('2024-12-30'))
  })

  it('is of a month that is over and whose reports are closed', async () => {
    expect(await refusal(made('2024-09-20', '2024-09'))).toBe('2024年9月尚未结束，不能生成月报')
    expect(await refusal(made('2024-09-20', '2025-01'))).toBe('2025年1月尚未结束，不能生成月报')
    expect(await refusal(made('2024-09-02'))).toBe('2024年8月的报表尚未截止，暂不能生成月报')
    expect(await refusal(made('2024-09-20', '2023-12'))).toBe('2023年12月尚无现行方案，没有月报')
  })

  it('is for officials', async () => {
    expect(await refusal(made('2024-09-20', month, at.town.science))).toBe('2024年8月的数据尚未公布，暂不能生成月报')
    expect(await refusal(made('2024-09-20', month, at.town.visitor))).toBe('请先登录')
    const enterprise = { ...at.town.visitor, role: 'enterprise' as const }
    expect(await refusal(made('2024-09-20', month, enterprise))).toBe('您没有“生成月报”的权限')
  })
})
