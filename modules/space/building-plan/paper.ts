/** The sheet of a building (一楼一策) as an official document, made of what stands on the ledger. */
import type { z } from 'zod'
import { percent } from '#engines/indicator/figure/formula.ts'
import { quotient } from '#engines/indicator/figure/rounding.ts'
import { dateInWords, heading, type OfficialDocument, officialDocument, paragraph, table } from '#platform/word.ts'
import type { BuildingRow } from '../ledger/queries.ts'
import type { areas } from '../ledger/whole.ts'
import { certificates, facilities, measureKinds, measureStates, ownerships, structures } from '../model.ts'
import type { Sheet, ShownMeasure } from './sheet.ts'

export type Printed = {
  building: BuildingRow
  townName: string
  zoneName: string | null
  areas: z.output<typeof areas>
  /** Bound by a contract or more. */
  secured: number
  sheet: Sheet
  measures: ShownMeasure[]
  today: string
  demo: boolean
}

export const titleOf = ({ building }: Pick<Printed, 'building'>) => `${building.name}“一楼一策”工作方案`

export const sheetDocument = (of: Printed): Promise<Buffer> => officialDocument(documentOf(of))

function documentOf(of: Printed): OfficialDocument {
  const { sheet, measures, today, demo } = of
  const overdue = measures.filter((measure) => measure.overdue).length
  return {
    title: titleOf(of),
    subtitle: `（${demo ? '演示数据，' : ''}${dateInWords(sheet.since)}起执行，数据截至${dateInWords(today)}）`,
    body: [
      heading(1, '一、楼宇概况'),
      table({ headings: pairHeadings, rows: inPairs(factsOf(of)), size: '小四' }),
      heading(1, '二、空间使用'),
      paragraph(usageOf(of)),
      heading(1, '三、功能定位'),
      paragraph(sheet.positioning),
      heading(1, '四、目标客户'),
      paragraph(sheet.tenants),
      ...(sheet.directions.length ? [paragraph(`产业方向：${sheet.directions.join('、')}。`)] : []),
      ...(sheet.goal ? [heading(1, '五、年度目标'), paragraph(sheet.goal)] : []),
      heading(1, `${sheet.goal ? '六' : '五'}、支持措施`),
      paragraph(
        measures.length
          ? `共${measures.length}项措施，其中${overdue ? `${overdue}项已逾期` : '没有逾期'}。`
          : '尚未列入支持措施。',
      ),
      ...(measures.length ? [table({ wide: true, headings: measureHeadings, rows: measures.map(measureRow) })] : []),
    ],
  }
}

const pairHeadings = [
  { text: '项目', width: 5 },
  { text: '内容', width: 9 },
  { text: '项目', width: 5 },
  { text: '内容', width: 9 },
]
const inPairs = (facts: [string, string][]) =>
  Array.from({ length: Math.ceil(facts.length / 2) }, (_, i) => [...facts[2 * i]!, ...(facts[2 * i + 1] ?? ['', ''])])

function factsOf({ building: b, townName, zoneName }: Printed): [string, string][] {
  const said = (value: string | number | null, unit = '') => (value === null || value === '' ? '—' : `${value}${unit}`)
  return [
    ['地址', b.address],
    ['所在镇街', townName],
    ['所在园城', said(zoneName)],
    ['产权单位', `${b.owner}（${ownerships[b.ownership]}）`],
    ['不动产权证', certificates[b.certificate]],
    ['建筑面积', square(b.area)],
    ['层数', `地上${b.floorsAbove}层${b.floorsBelow ? `、地下${b.floorsBelow}层` : ''}`],
    ['建成年份', said(b.builtIn, '年')],
    ['结构', b.structure ? structures[b.structure] : '—'],
    ['电梯', `客梯${said(b.lifts, '部')}、货梯${said(b.goodsLifts, '部')}`],
    ['供电容量', said(b.power, 'kVA')],
    ['停车位', said(b.parking, '个')],
    ['网络条件', said(b.network)],
    ['配套设施', b.facilities.map((one) => facilities[one]).join('、') || '—'],
    ['运营单位', said(b.operator)],
    ['楼长', said(b.keeperName)],
  ]
}

function usageOf({ areas, secured }: Printed): string {
  const { units, unitArea, usedArea, letArea, vacantArea } = areas
  const share = unitArea > 0 ? `，使用率${percent(quotient(usedArea, unitArea, 3), 3)}` : ''
  return `已收储${square(secured)}。现有单元${units}个、建筑面积${square(unitArea)}，其中已出租${square(letArea)}、实际使用${square(usedArea)}${share}，空置${square(vacantArea)}。`
}

const measureHeadings = [
  { text: '序号', width: 4, align: 'center' as const },
  { text: '类型', width: 8, align: 'center' as const },
  { text: '内容', width: 18 },
  { text: '标准', width: 13 },
  { text: '责任单位', width: 10, align: 'center' as const },
  { text: '完成时限', width: 11, align: 'center' as const },
  { text: '状态', width: 8, align: 'center' as const },
  { text: '进展', width: 16 },
]
/** Dark enough to be read in print; the word says it without the colour. */
const red = 'C00000'
const measureRow = (measure: ShownMeasure, at: number) => [
  String(at + 1),
  measureKinds[measure.kind],
  measure.content,
  measure.benefit ?? '—',
  measure.ownerName,
  measure.dueOn ? dateInWords(measure.dueOn) : '—',
  measure.overdue ? { text: '已逾期', colour: red } : measureStates[measure.state],
  measure.progress ? `${measure.progress}（${dateInWords(measure.progressOn!)}）` : '—',
]

const square = (area: number) => `${area.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}㎡`
