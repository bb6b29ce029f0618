/** A round of dispatch: opened once on its day, frozen with it, answered by each unit for itself, gathered and issued. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cards, matters } from '#modules/matter/tables.ts'
import { measures, milestones, reports } from '#modules/work/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type District, openDistrict, publishPlan, refusal, region, type Town } from '#test/it.ts'
import { askHelp, confirmSheet, remarkSheet } from './actions/answer.ts'
import { closeRound, issueRound, report } from './actions/issue.ts'
import { duties, list, showRound, showSheet } from './actions/look.ts'
import { dispatchRules, enactDispatchRule } from './actions/rule.ts'
import { openDue, remindLate } from './open.ts'

/** The eighth working day of June 2024: the 10th is the Dragon Boat Festival. */
const opening = '2024-06-13'
let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
  await at.run(machine(region), '2024-03-01', fill)
})
afterAll(() => at.close())

/** What the ledgers of a small district say: milestones in every state, reports, matters, a card. */
async function fill({ db }: Parameters<Parameters<District['run']>[2]>[0]) {
  const { 科技局: science, 经信委: office } = town.org
  const place = { task: town.tasks.firms, owner: science }
  const [measure] = await db
    .insert(measures)
    .values({ ...place, title: '举办对接会', startsOn: '2024-03-01', dueOn: '2024-12-31', ordinal: 0 })
    .returning()
  const milestone = (title: string, dueOn: string, doneOn: string | null) => ({
    ...{ ...place, measure: measure!.id, title, dueOn, doneOn, evidenceWanted: '通知', evidence: null, files: [], ordinal: 0 },
  })
  await db
    .insert(milestones)
    .values([
      milestone('第一场', '2024-05-20', '2024-05-17'),
      milestone('第二场', '2024-06-03', null),
      milestone('第三场', '2024-07-15', null),
    ])
  const told = { progress: '正常', next: null, unchanged: false, submittedBy: '柯科', reviewedOn: null, opinion: null }
  const sent = (org: string, task: string, problems: string | null) => ({
    ...{ ...told, org, task, month: '2024-05', status: 'submitted' as const, submittedOn: '2024-06-05', problems },
  })
  await db.insert(reports).values([sent(science, town.tasks.firms, '场地不足'), sent(office, town.tasks.building, null)])
  const matter = (number: string, dueOn: string) => ({
    ...{ number, origin: 'instruction' as const, source: '批示', sourceLink: null, title: `事项${number}`, text: '请办理' },
    ...{ task: null, owner: science, supporters: [], raisedBy: office, raisedByName: '周科', evidenceWanted: null },
    ...{ status: 'open' as const, level: 'unit' as const, levelSince: '2024-03-01', holder: science, startsOn: '2024-03-01' },
    ...{ dueOn, firstDueOn: dueOn, closedOn: null, outcome: null, hands: [science] },
  })
  await db.insert(matters).values([matter('DB-2024-0001', '2024-06-07'), matter('DB-2024-0002', '2024-06-28')])
  await db.insert(cards).values({
    ...{
      org: science,
      colour: 'yellow',
      rule: 'overdue',
      matter: null,
      about: '事项',
      month: '2024-06',
      reason: '逾期 2 个工作日',
    },
    ...{ on: '2024-06-12', liftedOn: null, liftReason: null, liftedBy: null },
  })
}

const open = (day: string) => at.run(machine(region), day, openDue)
const rounds = async (by: Actor = town.office, day = opening) => (await at.play(by, day, list, {})).rows
const round = async () => (await rounds())[0]!.id
const whole = async (by: Actor = town.office, day = opening) => at.play(by, day, showRound, { id: await round() })
const sheetOf = async (name: string, by: Actor = town.office, day = opening) => {
  const { sheets } = await whole(town.office, day)
  return at.play(by, day, showSheet, { id: sheets.find((one) => one.name === name)!.id })
}
const idOf = async (name: string) => (await sheetOf(name)).sheet.id
const scalar = async (query: string) => Number((await at.owner.query(query)).rows[0].count)

describe('a round', () => {
  it('opens on the working day of the rule, not before, and once however many servers try', async () => {
    await open('2024-06-12')
    expect(await rounds()).toEqual([])
    await Promise.all([open(opening), open(opening), open(opening)])
    await open('2024-06-20')
    expect(await rounds()).toMatchObject([
      { period: '2024-05', rhythm: 'month', asOf: opening, dueOn: '2024-06-18', status: 'open', tally: { units: 3, waiting: 3 } },
    ])
    expect(await scalar(`select count(*) from dispatch_sheet where region = '${region}' and kind = 'unit'`)).toBe(3)
    expect(await scalar(`select count(*) from dispatch_sheet where region = '${region}'`)).toBe(3 + 3 + 1)
  })

  it('says what the ledgers say, line by line', async () => {
    const { sheet } = await sheetOf('科技局')
    const mine = (where: string) => scalar(`select count(*) from milestone where owner = '${town.org.科技局}' and ${where}`)
    const done = await mine(`done_on between '2024-05-01' and '2024-05-31'`)
    const late = await mine(`done_on is null and due_on < '${opening}'`)
    const next = await mine(`done_on is null and due_on between '${opening}' and '2024-07-31'`)
    expect(sheet.lines.find(({ title }) => title === '工作节点')!.value).toBe(`${done}/${late}/${next}`)
    const reported = await scalar(
      `select count(*) from report where org = '${town.org.科技局}' and month = '2024-05' and status = 'submitted'`,
    )
    expect(sheet.lines.find(({ kind }) => kind === 'report')!.value).toBe(`${reported}/1`)
    const overdue = await scalar(`select count(*) from matter where owner = '${town.org.科技局}' and due_on < '${opening}'`)
    expect(sheet.lines.filter(({ kind, grave }) => kind === 'matter' && grave)).toHaveLength(overdue)
    expect(sheet.lines.filter(({ kind }) => kind === 'matter').map(({ sentence }) => sentence)).toEqual([
      'DB-2024-0001，科技局：应于2024年6月7日办结，已逾期 3 个工作日。',
      'DB-2024-0002，科技局：2024年6月28日前办结。',
    ])
    expect(sheet.lines.filter(({ kind }) => kind === 'card')).toHaveLength(1)
    expect(sheet.lines.filter(({ kind }) => kind === 'problem')).toMatchObject([{ sentence: '科技局2024年5月反映：场地不足' }])
    const graves = sheet.lines.map(({ grave }) => grave)
    expect(graves).toEqual([...graves].sort((a, b) => Number(b) - Number(a)))
  })

  it('tells the district in ten lines', async () => {
    const { ten } = await whole(town.leader)
    expect(ten).toHaveLength(10)
    expect(ten!.map(({ title }) => title)).toContain('督办事项')
    expect(ten!.find(({ title }) => title === '督办事项')!.sentence).toContain('在办 2 件，逾期 1 件：科技局')
  })

  it('is frozen: what the ledgers say later does not move it', async () => {
    const before = (await sheetOf('科技局')).sheet.lines
    await at.owner.query(`update milestone set done_on = '2024-06-14' where title = '第二场'`)
    await at.owner.query(`update matter set due_on = '2024-09-30' where number = 'DB-2024-0001'`)
    expect((await sheetOf('科技局')).sheet.lines).toEqual(before)
  })
})

describe('a unit', () => {
  it('sees its own sheet and those of its tasks, no other unit’s and not the district’s', async () => {
    const { sheets, ten, whole: all } = await whole(town.finance)
    expect(sheets.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['task 盘活楼宇', 'unit 财政局'])
    expect([ten, all]).toEqual([null, false])
    const other = await idOf('科技局')
    expect(await refusal(at.play(town.finance, opening, showSheet, { id: other }))).toContain('没有找到该调度单')
    expect(await refusal(at.play(town.finance, opening, confirmSheet, { id: other }))).toContain('没有找到该调度单')
    expect(await refusal(at.play(town.office, opening, confirmSheet, { id: other }))).toBe('只能确认和反馈本单位的调度单')
    expect(await refusal(at.play(town.leader, opening, confirmSheet, { id: other }))).toBe('您没有“确认调度单”的权限')
    const task = await idOf('盘活楼宇')
    expect(await refusal(at.play(town.finance, opening, confirmSheet, { id: task }))).toBe(
      '只有单位的调度单需要确认，任务、园城和全区的调度单供查阅',
    )
  })

  it('confirms once', async () => {
    const id = await idOf('财政局')
    expect((await at.play(town.finance, opening, duties, {})).sheets).toMatchObject([{ id, left: 3 }])
    const twice = await Promise.allSettled([1, 2].map(() => at.play(town.finance, opening, confirmSheet, { id })))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(at.play(town.finance, opening, confirmSheet, { id }))).toBe('当前为“已确认”，不能确认调度单')
    expect((await sheetOf('财政局')).sheet).toMatchObject({ status: 'confirmed', answeredBy: '钱科' })
    expect((await at.play(town.finance, opening, duties, {})).sheets).toEqual([])
  })

  it('remarks what differs, and asks for help that becomes a matter, once', async () => {
    const id = await idOf('科技局')
    expect(await refusal(at.play(town.science, opening, remarkSheet, { id, remark: ' ' }))).toBe('请填写反馈意见')
    await at.play(town.science, opening, remarkSheet, { id, remark: '第二场已于 14 日举办' })
    const asked = { id, title: '场地需协调', text: '请协调会议场地', task: town.tasks.firms, dueOn: '2024-06-28' }
    const { matter } = await at.play(town.science, opening, askHelp, asked)
    expect((await sheetOf('科技局')).sheet).toMatchObject({
      status: 'remarked',
      matter,
      remark: '第二场已于 14 日举办\n求助：场地需协调',
    })
    expect((await at.owner.query('select origin, owner, source_link from matter where id = $1', [matter])).rows).toEqual([
      { origin: 'problem', owner: town.org.科技局, source_link: `/office/dispatch/sheets/${id}` },
    ])
    expect(await refusal(at.play(town.science, opening, askHelp, asked))).toBe(
      '本单位已就该调度单求助，请在督办事项中查看办理情况',
    )
  })

  it('is late the day after the deadline, and reminded once before and once after', async () => {
    const late = async (day: string) => (await whole(town.office, day)).sheets.filter((one) => one.late).map(({ name }) => name)
    expect(await late('2024-06-18')).toEqual([])
    expect(await late('2024-06-19')).toEqual(['经信委'])
    const person = await at.owner.query(`insert into person (region, name) values ('${region}', '周科') returning id`)
    await at.owner.query(
      `insert into post (region, person, org, role, title, since) values ('${region}', '${person.rows[0].id}', '${town.org.经信委}', 'office', '科长', '2024-01-01')`,
    )
    for (const day of ['2024-06-14', '2024-06-17', '2024-06-18', '2024-06-19', '2024-06-20']) {
      await Promise.all([1, 2].map(() => at.run(machine(region), day, remindLate)))
    }
    const { rows } = await at.owner.query(`select title from message where recipient = $1 order by at`, [person.rows[0].id])
    expect(rows.map(({ title }) => title)).toEqual(['2024年5月调度即将到期', '2024年5月调度逾期未确认'])
  })
})

describe('the office', () => {
  it('gathers, then issues under a number; nobody answers afterwards, and every unit reads the report', async () => {
    const id = await round()
    const issued = { id, number: '碚软领办通报〔2024〕1号', remark: '总体平稳。' }
    expect(await refusal(at.play(town.office, opening, issueRound, issued))).toBe('当前为“确认中”，不能印发调度通报')
    expect(await refusal(at.play(town.science, opening, closeRound, { id }))).toBe('您没有“汇总调度”的权限')
    expect(await refusal(at.play(town.science, opening, report, { id }))).toBe('通报尚未印发')
    await at.play(town.office, opening, closeRound, { id })
    expect(await refusal(at.play(town.office, opening, confirmSheet, { id: await idOf('经信委') }))).toBe(
      '该轮调度已汇总，不能再确认或反馈',
    )
    await at.play(town.office, opening, issueRound, issued)
    const file = await at.play(town.finance, opening, report, { id })
    expect(file.name).toMatch(/2024年5月调度情况的通报\.docx$/)
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(file.bytes) })
    expect(text).toContain('3 个单位中，1 个确认无误，1 个作出反馈，1 个待确认。未按时（2024年6月18日前）确认的是：经信委。')
    expect(text).toContain('第二场已于 14 日举办')
    const { ten } = await whole(town.finance)
    for (const { sentence } of ten!) expect(text).toContain(sentence)
  })

  it('a round nobody gathered ends when the next begins; a quarter has its own for the leader; a number is used once', async () => {
    await open('2024-07-11')
    await open('2024-08-12')
    const all = await rounds(town.office, '2024-08-12')
    expect(all.map(({ period, status }) => `${period} ${status}`).sort()).toEqual([
      '2024-05 issued',
      '2024-06 closed',
      '2024-07 open',
      '2024-Q2 open',
    ])
    const quarter = all.find(({ rhythm }) => rhythm === 'quarter')!
    const { sheets, ten } = await at.play(town.leader, '2024-08-12', showRound, { id: quarter.id })
    expect(sheets.map(({ kind }) => kind)).toEqual(['district'])
    expect(ten).toHaveLength(10)
    const june = all.find(({ period }) => period === '2024-06')!.id
    const again = { id: june, number: '碚软领办通报〔2024〕1号', remark: null }
    expect(await refusal(at.play(town.office, '2024-08-12', issueRound, again))).toBe(
      '文号“碚软领办通报〔2024〕1号”已用于其他通报',
    )
  })

  it('sets the rule from a day on, never back', async () => {
    const rule = { since: '2024-09-01', openOn: 5, confirmDays: 2, basis: '工作规则' }
    expect(await refusal(at.play(town.science, opening, enactDispatchRule, rule))).toBe('您没有“发布调度规则”的权限')
    expect(await refusal(at.play(town.office, '2024-09-02', enactDispatchRule, rule))).toBe('新规则不能早于今天生效')
    await at.play(town.office, '2024-08-12', enactDispatchRule, rule)
    expect(await refusal(at.play(town.office, '2024-08-12', enactDispatchRule, rule))).toBe('该日已有一条规则，请另选生效日期')
    expect(await at.play(town.science, '2024-09-02', dispatchRules, {})).toMatchObject([rule])
    await open('2024-09-05')
    expect((await rounds(town.office, '2024-09-05'))[0]!.period).not.toBe('2024-08')
    await open('2024-09-06')
    expect((await rounds(town.office, '2024-09-06'))[0]).toMatchObject({ period: '2024-08', dueOn: '2024-09-10' })
  })
})
