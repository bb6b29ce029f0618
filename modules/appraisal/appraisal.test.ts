/** A whole appraisal: its order and parts, blind experts, an objection that moves the ranking and the money, and the same result for ever. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import { balanceOf } from '#modules/fund/money.ts'
import { publicationsOf } from '#modules/indicator/told/publish.ts'
import { timeline } from '#modules/journal/actions.ts'
import { matters } from '#modules/matter/tables.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { type Appraised, openAppraised, schemeText } from '#test/appraisal.ts'
import { refusal, region } from '#test/it.ts'
import { listAppraisals } from './actions/appraisal.ts'
import { giveScores, myScores } from './actions/expert.ts'
import { decideObjection, raiseObjection, withdrawObjection } from './actions/objection.ts'
import { saveScheme } from './actions/scheme.ts'
import { saveSelf, verifySelf } from './actions/self.ts'
import { showAppraisal } from './actions/show.ts'
import { showSubject } from './actions/show-subject.ts'
import {
  approveAppraisal,
  archiveAppraisal,
  cancelAppraisal,
  concludeAppraisal,
  draftAppraisal,
  openAppraisal,
  replayAppraisal,
  sendBackAppraisal,
  verifyAppraisal,
} from './actions/step.ts'
import { tryScheme } from './actions/try.ts'
import { appraisalFlow, appraisalStates } from './flow.ts'
import { advanceDue, dueOf } from './job.ts'
import { appraisals, expertScores, scores, values } from './tables.ts'

let town: Appraised
let scheme: string
beforeAll(async () => {
  town = await openAppraised()
  await town.publishMonth('2024-06', '2024-07-18')
  await town.publishMonth('2024-12', '2025-01-16')
  scheme = await town.issue(schemeText(), 'towns-2024')
}, 120_000)
afterAll(() => town.at.close())

type Act = ((ctx: Ctx, input: { id: string }) => Promise<unknown>) & { label: string }
const steps: Record<Exclude<keyof typeof appraisalFlow.steps, 'sendBack'>, Act> = {
  open: openAppraisal,
  verify: verifyAppraisal,
  draft: draftAppraisal,
  conclude: concludeAppraisal,
  approve: approveAppraisal,
  archive: archiveAppraisal,
  cancel: cancelAppraisal,
}
const standing = async (who: Actor, id: string, day: string) =>
  (await town.at.play(who, day, showAppraisal, { id })).subjects
    .map(({ name, points, place, grade, award }) => [name, points, place, grade, award])
    .sort()

/** A firm that had been there all the time becomes known. */
const recordLate = (day: string) =>
  town.at.run(machine(region), day, async ({ db }) => {
    const [{ id: _firm, ...firm }] = (await db.select().from(enterprises).limit(1)) as [typeof enterprises.$inferSelect]
    const [{ id: _stretch, ...stretch }] = (await db.select().from(presences).limit(1)) as [typeof presences.$inferSelect]
    const town_ = town.of.org.朝阳街道
    const late = { ...firm, name: '补登一家', creditCode: '91500109MA5U999999', org: null, town: town_ }
    const [made] = await db.insert(enterprises).values(late).returning()
    await db.insert(presences).values({ ...stretch, enterprise: made!.id, town: town_, knownFrom: day })
  })

describe('a year', () => {
  let id: string
  let subject: Record<'天生街道' | '朝阳街道', string>
  const pot = 10_000_01

  /** Every step that does not leave this state says so, to whoever else may take it. */
  const refusedHere = async (day: string) => {
    const state = await town.at.run(town.office, day, async ({ db }) => {
      const [row] = await db.select().from(appraisals).where(eq(appraisals.id, id))
      return row!.status
    })
    for (const [name, action] of Object.entries(steps)) {
      const { by, from, label } = appraisalFlow.steps[name as keyof typeof steps]
      const others = [town.office, town.leader, town.of.tian].filter(({ role }) => !by.some((one) => one === role))
      for (const who of others)
        expect(await refusal(town.at.play(who, day, action, { id }))).toBe(`您没有“${action.label}”的权限`)
      if (from.some((one) => one === state)) continue
      const who = by.some((one) => one === 'leader') ? town.leader : town.office
      expect(await refusal(town.at.play(who, day, action, { id }))).toBe(`当前为“${appraisalStates[state]}”，不能${label}`)
    }
  }

  it('goes from self-evaluation to verification in its order and by its parts', async () => {
    const { at, office, of } = town
    await town.money(2025, pot)
    ;({ id, subject } = await town.open(scheme, 'year', { pot }))
    await refusedHere('2025-01-10')
    const other = at.play(of.tian, '2025-01-13', saveSelf, { subject: subject.朝阳街道, item: 'visits', value: 1, text: '某' })
    expect(await refusal(other)).toContain('没有找到该考核对象')
    expect(await refusal(at.play(office, '2025-01-15', verifyAppraisal, { id }))).toBe(
      '2024-12 的月度数据尚未公布，公布后再转入核验',
    )
    await town.verified({ id, subject })
    await refusedHere('2025-01-20')
  })

  it('keeps experts blind: nobody sees what another gave, the office not before the draft', async () => {
    const { at, experts, office } = town
    const seen = (who: Actor) =>
      at.run(who, '2025-01-20', ({ db }) => db.select().from(expertScores).where(eq(expertScores.appraisal, id)))
    expect((await seen(experts[0])).map(({ expert }) => expert)).toEqual([experts[0].id, experts[0].id])
    expect(await seen(office)).toEqual([])
    expect(await seen(town.of.tian)).toEqual([])
    const [own] = (await at.play(experts[1], '2025-01-20', myScores, {})).filter(({ appraisal }) => appraisal === id)
    const another = at.play(experts[0], '2025-01-20', giveScores, { scores: [{ id: own!.id, points: 0 }] })
    expect(await refusal(another)).toContain('没有找到该评分表')
  })

  it('sends the draft, of which a unit sees its own alone', async () => {
    const { at, office, of } = town
    await at.play(office, '2025-01-21', draftAppraisal, { id })
    await refusedHere('2025-01-21')
    expect(await standing(office, id, '2025-01-21')).toEqual([
      ['天生街道', 840_000, 2, '良好', 495_576],
      ['朝阳街道', 855_000, 1, '优秀', 504_425],
    ])
    expect(await standing(of.tian, id, '2025-01-21')).toEqual([['天生街道', 840_000, 2, '良好', 495_576]])
    expect(await standing(of.department, id, '2025-01-21')).toEqual([])
    expect(await refusal(at.play(of.tian, '2025-01-21', showSubject, { id: subject.朝阳街道 }))).toContain('没有找到该考核对象')
  })

  it('an objection that is upheld freezes the value anew and changes score, ranking and award', async () => {
    const { at, office, of } = town
    const day = '2025-01-22'
    const ask = { subject: subject.天生街道, item: 'visits', text: '漏计三家' }
    expect(await refusal(at.play(of.chao, day, raiseObjection, ask))).toContain('没有找到该考核对象')
    expect(await refusal(at.play(of.tian, '2025-03-03', raiseObjection, ask))).toBe('异议期已于 2025-01-27 届满，不能再提出异议')
    await at.play(of.tian, day, raiseObjection, ask)
    expect(await refusal(at.play(of.tian, day, raiseObjection, ask))).toBe('对“走访”的异议正在核查，请勿重复提出')
    await at.play(of.tian, day, raiseObjection, { ...ask, item: 'mechanism', text: '评分偏低' })
    await at.play(of.tian, day, raiseObjection, { ...ask, item: 'firms', text: '企业数不符' })
    const { objections } = await at.play(office, day, showAppraisal, { id })
    const asked = (item: string) => objections.find((one) => one.item === item)!.id
    await at.play(of.tian, day, withdrawObjection, { id: asked('firms') })
    const expert = at.play(office, day, decideObjection, { id: asked('mechanism'), upheld: true, finding: '改', value: 90 })
    expect(await refusal(expert)).toContain('专家评分不能由办公室改动')
    expect(await refusal(at.play(office, '2025-02-20', concludeAppraisal, { id }))).toBe('还有 2 件异议没有核查，核查后方可报审')
    expect(await at.play(office, day, decideObjection, { id: asked('mechanism'), upheld: false, finding: '评分有据' })).toEqual({
      round: null,
    })
    const right = { id: asked('visits'), upheld: true, finding: '补计三家', value: 9 }
    expect(await at.play(office, day, decideObjection, right)).toEqual({ round: 2 })
    expect(await refusal(at.play(office, day, decideObjection, right))).toBe('该异议已办结')
    expect(await standing(office, id, day)).toEqual([
      ['天生街道', 930_000, 1, '优秀', 521_009],
      ['朝阳街道', 855_000, 2, '良好', 478_992],
    ])
    const { parts, course } = await at.play(of.tian, day, showSubject, { id: subject.天生街道 })
    expect(course.map(({ round, place }) => [round, place])).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(parts.find(({ code }) => code === 'visits')!.values.map(({ value, source }) => [value, source.is])).toEqual([
      [9, 'corrected'],
      [6, 'verified'],
    ])
  })

  it('tells all of it in the journal', async () => {
    const entries = await town.at.play(town.office, '2025-01-22', timeline, { subjects: [subject.天生街道], limit: 100 })
    const told = entries.map(({ entity, operation }) => `${entity} ${operation}`)
    for (const one of [
      'appraisal_objection insert',
      'appraisal_objection update',
      'appraisal_value insert',
      'appraisal_score insert',
    ])
      expect(told).toContain(one)
  })

  it('is not moved by what is restated later', async () => {
    const { at, office } = town
    await recordLate('2025-01-23')
    await town.publishMonth('2024-12', '2025-01-23', 1)
    expect((await at.play(office, '2025-01-24', replayAppraisal, { id })).same).toBe(true)
    expect((await standing(office, id, '2025-01-24')).map(([, points]) => points)).toEqual([930_000, 855_000])
    const [definition] = await at.run(office, '2025-01-24', (ctx) => publicationsOf(ctx, { month: '2024-12', upTo: ctx.today }))
    expect(definition).toMatchObject({ restatement: 1, figure: { value: 8 } })
  })

  it('is concluded when the days are over, sent back once, and reckoned to the same again', async () => {
    const { at, office, leader } = town
    expect(await refusal(at.play(office, '2025-01-27', concludeAppraisal, { id }))).toBe('异议期至 2025-01-27，届满后方可报审')
    await at.play(office, '2025-02-05', concludeAppraisal, { id })
    await refusedHere('2025-02-05')
    await at.play(leader, '2025-02-06', sendBackAppraisal, { id, reason: '请复核' })
    await at.play(office, '2025-02-07', draftAppraisal, { id })
    expect((await standing(office, id, '2025-02-07')).map(([, points]) => points)).toEqual([930_000, 855_000])
    await at.play(office, '2025-02-20', concludeAppraisal, { id })
  })

  it('is approved once however many press at once, and its awards are bound in the pot, to the 分', async () => {
    const { at, office, leader, of } = town
    const day = '2025-02-21'
    const all = await Promise.all([1, 2, 3].map(() => refusal(at.play(leader, day, approveAppraisal, { id }))))
    expect(all.filter((one) => one === '没有拒绝')).toHaveLength(1)
    const balance = await at.run(office, day, (ctx) => balanceOf(ctx, { line: 'platform', year: 2025 }))
    expect(balance).toMatchObject({ amount: pot, committed: pot, reserved: 0, free: 0 })
    // Now everyone sees the ranking.
    expect(await standing(of.tian, id, day)).toHaveLength(2)
    await at.play(office, day, archiveAppraisal, { id })
    await refusedHere(day)
  })

  it('gives the identical digest from scheme text and frozen values, whichever reckoning is asked', async () => {
    for (const round of [1, 2, 3]) {
      const again = await town.at.play(town.of.tian, '2025-03-03', replayAppraisal, { id, round })
      expect(again).toMatchObject({ round, same: true, again: again.digest })
    }
  })

  it('what is issued, frozen and reckoned is refused any change by the database', async () => {
    const { at, office } = town
    expect(await refusal(at.play(office, '2025-03-03', saveScheme, { id: scheme, text: '改' }))).toBe(
      '考核办法已印发，不能改动，请另立新版',
    )
    const as = (work: Parameters<typeof at.run>[2]) => refusal(at.run(machine(region), '2025-03-03', work))
    expect(await as(({ db }) => db.update(values).set({ value: 1 }))).toBe('考核数据和得分一经生成不能改动')
    expect(await as(({ db }) => db.update(scores).set({ points: 1 }))).toBe('考核数据和得分一经生成不能改动')
    expect(await as(({ db }) => db.delete(scores))).toBe('考核数据和得分一经生成不能改动')
  })

  it('tried under another scheme, it says who moves and by which items', async () => {
    const text = schemeText('towns-2026')
      .replaceAll('权重: 50分', '权重: 30分')
      .replaceAll('权重: 30分, 单位: 家, 取数: {报送', '权重: 50分, 单位: 家, 取数: {报送')
    const tried = await town.at.play(town.leader, '2025-03-03', tryScheme, { text, appraisal: id })
    const [group] = tried.groups
    expect(group!.subjects.map(({ name, after, moved }) => [name, after.points, after.place, moved])).toEqual([
      ['天生街道', 910_000, 1, true],
      ['朝阳街道', 905_000, 2, true],
    ])
    expect(group!.subjects[1]!.items.map(({ code }) => code)).toEqual(['visits', 'firms'])
  })
})

describe('awards of two appraisals', () => {
  it('together never exceed what the pot holds, whoever approves at once', async () => {
    const { at, office, leader } = town
    await town.money(2026, 15_000_00)
    const ready: string[] = []
    for (const code of ['towns-a', 'towns-b']) {
      const one = await town.open(await town.issue(schemeText(code), code), 'year', { pot: 10_000_00, day: '2026-01-05' })
      await town.verified(one, '2026-01-06')
      await at.play(office, '2026-01-07', draftAppraisal, { id: one.id })
      await at.play(office, '2026-02-26', concludeAppraisal, { id: one.id })
      ready.push(one.id)
    }
    const said = await Promise.all(ready.map((id) => refusal(at.play(leader, '2026-02-27', approveAppraisal, { id }))))
    expect(said.filter((one) => one === '没有拒绝')).toHaveLength(1)
    expect(said.find((one) => one !== '没有拒绝')).toContain('不足')
    const balance = await at.run(office, '2026-02-27', (ctx) => balanceOf(ctx, { line: 'platform', year: 2026 }))
    expect(balance).toMatchObject({ committed: 10_000_00, reserved: 0, free: 5_000_00 })
    const list = await at.play(leader, '2026-02-27', listAppraisals, {})
    expect(ready.map((id) => list.find((one) => one.id === id)!.status).sort()).toEqual(['deciding', 'published'])
  }, 60_000)
})

describe('half a year', () => {
  it('goes on by itself when its days are over, and what is lacking becomes a matter of the unit', async () => {
    const { at, office, leader } = town
    const one = await town.open(scheme, 'half', { day: '2024-08-01' })
    const machineOn = (day: string) =>
      at.run(machine(region), day, async (ctx) => {
        for (const { id } of await dueOf(ctx)) if (id === one.id) await advanceDue(ctx, id)
        const [row] = await ctx.db.select().from(appraisals).where(eq(appraisals.id, one.id))
        return row!
      })
    const { selfDueOn } = await machineOn('2024-08-02')
    expect((await machineOn(selfDueOn)).status).toBe('self')
    expect((await machineOn('2024-09-20')).status).toBe('verifying')
    expect(await refusal(at.play(office, '2024-09-20', draftAppraisal, { id: one.id }))).toBe('还有 4 项专家评分没有提交')
    for (const subject of Object.values(one.subject))
      await at.play(office, '2024-09-20', verifySelf, { subject, item: 'visits', verified: 5 })
    for (const expert of town.experts) {
      const sheets = (await at.play(expert, '2024-09-20', myScores, {})).filter(({ appraisal }) => appraisal === one.id)
      await at.play(expert, '2024-09-20', giveScores, { scores: sheets.map(({ id }) => ({ id, points: 80 })) })
    }
    await at.play(office, '2024-09-20', draftAppraisal, { id: one.id })
    expect((await machineOn('2024-09-23')).status).toBe('drafted')
    expect((await machineOn('2024-10-20')).status).toBe('deciding')
    expect(await at.play(leader, '2024-10-21', approveAppraisal, { id: one.id })).toEqual({ improvements: 2, given: null })
    const raised = await at.run(office, '2024-10-21', ({ db }) =>
      db.select().from(matters).where(eq(matters.origin, 'improvement')),
    )
    expect(raised.map(({ owner, sourceLink }) => [owner, sourceLink]).sort()).toEqual(
      [
        [town.of.org.天生街道, `/office/appraisals/${one.id}/subjects/${one.subject.天生街道}`],
        [town.of.org.朝阳街道, `/office/appraisals/${one.id}/subjects/${one.subject.朝阳街道}`],
      ].sort(),
    )
    expect(raised[0]!.text).toContain('走访')
  }, 60_000)
})
