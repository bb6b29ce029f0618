/** Whatever the text, reading it ends without a fault and every span points at the words it stands for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlan, parsePlan } from './parse.ts'
import { type PlanDocument, planDocument, type Span } from './schema.ts'

const fragments = [
  '一、发展目标\n',
  '二、重点任务\n',
  '三、保障措施\n',
  '第一章 总则\n',
  '（一）强化支撑。',
  '（二）产业布局：',
  '1.推进工作。',
  '2．建设平台，',
  '（1）细化措施；',
  '①编制清单',
  '——规模提升。',
  '到2027年，',
  '三年内',
  '营收突破160亿元',
  '年均增长30%以上',
  '新增企业750家',
  '1-2个',
  '零突破',
  '翻一番',
  '分别不少于3000㎡',
  '（其中：2022年完成500㎡）',
  '（责任单位：市科技局，市财政局、各镇街）',
  '[责任单位：有关区（市）县政府]',
  '（市发改委牵头，市工信局配合）',
  '牵头单位：市商务局\n',
  '责任单位：',
  '由市科技局牵头，市教育局配合',
  '以下均需各区政府落实，不再列出',
  '下同',
  '甲园区（核心区）：依托乙园、丙园，',
  '打造“丁谷”。',
  '设立综合组、推进组2个工作组',
  '抄送：市委办公室，\n',
  '附件\n',
  '序号\t任务\t牵头单位\n',
  '1\t建设平台\t市数据局\n',
  '\n',
  '。',
  '，',
  '、',
  '；',
  '：',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  ' ',
  '\t',
  '每年安排1亿元资金',
  '云府办〔2024〕15号\n',
  '云溪区行动方案（2024—2026年）\n',
  '云溪区人民政府\n2024年3月1日\n',
  '分别达到',
  '2025年、2026年',
  '百亿级',
  '数百',
  '十余家',
  '三分之二以上的',
]
const planLike = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((pieces) => pieces.join(''))
const anything = fc.oneof(
  planLike,
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

function spansOf(plan: PlanDocument): Span[] {
  const passages = [...plan.goals, ...plan.zones, ...plan.groups, ...plan.tasks, ...plan.safeguards, ...plan.targets]
  return [
    ...passages.map((item) => item.span),
    ...plan.warnings.flatMap((warning) => (warning.span === null ? [] : [warning.span])),
  ]
}

const tight = (words: string) => words.replace(/\s/g, '')

describe('any text', () => {
  test('is read without a fault into the contract form', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const plan = parsePlan(text)
        expect(planDocument.safeParse(plan).error).toBeUndefined()
        expect(isPlan(plan) === null || typeof isPlan(plan) === 'string').toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('has spans inside the text it returns, none empty', () => {
    fc.assert(
      fc.property(planLike, (text) => {
        const plan = parsePlan(text)
        for (const [start, end] of spansOf(plan)) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(plan.text.length)
        }
      }),
      { numRuns: 600 },
    )
  })

  test('has tasks, goals, zones and safeguards whose title and units stand in their span', () => {
    fc.assert(
      fc.property(planLike, (text) => {
        const plan = parsePlan(text)
        const numbered = plan.safeguards.filter((item) => item.number !== null)
        for (const item of [...plan.tasks, ...numbered]) expect(tight(plan.text.slice(...item.span))).toContain(tight(item.title))
        for (const zone of plan.zones) expect(tight(plan.text.slice(...zone.span))).toContain(tight(zone.name))
        for (const task of plan.tasks) if (task.lead !== null) expect(task.units[0]).toBe(task.lead)
        for (const task of plan.tasks) expect(new Set(task.units).size).toBe(task.units.length)
        for (const task of plan.tasks) if (task.group !== null) expect(plan.groups[task.group]).toBeDefined()
      }),
      { numRuns: 600 },
    )
  })

  test('is read the same way twice, and a normalised text is left as it is', () => {
    fc.assert(
      fc.property(planLike, (text) => {
        const once = parsePlan(text)
        expect(parsePlan(text)).toEqual(once)
        expect(parsePlan(once.text).text).toBe(once.text)
      }),
      { numRuns: 200 },
    )
  })
})
