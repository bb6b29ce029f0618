/** The real plan, read whole; the official text stays outside the repository, so these tests skip where it is absent. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parsePlan } from './parse.ts'
import { readQuantities } from './targets/quantities.ts'

const file = fileURLToPath(new URL('../../../shared/plans/beibei-mantianxing-2022-2025.txt', import.meta.url))
const present = existsSync(file)
if (!present) console.log(`跳过：没有找到行动方案原文 ${file}`)

describe.skipIf(!present)('the real plan', () => {
  const plan = present ? parsePlan(readFileSync(file, 'utf8')) : parsePlan('')

  test('front matter', () => {
    expect(plan.title).toBe('重庆市北碚区软件和信息服务业“满天星”行动方案（2022—2025年）')
    expect(plan.issuer).toBe('重庆市北碚区人民政府办公室')
    expect(plan.issuedOn).toBe('2022-10-20')
    expect(plan.period).toEqual({ from: 2022, to: 2025 })
  })

  test('structure: 4 goals, 4 directions, 6 zones, 8 groups, 21 tasks, 4 safeguards, 5 working groups, 7 copies', () => {
    expect(plan.goals.map((goal) => goal.number)).toEqual(['（一）', '（二）', '（三）', '（四）'])
    expect(plan.directions).toEqual(['数字城市', '数字文创', '数字平台经济', '集成电路（IC）暨智能传感器设计及应用'])
    expect(plan.zones.map((zone) => zone.name)).toEqual([
      '缙云人文科技城',
      '蔡家智慧新城',
      '西部（重庆）科学城北碚园区',
      '两江水土新城',
      '温泉谷两山生态文旅产业园',
      '生态农业科技产业示范区',
    ])
    expect(plan.groups).toHaveLength(8)
    expect(plan.tasks.map((task) => task.number)).toEqual(Array.from({ length: 21 }, (_, i) => String(i + 1)))
    expect(plan.safeguards).toHaveLength(4)
    expect(plan.workingGroups).toEqual(['综合协调组', '场所优化组', '场景应用组', '人才引育组', '企业培育组'])
    expect(plan.copiedTo).toHaveLength(7)
    expect(plan.copiedTo[3]).toBe('区纪委监委机关')
  })

  test('every task has its lead and its partners in printed order', () => {
    const [jxw, ycgs, kjj, jr, dsj, scjg] = [
      '区经济信息委',
      '园城公司',
      '区科技局',
      '区金融发展中心',
      '区大数据发展局',
      '区市场监管局',
    ]
    const owners: Record<number, string[]> = {
      1: [jxw!, '区发展改革委', kjj!, '区财政局'],
      2: [jxw!, '区财政局', ycgs!],
      3: [jxw!, '区财政局', ycgs!],
      4: [jxw!, '区招商投资局', kjj!, ycgs!, '镇街'],
      5: [jxw!, kjj!, scjg!, ycgs!],
      6: [jxw!, kjj!, '区人力社保局'],
      7: [jxw!, kjj!, '区人力社保局'],
      8: [ycgs!],
      9: [ycgs!],
      10: [ycgs!],
      11: [jxw!, jr!, '区财政局', kjj!, ycgs!],
      12: [jr!, jxw!, kjj!],
      13: [jr!, jxw!, kjj!],
      14: [dsj!, '区信息中心', '相关部门', ycgs!],
      15: [dsj!, '区信息中心', '相关部门', ycgs!],
      16: [kjj!, jxw!],
      17: [scjg!, kjj!],
      18: [ycgs!, jxw!],
      19: [kjj!, '区国资委', jr!, ycgs!],
      20: [jxw!, kjj!, '区招商投资局'],
      21: [jxw!, '区融媒体中心', ycgs!],
    }
    for (const task of plan.tasks) {
      expect(task.units).toEqual(owners[Number(task.number)])
      expect(task.lead).toBe(task.units[0])
    }
    expect(plan.tasks[10]!.title).toBe('设立产业基金')
  })

  test('zones carry what they are based on and what they are to become', () => {
    expect(plan.zones[0]).toMatchObject({
      note: '环西南大学生态圈',
      carriers: ['亿达创智产业园', '神驰标准厂房', '大学科技园'],
      brand: '数字内容暨新兴技术软件产业园',
    })
    expect(plan.zones[1]).toMatchObject({ note: null, carriers: ['工业互联网产业生态园'], brand: '产业互联网暨工业软件产业园' })
    expect(plan.zones[2]).toMatchObject({ carriers: ['科学城标准化厂房', '闲置厂房'], brand: '人工智能暨智能传感器软件产业园' })
    expect(plan.zones[3]).toMatchObject({ carriers: ['两江水土国际数据港'], brand: null })
  })

  test('every target', () => {
    const places = ['缙云人文科技城', '蔡家智慧新城', '西部（重庆）科学城北碚园区']
    const found = plan.targets
      .filter((target) => target.comparator !== 'qualitative')
      .map((t) => [t.subject, t.comparator, t.value, t.upper, t.unit, t.kind, t.year, t.scope])
    expect(found).toEqual([
      ['盘活存量楼宇', '=', 190000, null, '㎡', 'cumulative', 2025, []],
      ['新增软件企业', '=', 750, null, '家', 'new', 2025, []],
      ['新增从业人员', '=', 19000, null, '人', 'new', 2025, []],
      ['创建市级及以上特色软件园', 'range', 1, 2, '个', 'total', 2025, []],
      ['新增软件和信息服务收入', '>', 1e10, null, '元', 'new', 2025, []],
      ['软件和信息服务业营收', '>', 1.6e10, null, '元', 'total', 2025, []],
      ['软件和信息服务业营收', '>=', 0.3, null, '%', 'growth-per-year', 2025, []],
      ['营收超过1亿元的企业', '>=', 4, null, '家', 'total', 2025, []],
      ['营收超过10亿元的企业', '=', 1, null, '家', 'total', 2025, []],
      ['入选全国软件百强榜企业', '>=', 1, null, '家', 'total', 2025, []],
      ['骨干软件信息企业研发投入强度', '>=', 0.15, null, '%', 'share', 2025, []],
      ['软件著作权和专利', '>=', 0.1, null, '%', 'growth-per-year', 2025, []],
      ['新增从业人员', '=', 19000, null, '人', 'new', 2025, []],
      ['软件和信息服务业增加值占GDP比重', '>', 0.1, null, '%', 'share', 2025, []],
      ['存量楼宇空间得到更有效的利用', '=', 190000, null, '㎡', 'total', 2025, []],
      ['区政府统筹安排资金', '=', 1e8, null, '元', 'budget-per-year', null, []],
      ['建设双创空间', '>=', 3000, null, '㎡', 'total', 2025, places],
      ['建设双创空间', '>=', 500, null, '㎡', 'total', 2022, places],
    ])
  })

  test('every number is inside a target or is known to be none', () => {
    const known = [
      /第19次/,
      /\d{4}年\d{1,2}月\d{1,2}日/,
      /[（(]2022—2025年[）)]/,
      /到2025年/,
      /^\d{1,2}\./,
      /5个工作组/,
      /[（(]其中：2022年/,
    ]
    const spans = plan.targets.map((target) => target.span)
    const left: string[] = []
    for (const match of plan.text.matchAll(/\d[\d.]*/g)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const line = plan.text.slice(plan.text.lastIndexOf('\n', start) + 1, end + 12)
      const around = plan.text.slice(Math.max(0, start - 12), end + 12)
      const numbering = start === plan.text.lastIndexOf('\n', start) + 1 && /^\d{1,2}\./.test(line)
      if (!numbering && !spans.some(([from, to]) => start >= from && end <= to) && !known.some((rule) => rule.test(around)))
        left.push(around)
    }
    expect(left).toEqual([])
    const han = readQuantities(plan.text).filter(
      (q) => q.han && q.unitClass === 'count' && !spans.some(([from, to]) => q.start >= from && q.end <= to),
    )
    expect(han.map(({ start, end }) => plan.text.slice(start, end + 2))).toEqual([
      '一次性奖',
      '二期、神',
      '二期建设',
      '一站式”',
      '五个方面',
    ])
  })

  test('nothing in it is uncertain', () => {
    expect(plan.warnings).toEqual([])
  })
})
