/** Questions about policy: each with its clock and its holder; who asked, and how to reach him, is nobody else's affair. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { refusal } from '#test/it.ts'
import { arrange, clausesText, openPolicies, type Policies, publish, today } from '#test/policy.ts'

const { policy } = modules
/** A Friday. */
const day = '2024-07-05'
let at: Policies
beforeAll(async () => {
  at = await openPolicies()
  await arrange(at, 2024)
  await publish(at, clausesText(), today)
})
afterAll(() => at?.close())

const asking = { name: '李工', phone: '13800000001', text: '新设企业能否申请房租补贴？' }
type Ask = Parameters<typeof policy.askQuestion>[1]
const ask = (rest: Partial<Ask> = {}, who: keyof typeof at.who = 'visitor', on = day) =>
  at.play(at.who[who], on, policy.askQuestion, { ...asking, policy: at.measures, clause: 'rent', ...rest })
const inbox = (who: keyof typeof at.who, on = day) => at.play(at.who[who], on, policy.questions, { state: 'all' })
const numbered = async (number: string) => (await inbox('office')).rows.find((row) => row.number === number)!

describe('a question', () => {
  it('goes to the unit that leads the policy, to be answered within a working day; the code tells where it stands', async () => {
    const { number, token, dueOn } = await ask()
    expect([number, dueOn]).toEqual(['ZX-2024-0001', '2024-07-08'])
    const row = await numbered(number)
    expect(row).toMatchObject({ holderName: '科技局', clause: 'test-measures/rent', left: 1, kind: 'simple' })
    expect(await at.play(at.who.visitor, day, policy.questionStanding, { token })).toMatchObject({
      state: '待答复',
      left: 1,
      answer: null,
    })
    const answer = { id: row.id, answer: '可以，自落户之日起申请。', open: true }
    await at.play(at.who.science, day, policy.answerQuestion, answer)
    expect(await at.play(at.who.visitor, day, policy.questionStanding, { token: token.toLowerCase() })).toMatchObject({
      ...{ state: '已答复', answer: answer.answer, holder: '科技局' },
    })
    expect(await refusal(at.play(at.who.science, day, policy.answerQuestion, answer))).toBe('当前为“已答复”，不能答复咨询')
  })

  it('is refused where nobody could be reached, where it is about nothing here, and where too many come', async () => {
    expect(await refusal(ask({ phone: null }))).toBe('请填写联系电话')
    expect(await refusal(ask({ phone: '123' }))).toBe('联系电话应为手机号码，或带区号的固定电话')
    expect(await refusal(ask({ name: null }))).toBe('请填写咨询人')
    expect(await refusal(ask({ text: ' ' }))).toBe('请填写咨询内容')
    expect(await refusal(ask({ clause: 'none' }))).toBe('没有找到该条款，它可能已被移除，或不在您可以查看的范围内')
    expect(await refusal(ask({}, 'jin'))).toBe('政策咨询由企业和公众提出，办公室可代为登记')
    const phone = '13800000009'
    for (const _ of [1, 2, 3]) await ask({ phone })
    expect(await refusal(ask({ phone: '138 0000 0009' }))).toBe('该电话今天已提交 3 次咨询，请等待答复，或明天再提交')
    expect(await refusal(ask({ phone }, 'visitor', '2024-07-06'))).toBe('没有拒绝')
  })

  it('about clauses of another district is not taken', async () => {
    const { id } = await at.play(at.who.office, day, policy.addDocument, {
      ...{
        code: 'elsewhere',
        title: '别区措施',
        level: 'other',
        demonstration: true,
        issuer: '别区',
        since: '2024-01-01',
        source: '网站',
      },
    })
    const text = clausesText({ code: 'elsewhere', since: '2024-01-01', demonstration: true })
    const version = await at.play(at.who.office, day, policy.draftVersion, { policy: id, text })
    await at.play(at.who.office, day, policy.publishVersion, { id: version.id })
    expect(await refusal(ask({ policy: id }))).toBe('示范条款是其他地区的政策，仅供参考，不受理咨询')
  })

  it('becomes complex only while its time runs; handed to another unit it keeps its time', async () => {
    const { number } = await ask({ phone: '13800000002' })
    const { id } = await numbered(number)
    expect(await refusal(at.play(at.who.science, '2024-07-09', policy.extendQuestion, { id }))).toBe(
      '该咨询已超过答复时限，不能转为复杂咨询，请尽快答复',
    )
    await at.play(at.who.science, day, policy.extendQuestion, { id })
    expect(await numbered(number)).toMatchObject({ kind: 'complex', dueOn: '2024-07-10' })
    expect(await refusal(at.play(at.who.science, day, policy.transferQuestion, { id, to: at.org('统计局') }))).toBe(
      '您没有“转交咨询”的权限',
    )
    expect(await refusal(at.play(at.who.office, day, policy.transferQuestion, { id, to: at.org('甲企业') }))).toBe(
      '咨询可转交部门、园城公司或镇街',
    )
    await at.play(at.who.office, day, policy.transferQuestion, { id, to: at.org('缙云公司') })
    expect(await numbered(number)).toMatchObject({ holderName: '缙云公司', dueOn: '2024-07-10' })
    expect((await at.play(at.who.jin, day, policy.questionDuties, {})).map((row) => row.number)).toEqual([number])
    await at.play(at.who.jin, day, policy.answerQuestion, { id, answer: '请到园城窗口办理。' })
  })

  it('that is late stands on the duties of its holder and of the office', async () => {
    const { number } = await ask({ phone: '13800000003' })
    const late = '2024-07-12'
    const duties = async (who: keyof typeof at.who) =>
      (await at.play(at.who[who], late, policy.questionDuties, {})).filter((row) => row.number === number).map(({ left }) => left)
    expect([await duties('science'), await duties('office'), await duties('jin')]).toEqual([[-4], [-4], []])
  })
})

describe('who sees what', () => {
  it('a firm sees its own questions alone; officials those they hold; the office and leaders all', async () => {
    const { number } = await ask({ name: null, phone: null, policy: null, clause: null }, 'first')
    const own = async (who: 'first' | 'second') =>
      (await at.play(at.who[who], day, policy.ownQuestions, {})).map((row) => row.number)
    expect([await own('first'), await own('second')]).toEqual([[number], []])
    const seen = async (who: keyof typeof at.who) => (await inbox(who)).rows.some((row) => row.number === number)
    expect([await seen('office'), await seen('leader'), await seen('science'), await seen('tian')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    const { id } = await numbered(number)
    expect(await refusal(at.play(at.who.science, day, policy.answerQuestion, { id, answer: '好' }))).toBe(
      '没有找到该咨询，它可能已被移除，或不在您可以查看的范围内',
    )
    await at.play(at.who.office, day, policy.closeQuestion, { id, reason: '与政策无关' })
  })

  it('telephones are for whoever answers; answers made public say nothing of whoever asked', async () => {
    const phones = async (who: keyof typeof at.who) => new Set((await inbox(who)).rows.map(({ phone }) => phone))
    expect([(await phones('office')).has('13800000001'), (await phones('science')).has('13800000001')]).toEqual([true, true])
    expect(await phones('leader')).toEqual(new Set([null]))
    const { answers } = await at.play(at.who.visitor, day, policy.showDocument, { key: 'test-measures' })
    expect(answers).toEqual([
      expect.objectContaining({ text: asking.text, answer: '可以，自落户之日起申请。', clause: 'test-measures/rent' }),
    ])
    expect(JSON.stringify(answers)).not.toMatch(/李工|13800000001|token/)
    const told = (await inbox('science')).rows.find(({ open }) => open)!
    await at.play(at.who.science, day, policy.discloseQuestion, { id: told.id, open: false })
    expect((await at.play(at.who.visitor, day, policy.showDocument, { key: 'test-measures' })).answers).toEqual([])
  })
})
