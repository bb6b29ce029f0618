/** Many firms assigned as one, with the real solver: every hard rule kept, stopped, left behind, taken, compared, seen by whom. */
import { performance } from 'node:perf_hooks'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { modules } from '#modules/index.ts'
import { units } from '#modules/space/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { listenOn } from '#platform/live/listen.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { refusal, region } from '#test/it.ts'
import { type Letting, openLetting } from '#test/movein.ts'
import { hold, openBuilding } from '#test/space.ts'
import type { Wanted } from '../model.ts'
import { moveIns } from '../tables.ts'
import { solveWaiting } from './job.ts'

const today = '2024-06-28'
const { movein } = modules
type Asked = Parameters<typeof movein.assign>[1]

let at: Letting
let pool: ReturnType<typeof openPool>
let rest: () => Promise<void>
const warned: string[] = []

beforeAll(async () => {
  at = await openLetting()
  pool = openPool(await databaseUrl(), 'app', 2)
  await startJob()
})
afterAll(async () => {
  await rest()
  await Promise.all([pool.end(), at.close()])
})
afterEach(() => expect(warned.splice(0)).toEqual([]))

/** As a server does when it starts; from then on it hears what is asked. */
async function startJob() {
  const clock = () => new Date(`${today}T02:00:00Z`)
  const changes = listenOn(await databaseUrl())
  const place = { session: session(drizzleOn(pool), clock), region, clock, warn: (line: string) => warned.push(line) }
  await new Promise<void>((hearing) => {
    const heard: typeof changes = (hear, warn) =>
      changes((change) => {
        hear(change)
        hearing()
      }, warn)
    rest = solveWaiting({ ...place, changes: heard })
  })
}

const look = (name: string, need: Partial<Wanted>, by: Actor = at.who.office) =>
  at.play(by, today, movein.open, { name, contact: '李工', phone: '13800000000', wanted: need }).then(({ id }) => id)

const start = (asked: Partial<Asked> & Pick<Asked, 'matters'>, by: Actor = at.who.office) =>
  at
    .play(by, today, movein.assign, { title: '七月统筹', by: '2024-12-31', weights: {}, seconds: 2, ...asked })
    .then(({ id }) => id)

const see = (id: string, by: Actor = at.who.office) => at.play(by, today, movein.assignment, { id })
const ended = (id: string, by?: Actor) =>
  vi.waitFor(
    async () => {
      const run = await see(id, by)
      expect(run.status).not.toBe('solving')
      return run
    },
    { timeout: 60_000, interval: 100 },
  )

type Run = Awaited<ReturnType<typeof see>>
/** Where each firm went, by name. */
const places = ({ answer }: Run) =>
  Object.fromEntries(answer!.placed.map(({ name, units }) => [name, units.map((unit) => unit.name).join()]))

it('places firms in what they asked for, no unit twice, and says of the others who has their rooms or what comes near', async () => {
  const matters = [
    await look('安置甲', { areaFrom: 235, areaTo: 245 }),
    await look('安置乙', { areaFrom: 235, areaTo: 250 }),
    await look('安置丙', { areaFrom: 55, areaTo: 65 }),
    await look('安置丁', { areaFrom: 245, areaTo: 255 }),
  ]
  const run = await ended(await start({ matters }))
  expect(run).toMatchObject({ status: 'solved', verified: true, gap: 0, notes: [] })
  expect(run.bound).toBe(run.objective)
  const of = places(run)
  expect(of).toMatchObject({ 安置丙: '101' })
  expect(Object.values(of).sort()).toEqual(['101', '104'])
  const [taker] = Object.entries(of).find(([, units]) => units === '104')!
  const why = Object.fromEntries(run.answer!.unplaced.map(({ name, why }) => [name, why]))
  expect(why[taker === '安置甲' ? '安置乙' : '安置甲']).toContain(`安排给${taker}`)
  expect(why.安置丁).toMatch(/没有符合全部要求的房源。最接近的是数字谷一号楼 104/)
  const first = run.answer!.placed.find(({ name }) => name === '安置丙')!
  expect(first.reasons.find(({ title }) => title === '面积契合')?.sentence).toContain('60.15')
  expect(first).toMatchObject({ area: 60.15, rent: 2406, zoneName: '缙云园城' })
  const sum = run.answer!.goals.reduce((all, { points }) => all + Math.round(points * 10), 0) / 10
  expect(sum).toBe(run.objective)
})

it('keeps every hard rule in the answer that is stored, checked here from the rows alone', async () => {
  const need = { areaFrom: 90, areaTo: 160 }
  const names = ['规则甲', '规则乙', '规则丙', '规则丁', '规则戊', '规则己']
  const ids: Record<string, string> = {}
  for (const name of names)
    ids[name] = await look(name, { ...need, direction: ['规则甲', '规则乙'].includes(name) ? '软件' : null })
  const [cai, jin] = [at.org('蔡家园城'), at.org('缙云园城')]
  const run = await ended(
    await start({
      matters: Object.values(ids),
      must: [ids.规则甲!],
      held: [at.stock.units['106']!],
      quotas: [
        { zone: cai, direction: '软件', of: 'firms', least: 1, most: null },
        { zone: jin, direction: null, of: 'area', least: null, most: 220.5 },
      ],
      near: [{ matters: [ids.规则甲!, ids.规则乙!], kind: 'building' }],
      apart: [{ matters: [ids.规则甲!, ids.规则丙!], kind: 'zone' }],
      locks: [
        { matter: ids.规则丙!, units: [at.stock.units['105']!], rule: 'take' },
        { matter: ids.规则甲!, units: [at.other.units.A1!], rule: 'avoid' },
      ],
    }),
  )
  expect(run).toMatchObject({ status: 'solved', verified: true })
  const { placed } = run.answer!
  const of = new Map(placed.map((one) => [one.name, one]))
  const given = placed.flatMap(({ units }) => units.map(({ id }) => id))
  expect(new Set(given).size).toBe(given.length)
  expect(given).not.toContain(at.stock.units['106'])
  expect(of.get('规则甲')?.units.map(({ id }) => id)).toEqual([at.other.units.A2])
  expect(of.get('规则乙')?.buildingName ?? '智慧大厦').toBe('智慧大厦')
  expect(of.get('规则丙')?.units.map(({ id }) => id)).toEqual([at.stock.units['105']])
  const inJin = placed.filter(({ zone }) => zone === jin).reduce((sum, { area }) => sum + area, 0)
  expect(inJin).toBeLessThanOrEqual(220.5)
  expect(placed.some(({ zone, name }) => zone === cai && ['规则甲', '规则乙'].includes(name))).toBe(true)
  // Both of what is left of each zone is used: 220 ㎡ here, two units there.
  expect(placed.length).toBe(4)
  expect(run.answer!.quotas.map(({ count }) => count)).toEqual([1 + Number(of.has('规则乙')), 220])
  expect(run.answer!.unplaced.map(({ why }) => why).join()).toMatch(
    /尚空，但安排后缙云园城全部产业安置面积（㎡）将达到 3\d\d(\.\d+)?，超过上限 220.5|均已安排给其他企业/,
  )
})

it('says why nothing can hold all rules, before and after searching', async () => {
  const large = await look('无处可去', { areaFrom: 5000 })
  const run = await ended(await start({ matters: [large], must: [large] }))
  expect(run).toMatchObject({ status: 'failed', answer: null, verified: false })
  expect(run.notes[0]).toBe('“无处可去”须安置，但没有符合其要求的房源')
  const pair = [await look('争房甲', { areaFrom: 235, areaTo: 245 }), await look('争房乙', { areaFrom: 235, areaTo: 245 })]
  const both = await ended(await start({ matters: pair, must: pair, seconds: 20 }))
  expect(both).toMatchObject({ status: 'failed', answer: null })
  expect(both.notes[0]).toContain('放宽')
})

it('refuses what makes no sense with a sentence', async () => {
  const none = await look('没有说明', {})
  expect(await refusal(start({ matters: [none] }))).toMatch(/“没有说明”（RZ-2024-\d+）未填写面积或人数/)
  const some = await look('有所说明', { people: 5 })
  expect(await refusal(start({ matters: [some], must: [none] }))).toBe('须安置、锁定、相邻或分开的企业应在本次安置的名单内')
  expect(await refusal(start({ matters: [some], seconds: 301 }))).toBe('求解时间不超过 300 秒')
  expect(await refusal(start({ matters: [some], by: '2024-06-01' }))).toBe('最晚可用日期不能早于今天')
  await at.play(at.who.office, today, movein.withdraw, { id: some, reason: '另有安排' })
  expect(await refusal(start({ matters: [some] }))).toMatch(/已签约或已办结/)
})

it('a run a stopped server left behind is told to be unfinished; one begun afterwards is solved', async () => {
  await rest()
  const matter = await look('重启之前', { areaFrom: 50, areaTo: 70 })
  const left = await start({ matters: [matter] })
  await startJob()
  expect(await ended(left)).toMatchObject({ status: 'stopped', notes: ['服务器在求解期间停止，本次求解没有结果，请重新求解'] })
  expect(await ended(await start({ matters: [matter] }))).toMatchObject({ status: 'solved' })
})

it('one that waits is stopped at once, and no more than five wait', async () => {
  await rest()
  const matter = await look('排队等候', { areaFrom: 50, areaTo: 70 })
  const waiting = [await start({ matters: [matter] })]
  while (waiting.length < 5) waiting.push(await start({ matters: [matter] }))
  expect(await refusal(start({ matters: [matter] }))).toBe('已有 5 次统筹分配在排队求解，请稍后再发起')
  for (const id of waiting) await at.play(at.who.office, today, movein.stopAssignment, { id })
  expect(await see(waiting[0]!)).toMatchObject({ status: 'stopped', notes: ['尚未开始求解即已停止'] })
  expect(await refusal(at.play(at.who.office, today, movein.stopAssignment, { id: waiting[0]! }))).toBe('该次求解已经结束')
  await startJob()
})

it('taken, every firm is offered its rooms; those which moved on and rooms let meanwhile are told, and nothing is half-done', async () => {
  const stock = await openBuilding(at, { name: '采纳楼', storeys: [{ number: 1, units: { 甲1: 201, 甲2: 302, 甲3: 403 } }] })
  const names = ['采纳甲', '采纳乙', '采纳丙']
  const sizes = [201, 302, 403]
  const matters: string[] = []
  for (const [i, name] of names.entries()) matters.push(await look(name, { areaFrom: sizes[i]! - 1, areaTo: sizes[i]! + 1 }))
  const id = await start({ matters })
  expect(places(await ended(id))).toEqual({ 采纳甲: '甲1', 采纳乙: '甲2', 采纳丙: '甲3' })
  await at.play(at.who.office, today, movein.withdraw, { id: matters[1]!, reason: '另有安排' })
  await hold(at, { unit: stock.units.甲3!, since: '2024-06-01', until: '2025-06-01' })
  expect(await at.play(at.who.office, today, movein.acceptAssignment, { id })).toEqual({ taken: 1, left: 2 })
  const { status, answer } = await see(id)
  expect(status).toBe('accepted')
  expect(answer!.taken).toEqual([
    { matter: matters[0], name: '采纳甲', taken: true, sentence: '已推荐采纳楼 甲1' },
    { matter: matters[1], name: '采纳乙', taken: false, sentence: '当前为“已撤回”，不能推荐房源' },
    { matter: matters[2], name: '采纳丙', taken: false, sentence: '甲3 已另行出租或停用，请重新求解' },
  ])
  const rows = await at.run(machine(region), today, ({ db }) => db.select().from(moveIns))
  const of = new Map(rows.map((row) => [row.id, row]))
  expect(of.get(matters[0]!)).toMatchObject({ status: 'viewing', units: [stock.units.甲1], building: stock.building })
  expect(of.get(matters[2]!)).toMatchObject({ status: 'matching', units: [] })
  expect(await refusal(at.play(at.who.office, today, movein.acceptAssignment, { id }))).toBe('该方案已经采纳')
})

it('a building that is not there shows who would gain by it, and is never taken into the matters', async () => {
  const matters = [await look('设想甲', { areaFrom: 700, areaTo: 720 }), await look('设想乙', { areaFrom: 235, areaTo: 245 })]
  const first = await start({ matters })
  expect(places(await ended(first))).toEqual({ 设想乙: '104' })
  const jin = at.org('缙云园城')
  const building = {
    name: '设想楼',
    zone: jin,
    floors: 2,
    units: [350, 360],
    rent: 30,
    fee: 5,
    readyOn: '2024-10-01',
    directions: [],
  }
  const second = await start({ matters, imagined: [building], after: first, title: '新建设想楼' })
  const run = await ended(second)
  const [gained] = run.comparison!.gained
  expect(run.comparison).toMatchObject({
    lost: [],
    moved: [],
    placed: { before: 1, after: 2 },
    rent: { before: 9610, after: 9610 + 21_300 },
  })
  expect(gained).toMatchObject({ name: '设想甲', before: null })
  expect(gained!.after).toMatch(/^设想楼（假设） [12]0[12]、[12]0[12]$/)
  expect(run.answer!.placed.find(({ name }) => name === '设想甲')).toMatchObject({
    imagined: true,
    area: 710,
    from: '2024-10-01',
  })
  expect(await refusal(at.play(at.who.office, today, movein.acceptAssignment, { id: second }))).toBe(
    '该方案含有假设楼宇，只供测算，不能采纳',
  )
})

it('a park takes its own matters and units, and sees no run but its own; the leader reads, others do not', async () => {
  const own = await look('园城自办', { areaFrom: 90, areaTo: 260 }, at.who.jin)
  const others = await look('别处受理', { areaFrom: 90, areaTo: 160, zones: [at.org('蔡家园城')] })
  const wide = await start({ matters: [own, others] })
  await ended(wide)
  expect(await refusal(see(wide, at.who.jin))).toContain('没有找到该统筹分配')
  expect(await refusal(start({ matters: [own, others] }, at.who.jin))).toContain('没有找到该入驻事项')
  const run = await ended(await start({ matters: [own], zone: at.org('蔡家园城') }, at.who.jin), at.who.jin)
  expect(run.zone).toBe(at.org('缙云园城'))
  expect(run.answer!.placed.every(({ zone }) => zone === at.org('缙云园城'))).toBe(true)
  expect((await at.play(at.who.jin, today, movein.assignments, {})).map(({ id }) => id)).toEqual([run.id])
  expect((await at.play(at.who.jin, today, movein.assignmentChoices, {})).matters.map(({ id }) => id)).toContain(own)
  expect((await at.play(at.who.leader, today, movein.assignments, {})).length).toBeGreaterThan(1)
  expect(await refusal(at.play(at.who.leader, today, movein.stopAssignment, { id: wide }))).toContain('没有')
  expect(await refusal(at.play(at.who.science, today, movein.assignments, {}))).toContain('没有')
})

it('a long search leaves the server free, tells how far it is, and is stopped with the best answer so far', async () => {
  const [jin, areas] = [at.org('缙云园城'), Array.from({ length: 120 }, (_, n) => 400 + ((n * 37) % 113) + (n % 4) / 4)]
  const stock = await openBuilding(at, { name: '长算楼', area: 100_000, storeys: [{ number: 1, area: 90_000, units: {} }] })
  const place = { building: stock.building, floor: stock.floors.get(1)!, zone: jin, town: at.org('天生街道') }
  await at.run(machine(region), today, ({ db }) =>
    db.insert(units).values(
      areas.map((area, n) => ({
        ...{
          ...place,
          name: `长${n}`,
          area,
          netArea: null,
          use: 'office' as const,
          rent: 30 + (n % 7),
          fee: 5,
          height: null,
          load: null,
        },
        ...{
          power: null,
          fitOut: null,
          readyOn: today,
          about: null,
          listed: true,
          since: '2024-01-01',
          until: null,
          origins: [],
        },
        confirmedOn: today,
      })),
    ),
  )
  const matters: string[] = []
  for (let n = 0; n < 80; n += 1)
    matters.push(await look(`长算${n}`, { areaFrom: 400 + n, areaTo: 430 + n, budget: 14_000 + n * 97 }))
  const quotas = [{ zone: jin, direction: null, of: 'area' as const, least: null, most: 20_123.25 }]
  const id = await start({ matters, quotas, seconds: 300 })
  const busy = performance.eventLoopUtilization()
  const found = await vi.waitFor(
    async () => {
      const standing = await at.play(at.who.office, today, movein.assignmentProgress, { id })
      expect(standing?.points.at(-1)?.objective ?? (await see(id)).objective).toBeGreaterThan(0)
      return standing
    },
    { timeout: 60_000, interval: 100 },
  )
  // Matching, searching and wording are done elsewhere: this process is idle most of the time.
  expect(performance.eventLoopUtilization(busy).utilization).toBeLessThan(0.5)
  expect(found).toMatchObject({ matched: 80, firms: 80, stopped: false })
  await at.play(at.who.office, today, movein.stopAssignment, { id })
  const run = await ended(id)
  expect(run).toMatchObject({ status: 'solved', verified: true, notes: ['已按要求提前停止，方案为停止时的最好结果'] })
  expect(run.bound!).toBeGreaterThanOrEqual(run.objective!)
  expect(run.answer!.course.at(-1)).toMatchObject({ objective: run.objective, bound: run.bound })
  expect(run.answer!.quotas[0]!.count).toBeLessThanOrEqual(20_123.25)
})
