/** Titles and rights: granted once, revoked with a reason, warned of in time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firms, firm, openFirms, someone } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { show } from './file.ts'
import { list } from './list.ts'
import { register } from './register.ts'
import { addRight, grant, renewals, revoke, withdrawRight } from './title.ts'

let at: Firms
let id: string
beforeAll(async () => {
  at = await openFirms()
  id = (await at.play(at.who.office, '2024-03-01', register, firm(at, 1))).id!
})
afterAll(() => at.close())

const day = '2024-06-28'
type Granted = Parameters<typeof grant>[1]
const give = (rest: Partial<Granted>, who = at.who.science, on = day) =>
  at.play(who, on, grant, { enterprise: id, kind: 'high-tech', grantedOn: '2021-09-01', source: 'visit', ...rest })
const titlesOn = async (on = day) => (await at.play(at.who.office, on, show, { id })).titles
const lines = async (on = day) => (await at.play(at.who.office, on, list, {})).rows.find((row) => row.id === id)!.titles

describe('titles', () => {
  it('are valid to their last day, warned of before it and after it', async () => {
    await give({ kind: 'specialised', grantedOn: '2021-09-01', validUntil: '2024-08-31' })
    expect(await titlesOn('2024-06-28')).toMatchObject([{ daysLeft: 64, warning: '还有 64 天到期' }])
    expect(await titlesOn('2024-08-31')).toMatchObject([{ daysLeft: 0, warning: '今天到期' }])
    expect(await titlesOn('2024-09-01')).toMatchObject([{ daysLeft: -1, warning: '已于 2024-08-31 到期' }])
    expect([await lines('2024-08-31'), await lines('2024-09-01')]).toEqual([['specialised'], []])
    const due = async (on: string) => (await at.play(at.who.tian, on, renewals, {})).rows.map(({ warning }) => warning)
    expect(await due('2024-06-28')).toEqual(['还有 64 天到期'])
    expect(await due('2024-09-01')).toEqual(['已于 2024-08-31 到期'])
    await give({ kind: 'specialised', grantedOn: '2024-09-01', validUntil: '2027-08-31' }, at.who.science, '2024-09-05')
    expect(await due('2024-09-05')).toEqual([])
    expect((await titlesOn('2024-09-05')).map(({ warning }) => warning)).toEqual([null, null])
  })

  it('refuse what does not go, each in its sentence', async () => {
    expect(await refusal(give({ grantedOn: '2024-06-29' }))).toBe('取得日期不能晚于今天')
    expect(await refusal(give({ validUntil: '2021-08-31' }))).toBe('有效期至不能早于取得日期')
    expect(await refusal(give({ kind: 'best' as 'cmmi' }))).toBe('请选择资质称号')
    expect(await refusal(give({ enterprise: null }))).toBe('请选择企业，或填写持有人')
    expect(await refusal(give({ enterprise: null, holder: '某研究院' }))).toBe('园城、机构的资质称号由领导小组办公室登记')
    expect(await refusal(give({}, at.who.cai))).toBe(someone)
    expect(await refusal(give({}, at.who.first))).toBe('您没有“登记资质称号”的权限')
    await give({ kind: 'cmmi', level: '3 级', grantedOn: '2023-01-05' })
    expect(await refusal(give({ kind: 'cmmi', level: '3 级', grantedOn: '2023-01-05' }))).toBe(
      `${firm(at, 1).name}2023-01-05 取得的“CMMI 认证”已登记，无须重复登记`,
    )
    await give({ kind: 'cmmi', level: '5 级', grantedOn: '2023-01-05' })
  })

  it('of a park are the office’s to record', async () => {
    const { id } = await give({ enterprise: null, holder: '缙云园城', kind: 'software-park' }, at.who.office)
    expect(id).toBeTruthy()
  })

  it('revoked from a day on were held before it; recorded wrongly they never were', async () => {
    const taken = await give({ kind: 'gazelle', grantedOn: '2024-01-01' })
    const undo = (id: string, rest: object, on = day) =>
      at.play(at.who.science, on, revoke, { id, reason: '复核未通过', ...rest })
    expect(await refusal(undo(taken.id, { on: '2024-06-29' }))).toBe('撤销日期不能晚于今天')
    expect(await refusal(undo(taken.id, { on: '2024-01-01' }))).toBe('撤销日期应晚于取得日期 2024-01-01')
    expect(await refusal(undo(taken.id, { reason: '' }))).toBe('请填写撤销原因')
    await undo(taken.id, { on: '2024-06-01' })
    expect(await refusal(undo(taken.id, {}))).toBe('该资质称号的登记已撤销')
    const kept = (await titlesOn()).find(({ kind }) => kind === 'gazelle')!
    expect(kept).toMatchObject({ validUntil: '2024-05-31', reason: '复核未通过' })
    const { rows: due } = await at.play(at.who.tian, day, renewals, {})
    expect(due.map(({ kind }) => kind)).not.toContain('gazelle')
    expect(await refusal(undo(kept.id, { on: '2024-06-15' }))).toBe('该资质称号已于 2024-05-31 到期，无须撤销')
    const wrong = await give({ kind: 'unicorn', grantedOn: '2024-01-01' })
    await undo(wrong.id, {})
    expect((await titlesOn()).map(({ kind }) => kind)).not.toContain('unicorn')
  })
})

describe('rights', () => {
  it('are counted by year and kind, recorded once and withdrawn by the office', async () => {
    const add = (number: string | null, registeredOn: string, kind: 'copyright' | 'invention' = 'copyright', who = at.who.tian) =>
      at.play(who, day, addRight, { enterprise: id, kind, title: '云排产系统 V1.0', number, registeredOn })
    const { id: first } = await add('2024SR0000001', '2024-02-01')
    await add(null, '2024-05-01')
    await add('ZL202310000001', '2023-05-01', 'invention')
    expect(await refusal(add('2024SR0000001', '2024-02-01'))).toBe('登记号 2024SR0000001 已登记为“云排产系统 V1.0”，无须重复登记')
    expect(await refusal(add(null, '2024-06-29'))).toBe('登记日期不能晚于今天')
    const counted = async () => (await at.play(at.who.office, day, show, { id })).rightsByYear
    expect(await counted()).toEqual([
      { year: '2024', kind: 'copyright', count: 2 },
      { year: '2023', kind: 'invention', count: 1 },
    ])
    expect(await refusal(at.play(at.who.tian, day, withdrawRight, { id: first }))).toBe('您没有“撤销知识产权登记”的权限')
    await at.play(at.who.office, day, withdrawRight, { id: first })
    expect((await counted())[0]).toMatchObject({ count: 1 })
    expect(await refusal(at.play(at.who.office, day, withdrawRight, { id: first }))).toContain('没有找到该知识产权')
  })
})
