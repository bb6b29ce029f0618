/** Clauses come into force only with their review, their end and their money; what is published is never changed. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { explain } from '#platform/session.ts'
import { refusal, region } from '#test/it.ts'
import { arrange, clausesText, itemsOf, openPolicies, type Policies, publish, review, today } from '#test/policy.ts'
import { policyVersions } from './tables.ts'

const { policy } = modules
let at: Policies
beforeAll(async () => {
  at = await openPolicies()
})
afterAll(() => at?.close())

const draft = (text = clausesText(), base: string | null = null) =>
  at.play(at.who.science, today, policy.draftVersion, { policy: at.measures, text, base })
const publishing = (id: string, day = today) => refusal(at.play(at.who.office, day, policy.publishVersion, { id }))
const drop = (id: string) => at.play(at.who.science, today, policy.dropVersion, { id })

describe('a draft', () => {
  it('is one at a time, of the unit that leads or the office; nobody else changes it', async () => {
    const { id, number } = await draft()
    expect(number).toBe(1)
    expect(await refusal(draft())).toBe('第 1 版条款草案正在起草，请在该草案上修改')
    const text = clausesText({ prize: '12万元', example: '120000元' })
    await at.play(at.who.science, today, policy.saveVersion, { id, text })
    expect(await refusal(at.play(at.who.jin, today, policy.saveVersion, { id, text }))).toBe('您没有“保存条款草案”的权限')
    const other = { ...at.who.science, org: at.org('统计局') }
    expect(await refusal(at.play(other, today, policy.saveVersion, { id, text }))).toBe(
      '该政策由其他单位牵头，您可以查看，不能办理',
    )
    await drop(id)
    expect(await publishing(id)).toBe('当前为“已作废”，不能发布条款')
  })

  it('is for officials only', async () => {
    const { id } = await draft()
    const seen = (who: keyof typeof at.who) =>
      at.run(at.who[who], today, ({ db }) => db.select().from(policyVersions).where(eq(policyVersions.id, id)))
    expect([(await seen('leader')).length, (await seen('first')).length, (await seen('visitor')).length]).toEqual([1, 0, 0])
    const shown = at.play(at.who.visitor, today, policy.showDocument, { key: 'test-measures' })
    expect(await refusal(shown)).toBe('没有找到该政策文件，它可能已被移除，或不在您可以查看的范围内')
    expect((await at.play(at.who.visitor, today, policy.library, {})).total).toBe(0)
    await drop(id)
  })

  it('tells every flaw with its line, and what every example comes to', async () => {
    const wrong = await at.play(at.who.science, today, policy.checkText, { text: clausesText({ example: '90000元' }) })
    expect(wrong.flaws).toEqual([expect.objectContaining({ line: 24, sentence: expect.stringContaining('当年升规') })])
    expect(wrong.examples.map(({ title, agrees, came }) => [title, agrees, came.amount])).toEqual([
      ['当年升规', false, 10_000_000],
      ['三十万租金', true, 15_000_000],
    ])
    const unread = await at.play(at.who.science, today, policy.checkText, {
      text: clausesText().replace('资金: 平台', '资金: 金库'),
    })
    expect([unread.flaws[0]!.line, unread.examples]).toEqual([15, []])
  })
})

describe('publishing', () => {
  it('names everything that is missing in one sentence', async () => {
    const { id } = await draft(clausesText({ until: null }))
    expect(await publishing(id)).toBe(
      '条款尚不能发布：条款没有写明有效期（“有效”中缺少“至”）；没有登记公平竞争审查；2024 年度没有安排“平台”、“载体”资金',
    )
    await at.play(at.who.science, today, policy.saveVersion, { id, text: clausesText({ code: 'else', example: '1元' }) })
    expect(await publishing(id)).toMatch(/^条款尚不能发布：条款文件有 1 处问题，首处在第 24 行第 \d+ 列：/)
    await at.play(at.who.science, today, policy.saveVersion, { id, text: clausesText({ code: 'else' }) })
    expect(await publishing(id)).toContain('条款文件的代码“else”与政策文件的“test-measures”不一致')
    expect(await refusal(at.play(at.who.science, today, policy.publishVersion, { id }))).toBe('您没有“发布条款”的权限')
    await drop(id)
  })

  it('is refused where another policy means something else by a fact of the same title', async () => {
    const declaring = (values: string, of: Parameters<typeof clausesText>[0] = {}) =>
      clausesText(of).replace('条款:\n', `事实:\n  - {名称: 认证等级, 类型: 文字, 取值: [${values}], 来源: 申报}\n条款:\n`)
    const theirs = { title: '示范措施', level: 'other', issuer: '别区', since: '2024-01-01', source: '网站' } as const
    const { id: other } = await at.play(at.who.office, today, policy.addDocument, {
      ...{ ...theirs, code: 'elsewhere', demonstration: true },
    })
    const text = declaring('一级, 二级', { code: 'elsewhere', since: '2024-01-01', demonstration: true })
    const version = await at.play(at.who.office, today, policy.draftVersion, { policy: other, text })
    expect(await publishing(version.id)).toBe('没有拒绝')
    const own = await draft(declaring('一级, 二级, 三级'))
    // A file calls itself what it likes: it is its own name that is told.
    const sentence =
      '事实“认证等级”的取值“一级、二级、三级”与《测试区支持软件产业若干措施》中的“一级、二级”不同，请与之一致，或换用其他名称'
    expect(await publishing(own.id)).toBe(`条款尚不能发布：条款文件有 1 处问题，首处在第 9 行第 5 列：${sentence}`)
    const { flaws } = await at.play(at.who.science, today, policy.checkText, { text: declaring('一级, 二级, 三级') })
    expect(flaws).toEqual([{ line: 9, column: 5, sentence }])
    expect((await at.play(at.who.science, today, policy.checkText, { text: declaring('一级, 二级') })).flaws).toEqual([])
    await drop(own.id)
  })

  it('is refused by the database too, whoever asks', async () => {
    const { id } = await draft(clausesText({ until: null }))
    const byHand = (values: object) =>
      refusal(
        at
          .run(machine(region), today, ({ db }) => db.update(policyVersions).set(values).where(eq(policyVersions.id, id)))
          .catch((error) => {
            throw explain(error)
          }),
      )
    expect(await byHand({ status: 'published' })).toBe('条款没有写明有效期，不能发布')
    expect(await byHand({ status: 'published', until: '2026-06-30' })).toBe('条款没有通过公平竞争审查，不能发布')
    await drop(id)
  })

  it('needs a review that holds, item by item', async () => {
    const { id } = await draft()
    const record = (opinion: 'passed' | 'excepted' | 'failed', items = itemsOf(), basis: string | null = null) =>
      refusal(
        at.play(at.who.office, today, policy.recordReview, {
          ...{ version: id, opinion, items, basis, reviewedOn: today, unit: '审查机构' },
        }),
      )
    const broken = itemsOf({ entry: '限定本地企业' })
    expect(await record('passed', itemsOf().slice(1))).toBe('请逐项填写四项审查标准')
    expect(await record('passed', broken)).toBe('有不符合的审查标准，结论不能为“符合”')
    expect(await record('excepted', broken)).toBe('适用例外规定的，请写明依据的条款和实施期限')
    expect(await record('failed')).toBe('四项标准均符合，结论应为“符合”')
    expect(await record('failed', broken)).toBe('没有拒绝')
    await arrange(at, 2024)
    expect(await publishing(id)).toBe('条款尚不能发布：公平竞争审查结论为“不符合”，应修改条款后重新审查')
    await review(at, id)
    const change = at.play(at.who.science, today, policy.saveVersion, { id, text: clausesText({ until: '2027-06-30' }) })
    expect(await refusal(change)).toContain('草案已通过公平竞争审查，内容不能再改')
    await drop(id)
  })

  it('puts the document in force; the next version ends it the day before', async () => {
    const first = await publish(at)
    const shown = await at.play(at.who.visitor, '2024-07-01', policy.showDocument, { key: 'test-measures' })
    expect(shown).toMatchObject({ status: 'inForce', until: '2026-06-30', running: true, reviews: [{ opinion: 'passed' }] })
    expect(shown.versions.map(({ number, savedBy }) => [number, savedBy])).toEqual([[expect.any(Number), null]])
    expect(shown.clauses.map(({ title, limits }) => [title, limits])).toEqual([
      ['升规奖励', []],
      ['房租补贴', ['每企业每年不超过 20 万元']],
    ])

    const day = '2025-02-10'
    const early = clausesText({ since: '2025-01-01' })
    const next = await at.play(at.who.science, day, policy.draftVersion, { policy: at.measures, text: early, base: first })
    await arrange(at, 2025)
    expect(await publishing(next.id, day)).toBe(
      '条款尚不能发布：新版条款的施行日期 2025-01-01 不能早于今天；没有登记公平竞争审查',
    )
    const later = clausesText({ since: '2025-03-01', prize: '20万元', example: '200000元' })
    await at.play(at.who.science, day, policy.saveVersion, { id: next.id, text: later })
    await review(at, next.id, day)
    await at.play(at.who.office, day, policy.publishVersion, { id: next.id })
    const compared = await at.play(at.who.leader, day, policy.showVersion, { id: next.id })
    expect(compared.baseText).toBe(clausesText().trim())
    const onDay = async (on: string) => {
      const { clauses, versions } = await at.play(at.who.visitor, on, policy.showDocument, { key: 'test-measures' })
      return [clauses[0]!.amount[0]!.words, versions.map(({ since, until }) => [since, until])]
    }
    const versions = [
      ['2025-03-01', '2026-06-30'],
      ['2024-07-01', '2025-02-28'],
    ]
    expect(await onDay('2025-02-28')).toEqual(['定额 10 万元', versions])
    expect(await onDay('2025-03-01')).toEqual(['定额 20 万元', versions])
    expect(await refusal(at.play(at.who.office, day, policy.saveVersion, { id: first, text: early }))).toBe(
      '已发布的条款不可改动，请起草新的版本',
    )
  })
})
