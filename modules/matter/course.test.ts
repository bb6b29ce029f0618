/** The course of a matter and of a notice: who can do what and when, what is refused and in which words, what is told. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { refusal } from '#test/it.ts'
import { type Ground, openSupervision, proof, raised } from '#test/matter.ts'

const { matter } = modules
let at: Ground
beforeAll(async () => {
  at = await openSupervision()
})
afterAll(() => at.close())

const day = '2024-06-03'
const one = (id: string, by = at.who.office, on = day) => at.play(by, on, matter.one, { id })
const steps = async (id: string, by = at.who.office, on = day) => (await one(id, by, on)).next.map(({ step }) => step)

describe('a matter', () => {
  it('goes from what was instructed to what was confirmed, each step by its part', async () => {
    const id = await raised(at, { evidenceWanted: '整改照片', supporters: [at.town.org.财政局] })
    const whole = await one(id)
    expect(whole.matter).toMatchObject({ number: 'DB-2024-0001', status: 'open', level: 'unit', holder: at.town.org.科技局 })
    expect(new Set(whole.matter.hands)).toEqual(new Set([at.town.org.科技局, at.town.org.财政局, at.town.org.经信委]))
    expect(await at.told(at.who.science)).toEqual(['领导批示：盘活闲置楼宇'])
    expect(await steps(id)).toEqual(['issue', 'cancel'])
    expect(await steps(id, at.who.science)).toEqual(['progress', 'finish', 'askDelay', 'askHelp'])
    expect(await steps(id, at.who.finance)).toEqual(['progress'])

    await at.play(at.who.finance, day, matter.reportProgress, { id, text: '已提供资金测算' })
    expect(await refusal(at.play(at.who.finance, day, matter.finish, { id, text: '已办完' }))).toBe(
      '该事项由“科技局”办理，您可以查看，不能报告事项办结',
    )
    expect(await refusal(at.play(at.who.office, day, matter.confirm, { id, outcome: '属实' }))).toBe(
      '当前为“办理中”，不能核实办结',
    )
    expect(await refusal(at.play(at.who.science, day, matter.finish, { id, text: '已办完' }))).toBe(
      '该事项要求提供佐证：整改照片，请附上后再报告办结',
    )
    await at.play(at.who.science, day, matter.finish, { id, text: '已办完', file: proof })
    expect(await refusal(at.play(at.who.science, day, matter.confirm, { id, outcome: '属实' }))).toBe('您没有“核实办结”的权限')
    expect(await steps(id, at.who.science)).toEqual([])
    expect(await steps(id)).toEqual(['confirm', 'giveBack', 'cancel'])
    await at.play(at.who.office, day, matter.confirm, { id, outcome: '现场核实，属实' })
    const done = await one(id, at.who.science)
    expect(done.matter).toMatchObject({ status: 'closed', closedOn: day, outcome: '现场核实，属实' })
    expect(done.replies.map(({ kind, status }) => [kind, status])).toEqual([
      ['progress', 'noted'],
      ['done', 'accepted'],
    ])
    expect(await at.told(at.who.science)).toContain('已核实办结：盘活闲置楼宇')
    expect(await refusal(at.play(at.who.office, day, matter.cancel, { id, reason: '误登' }))).toBe(
      '当前为“已办结”，不能撤销督办事项',
    )
  })

  it('that is given back keeps the days it waited to be judged', async () => {
    const id = await raised(at)
    await at.play(at.who.science, '2024-06-14', matter.finish, { id, text: '已办完' })
    await at.look('2024-06-28')
    expect((await one(id, at.who.office, '2024-06-28')).cards).toEqual([])
    await at.play(at.who.office, '2024-06-28', matter.giveBack, { id, opinion: '请补充合同' })
    const { matter: back, replies } = await one(id, at.who.office, '2024-06-28')
    // Ten working days lie between the 14th and the 28th; the last day was the 17th.
    expect(back).toMatchObject({ status: 'open', dueOn: '2024-07-01', firstDueOn: '2024-06-17' })
    expect(replies.at(-1)).toMatchObject({ status: 'returned', opinion: '请补充合同', decidedBy: '周科' })
  })

  it('is put off only when the office or a leader agrees, one request at a time', async () => {
    const id = await raised(at)
    const ask = (until: string) => at.play(at.who.science, day, matter.askDelay, { id, text: '需论证', until })
    expect(await refusal(ask('2024-06-17'))).toBe('申请延至的日期应晚于现办理时限 2024-06-17')
    await ask('2024-06-28')
    expect(await refusal(ask('2024-07-05'))).toBe('已有一份延期申请在等待审核')
    const decide = (granted: boolean, on = day) =>
      at.play(at.who.leader, on, matter.decideDelay, { id, granted, opinion: '按时办结' })
    expect(await refusal(at.play(at.who.science, day, matter.decideDelay, { id, granted: true, opinion: '同意' }))).toBe(
      '您没有“审核延期申请”的权限',
    )
    expect(await refusal(decide(true, '2024-07-01'))).toBe('申请延至的 2024-06-28 已过，请退回后由责任单位重新申请')
    await decide(false)
    expect((await one(id)).matter.dueOn).toBe('2024-06-17')
    await ask('2024-06-28')
    await decide(true)
    expect((await one(id)).matter).toMatchObject({ dueOn: '2024-06-28', firstDueOn: '2024-06-17' })
    expect(await refusal(decide(true))).toBe('没有待审核的延期申请')
  })

  it('of the lead unit itself is judged by a leader', async () => {
    const id = await raised(at, { owner: at.town.org.经信委 })
    await at.play(at.who.office, day, matter.finish, { id, text: '已办完' })
    expect(await refusal(at.play(at.who.office, day, matter.confirm, { id, outcome: '属实' }))).toBe(
      '本单位承办的事项应由区领导审核',
    )
    expect((await one(id)).next.find(({ step }) => step === 'confirm')?.why).toBe('本单位承办的事项应由区领导审核')
    await at.play(at.who.leader, day, matter.confirm, { id, outcome: '属实' })
    expect((await one(id)).matter.status).toBe('closed')
  })

  it('that cannot be solved alone is asked one level up, and comes back with the answer', async () => {
    const id = await raised(at, { task: at.town.tasks.building, owner: at.town.org.财政局 })
    await at.play(at.who.finance, day, matter.askHelp, { id, text: '需要产权单位配合' })
    const up = await one(id)
    expect(up.matter).toMatchObject({ level: 'team', holder: at.town.org.经信委, levelSince: day })
    expect(up.climbs).toMatchObject([{ from: 'unit', to: 'team', reason: '请求协调', by: '钱科' }])
    expect(await refusal(at.play(at.who.finance, day, matter.askHelp, { id, text: '再次请求' }))).toBe('已有一份求助在等待答复')
    expect(await refusal(at.play(at.who.finance, day, matter.answerHelp, { id, opinion: '自答' }))).toBe(
      '该事项由“经信委”办理，您可以查看，不能答复求助',
    )
    await at.play(at.who.office, day, matter.answerHelp, { id, opinion: '已与产权单位商定' })
    const back = await one(id)
    expect(back.matter).toMatchObject({ level: 'unit', holder: at.town.org.财政局 })
    expect(back.replies[0]).toMatchObject({ kind: 'help', status: 'accepted', opinion: '已与产权单位商定' })
    expect(await at.told(at.who.finance)).toContain('求助已答复：盘活闲置楼宇')
  })

  it('asked for as help begins with the group that carries the task, as a part with the other unit', async () => {
    const asked = { title: '缺少产权资料', text: '请协调', dueOn: '2024-06-20' }
    const help = await at.play(at.who.finance, day, matter.requestHelp, { ...asked, task: at.town.tasks.building })
    expect((await one(help.id)).matter).toMatchObject({ level: 'team', owner: at.town.org.财政局, holder: at.town.org.经信委 })
    const free = await at.play(at.who.finance, day, matter.requestHelp, { ...asked, task: at.town.tasks.firms })
    expect((await one(free.id)).matter).toMatchObject({ level: 'office', holder: at.bodies.办公室 })
    await at.play(at.who.office, day, matter.answerHelp, { id: free.id, opinion: '已协调' })

    const own = at.play(at.who.finance, day, matter.requestPart, { ...asked, owner: at.town.org.财政局 })
    expect(await refusal(own)).toBe('协调事项应由其他单位办理，请选择对方单位')
    const part = await at.play(at.who.finance, day, matter.requestPart, { ...asked, owner: at.town.org.科技局 })
    expect((await one(part.id, at.who.science)).matter).toMatchObject({ owner: at.town.org.科技局, raisedByName: '钱科' })
  })

  it('is not given to what is no unit, nor for a day that is over, nor under no task', async () => {
    expect(await refusal(raised(at, { owner: at.bodies.场所组 }))).toBe('“场所组”不能作责任单位，请选择具体承办的单位')
    expect(await refusal(raised(at, { dueOn: '2024-06-02' }))).toBe('办理时限不能早于今天')
    expect(await refusal(raised(at, { task: at.town.plan.id }))).toMatch(/^没有找到该任务/)
    expect(await refusal(raised(at, {}, at.who.science))).toBe('您没有“登记督办事项”的权限')
  })

  it('that is cancelled takes its open notices with it', async () => {
    const id = await raised(at)
    await at.play(at.who.office, day, matter.issueSupervision, { matter: id, title: '盘活楼宇', text: '请抓紧' })
    await at.play(at.who.office, day, matter.cancel, { id, reason: '任务调整' })
    expect((await one(id)).notices[0]).toMatchObject({ status: 'withdrawn', closedOn: day, can: [] })
  })
})

describe('a supervision notice', () => {
  const issue = (id: string) =>
    at.play(at.who.office, day, matter.issueSupervision, { matter: id, title: '盘活闲置楼宇', text: '请于期限内报送办法。' })

  it('is signed for, replied to with evidence, returned and closed, by its unit and its judges', async () => {
    const matterId = await raised(at)
    const { id, number } = await issue(matterId)
    expect(number).toMatch(/^督办〔2024〕\d+号$/)
    expect(await refusal(issue(matterId))).toBe('“科技局”已有一份该事项的督办通知未办结')
    expect((await one(matterId)).notices[0]).toMatchObject({ signDueOn: '2024-06-04', replyDueOn: '2024-06-11', left: 1 })
    const reply = (file?: typeof proof) => at.play(at.who.science, day, matter.replySupervision, { id, text: '已整改', file })
    expect(await refusal(reply(proof))).toBe('当前为“待签收”，不能回复督办通知')
    expect(await refusal(at.play(at.who.office, day, matter.signSupervision, { id }))).toBe('该通知发给“科技局”，由其签收和回复')
    await at.play(at.who.science, day, matter.signSupervision, { id })
    expect(await refusal(at.play(at.who.science, day, matter.signSupervision, { id }))).toBe('当前为“待回复”，不能签收督办通知')
    expect(await refusal(reply())).toBe('请附上佐证材料后再回复督办通知')
    await reply(proof)
    await at.play(at.who.science, day, matter.finish, { id: matterId, text: '已办完' })
    expect(await refusal(at.play(at.who.office, day, matter.confirm, { id: matterId, outcome: '属实' }))).toBe(
      `督办通知 ${number} 尚未办结，请先审核其回复`,
    )
    await at.play(at.who.office, '2024-06-05', matter.returnSupervision, { id, opinion: '缺少合同' })
    expect((await one(matterId)).notices[0]).toMatchObject({ status: 'returned', replyDueOn: '2024-06-13' })
    await reply(proof)
    await at.play(at.who.office, day, matter.closeSupervision, { id, opinion: '属实' })
    expect(await refusal(at.play(at.who.office, day, matter.withdrawSupervision, { id, reason: '误发' }))).toBe(
      '当前为“已办结”，不能撤回督办通知',
    )
    await at.play(at.who.office, day, matter.confirm, { id: matterId, outcome: '属实' })
    expect((await one(matterId)).replies.map(({ status }) => status)).toEqual(['returned', 'accepted', 'accepted'])
  })

  it('goes to nobody who has no part in the matter, and not after its end', async () => {
    const id = await raised(at)
    const other = { matter: id, org: at.town.org.园城, title: '盘活', text: '请抓紧' }
    expect(await refusal(at.play(at.who.office, day, matter.issueSupervision, other))).toBe(
      '督办通知只能发给该事项的责任单位、配合单位或当前办理单位',
    )
    await at.play(at.who.office, day, matter.cancel, { id, reason: '任务调整' })
    expect(await refusal(issue(id))).toBe('当前为“已撤销”，不能印发督办通知')
  })

  it('is printed as an official letter with its number, its requirement and its days', async () => {
    const { id, number } = await issue(await raised(at, { evidenceWanted: '整改照片' }))
    const { name, bytes } = await at.play(at.who.science, day, matter.printSupervision, { id })
    expect(name).toBe(`督办通知${number}.docx`)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    for (const words of [
      number,
      '关于盘活闲置楼宇的督办通知',
      '科技局',
      '请于期限内报送办法',
      '整改照片',
      '2024年6月4日前签收',
      '2024年6月11日前',
    ])
      expect(value).toContain(words)
  })
})

describe('what is not mine', () => {
  it('is not seen: neither the matter, its notice, its papers, its story, nor its card', async () => {
    const id = await raised(at)
    const { id: notice } = await at.play(at.who.office, day, matter.issueSupervision, {
      matter: id,
      title: '盘活',
      text: '请抓紧',
    })
    await at.play(at.who.science, day, matter.signSupervision, { id: notice })
    await at.play(at.who.science, day, matter.replySupervision, { id: notice, text: '已整改', file: proof })
    const paper = (await one(id)).replies[0]!.files[0]!.id
    const unseen = '没有找到该督办事项，它可能已被移除，或不在您可以查看的范围内'
    for (const by of [at.who.finance, at.who.park]) {
      expect(await refusal(one(id, by))).toBe(unseen)
      expect(await refusal(at.play(by, day, matter.paper, { id, paper }))).toBe(unseen)
      expect(await refusal(at.play(by, day, matter.printSupervision, { id: notice }))).toMatch(/^没有找到该督办通知/)
      expect((await at.play(by, day, matter.list, { size: 200 })).rows.map((row) => row.id)).not.toContain(id)
      const story = await at.run(by, day, ({ db }) => db.execute(`select 1 from journal where subject = '${id}'` as never))
      expect((story as unknown as { rowCount: number }).rowCount).toBe(0)
    }
    const story = await at.run(at.who.science, day, ({ db }) =>
      db.execute(`select 1 from journal where subject = '${id}'` as never),
    )
    expect((story as unknown as { rowCount: number }).rowCount).toBeGreaterThan(0)
    expect((await at.play(at.who.science, day, matter.paper, { id, paper })).name).toBe('整改情况.pdf')
    await at.look('2024-06-24')
    const shown = async (by = at.who.office) =>
      (await at.play(by, '2024-06-24', matter.listCards, { size: 200 })).rows.map(({ orgName }) => orgName)
    expect(await shown()).toContain('科技局')
    expect(await shown(at.who.park)).toEqual([])
    expect(new Set(await shown(at.who.science))).toEqual(new Set(['科技局']))
    expect(await refusal(at.play(at.town.visitor, day, matter.list, {}))).toBe('请先登录')
  })

  it('is not changed by hand: a card is lifted by the office alone, once, with its reason', async () => {
    await at.look('2024-06-24')
    const [given] = (await at.play(at.who.office, '2024-06-24', matter.listCards, {})).rows
    const lift = (by = at.who.office) => at.play(by, '2024-06-25', matter.liftCard, { id: given!.id, reason: '情况属实，撤销' })
    expect(await refusal(lift(at.who.science))).toBe('您没有“撤销黄红牌”的权限')
    await lift()
    expect(await refusal(lift())).toMatch(/^该[黄红]牌已于 2024-06-25 撤销$/)
    await at.look('2024-06-26')
    const again = (await at.play(at.who.office, '2024-06-26', matter.listCards, { size: 200 })).rows
    expect(again.filter((one) => one.org === given!.org && one.about === given!.about && one.colour === given!.colour)).toEqual(
      [],
    )
  })
})
