/** The contract of a lease as an official document: parties, rooms, terms with amounts in capitals, the schedule attached. */
import { inCapitals } from '#engines/lease/capital.ts'
import { dayAfter, daysBetween, monthStart, monthsFrom, numberOf } from '#engines/lease/days.ts'
import { scheduleOf } from '#engines/lease/schedule.ts'
import { type Block, dateInWords, heading, type OfficialDocument, paragraph, table } from '#platform/word.ts'
import { payEvery, receiptKinds } from '../model.ts'
import type { LeaseRow } from '../standing.ts'

export type ContractFacts = {
  lease: LeaseRow
  building: { name: string; address: string; certificateNumber: string | null }
  units: readonly { name: string; floor: number; area: number }[]
  renews: string | null
  demo: boolean
}

export const titleOf = ({ lease }: Pick<ContractFacts, 'lease'>) => `房屋租赁合同（${lease.number}）`

export function contractOf(facts: ContractFacts): OfficialDocument {
  const { lease, demo } = facts
  const unsigned = lease.signedOn === null
  const marks = [demo && '演示数据，不具有法律效力', unsigned && '待签订文本'].filter(Boolean)
  const articles: [title: string, body: (Block | null)[]][] = [
    ['租赁房屋', roomsOf(facts)],
    ['租赁期限', termOf(facts)],
    ['租金与物业费', rentOf(lease)],
    ['付款方式', paymentOf(lease)],
    ['保证金', depositOf(lease)],
    ['房屋交付与使用', handoverOf()],
    ['续租与提前退租', endingOf()],
    ['违约责任与争议解决', breachOf()],
    ['其他约定', otherOf(lease)],
  ]
  return {
    title: '房屋租赁合同',
    subtitle: `（${[`合同编号：${lease.number}`, ...marks].join('，')}）`,
    body: [
      paragraph(`甲方（出租方）：${lease.lessor}`),
      paragraph(`乙方（承租方）：${lease.tenant}${lease.creditCode ? `（统一社会信用代码：${lease.creditCode}）` : ''}`),
      paragraph('依据《中华人民共和国民法典》及有关规定，甲乙双方在平等、自愿的基础上，就房屋租赁事宜订立本合同。'),
      ...articles.flatMap(([title, body], at) => [
        heading(1, `第${ordinals[at]}条 ${title}`),
        ...body.filter((block) => block !== null),
      ]),
      signatures(lease),
    ],
    attachments: [{ title: '应付款项明细表', body: [scheduleTable(lease)] }],
  }
}

const ordinals = [...'一二三四五六七八九']
const money = (yuan: number) => `${yuan.toFixed(2)}元（${inCapitals(yuan)}）`
const span = (from: string, to: string) => `${dateInWords(from)}至${dateInWords(to)}`

const roomsOf = ({ lease, building, units }: ContractFacts): Block[] => [
  paragraph(
    `甲方将位于${building.address}的“${building.name}”内下列房屋出租给乙方，租赁面积合计${lease.area.toFixed(2)}平方米。${
      building.certificateNumber ? `不动产权证号：${building.certificateNumber}。` : ''
    }`,
  ),
  table({
    headings: [
      { text: '序号', width: 10, align: 'center' },
      { text: '楼层', width: 20, align: 'center' },
      { text: '单元号', width: 40, align: 'center' },
      { text: '租赁面积（㎡）', width: 30, align: 'right' },
    ],
    rows: [
      ...units.map(({ name, floor, area }, at) => [
        String(at + 1),
        floor < 0 ? `地下${-floor}层` : `${floor}层`,
        name,
        area.toFixed(2),
      ]),
      [{ text: '合计', columns: 3, align: 'center' }, null, null, lease.area.toFixed(2)],
    ],
  }),
]

const termOf = ({ lease, renews }: ContractFacts): Block[] => [
  paragraph(
    `租赁期限自${span(lease.from, lease.to)}止，共${lengthOf(lease)}。${renews ? `本合同为合同${renews}的续租合同。` : ''}`,
  ),
  paragraph(
    lease.free.length
      ? `其中${lease.free.map(({ from, to }) => span(from, to)).join('、')}为免租期，免收租金${lease.fee === null ? '' : '，物业费照常计收'}。`
      : '本合同不设免租期。',
  ),
]

/** 3年零2个月零15天, without what is nought. */
function lengthOf({ from, to }: LeaseRow): string {
  const end = dayAfter(to)
  const months = monthsFrom(from).on(numberOf(end))
  const parts = [
    [Math.floor(months / 12), '年'],
    [months % 12, '个月'],
    [daysBetween(monthStart(from, months), end), '天'],
  ] as const
  return parts.flatMap(([n, word]) => (n > 0 ? [`${n}${word}`] : [])).join('零')
}

function rentOf(lease: LeaseRow): Block[] {
  const { rent, fee, steps, growth, area } = lease
  const monthly = Math.round((Math.round(area * 100) * Math.round(rent * 100)) / 100) / 100
  return [
    paragraph(`租金标准为每月每平方米${rent.toFixed(2)}元，每月租金${money(monthly)}。`),
    ...steps.map((step) => paragraph(`自${dateInWords(step.from)}起，租金标准调整为每月每平方米${step.rent.toFixed(2)}元。`)),
    ...(growth ? [paragraph(`自第二年起，每满一年，租金标准在上一年基础上递增${growth}%，单价四舍五入到分。`)] : []),
    ...(fee === null ? [] : [paragraph(`物业费标准为每月每平方米${fee.toFixed(2)}元。`)]),
    paragraph(
      '一个计租月自起租日起逐月计算；整月按“面积×单价”计算，四舍五入到分，不满一个计租月的，按该计租月的实际天数折算。各期应付金额及算式见附件。',
    ),
  ]
}

function paymentOf(lease: LeaseRow): Block[] {
  const dues = scheduleOf({ ...lease, endedOn: null }).filter(({ kind }) => kind !== 'deposit')
  const total = dues.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100
  return [
    paragraph(
      `租金${lease.fee === null ? '' : '和物业费'}${payEvery[lease.payEvery]}支付，乙方于每期开始后${lease.dueDays}日内付清当期款项。`,
    ),
    paragraph(`租赁期内应付租金${lease.fee === null ? '' : '和物业费'}合计${money(total)}。`),
  ]
}

const depositOf = ({ deposit, from }: LeaseRow): Block[] => [
  paragraph(
    deposit > 0
      ? `乙方于${dateInWords(from)}前向甲方支付保证金${money(deposit)}。租赁期满或合同解除后，乙方结清款项并交还房屋的，甲方无息退还。`
      : '本合同不收取保证金。',
  ),
]

const handoverOf = (): Block[] => [
  paragraph('甲方于起租日前交付房屋，双方签署交接清单。乙方按约定用途使用房屋，未经甲方书面同意，不得转租或改变房屋结构。'),
]
const endingOf = (): Block[] => [
  paragraph('乙方需要续租的，应于期满前60日书面提出，在同等条件下享有优先承租的权利。'),
  paragraph('双方协商一致提前退租的，租金和物业费计至退租前一日，不满一个计租月的按实际天数折算，多付的予以退还。'),
]
const breachOf = (): Block[] => [
  paragraph(
    '任何一方违反本合同约定，应依法承担违约责任。因本合同发生的争议，双方协商解决；协商不成的，向房屋所在地人民法院提起诉讼。',
  ),
]
const otherOf = ({ note }: LeaseRow): (Block | null)[] => [
  note ? paragraph(note) : null,
  paragraph('本合同附件为合同组成部分。本合同自双方签字盖章之日起生效，一式肆份，双方各执贰份。'),
]

const signatures = ({ lessor, tenant, signedOn }: LeaseRow): Block => {
  const on = signedOn ? dateInWords(signedOn) : '        年    月    日'
  return table({
    headings: [
      { text: '甲方（盖章）', width: 50 },
      { text: '乙方（盖章）', width: 50 },
    ],
    size: '四号',
    rows: [
      [lessor, tenant],
      ['代表人（签字）：\n ', '代表人（签字）：\n '],
      [`签订日期：${on}`, `签订日期：${on}`],
    ],
  })
}

/** What was agreed: an early end later on is no part of it. */
const scheduleTable = (lease: LeaseRow): Block =>
  table({
    wide: true,
    headings: [
      { text: '序号', width: 6, align: 'center' },
      { text: '款项', width: 8, align: 'center' },
      { text: '所属期间', width: 22, align: 'center' },
      { text: '应付日期', width: 12, align: 'center' },
      { text: '算式', width: 38 },
      { text: '金额（元）', width: 14, align: 'right' },
    ],
    rows: scheduleOf({ ...lease, endedOn: null }).map(({ kind, from, to, dueOn, formula, amount }, at) => [
      String(at + 1),
      receiptKinds[kind],
      kind === 'deposit' ? '—' : `${from} 至 ${to}`,
      dueOn,
      formula,
      amount.toFixed(2),
    ]),
  })
