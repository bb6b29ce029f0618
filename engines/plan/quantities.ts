/** Numbers with their units as Chinese documents write them: 1.9万人, 3—5家, 百余项, 30%以上, 前10位, 翻一番, 零突破. */
import { hanNumeral, multipliers, readHan, readHanRange } from './numerals.ts'

/** `measure` units measure one thing (元, ㎡, %); `count` units count things (家, 个); `time` units tell when or how long. */
export type UnitClass = 'measure' | 'count' | 'time'

/** `value` is in base units; null where the document is vague (数百家). `more` marks 余 and 多. `han` marks Chinese numerals. */
export type Quantity = {
  start: number
  end: number
  value: number | null
  upper: number | null
  unit: string
  unitClass: UnitClass
  more: boolean
  han: boolean
  form: 'amount' | 'rank' | 'double' | 'breakthrough'
}

const classes: { unitClass: UnitClass; units: string }[] = [
  { unitClass: 'time', units: '年 月 日 个月 号 周年 季度 周 时 点 岁 世纪 年代' },
  {
    unitClass: 'measure',
    units:
      '元 美元 欧元 港元 港币 人民币 元人民币 平方米 平方千米 平方公里 平米 ㎡ m² m2 km² km 亩 公顷 公里 千米 米 立方米 毫米 纳米 % ‰ 个百分点 百分点 个点 吨 吨标准煤 吨标煤 公斤 千克 千瓦时 千瓦 兆瓦 万千瓦 度 度电 P PFlops PFLOPS PFLOPs EFlops EFLOPS EFLOPs E TB PB EB GB MB Mbps Gbps Tbps MW GW kW KW GWh MWh kWh MWp TEU 标箱 倍 毫秒 秒 分钟 小时 个小时 天 个工作日 工作日 个自然日 标准机架 机架 机柜 吨/年 万吨 元/㎡ 元/平方米 升 公升 克 摄氏度 dB 微克 ℃ 比特',
  },
  {
    unitClass: 'count',
    units:
      '家 户 个 项 件 人 人次 名 位 座 台 台套 台（套） 台(套) 套 辆 条 支 只 场 场次 次 款 期 种 处 所 幢 栋 间 册 门 例 起 篇 部 届 轮 艘 架 株 头 箱 核 卡 张 颗 片 枚 单 笔 宗 班 课时 学时 车位 床位 张床位 站 端 路 节点 样本 批次 口 眼 孔 扇 本 首 幅 块 根 匹 尾 羽 对 双 组 队 团 株 座次 家次 户次 件次 车次 架次 航班 班列 列 标段 站点 桩 枪 户家庭 人天 人才 万亩次 盏 支队伍 个点位',
  },
]

const unitClassOf = new Map<string, UnitClass>()
for (const { unitClass, units } of classes) for (const unit of units.split(' ')) unitClassOf.set(unit, unitClass)
const longestUnit = Math.max(...[...unitClassOf.keys()].map((unit) => unit.length))

const digitRun = /\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?/y
const numeralStart = new RegExp(`[\\d${hanNumeral}]|翻|前|零`, 'g')
const isHan = new Set(hanNumeral)

/** All quantities of `text` in order; a number without a unit is none. */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  numeralStart.lastIndex = 0
  for (let match = numeralStart.exec(text); match !== null; match = numeralStart.exec(text)) {
    const at = match.index
    const quantity =
      match[0] === '翻'
        ? readDouble(text, at)
        : match[0] === '前'
          ? readRank(text, at)
          : (readBreakthrough(text, at) ?? readAmount(text, at))
    if (quantity !== null) found.push(quantity)
    numeralStart.lastIndex = quantity?.end ?? skipNumber(text, at)
  }
  return found
}

function skipNumber(text: string, at: number): number {
  let i = at + 1
  if (/[\d]/.test(text[at]!)) while (i < text.length && /[\d.,]/.test(text[i]!)) i++
  else while (i < text.length && isHan.has(text[i]!)) i++
  return i
}

function readDouble(text: string, at: number): Quantity | null {
  const match = /^翻([一两二三])?番/.exec(text.slice(at, at + 4))
  if (match === null) return null
  const times = match[1] === undefined ? 1 : readHan(match[1])!
  return { ...amount(at, at + match[0].length, 2 ** times, '倍', 'measure'), form: 'double' }
}

function readBreakthrough(text: string, at: number): Quantity | null {
  const match = /^(?:零|0)\s?的?(?:“零”)?突破/.exec(text.slice(at, at + 6))
  return match === null ? null : { ...amount(at, at + match[0].length, 1, '', 'count'), form: 'breakthrough' }
}

/** 前10位, 前十, 前三名: a rank to reach; 前三年 and 前5个月 are times. */
function readRank(text: string, at: number): Quantity | null {
  const match =
    /^前\s?(\d{1,4}|[一二三四五六七八九十百]{1,4})\s?(名|位|强)?(?!\s?(?:年|个|天|月|日|季|期|批|款|述|项|者|，?述|[%\d]))/.exec(
      text.slice(at, at + 12),
    )
  if (match === null) return null
  const value = /^\d/.test(match[1]!) ? Number(match[1]) : readHan(match[1]!)
  return value === null ? null : { ...amount(at, at + match[0].length, value, '位', 'count'), form: 'rank' }
}

function amount(start: number, end: number, value: number | null, unit: string, unitClass: UnitClass): Quantity {
  return { start, end, value, upper: null, unit, unitClass, more: false, han: false, form: 'amount' }
}

type Figure = { value: number; upper: number | null; end: number; scaled: boolean; more: boolean; han: boolean }

function readAmount(text: string, at: number): Quantity | null {
  const before = text[at - 1] ?? ''
  if (/[\d.A-Za-z第]/.test(before) || (before === '第' && at > 0)) return null
  const fraction = readFraction(text, at)
  if (fraction !== null) return fraction
  const first = readFigure(text, at)
  if (first === null) return null
  const vague = /[数几]$/.test(before) && first.han
  const firstUnit = readUnit(text, first.end)
  const separator = /^\s?(?:[-—–－~～]{1,2}|至|到)\s?/.exec(
    text.slice(first.end + (firstUnit?.length ?? 0), first.end + (firstUnit?.length ?? 0) + 5),
  )
  if (separator !== null && !(separator[0].includes('到') && firstUnit !== null)) {
    const second = readFigure(text, first.end + (firstUnit?.length ?? 0) + separator[0].length)
    const unit = second === null ? null : readUnit(text, second.end)
    if (second !== null && unit !== null && second.value > 0) {
      const share = firstUnit === null && !first.scaled && second.scaled ? scaleOf(text, second) : 1
      const end = second.end + unit.length
      const [low, high] = [percent(first.value * share, unit.name), percent(second.value, unit.name)]
      if (low < high) return { ...amount(at, end, low, unit.name, unit.unitClass), upper: high, han: first.han }
    }
  }
  if (firstUnit === null) return plainIndex(text, at, first)
  const end = first.end + firstUnit.length
  const value = vague ? null : percent(first.value, firstUnit.name)
  const upper = first.upper === null ? null : percent(first.upper, firstUnit.name)
  return { ...amount(at, end, value, firstUnit.name, firstUnit.unitClass), upper, more: first.more, han: first.han }
}

/** 倍差缩小到1.7以内, 指数达到90以上: an index has no unit, but words of comparison on both sides. */
function plainIndex(text: string, at: number, figure: Figure): Quantity | null {
  const compared =
    /[到达于为过在]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?(?:以上|以内|以下|左右)/.test(text.slice(figure.end, figure.end + 3))
  return compared && !figure.han ? amount(at, figure.end, figure.value, '', 'measure') : null
}

/** 三分之二, 10分之1. */
function readFraction(text: string, at: number): Quantity | null {
  const match = /^([一二三四五六七八九十百千万\d]{1,4})分之([一二三四五六七八九十百\d]{1,4})/.exec(text.slice(at, at + 12))
  if (match === null) return null
  const number = (words: string) => (/^\d+$/.test(words) ? Number(words) : readHan(words))
  const [below, above] = [number(match[1]!), number(match[2]!)]
  if (below === null || above === null || below === 0) return null
  return { ...amount(at, at + match[0].length, above / below, '%', 'measure'), han: true }
}

function readFigure(text: string, at: number): Figure | null {
  digitRun.lastIndex = at
  const digits = digitRun.exec(text)?.[0]
  if (digits !== undefined) return scale(text, at + digits.length, Number(digits.replaceAll(',', '')), false)
  let end = at
  while (end < text.length && end - at < 10 && isHan.has(text[end]!)) end++
  if (end === at) return null
  const words = text.slice(at, end)
  const pair = readHanRange(words.slice(0, 2))
  if (pair !== null) {
    const factor = readHan(words.slice(2) || '一')
    if (factor === null || (words.length > 2 && !/^[十百千万亿]+$/.test(words.slice(2)))) return null
    return { value: pair[0] * factor, upper: pair[1] * factor, end, scaled: factor > 1, more: false, han: true }
  }
  const value = readHan(words)
  return value === null ? null : scale(text, end, value, true)
}

/** 万, 亿, 千万 after a figure, and 余 / 多 on either side of them. */
function scale(text: string, from: number, figure: number, han: boolean): Figure {
  const match = /^\s?(?:([余多])?([十百千万亿]{1,2})(?![瓦克米卡]))?([余多])?/.exec(text.slice(from, from + 6))!
  let value = figure
  for (const c of match[2] ?? '') value *= multipliers[c]!
  const more = match[1] !== undefined || match[3] !== undefined
  const taken = match[2] === undefined && match[3] === undefined ? 0 : match[0].length
  return { value: exact(value), upper: null, end: from + taken, scaled: match[2] !== undefined, more, han }
}

function scaleOf(text: string, figure: Figure): number {
  const match = /([十百千万亿]{1,2})[余多]?$/.exec(text.slice(Math.max(0, figure.end - 3), figure.end))
  let factor = 1
  for (const c of match?.[1] ?? '') factor *= multipliers[c]!
  return factor
}

type UnitFound = { name: string; unitClass: UnitClass; length: number }

function readUnit(text: string, at: number): UnitFound | null {
  const gap = text[at] === ' ' ? 1 : 0
  for (let length = longestUnit; length > 0; length--) {
    const words = text.slice(at + gap, at + gap + length)
    const unitClass = unitClassOf.get(words)
    if (unitClass === undefined || (/^[A-Za-z]/.test(words) && /[A-Za-z\d]/.test(text[at + gap + length] ?? ''))) continue
    if (words === '人' && /^(?:才|民|大|均|社|工|员|机|口|力|文|体|类)/.test(text[at + gap + 1] ?? '')) continue
    if (words === '人才' || words === '点' || words === '度') continue
    const per = perUnit(text, at + gap + words.length)
    return {
      name: canonical(words) + per,
      unitClass: per === '' ? unitClass : 'measure',
      length: gap + words.length + per.length,
    }
  }
  const ratio = /^\s?[:：∶]\s?1(?!\d)/.exec(text.slice(at, at + 5))
  return ratio === null ? null : { name: ':1', unitClass: 'measure', length: ratio[0].length }
}

/** 微克/立方米, 元/㎡·月: the second half of a compound unit. */
function perUnit(text: string, at: number): string {
  if (text[at] !== '/') return ''
  return (
    /^\/(?:万元|万人|百万元|立方米|平方米|平方公里|㎡|公里|千瓦时|千米|人|户|亩|年|月|日|天|次|吨|家|个|台|套|件|元|升|小时)(?:·[年月日天])?/.exec(
      text.slice(at, at + 10),
    )?.[0] ?? ''
  )
}

const names: Record<string, string> = {
  平方米: '㎡',
  平米: '㎡',
  'm²': '㎡',
  m2: '㎡',
  百分点: '个百分点',
  个点: '个百分点',
  元人民币: '元',
  人民币: '元',
  'km²': '平方公里',
  平方千米: '平方公里',
  km: '公里',
}

function canonical(unit: string): string {
  return names[unit] ?? unit
}

function percent(value: number, unit: string): number {
  return unit === '%' ? exact(value / 100) : unit === '‰' ? exact(value / 1000) : exact(value)
}

/** Removes the noise of binary floating point: 1.9 × 10000 is 19000. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}
