/** The minutes of a meeting (纪要) as an official document: who was there, what was talked through, what was decided by whom until when. */
import { dateInWords, heading, type OfficialDocument, officialDocument, paragraph, roll } from '#platform/word.ts'
import { dayHeld, type Meeting } from '../meet.ts'
import type { Whole } from '../whole.ts'

export type Minuted = {
  meeting: Meeting
  whole: Whole
  bodyName: string
  chair: { name: string; title: string }
  officeName: string
  /** 演示数据. */
  demo: boolean
}
type Decision = Whole['decisions'][number]

export const minutesDocument = (of: Minuted): Promise<Buffer> => officialDocument(documentOf(of))

export function documentOf(of: Minuted): OfficialDocument {
  const { meeting, bodyName, officeName, demo } = of
  const issued = meeting.minutesNumber !== null
  const notes = [...(issued ? [] : ['送审稿']), ...(demo ? ['演示数据'] : [])]
  return {
    heading: { issuer: `${bodyName}会议纪要`, number: meeting.minutesNumber ?? '〔　　〕　号' },
    title: `${meeting.title}纪要`,
    ...(notes.length ? { subtitle: `（${notes.join('，')}）` } : {}),
    body: [paragraph(openingOf(of)), ...itemsOf(of), ...attendanceOf(of)],
    ...(meeting.minutesOn ? { date: meeting.minutesOn, printed: { by: officeName, on: meeting.minutesOn } } : {}),
    distributedTo: sentTo(of.whole),
  }
}

function openingOf({ meeting, chair, whole }: Minuted): string {
  const { agenda } = whole
  const talked = agenda.length ? `，研究了${agenda.map(({ title }) => `“${title}”`).join('、')}等${agenda.length}项议题` : ''
  return `${dateInWords(dayHeld(meeting))}${noon(meeting)}，${chair.title}${chair.name}在${meeting.place}主持召开${meeting.title}${talked}。现将会议情况和议定事项纪要如下：`
}
const noon = ({ startsAt }: Meeting) => ((new Date(startsAt).getUTCHours() + 8) % 24 < 12 ? '上午' : '下午')

/** Item by item, what was said before what was decided; what belongs to none stands at the end. */
function itemsOf({ whole: { agenda, decisions } }: Minuted) {
  const standing = decisions.filter(({ struckOn }) => struckOn === null)
  const rest = standing.filter(({ agenda: of }) => !agenda.some(({ id }) => id === of))
  const parts = [
    ...agenda.map(({ id, title, notes, orgName }) => ({
      title,
      text: `会议听取了${orgName}的汇报。${notes ?? ''}`,
      taken: standing.filter((one) => one.agenda === id),
    })),
    ...(rest.length ? [{ title: agenda.length ? '其他议定事项' : '议定事项', text: '', taken: rest }] : []),
  ]
  return parts.flatMap(({ title, text, taken }, at) => [
    heading(1, `${inChinese(at + 1)}、${title}`),
    ...(text ? [paragraph(text)] : []),
    ...(taken.length && text ? [paragraph('会议议定：')] : []),
    ...taken.map((one, at) => paragraph(`（${inChinese(at + 1)}）${sentenceOf(one)}`)),
  ])
}

export function sentenceOf({ title, text, ownerName, supporterNames, dueOn, evidenceWanted }: Decision): string {
  const what = text === title ? stop(text) : `${title}：${stop(text)}`
  if (ownerName === null) return what
  const helped = supporterNames.length ? `，${supporterNames.join('、')}配合` : ''
  const shown = evidenceWanted ? `，办结时提供${evidenceWanted}` : ''
  return `${what}由${ownerName}牵头${helped}，于${dateInWords(dueOn!)}前办结${shown}。`
}
const stop = (text: string) => (/[。！？；]$/.test(text) ? text : `${text}。`)

function attendanceOf({ whole: { attendances }, chair }: Minuted) {
  const came = attendances.filter(({ signedAt }) => signedAt !== null)
  const away = attendances.filter(({ signedAt }) => signedAt === null)
  return [
    roll('主持', chair.name),
    ...(came.length ? [roll('出席', listed(came))] : []),
    ...(away.length ? [roll('请假', listed(away))] : []),
  ]
}

type Present = Whole['attendances']
/** 区科技局柯科（代马局） by unit, in the order of the list. */
function listed(of: Present): string {
  const units = [...new Set(of.map(({ orgName }) => orgName))]
  const told = ({ name, standsInFor, excuse, signedAt }: Present[number]) => {
    const why = signedAt === null ? excuse : standsInFor && `代${standsInFor}`
    return why ? `${name}（${why}）` : name
  }
  return units
    .map(
      (unit) =>
        `${unit}${of
          .filter(({ orgName }) => orgName === unit)
          .map(told)
          .join('、')}`,
    )
    .join('，')
}

/** Whoever was there, and whoever has something to do. */
const sentTo = ({ attendances, decisions }: Whole): string[] => [
  ...new Set([
    ...attendances.map(({ orgName }) => orgName),
    ...decisions
      .filter(({ struckOn }) => struckOn === null)
      .flatMap(({ ownerName, supporterNames }) => [...(ownerName ? [ownerName] : []), ...supporterNames]),
  ]),
]

const digits = '〇一二三四五六七八九'
function inChinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`}${ones ? digits[ones] : ''}`
}
