/** What a statement leaves out and takes from the words before it: subject, verb, label. */
import type { Item } from './figure-lists.ts'
import { leadingAction, startsInAction, tidySubject } from './subjects.ts'

/** What one clause hands to the next: elided subjects, verbs and years. `label` is the title above the stretch. */
export type Memory = {
  year: number | null
  subject: string
  subjects: string[]
  /** What the sentence before was about, for one that begins with its years. */
  last: string
  verb: string
  /** 累计培育A500家、B150家: both are cumulative. */
  cumulative: boolean
  scope: string[]
  previous: string
  past: boolean
  label: string
  /** The plan holds for one year only, so that plain growth is growth per year. */
  annual: boolean
}

/** Puts back what the sentence leaves out: the verb of the list, the subject before, the attribute of a threshold. */
export function complete(spoken: string, noun: string, item: Item, memory: Memory): string {
  if (item.subject !== null && item.subject !== '') return `${item.subject}${isBareVerb(spoken) ? '' : spoken}`
  const opener = /^(?:超过|突破|超|达到|达|不低于|不少于)/.exec(spoken)
  if (opener !== null && memory.subject.includes(opener[0]))
    return `${memory.subject.slice(0, memory.subject.indexOf(opener[0]))}${spoken}${noun}`
  if (/^(?:总数|总量|总规模|规模|数量)$/.test(own(spoken, noun)) && memory.subject !== '')
    return `${withoutVerb(memory.subject)}${spoken}`
  const whole = own(spoken, noun)
  const kindred = relative(whole, item.joined, memory.subject)
  if (kindred !== null) return kindred
  if (generic.test(whole) && nounLike(memory.label)) return `${memory.label}${whole}`
  if (/^占(?!比)/.test(whole) && memory.subject !== '') return `${memory.subject}${whole}`
  if (noun === '' && isBareVerb(spoken)) return withYearly(spoken, memory.subject !== '' ? memory.subject : fallback(memory))
  if (item.joined && memory.verb !== '' && (!startsInAction(whole) || actionNoun.test(whole))) return `${memory.verb}${whole}`
  return whole
}

/** 国家级示范园区5家、省级10家 → 省级示范园区; 海外仓15个、面积20万平方米 → 海外仓面积; 产业规模…，产值… → 产业产值. */
function relative(whole: string, joined: boolean, subject: string): string | null {
  if (/^[\u4e00-\u9fffA-Z\d]{0,5}级$/.test(whole)) {
    const named = /^(.*?)(?:国家级|[省市区县州镇村部厅]级|\d?[A-Z]{1,2}级)(?:以上)?([\u4e00-\u9fff“”]{2,24})$/.exec(subject)
    return named === null ? null : `${startsInAction(named[1]!) ? named[1] : ''}${whole}${named[2]}`
  }
  if (!generic.test(whole)) return null
  const noun = withoutVerb(subject)
  const thing = noun.replace(measured, '')
  if (joined && thing.length >= 2) return `${thing}${whole}`
  const owner = /^(.{2,20}?(?:产业|行业|经济|集群|园区|基地))(?:总)?(?:规模|产值|营收|营业收入|收入|增加值)$/.exec(subject)
  return owner === null ? null : `${owner[1]}${whole}`
}

const measured = /(?:产量|销量|规模|产值|营收|收入|面积|数量|总量|投资|增加值|率|额|比重|占比)$/

/** 示范村, 试点企业: verbs that open a noun. */
const actionNoun = /^(?:示范|试点|应用|服务|培训|生产|出口)[^，的]{1,8}$/

function withYearly(spoken: string, subject: string): string {
  return spoken.startsWith('每年') && subject !== '' && !subject.startsWith('每年') ? `每年${subject}` : subject
}

/** 产值, 营收, 规模 alone are those of the heading above: 装备制造产业 → 装备制造产业产值. */
const generic = /^(?:年)?(?:总)?(?:产值|营收|营业收入|收入|规模|产业规模|产业产值|面积|数量|投资|增加值|市场规模|产业总产值)$/

function nounLike(label: string): boolean {
  return (
    label.length >= 2 &&
    label.length <= 16 &&
    !startsInAction(label) &&
    !/[，。：]/.test(label) &&
    !/目标|任务|要求|布局|方向|推进|加快|强化|优化|完善|做强|做大|大力|积极|深化/.test(label)
  )
}

function own(spoken: string, noun: string): string {
  return `${spoken}${noun}`
}

/** 新开通5G基站 → 5G基站, of which there are to be so many altogether. */
function withoutVerb(subject: string): string {
  return subject.slice(leadingAction(subject).length).replace(/^(?:总数|总量)|(?:总数|总量|规模|数量)$/g, '')
}

function isBareVerb(words: string): boolean {
  const plain = words.replace(/^每年/, '')
  const verb = leadingAction(plain)
  return words === '' || verb === plain || /^(?:增长|增速|年均|其中|增幅|同比|规模|总量|总数)$/.test(words)
}

function fallback(memory: Memory): string {
  if (memory.last !== '' && memory.previous === '') return memory.last
  const previous = tidySubject(memory.previous)
  if (previous.length >= 2 && previous.length <= 26) return previous
  return memory.label.length <= 20 ? memory.label : ''
}
