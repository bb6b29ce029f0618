/** The dispatch report (调度通报) as an official document: generated from the frozen sheets, with the office's own words on top. */
import { monthInWords } from '#engines/progress/wording.ts'
import type { Cell } from '#platform/word.ts'
import { type Block, dateInWords, heading, type OfficialDocument, paragraph, table } from '#platform/word.ts'
import { sheetStates } from './flow.ts'
import type { rounds, sheets } from './tables.ts'

type Round = typeof rounds.$inferSelect
type Sheet = typeof sheets.$inferSelect
export type Report = {
  round: Round
  district: Sheet
  units: Pick<Sheet, 'name' | 'status' | 'remark'>[]
  region: string
  office: string | null
  demo: boolean
  today: string
}

export const reportTitle = ({ round, region }: Pick<Report, 'round' | 'region'>) =>
  `关于${region}软件和信息服务业“满天星”行动${round.title}情况的通报`

export function reportOf(of: Report): OfficialDocument {
  const { round, district, office, demo } = of
  const marks = [demo && '演示数据', round.number === null && '未印发'].filter(Boolean)
  const sections = [
    ['总体情况', [...(round.remark ? round.remark.split('\n').map(paragraph) : []), ...overall(district)]],
    ['指标变动', [figures(district)]],
    ['需要关注', concerns(district)],
    ...(round.rhythm === 'month' ? [['各单位确认情况', answers(of)] as const] : []),
  ] as const
  return {
    ...(office && { heading: { issuer: office, ...(round.number && { number: round.number }) } }),
    title: reportTitle(of),
    ...(marks.length && { subtitle: `（${marks.join('，')}）` }),
    body: [
      paragraph(`现将${round.title}情况通报如下，数据取自各台账，截至${dateInWords(round.asOf)}。`),
      ...sections.flatMap(([title, body], at) => [heading(1, `${'一二三四'[at]}、${title}`), ...body]),
    ],
    ...(office && { signer: office }),
    date: round.issuedOn ?? of.today,
  }
}

const isDetail = (at: number) => at >= 10
const overall = ({ lines }: Sheet): Block[] =>
  lines.filter((_, at) => !isDetail(at)).map(({ title, sentence }, at) => paragraph(`${at + 1}. ${title}：${sentence}`))

function figures({ lines }: Sheet): Block {
  const rows = lines.filter(({ kind }, at) => isDetail(at) && kind === 'indicator')
  if (!rows.length) return paragraph('期内没有可比的指标。')
  return table({
    headings: [
      { text: '指标', width: 30 },
      { text: '本期', width: 18, align: 'right' },
      { text: '变动', width: 22, align: 'right' },
      { text: '说明', width: 30 },
    ],
    rows: rows.map(({ title, value, change, sentence, grave }): Cell[] => [
      title,
      value ?? '—',
      change ?? '—',
      grave ? { text: sentence, colour: 'C4272F' } : sentence,
    ]),
  })
}

const concerns = ({ lines }: Sheet): Block[] => {
  const grave = lines.filter(({ kind, grave }, at) => isDetail(at) && grave && kind !== 'indicator')
  return grave.length
    ? grave.map(({ title, sentence }, at) => paragraph(`${at + 1}. ${title}：${sentence}`))
    : [paragraph('期内没有逾期的督办事项，没有亮牌。')]
}

function answers({ units, round }: Report): Block[] {
  const remarked = units.filter(({ status }) => status === 'remarked')
  const waiting = units.filter(({ status }) => status === 'waiting').map(({ name }) => name)
  const confirmed = units.length - remarked.length - waiting.length
  const late = waiting.length ? `未按时（${dateInWords(round.dueOn)}前）确认的是：${waiting.join('、')}。` : ''
  return [
    paragraph(
      `${units.length} 个单位中，${confirmed} 个确认无误，${remarked.length} 个作出反馈，${waiting.length} 个${sheetStates.waiting}。${late}`,
    ),
    ...remarked.map(({ name, remark }, at) => paragraph(`${at + 1}. ${name}：${remark?.replace(/\n/g, '；') ?? ''}`)),
  ]
}

/** What the office may begin its own words with. */
export const draftRemark = ({ title, rhythm, period }: Round, { lines }: Sheet): string => {
  const grave = lines.slice(0, 10).filter((line) => line.grave)
  const when = rhythm === 'month' ? monthInWords(period) : title.replace('调度', '')
  const turn = grave.length ? `需要关注的是${grave.map((line) => line.title).join('、')}。` : '各项工作总体平稳。'
  return `${when}各项工作按方案推进。${turn}`
}
