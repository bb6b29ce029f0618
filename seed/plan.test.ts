/** The sample plan: the same facts as the real one, in sentences of our own. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isPlan, parsePlan } from '#engines/plan/parse.ts'
import { planFile } from './enact.ts'

const text = readFileSync(planFile, 'utf8')
const plan = parsePlan(text)
const original = fileURLToPath(new URL('../../shared/plans/beibei-mantianxing-2022-2025.txt', import.meta.url))

describe('the sample plan', () => {
  it('reads as a plan with nothing doubtful', () => {
    expect(isPlan(plan)).toBeNull()
    expect(plan.warnings).toEqual([])
  })

  it('has the structure of the real one', () => {
    expect(plan).toMatchObject({
      title: '重庆市北碚区软件和信息服务业“满天星”行动方案（2022—2025年）',
      issuer: '重庆市北碚区人民政府办公室',
      issuedOn: '2022-10-20',
      period: { from: 2022, to: 2025 },
    })
    const { goals, directions, zones, groups, tasks, safeguards, workingGroups, copiedTo } = plan
    expect([goals, directions, zones, groups, tasks, safeguards, workingGroups, copiedTo].map((list) => list.length)).toEqual([
      4, 4, 6, 8, 21, 4, 5, 7,
    ])
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, i) => String(i + 1)))
  })

  it('promises the headline figures', () => {
    const promised = plan.targets.map(({ value, unit }) => `${value}${unit}`)
    for (const figure of [
      '190000㎡',
      '750家',
      '19000人',
      '10000000000元',
      '16000000000元',
      '0.3%',
      '100000000元',
      '3000㎡',
      '500㎡',
    ])
      expect(promised).toContain(figure)
  })

  it('names a lead for every task, as often as the real one does', () => {
    const leads = new Map<string | null, number>()
    for (const { lead } of plan.tasks) leads.set(lead, (leads.get(lead) ?? 0) + 1)
    expect(Object.fromEntries(leads)).toEqual({
      区经济信息委: 10,
      园城公司: 4,
      区金融发展中心: 2,
      区大数据发展局: 2,
      区科技局: 2,
      区市场监管局: 1,
    })
  })
})

describe.skipIf(!existsSync(original))('beside the real plan', () => {
  const real = existsSync(original) ? readFileSync(original, 'utf8') : ''

  it('gives every task the same number, title and units', () => {
    const told = ({ tasks }: typeof plan) => tasks.map(({ number, title, units }) => [number, title, ...units])
    expect(told(plan)).toEqual(told(parsePlan(real)))
  })

  it('shares no run of twelve characters but names, numbers and lists of units', () => {
    const shared = longestShared(withoutNames(text, plan), withoutNames(real, plan))
    expect(shared.length, shared).toBeLessThan(12)
  })
})

/** Names of things stand in both; a blank that never matches takes their place. */
function withoutNames(of: string, { goals, groups, tasks, safeguards, zones, directions, copiedTo, workingGroups }: typeof plan) {
  const titles = [...goals, ...groups, ...tasks, ...safeguards].map(({ title }) => title)
  const places = zones.flatMap(({ name, note, brand, carriers }) => [name, note ?? '', brand ?? '', ...carriers])
  const names = [...titles, ...places, ...directions, ...copiedTo, ...workingGroups, ...fixed]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
  return names
    .reduce((rest, name) => rest.split(name).reduce((joined, part) => joined + mark() + part), of.replace(/\s/g, ''))
    .replace(/（责任单位：[^）]*）/g, mark)
    .replace(/（[一二三四五六七八]）|[一二三四]、|[\d.]+/g, mark)
}
let blank = 0xe000
const mark = () => String.fromCharCode(blank++)

const fixed = [
  '发展目标',
  '产业布局',
  '重点方向',
  '空间布局',
  '重点任务',
  '保障措施',
  '重庆市北碚区软件和信息服务业“满天星”行动方案（2022—2025年）',
  '重庆市北碚区人民政府办公室',
  '关于印发重庆市北碚区软件和信息服务业',
  '软件和信息服务业',
  '北碚区软件产业发展工作领导小组',
  '各园城管委会',
  '应用场景清单（项目）',
  '月月有活动、月月有报道、月月有成效',
  '中国国际智能产业博览会',
]

function longestShared(a: string, b: string): string {
  let longest = ''
  for (let start = 0; start < a.length; start += 1) {
    while (start + longest.length < a.length && b.includes(a.slice(start, start + longest.length + 1)))
      longest = a.slice(start, start + longest.length + 1)
  }
  return longest
}
