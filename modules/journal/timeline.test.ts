/** The timeline tells of a matter what its reader may see of it now, and nothing of another unit's drafts. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { revise } from '#modules/plan/actions/version.ts'
import { handleReport, saveReport } from '#modules/work/actions/report.ts'
import type { Actor } from '#platform/context.ts'
import { keepFile } from '#platform/files.ts'
import { type District, openDistrict, publishPlan, type Town } from '#test/it.ts'
import { timeline } from './actions.ts'

let district: District
let town: Town
const day = '2024-06-03'
beforeAll(async () => {
  district = await openDistrict()
  town = await publishPlan(district)
})
afterAll(() => district.close())

const told = async (actor: Actor, subject: string) =>
  (await district.play(actor, day, timeline, { subjects: [subject] })).map(({ entity }) => entity)

it('a report is told of once it is sent, and again only to its unit when it is withdrawn', async () => {
  const words = { progress: '尚未定稿', problems: null, next: null, unchanged: false }
  const draft = await district.play(town.science, day, saveReport, { task: town.tasks.firms, month: '2024-05', ...words })
  expect(await told(town.science, town.tasks.firms)).toEqual(['report'])
  expect(await told(town.finance, town.tasks.firms)).toEqual([])
  expect(await told(town.office, town.tasks.firms)).toEqual([])
  await district.play(town.science, day, handleReport, { id: draft.id, step: 'submit' })
  expect(await told(town.finance, town.tasks.firms)).toEqual(['report', 'report'])
  await district.play(town.science, day, handleReport, { id: draft.id, step: 'withdraw' })
  expect(await told(town.finance, town.tasks.firms)).toEqual([])
})

it('the draft of a plan is told of to the office alone', async () => {
  const { id } = await district.play(town.office, day, revise, { id: town.plan.id, revision: '调整' })
  expect(await told(town.office, id)).toContain('task')
  expect(await told(town.leader, id)).toEqual([])
})

it('evidence is told of to those who may open it', async () => {
  const { id } = await district.run(town.science, day, (ctx) =>
    keepFile(ctx, { name: '合同.pdf', type: 'application/octet-stream', bytes: Buffer.from('%PDF-'), audience: 'own' }),
  )
  expect(await told(town.science, id)).toEqual(['file'])
  expect(await told(town.leader, id)).toEqual(['file'])
  expect(await told(town.finance, id)).toEqual([])
})
