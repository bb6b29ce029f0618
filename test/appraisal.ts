/** A district that is appraised: two towns with their firms, an indicator told month by month, a scheme that takes figures, verified numbers and experts. */
import { randomUUID } from 'node:crypto'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { createAppraisal } from '#modules/appraisal/actions/appraisal.ts'
import { assignExperts, giveScores, myScores } from '#modules/appraisal/actions/expert.ts'
import { draftScheme, issueScheme } from '#modules/appraisal/actions/scheme.ts'
import { saveSelf, submitSelf, verifySelf } from '#modules/appraisal/actions/self.ts'
import { showAppraisal } from '#modules/appraisal/actions/show.ts'
import { openAppraisal, verifyAppraisal } from '#modules/appraisal/actions/step.ts'
import { addSubjects, saveTargets } from '#modules/appraisal/actions/subject.ts'
import { arrange } from '#modules/fund/arrange.ts'
import { enact } from '#modules/indicator/actions/definition.ts'
import { allDefinitions, figuresOf, viewOfMonth } from '#modules/indicator/figures.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { tell } from '#modules/indicator/told/publish.ts'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { type Actor, machine, type Role } from '#platform/context.ts'
import { openFilingDistrict, settleFirm } from './filing.ts'
import { openDistrict, region } from './it.ts'

const indicator = `代码: firms
名称: 企业
版本: 1
生效: 2023-01-01
口径: 在区企业
单位: 家
方向: 越高越好
期间: 时点
算法: 合计
取数:
  台账: 企业台账
维度: [镇街]
小数: 0
责任单位: 区经济信息委
`

export const schemeText = (code = 'towns-2024', since = '2024-01-01') => `名称: 镇街考核办法
代码: ${code}
依据: 演示设定
有效: {自: ${since}}
期次: [半年评估, 全年考核]
小数: 2
缺数据: 待补
不适用: 权重分摊
分组:
  - 代码: towns
    名称: 镇街
    对象: 镇街
    指标:
      - {代码: firms, 名称: 企业, 条目: 一, 权重: 50分, 单位: 家, 取数: {指标: firms, 读数: 期末数}, 目标: 分别下达, 计分: 完成率}
      - {代码: visits, 名称: 走访, 条目: 二, 权重: 30分, 单位: 家, 取数: {报送核定: {说明: 走访企业数, 佐证: 走访记录}}, 目标: 分别下达, 计分: 完成率}
      - {代码: mechanism, 名称: 机制, 条目: 三, 权重: 20分, 单位: 分, 取数: 专家评分, 计分: 百分制}
    等次:
      - {名称: 优秀, 起: 85分, 不超过: 50%}
      - {名称: 良好, 起: 60分}
      - {名称: 不合格, 起: 0分}
奖励: {分组: [towns], 等次: [优秀, 良好], 办法: 按得分, 用途: 工作经费}
样例:
  - 名称: 一个镇
    分组: towns
    对象:
      - {名称: 甲镇, 目标: {企业: 4家, 走访: 10家}, 数据: {企业: 4家, 走访: 10家}, 专家: {机制: [90]}, 得分: 98分}
`

export async function openAppraised() {
  const at = await openDistrict()
  const of = await openFilingDistrict(at)
  const { 天生街道: tian, 朝阳街道: chao } = of.org
  for (const i of [1, 2, 3, 4]) await settleFirm(at, `天${i}`, { town: tian })
  for (const i of [1, 2, 3]) await settleFirm(at, `朝${i}`, { town: chao })
  const people = ['专家甲', '专家乙']
  const experts = await at.run(machine(region), '2023-01-03', async (ctx) => {
    await enact(ctx, readDefinitions(indicator, ledgers)[0]!, { text: indicator, reason: null })
    const [body] = await ctx.db
      .insert(orgs)
      .values({ name: '专家单位', shortName: '专家单位', kind: 'department', aliases: [] })
      .returning()
    const made = people.map((name): Actor => ({ id: randomUUID(), name, role: 'department', org: body!.id, region }))
    await ctx.db.insert(persons).values(made.map(({ id, name }) => ({ id, name, account: null })))
    const post = { role: 'department' as Role, title: '专家', since: '2023-01-01', until: null }
    await ctx.db.insert(posts).values(made.map(({ id, org }) => ({ ...post, person: id, org: org! })))
    return made as [Actor, Actor]
  })
  const { office, leader } = of

  /** As the month is told on a day; a second time restates it. */
  const publishMonth = (month: string, day: string, restatement = 0) =>
    at.run(office, day, async (ctx) => {
      const [definition] = await allDefinitions(ctx)
      const [figure] = await figuresOf(ctx, [{ definition: definition!, view: viewOfMonth(month, day) }])
      await tell(ctx, [{ definition: definition!, month, figure: figure!, restatement, reason: restatement ? '更正' : null }])
    })

  const issue = async (text: string, code: string, day = '2024-01-05') => {
    const { id } = await at.play(office, day, draftScheme, { code, text })
    await at.play(office, day, issueScheme, { id })
    return id
  }

  /** Prepared and opened for self-evaluation. */
  const open = async (
    scheme: string,
    term: 'half' | 'year',
    { day = '2025-01-10', pot = null as number | null, year = 2024 } = {},
  ) => {
    const line = pot === null ? null : ('platform' as const)
    const { id } = await at.play(office, day, createAppraisal, { scheme, term, year, line, pot })
    await at.play(office, day, addSubjects, { appraisal: id, group: 'towns', names: ['天生街道', '朝阳街道'] })
    const { subjects } = await at.play(office, day, showAppraisal, { id })
    const subject = Object.fromEntries(subjects.map(({ name, id }) => [name, id])) as Record<'天生街道' | '朝阳街道', string>
    for (const one of Object.values(subject))
      await at.play(office, day, saveTargets, { id: one, targets: { firms: 4, visits: 10 } })
    await at.play(office, day, assignExperts, { appraisal: id, persons: experts.map(({ id }) => id) })
    await at.play(office, day, openAppraisal, { id })
    return { id, subject }
  }

  const points = { 天生街道: 80, 朝阳街道: 90 } as const
  /** Told by the towns, read from what is published, verified and scored: all but the draft. */
  const verified = async ({ id, subject }: Awaited<ReturnType<typeof open>>, day = '2025-01-20') => {
    const visits = [
      [of.tian, subject.天生街道, 6],
      [of.chao, subject.朝阳街道, 10],
    ] as const
    for (const [who, own, value] of visits) {
      await at.play(who, day, saveSelf, { subject: own, item: 'visits', value, text: '按月走访' })
      await at.play(who, day, submitSelf, { subject: own })
    }
    await at.play(office, day, verifyAppraisal, { id })
    for (const [, own, value] of visits) await at.play(office, day, verifySelf, { subject: own, item: 'visits', verified: value })
    for (const expert of experts) {
      const sheets = (await at.play(expert, day, myScores, {})).filter(({ appraisal }) => appraisal === id)
      const scores = sheets.map(({ id, subjectName }) => ({ id, points: points[subjectName as keyof typeof points] }))
      await at.play(expert, day, giveScores, { scores })
    }
  }

  const money = (year: number, platform: number) =>
    at.run(office, `${year}-01-02`, (ctx) =>
      arrange(ctx, { year, basis: '演示预算', amounts: { attract: 0, talent: 0, carrier: 0, platform } }),
    )
  return { at, of, office, leader, experts, publishMonth, issue, open, verified, money }
}
export type Appraised = Awaited<ReturnType<typeof openAppraised>>
