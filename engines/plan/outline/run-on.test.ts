/** Paragraphs that lost their line breaks, as in a PDF without indents, are told apart by what they say. */
import { expect, it } from 'vitest'
import { parsePlan } from '../parse.ts'

const plan = parsePlan(`星河区低空经济发展行动方案（2024—2026年）

一、发展目标
到2026年，产业规模突破50亿元。
二、空间布局
东岸新城：依托东岸产业园，重点发展整机制造，打造“低空智造基地”。西湖科技城：以西湖孵化园为载体，发展飞控软件。南山镇：聚焦低空文旅。
三、重点任务
1.建设起降场。建成起降场10个。（责任单位：区交通局）
四、保障措施
（一）加强组织领导。建立联席会议制度。抄送：区委办公室，区人大
常委会办公室。`)

it('zones in one paragraph', () => {
  expect(plan.zones.map(({ name, carriers }) => [name, carriers])).toEqual([
    ['东岸新城', ['东岸产业园']],
    ['西湖科技城', ['西湖孵化园']],
    ['南山镇', []],
  ])
  for (const { name, span } of plan.zones) expect(plan.text.slice(...span).startsWith(name)).toBe(true)
})

it('the list of copies behind the last sentence', () => {
  expect(plan.copiedTo).toEqual(['区委办公室', '区人大常委会办公室'])
})
