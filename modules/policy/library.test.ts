/** The library: documents entered and corrected by whoever may, found by words of titles, clauses, readings and bodies, ended with a successor. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { refusal } from '#test/it.ts'
import { arrange, clausesText, openPolicies, type Policies, publish, today } from '#test/policy.ts'

const { policy } = modules
const day = '2024-07-05'
let at: Policies
let city: string
beforeAll(async () => {
  at = await openPolicies()
  await arrange(at, 2024)
  await publish(at, clausesText(), today)
  city = await document({
    code: 'city-plan',
    title: '市级软件产业行动计划',
    number: '渝经信〔2022〕8号',
    body: '打造满天星示范楼宇，培育 CMMI 企业。',
  })
  await document({ code: 'city-rent', title: '关于房租补贴的通知', summary: '说明如何申请' })
  await at.play(at.who.office, day, policy.releaseDocument, { id: city })
})
afterAll(() => at?.close())

type Given = Partial<Parameters<typeof policy.addDocument>[1]>
const given = (rest: Given = {}) => ({
  ...{
    code: 'city-plan',
    title: '计划',
    level: 'city' as const,
    issuer: '市经济信息委',
    since: '2022-10-01',
    source: '市政府网站',
    ...rest,
  },
})
const document = async (rest: Given) => (await at.play(at.who.office, day, policy.addDocument, given(rest))).id
const found = async (input: Parameters<typeof policy.library>[1], who: keyof typeof at.who = 'office') =>
  (await at.play(at.who[who], day, policy.library, input)).rows.map(({ title }) => title)

describe('searching', () => {
  it('looks into titles, clauses, readings, numbers and bodies, the closest first', async () => {
    expect(await found({ words: '房租补贴' })).toEqual(['关于房租补贴的通知', '测试区支持软件产业若干措施'])
    expect(await found({ words: '渝经信〔2022〕8' })).toEqual(['市级软件产业行动计划'])
    expect(await found({ words: 'cmmi 示范楼宇' })).toEqual(['市级软件产业行动计划'])
    expect(await found({ words: '示范楼宇 房租' })).toEqual([])
    expect(await found({ words: '100%' })).toEqual([])
    expect(await found({ words: '升规入统日期' })).toEqual(['测试区支持软件产业若干措施'])
    const [line] = (await at.play(at.who.visitor, day, policy.library, { words: '实付租金' })).rows
    expect(line).toMatchObject({ clauses: 2, lines: ['platform', 'carrier'], found: ['房租补贴'], orgName: '科技局' })
  })

  it('narrows to level, pot, kind of support and state', async () => {
    expect(await found({ level: 'city' })).toEqual(['关于房租补贴的通知', '市级软件产业行动计划'])
    expect(await found({ line: 'carrier' })).toEqual(['测试区支持软件产业若干措施'])
    expect(await found({ line: 'talent' })).toEqual([])
    expect(await found({ type: '升规入统奖励', level: 'district' })).toEqual(['测试区支持软件产业若干措施'])
    expect(await found({ status: 'draft' })).toEqual(['关于房租补贴的通知'])
    expect(await at.play(at.who.visitor, day, policy.libraryChoices, {})).toEqual({
      lines: ['platform', 'carrier'],
      types: ['房租补贴', '升规入统奖励'],
    })
  })

  it('shows drafts to officials only', async () => {
    expect(await found({ words: '通知' }, 'leader')).toEqual(['关于房租补贴的通知'])
    expect([await found({ words: '通知' }, 'first'), await found({ words: '通知' }, 'visitor')]).toEqual([[], []])
  })
})

describe('a document', () => {
  it('has a code of its own and days in their order', async () => {
    expect(await refusal(document({}))).toBe('代码“city-plan”已有政策文件使用')
    expect(await refusal(document({ code: '市级' }))).toContain('代码应为小写英文字母和数字')
    expect(await refusal(document({ code: 'x', until: '2021-01-01' }))).toBe('有效期至不能早于施行日期')
    expect(await refusal(document({ code: 'x', issuedOn: '2023-01-01' }))).toBe('施行日期不能早于印发日期')
  })

  it('in force is corrected by the office; its days are those of its clauses', async () => {
    const { code: _, ...identity } = given({ title: '测试区措施', level: 'district', org: at.org('科技局') })
    const revise = (who: 'science' | 'office', rest: object = {}) =>
      refusal(at.play(at.who[who], day, policy.reviseDocument, { id: at.measures, ...identity, ...rest }))
    expect(await revise('science')).toBe('文件已公布，由领导小组办公室更正')
    expect(await revise('office')).toBe('文件的施行日期和有效期以已发布的条款为准，不能另行更正')
    const dated = { since: '2024-07-01', until: '2026-06-30', title: '测试区支持软件产业若干措施' }
    expect(await revise('office', dated)).toBe('没有拒绝')
    expect(await refusal(at.play(at.who.jin, day, policy.explainDocument, { id: at.measures }))).toBe(
      '您没有“修订政策解读”的权限',
    )
    const other = { ...at.who.science, org: at.org('统计局') }
    expect(await refusal(at.play(other, day, policy.explainDocument, { id: at.measures }))).toBe(
      '该政策由其他单位牵头，您可以查看，不能办理',
    )
  })

  it('ends on a day, with what takes its place', async () => {
    const end = (rest: object) =>
      refusal(
        at.play(at.who.office, day, policy.endDocument, { id: at.measures, status: 'repealed', until: '2024-12-31', ...rest }),
      )
    expect(await end({ status: 'amended' })).toBe('请选择替代文件')
    expect(await end({ until: '2024-01-01' })).toBe('最后施行日不能早于施行日期 2024-07-01')
    expect(await end({ successor: at.measures })).toBe('替代文件不能是该文件自身')
    expect(await end({ successor: city })).toBe('替代文件应与该文件级别相同')
    expect(await end({})).toBe('没有拒绝')
    const shown = await at.play(at.who.visitor, '2024-12-31', policy.showDocument, { key: at.measures })
    expect([shown.status, shown.until, shown.running, shown.versions[0]!.until]).toEqual([
      'repealed',
      '2024-12-31',
      true,
      '2024-12-31',
    ])
    expect((await at.play(at.who.visitor, '2025-01-01', policy.showDocument, { key: at.measures })).running).toBe(false)
    expect(await end({})).toBe('只有现行的政策文件可以修订或废止')
    const draft = at.play(at.who.office, day, policy.draftVersion, { policy: at.measures })
    const { id } = await draft
    const publishing = refusal(at.play(at.who.office, day, policy.publishVersion, { id }))
    expect(await publishing).toMatch(/^条款尚不能发布：条款文件有 \d+ 处问题/)
  })
})
