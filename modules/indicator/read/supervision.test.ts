/** Indicators of supervision: matters whose time is over and cards, by unit, each as it was on its day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cards, matterReplies, matters } from '#modules/matter/tables.ts'
import { machine } from '#platform/context.ts'
import { definitions } from '#seed/tell.ts'
import { type District, openDistrict, publishPlan, region, type Town } from '#test/it.ts'
import { figuresOf, partsOf, viewOfMonth } from '../figures.ts'
import { rowsBehind } from './rows.ts'

let at: District
let town: Town
const matter = (number: string, owner: string, rest = {}) => ({
  ...{ number, origin: 'instruction' as const, source: '批示', sourceLink: null, title: `事项${number}`, text: '请办理' },
  ...{ task: null, owner, supporters: [], raisedBy: town.org.经信委, raisedByName: '周科', evidenceWanted: null },
  ...{ status: 'open' as const, level: 'unit' as const, levelSince: '2024-03-01', holder: owner, startsOn: '2024-03-01' },
  ...{ dueOn: '2024-03-29', firstDueOn: '2024-03-29', closedOn: null, outcome: null, hands: [owner] },
  ...rest,
})
const card = (about: string, org: string, on: string, rest = {}) => ({
  ...{ org, colour: 'yellow' as const, rule: 'overdue' as const, matter: null, about, month: on.slice(0, 7) },
  ...{ reason: '逾期', on, liftedOn: null, liftReason: null, liftedBy: null },
  ...rest,
})
const reply = (id: string, org: string, rest: object) => ({
  ...{ matter: id, supervision: null, org, text: '说明', files: [], by: '柯科', opinion: null, until: null, decidedOn: null },
  ...{ decidedBy: null, ...(rest as { kind: 'delay' | 'done'; status: 'accepted' | 'returned'; on: string }) },
})

beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
  const { 科技局: science, 财政局: finance } = town.org
  await at.run(machine(region), '2024-03-01', async ({ db }) => {
    const [, delayed, done, returned] = await db
      .insert(matters)
      .values([
        matter('一', science),
        matter('二', science, { dueOn: '2024-05-31' }),
        matter('三', finance, { status: 'closed', closedOn: '2024-05-20' }),
        matter('四', finance),
      ])
      .returning()
    await db.insert(matterReplies).values([
      reply(delayed!.id, science, {
        kind: 'delay',
        status: 'accepted',
        on: '2024-04-08',
        until: '2024-05-31',
        decidedOn: '2024-04-10',
      }),
      reply(done!.id, finance, { kind: 'done', status: 'accepted', on: '2024-05-06', decidedOn: '2024-05-20' }),
      reply(returned!.id, finance, { kind: 'done', status: 'returned', on: '2024-04-02', decidedOn: '2024-04-09' }),
    ])
    await db
      .insert(cards)
      .values([
        card('一', science, '2024-04-15'),
        card('二', science, '2024-04-16', { liftedOn: '2024-05-10' }),
        card('三', finance, '2024-05-08', { colour: 'red' }),
        card('2024-04', finance, '2024-05-13', { rule: 'report' }),
        card('去年', finance, '2023-12-08'),
      ])
  })
})
afterAll(() => at.close())

const definition = (code: string) => definitions.find((one) => one.code === code)!
const told = (code: string, month: string) =>
  at.run(machine(region), '2024-07-05', async (ctx) => {
    // Known at the end of the month itself, so that a card lifted since is still there.
    const view = viewOfMonth(month, `${month}-30`)
    const [figure] = await figuresOf(ctx, [{ definition: definition(code), view }])
    const parts = await partsOf(ctx, definition(code), view, { by: 'unit' })
    return [figure!.value, parts.get(town.org.科技局)?.figure.value ?? 0, parts.get(town.org.财政局)?.figure.value ?? 0]
  })

describe('matters whose time is over', () => {
  it('count from the day after the deadline; a delay counts from the day it was granted', async () => {
    expect(await told('supervision-overdue', '2024-03')).toEqual([4, 2, 2])
  })
  it('are over once they were reported done, unless that was given back', async () => {
    expect(await told('supervision-overdue', '2024-04')).toEqual([3, 1, 2])
    expect(await told('supervision-overdue', '2024-05')).toEqual([2, 1, 1])
    expect(await told('supervision-overdue', '2024-06')).toEqual([3, 2, 1])
  })
})

describe('cards', () => {
  it('count by colour and rule since January; lifted ones from that day no more', async () => {
    expect(await told('supervision-yellow', '2024-04')).toEqual([2, 2, 0])
    expect(await told('supervision-yellow', '2024-06')).toEqual([2, 1, 1])
    expect(await told('supervision-red', '2024-06')).toEqual([1, 0, 1])
    expect(await told('report-late', '2024-06')).toEqual([1, 0, 1])
  })
})

it('the rows behind are shown under the reader’s rights, the figure to everyone', async () => {
  const behind = await at.run(town.science, '2024-07-05', (ctx) =>
    rowsBehind(ctx, definition('supervision-overdue'), viewOfMonth('2024-06', '2024-07-05'), { read: 0, page: 1, size: 50 }),
  )
  expect(behind[0]).toMatchObject({ whole: { rows: 3 }, visible: { rows: 2 } })
  expect(behind[0]!.rows.map(({ label }) => label).sort()).toEqual(['一 事项一', '二 事项二'])
})
