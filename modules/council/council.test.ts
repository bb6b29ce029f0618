/** Meetings: nothing decided is lost, only who is invited signs, and once; minutes hold it all and nothing changes after them. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { members, orgs, persons, posts } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import * as absence from './actions/absence.ts'
import * as agenda from './actions/agenda.ts'
import * as attendance from './actions/attendance.ts'
import * as decision from './actions/decision.ts'
import * as material from './actions/material.ts'
import * as meeting from './actions/meeting.ts'
import * as minutes from './actions/minutes.ts'
import * as show from './actions/show.ts'

const today = '2024-06-28' // A Friday.
let at: Firms
let board: string
let chair: string
let mayor: string
let second: Actor
beforeAll(async () => {
  at = await openFirms()
  await at.run(machine(region), '2024-01-01', async ({ db }) => {
    const named = (name: string, kind: 'board' | 'office') => ({ name, shortName: name, kind, aliases: [] })
    const [body] = await db.insert(orgs).values(named('领导小组', 'board')).returning()
    await db.insert(orgs).values(named('领导小组办公室', 'office'))
    board = body!.id
    const units = ['经信委', '科技局', '统计局', '缙云园城', '蔡家园城'].map((name) => at.org(name))
    await db.insert(members).values(units.map((org) => ({ body: board, org, since: '2024-01-01' })))
    const [person] = await db.insert(persons).values({ name: '马局' }).returning()
    const held = { person: person!.id, org: at.org('科技局'), role: 'department' as const, title: '副局长' }
    await db.insert(posts).values({ ...held, since: '2024-02-01' })
    second = { id: person!.id, name: '马局', role: 'department', org: at.org('科技局'), region }
  })
  const holders = await at.play(at.who.office, today, absence.deputyChoices, {})
  const postOf = (name: string) => holders.find((one) => one.name === name)!.post
  chair = postOf('周科')
  mayor = postOf('顾常务')
})
afterAll(() => at.close())

const planned = () => ({
  ...{ title: '领导小组2024年第二次会议', kind: 'board' as const, body: board, chair: mayor },
  ...{ place: '区政府三楼会议室', day: today, time: '09:30' },
})
const create = async (rest = {}) => (await at.play(at.who.office, today, meeting.createMeeting, { ...planned(), ...rest })).id
const open = (id: string, by: Actor = at.who.office, day = today) => at.play(by, day, show.showMeeting, { id })
const addItem = (id: string, rest = {}) =>
  at.play(at.who.office, today, agenda.addAgenda, {
    ...{ meeting: id, title: '楼宇收储进展', org: at.org('科技局'), matter: null, text: null },
    ...rest,
  })
/** As far as it is held. */
async function held(rest = {}): Promise<string> {
  const id = await create(rest)
  await addItem(id)
  await at.play(at.who.office, today, meeting.callMeeting, { id })
  await at.play(at.who.office, today, meeting.beginMeeting, { id })
  return id
}
const charge = (id: string, title = '加快蔡家片区楼宇收储', rest = {}) => ({
  ...{ meeting: id, agenda: null, title, text: null, owner: at.org('科技局'), supporters: [at.org('经信委')] },
  ...{ dueOn: '2024-07-31', evidenceWanted: null, ...rest },
})
const decide = (id: string, title?: string, rest = {}) => at.play(at.who.office, today, decision.decide, charge(id, title, rest))
const codeOf = async (id: string) => (await open(id)).token!
const signing = async (id: string, by: Actor, day = today) => at.play(by, day, attendance.sign, { id, code: await codeOf(id) })
const count = async (text: string, values: unknown[]) => Number((await at.owner.query(text, values)).rows[0].n)
const mattersOf = (id: string) => count('select count(*) as n from matter where source_link = $1', [`/office/meetings/${id}`])

describe('preparing a meeting', () => {
  it('proposes whoever holds the posts that day; of a park its company; the chair comes first', async () => {
    const { attendances } = await open(await create())
    expect(attendances.map(({ orgName, name }) => [orgName, name])).toEqual([
      ['区政府', '顾常务'],
      ['蔡家园城', '待定'],
      ['缙云公司', '老秦'],
      ['经信委', '周科'],
      ['科技局', '柯科'],
      ['统计局', '小申'],
    ])
  })

  it('gives the place of whoever is away to his deputy, and a meeting needs a chair who is there', async () => {
    const holders = await at.play(at.who.office, today, absence.deputyChoices, {})
    const postOf = (name: string) => holders.find((one) => one.name === name)!.post
    const away = { post: postOf('柯科'), deputy: postOf('马局'), since: '2024-07-01', until: '2024-07-05', reason: '年休假' }
    const enter = (rest = {}) => at.play(at.who.office, today, absence.enterAbsence, { ...away, ...rest })
    expect(await refusal(enter({ until: '2024-06-30' }))).toBe('结束日期不能早于开始日期')
    expect(await refusal(enter({ since: '2024-06-01', until: '2024-06-02' }))).toBe('结束日期不能早于今天')
    expect(await refusal(enter({ deputy: away.post }))).toBe('代理人不能是请假人本人')
    const { id } = await enter()
    expect(await refusal(enter())).toBe('柯科 2024-07-01 至 2024-07-05 已登记请假，时间不能重叠')
    expect(await refusal(enter({ post: postOf('老秦'), deputy: away.post }))).toBe(
      '柯科 2024-07-01 至 2024-07-05 也在请假，请另选代理人',
    )
    const ofScience = async () =>
      (await open(await create({ day: '2024-07-03' }))).attendances.find(({ orgName }) => orgName === '科技局')
    expect(await ofScience()).toMatchObject({ name: '马局', standsInFor: '柯科', excuse: '年休假' })
    expect(await refusal(create({ day: '2024-07-03', chair: away.post }))).toBe('柯科会议当天请假，由马局代理，请改选主持人')
    expect((await at.play(at.who.jin, today, absence.absences, {}))[0]).toMatchObject({ state: 'coming' })
    await at.play(at.who.office, '2024-07-02', absence.endAbsence, { id, until: '2024-07-02' })
    expect(await ofScience()).toMatchObject({ name: '柯科', standsInFor: null })
  })

  it('is refused in words where it cannot be', async () => {
    expect(await refusal(create({ body: at.org('科技局') }))).toBe('“科技局”不是议事机构，请重新选择')
    expect(await refusal(create({ day: '2024-06-27' }))).toBe('会议日期不能早于今天')
    expect(await refusal(create({ time: '25:00' }))).toBe('时间应为时分，如 09:30')
    const id = await create()
    const call = () => at.play(at.who.office, today, meeting.callMeeting, { id })
    expect(await refusal(call())).toBe('会议还没有议题，请先列入议题再发通知')
    expect(await refusal(at.play(at.who.office, today, meeting.beginMeeting, { id }))).toBe('当前为“筹备中”，不能宣布会议开始')
    await addItem(id)
    await call()
    expect(await refusal(call())).toBe('当前为“已通知”，不能发出会议通知')
    expect(await refusal(at.play(at.who.science, today, meeting.callMeeting, { id }))).toBe('您没有“发出会议通知”的权限')
  })

  it('is seen by those who attend or report, and the token by the office alone', async () => {
    const id = await create()
    expect((await open(id, at.who.science)).token).toBeNull()
    expect((await open(id, at.who.leader)).token).toBeNull()
    expect(await refusal(open(id, at.who.tian))).toBe('没有找到该会议，它可能已被移除，或不在您可以查看的范围内')
    expect((await at.play(at.who.tian, today, show.meetings, {})).total).toBe(0)
    await addItem(id, { org: at.org('天生街道') })
    const { attendances } = await open(id, at.who.tian)
    expect(attendances.find(({ orgName }) => orgName === '天生街道')).toMatchObject({ name: '小田' })
  })

  it('tells whoever is invited once it is called, and again when it moves or falls through', async () => {
    const id = await create({ day: '2024-07-08' })
    await addItem(id)
    const told = (who: Actor) =>
      count('select count(*) as n from message where recipient = $1 and link = $2', [who.id, `/office/meetings/${id}`])
    expect(await told(at.who.science)).toBe(0)
    await at.play(at.who.office, today, meeting.callMeeting, { id })
    expect(await told(at.who.science)).toBe(1)
    await at.play(at.who.office, today, meeting.changeMeeting, { ...planned(), id, day: '2024-07-08', place: '四楼会议室' })
    expect(await told(at.who.science)).toBe(2)
    await at.play(at.who.office, today, meeting.cancelMeeting, { id, reason: '议题未成熟' })
    expect(await told(at.who.science)).toBe(3)
    expect(await told(at.who.tian)).toBe(0)
    expect(await refusal(at.play(at.who.office, today, meeting.inviteAll, { id }))).toBe('当前为“已取消”，不能再拟定参会人员')
  })
})

describe('the agenda', () => {
  it('is picked from open matters, each once, and orders itself anew', async () => {
    const before = await held()
    const { matter } = await decide(before, '修订收储办法')
    const id = await create()
    const choices = await at.play(at.who.office, today, agenda.agendaChoices, { meeting: id })
    expect(choices.find((one) => one.id === matter)).toMatchObject({ title: '修订收储办法', ownerName: '科技局', late: false })
    const first = await addItem(id, { matter, title: '修订收储办法' })
    expect(await refusal(addItem(id, { matter }))).toBe('该事项已列为第 1 项议题')
    const other = await addItem(id, { title: '第二项' })
    const third = await addItem(id, { title: '第三项' })
    const order = (items: string[]) => at.play(at.who.office, today, agenda.orderAgenda, { meeting: id, items })
    expect(await refusal(order([first.id]))).toBe('议题刚刚有变动，请刷新后再调整')
    await order([third.id, first.id, other.id])
    await at.play(at.who.office, today, agenda.dropAgenda, { id: first.id })
    expect((await open(id)).agenda.map(({ ordinal, title }) => [ordinal, title])).toEqual([
      [1, '第三项'],
      [2, '第二项'],
    ])
    expect(await refusal(addItem(id, { org: board }))).toBe('“领导小组”不能作汇报单位，请选择具体单位')
  })

  it('takes papers from the office and from whoever reports; all who attend open them, nobody else', async () => {
    const id = await create()
    const item = await addItem(id)
    const file = { name: '汇报.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }
    const attach = (by: Actor, of = file) => at.play(by, today, material.attachMaterial, { id: item.id, file: of })
    const kept = await attach(at.who.science)
    await attach(at.who.office)
    expect(await refusal(attach(at.who.jin))).toBe('该议题由其他单位汇报，会议材料由办公室和汇报单位上传')
    expect(await refusal(attach(at.who.tian))).toBe('没有找到该议题，它可能已被移除，或不在您可以查看的范围内')
    expect(await refusal(attach(at.who.office, { ...file, name: '汇报.txt' }))).toBe(
      '“汇报.txt”的格式不受支持，请上传 PDF、Word、Excel、PPT 或图片',
    )
    const read = (by: Actor) => at.play(by, today, material.openMaterial, { id: item.id, file: kept.id })
    for (const by of [at.who.jin, at.who.statistician, at.who.leader]) expect((await read(by)).name).toBe('汇报.pdf')
    expect(await refusal(read(at.who.tian))).toBe('没有找到该会议材料，它可能已被移除，或不在您可以查看的范围内')
    const word = agenda.changeAgenda
    const change = (by: Actor) => at.play(by, today, word, { id: item.id, title: '改题', text: null, notes: null })
    expect(await refusal(change(at.who.science))).toBe('您没有“修改议题”的权限')
    await change(at.who.office)
    await at.play(at.who.science, today, material.dropMaterial, { id: item.id, file: kept.id })
    expect((await open(id)).agenda[0]).toMatchObject({ title: '改题', files: [{ name: '汇报.pdf' }] })
  })
})

describe('attendance', () => {
  it('is signed by whoever is invited, once however often he scans', async () => {
    const id = await held()
    const first = await signing(id, at.who.science)
    expect(first).toMatchObject({ name: '柯科', standsInFor: null, again: false })
    expect(await signing(id, at.who.science)).toEqual({ ...first, again: true })
    const all = await Promise.all([1, 2, 3, 4].map(() => signing(id, at.who.jin)))
    expect(all.filter(({ again }) => !again)).toHaveLength(1)
    expect((await open(id)).attendances.filter(({ signedAt }) => signedAt)).toMatchObject([
      { name: '老秦', way: 'code' },
      { name: '柯科', way: 'code' },
    ])
  })

  it('a colleague stands in for his unit, and a unit that named nobody is there by whoever comes', async () => {
    const id = await held()
    expect(await signing(id, second)).toMatchObject({ name: '马局', standsInFor: '柯科' })
    expect(await signing(id, second)).toMatchObject({ name: '马局', again: true })
    expect(await refusal(signing(id, at.who.science))).toBe('贵单位参会人员均已签到；如需增加参会人员，请联系会务人员')
    const cai: Actor = { ...at.who.jin, id: at.who.cai.id, name: '蔡姐', org: at.org('蔡家园城') }
    expect(await signing(id, cai)).toMatchObject({ name: '蔡姐', standsInFor: null })
  })

  it('is refused to whoever is not invited, by a wrong code, and outside the meeting’s day', async () => {
    const id = await held()
    const none = '您和贵单位不在本次会议的参会名单中，不能签到；如有疑问，请联系会务人员'
    expect(await refusal(signing(id, at.who.tian))).toBe(none)
    const wrong = at.play(at.who.science, today, attendance.sign, { id, code: 'x' })
    expect(await refusal(wrong)).toBe('签到码不正确，请扫描会场展示的二维码')
    const strange = { id: at.org('科技局'), code: 'x' }
    expect(await refusal(at.play(at.who.science, today, attendance.sign, strange))).toMatch('没有找到该会议')
    const later = await create({ day: '2024-07-09' })
    expect(await refusal(signing(later, at.who.science))).toBe('会议筹备中，不能签到')
    await addItem(later)
    await at.play(at.who.office, today, meeting.callMeeting, { id: later })
    expect(await refusal(signing(later, at.who.science))).toBe('会议定于 2024-07-09 召开，请当天签到')
    expect(await refusal(at.play(at.who.office, today, meeting.beginMeeting, { id: later }))).toBe(
      '会议定于 2024-07-09 召开，当天方可开始',
    )
    await at.play(at.who.office, today, meeting.endMeeting, { id })
    expect(await refusal(signing(id, at.who.science))).toBe('会议已结束，不能再签到；确已到会的，请联系会务人员登记')
  })

  it('is answered beforehand by the unit itself, and put right by the office by hand', async () => {
    const id = await create({ day: '2024-07-01' })
    await addItem(id)
    const line = async (org: string) => (await open(id)).attendances.find(({ orgName }) => orgName === org)!
    const answer = async (by: Actor, org: string, rest = {}) =>
      at.play(by, today, attendance.answerInvitation, {
        ...{ id: (await line(org)).id, excuse: null, name: '马局', title: '副局长', ...rest },
      })
    expect(await refusal(answer(at.who.science, '科技局'))).toBe('会议筹备中，不能再回复会议通知')
    await at.play(at.who.office, today, meeting.callMeeting, { id })
    await answer(at.who.science, '科技局')
    expect(await line('科技局')).toMatchObject({ name: '马局', standsInFor: '柯科', title: '副局长' })
    expect(await refusal(answer(at.who.jin, '科技局'))).toBe('只能为本单位的参会人员回复')
    expect(await refusal(answer(at.who.jin, '缙云公司', { name: null }))).toBe('请填写代会人员或请假事由')
    await answer(at.who.jin, '缙云公司', { name: null, title: null, excuse: '外出招商' })
    const hand = async (org: string, rest = {}) =>
      at.play(at.who.office, '2024-07-01', attendance.signByHand, {
        ...{ id: (await line(org)).id, present: true, name: null, excuse: null, ...rest },
      })
    expect(await refusal(hand('蔡家园城'))).toBe('请填写到会人员的姓名')
    await hand('蔡家园城', { name: '蔡姐' })
    expect(await line('蔡家园城')).toMatchObject({ name: '蔡姐', way: 'hand', standsInFor: null })
    await hand('蔡家园城', { present: false, excuse: '临时有事' })
    expect(await line('蔡家园城')).toMatchObject({ signedAt: null, way: null, excuse: '临时有事' })
    const remove = async (org: string) => at.play(at.who.office, today, attendance.uninvite, { id: (await line(org)).id })
    await remove('缙云公司')
    expect(await refusal(open(id, at.who.jin))).toMatch('没有找到该会议')
    const invite = () => at.play(at.who.office, today, attendance.invite, { meeting: id, post: chair })
    expect(await refusal(invite())).toBe('周科已在参会名单中')
  })
})

describe('decisions', () => {
  it('each with an owner is exactly one matter at once, in the hands of owner and helpers, linked to its meeting', async () => {
    const id = await held()
    const { matter, ordinal } = await decide(id)
    expect(ordinal).toBe(1)
    await decide(id, '原则同意收储方案', { owner: null, dueOn: null, supporters: [] })
    expect(await mattersOf(id)).toBe(1)
    const { rows } = await at.owner.query('select * from matter where id = $1', [matter])
    expect(rows[0]).toMatchObject({ origin: 'decision', owner: at.org('科技局'), supporters: [at.org('经信委')], status: 'open' })
    expect(rows[0].source).toBe('领导小组2024年第二次会议议定事项第 1 项')
    const { decisions } = await open(id, at.who.science)
    expect(decisions.map(({ ordinal, state }) => [ordinal, state?.status ?? null, state?.opens ?? null])).toEqual([
      [1, 'open', true],
      [2, null, null],
    ])
    expect((await open(id, at.who.jin)).decisions[0]!.state).toMatchObject({ status: 'open', opens: false })
    expect(
      (await at.play(at.who.jin, '2024-08-01', show.meetings, { state: 'all' })).rows.find((one) => one.id === id),
    ).toMatchObject({
      decisions: 2,
      open: 1,
      late: 1,
    })
  })

  it('taken at the same moment keep their numbers, and the same one twice is one', async () => {
    const id = await held()
    const titles = ['甲', '乙', '丙', '丁', '甲']
    const all = await Promise.allSettled(titles.map((title) => decide(id, `事项${title}`)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    const { decisions } = await open(id)
    expect(decisions.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4])
    expect(await mattersOf(id)).toBe(4)
  })

  it('are refused in words when something is missing, and nothing is left behind', async () => {
    const id = await held()
    expect(await refusal(decide(id, undefined, { dueOn: null }))).toBe('请填写办理时限')
    expect(await refusal(decide(id, undefined, { owner: null }))).toBe('请选择责任单位')
    expect(await refusal(decide(id, undefined, { owner: null, dueOn: null }))).toBe(
      '没有责任单位的事项只作记录，不能填写配合单位和佐证要求',
    )
    expect(await refusal(decide(id, undefined, { dueOn: '2024-06-27' }))).toBe('办理时限不能早于今天')
    const foreign = (await addItem(await create())).id
    expect(await refusal(decide(id, undefined, { agenda: foreign }))).toMatch('没有找到该议题')
    expect(await mattersOf(id)).toBe(0)
    const coming = await create()
    expect(await refusal(decide(coming))).toBe('会议筹备中，不能登记议定事项')
    expect(await refusal(at.play(at.who.leader, today, decision.decide, charge(id)))).toBe('您没有“登记议定事项”的权限')
  })

  it('struck out before the minutes take their matter back, with the reason; what is done is not struck', async () => {
    const id = await held()
    const kept = await decide(id)
    const strike = (of: string, reason = '笔误') => at.play(at.who.office, today, decision.strike, { id: of, reason })
    await strike(kept.id)
    expect(await refusal(strike(kept.id))).toBe('该议定事项已划去')
    const { decisions } = await open(id)
    expect(decisions[0]).toMatchObject({ struckOn: today, struckReason: '笔误', state: { status: 'cancelled' } })
    const again = await decide(id)
    expect(again.ordinal).toBe(2)
    await at.owner.query(`update matter set status = 'closed' where id = $1`, [again.matter])
    expect(await refusal(strike(again.id))).toMatch(/^督办事项 DB-2024-\d{4} 已办结，议定事项不能划去$/)
  })
})

describe('minutes', () => {
  async function minuted() {
    const id = await held()
    await signing(id, at.who.science)
    const first = await decide(id, '加快蔡家片区楼宇收储', { evidenceWanted: '收储合同' })
    const noted = await decide(id, '原则同意收储方案', { owner: null, dueOn: null, supporters: [] })
    const struck = await decide(id, '写错的一项')
    await at.play(at.who.office, today, decision.strike, { id: struck.id, reason: '笔误' })
    await at.play(at.who.office, today, meeting.endMeeting, { id })
    return { id, first, noted }
  }
  const issue = (id: string) => at.play(at.who.office, today, minutes.issueMinutes, { id, signer: '顾常务' })
  const print = async (id: string, by: Actor = at.who.office) => {
    const { bytes } = await at.play(by, today, minutes.printMinutes, { id })
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
  }

  it('hold every decision that stands and none that was struck, who came and who did not', async () => {
    const { id } = await minuted()
    expect(await refusal(print(id, at.who.science))).toBe('会议纪要尚未印发，印发后可下载')
    expect(await print(id)).toContain('送审稿')
    const { number } = await issue(id)
    expect(number).toBe('〔2024〕1号')
    const text = await print(id, at.who.science)
    const expected = [
      ...['领导小组会议纪要', number, '领导小组2024年第二次会议纪要', '2024年6月28日上午', '顾常务在区政府三楼会议室主持召开'],
      '加快蔡家片区楼宇收储。由科技局牵头，经信委配合，于2024年7月31日前办结，办结时提供收储合同。',
      ...['原则同意收储方案。', '出席：科技局柯科', '请假：', '分送：'],
    ]
    for (const part of expected) expect(text).toContain(part)
    expect(text).not.toContain('写错的一项')
    expect(text).not.toContain('送审稿')
  })

  it('are numbered one after the other, and from then on nothing changes, in the product or in the database', async () => {
    const { id, first } = await minuted()
    expect((await issue(id)).number).toBe('〔2024〕2号')
    expect(await refusal(issue(id))).toBe('当前为“纪要已印发”，不能印发会议纪要')
    expect(await refusal(decide(id, '迟到的一项'))).toBe('会议纪要已印发，不能登记议定事项')
    expect(await refusal(at.play(at.who.office, today, decision.strike, { id: first.id, reason: '反悔' }))).toBe(
      '会议纪要已印发，议定事项不能划去',
    )
    const held = (text: string, of = id) => refusal(at.owner.query(text, [of]))
    expect(await held(`update decision set title = '改' where id = $1`, first.id)).toBe('会议纪要已印发，议定事项不能改动')
    expect(await held('delete from decision where meeting = $1')).toBe('会议纪要已印发，议定事项不能改动')
    expect(await held(`update attendance set name = '改' where meeting = $1`)).toBe('会议纪要已印发，会议记录不能改动')
    expect(await held('delete from agenda_item where meeting = $1')).toBe('会议纪要已印发，会议记录不能改动')
    expect(await held(`update meeting set title = '改' where id = $1`)).toBe('会议纪要已印发或会议已取消，会议记录不能改动')
  })

  it('wait for something decided and somebody there', async () => {
    const id = await held()
    expect(await refusal(at.play(at.who.office, today, minutes.printMinutes, { id }))).toBe('会议进行中，会议结束后方可生成纪要')
    expect(await refusal(issue(id))).toBe('当前为“进行中”，不能印发会议纪要')
    await at.play(at.who.office, today, meeting.endMeeting, { id })
    expect(await refusal(issue(id))).toBe('会议没有登记议定事项，请登记后再印发纪要')
    await decide(id)
    expect(await refusal(issue(id))).toBe('没有人员签到，请登记到会情况后再印发纪要')
  })

  it('a decision is kept by the database as it was recorded, and a charge never without its matter', async () => {
    const id = await held()
    const { id: kept } = await decide(id)
    const owner = (text: string) => refusal(at.owner.query(text, [kept]))
    expect(await owner(`update decision set text = '改' where id = $1`)).toBe(
      '议定事项不能修改或删除，请划去并写明原因，再重新登记',
    )
    expect(await owner('delete from decision where id = $1')).toBe('议定事项不能修改或删除，请划去并写明原因，再重新登记')
    expect(await owner('update decision set matter = null, struck_on = null where id = $1')).toMatch('议定事项不能修改或删除')
  })
})
