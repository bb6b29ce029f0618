/** Why a figure is no target: thresholds, grants, past figures, counts of a list, names with numbers in them. */
import type { Quantity } from './quantities.ts'
import { endsInAction } from './subjects.ts'

/** `goal` text promises by itself; in `work` text a figure needs words that promise. */
export type Mode = 'goal' | 'work'

/** The surroundings of one figure: the masked clause, and where the figure stands in it. */
export type Setting = {
  sentence: string
  clause: string
  before: string
  after: string
  later: Quantity[]
  mode: Mode
  past: boolean
}

/** `certain` verdicts are silent; the others are told to the reader of the plan. */
export type Verdict = { target: boolean; certain: boolean }

const yes: Verdict = { target: true, certain: true }
const no: Verdict = { target: false, certain: true }
const unsure: Verdict = { target: false, certain: false }

const abstract =
  '方面|领域|方向|环节|阶段|层面|维度|原则|重点|着力|抓手|坚持|转变|确保|关系|专项|问题|要求|目标|任务|统筹|层次|工作组|专班|小组|组|步骤|角度|特征|月|年|世纪|行动|机制|体系|字|结合|一批|点|面|清单|文件|通知|时代|圈|“'
const listed = new RegExp(`^(?:${abstract})`)
const grant =
  /给予|奖励|补助|补贴|资助|奖补|贴息|以奖代补|一次性|罚款|处以|奖金|扶持资金不超过|补偿|减免|按照?(?:其|年度|实际|不超过)|报销|兑现|最高(?:不超过|可|限额)?|给以|予以/
const background = /(?:已经?(?![经])|目前|现有|现已|以来|去年|上年|曾|先后|位居全国|当前|同期|为基数|历史)/
const promise =
  /到\s?20\d\d|20\d\d\s?年(?:底|末)?(?:前|以前)|每年|力争|确保|争取|计划|累计|新增|不少于|不低于|达到|达|突破|超过|提高到|提升到|提升至|增至|以上|以内|左右|目标|年均|全年|年内|年底前|末|实现|三年|五年|期间/

const measureNoun = /^(?:及以上|以上|以下|以内|左右|级|规模)?(?:的)?[\u4e00-\u9fff]/

export function judge(quantity: Quantity, setting: Setting): Verdict {
  const { sentence, before, after, mode } = setting
  if (quantity.form === 'double') return /翻番计划|倍增/.test(sentence) ? no : yes
  if (quantity.form === 'breakthrough') return yes
  if (quantity.unitClass === 'time') return no
  if (quantity.form === 'rank')
    return /进入|跻身|位居|位列|排名|保持|居|列|争进|迈入|冲刺|挺进/.test(before.slice(-14)) && !setting.past ? yes : no
  if (/第\s?$|[“”《》A-Za-z+＋]$/.test(before.slice(-2)) && !/[A-Z]{2,}$/.test(before)) return no
  if (isPast(quantity, setting)) return no
  if (grant.test(sentence) && /元|%/.test(quantity.unit)) return no
  if (/^(?:强|级|大|流|化|型|制|日内|天内|个?工作日内)/.test(after) || /(?:最高|每|按|凭|满)\s?$/.test(before)) return no
  if (isDuration(quantity))
    return /压缩|缩短|压减|不超过|降至|降到|时延|控制|以内/.test(`${before.slice(-16)}${after.slice(0, 3)}`) &&
      !/^(?:内|以内)?(?:报|反馈|完成|公示|提交|办结)/.test(after)
      ? yes
      : no
  if (
    /(?:由|从|自)[^，]{0,12}$/.test(before) &&
    setting.later.length > 0 &&
    /^\D{0,12}(?:增|提高|提升|上升|扩大|降|压|缩|到|至)/.test(after)
  )
    return no
  if (isThreshold(quantity, setting)) return no
  if (isListCount(quantity, before, after)) return no
  if (/^(?:[^，]{0,6})(?:审议|会议|次会)/.test(after)) return no
  if (quantity.han && isLooseHan(quantity, setting))
    return mode === 'goal' && quantity.value !== null && quantity.value > 1 ? unsure : no
  if (mode === 'goal') return yes
  if (
    promise.test(sentence) ||
    endsInAction(
      before
        .replace(/[约近达超]{0,2}$/, '')
        .replace(/不少于|不低于|至少|超过/, '')
        .trimEnd(),
    )
  )
    return yes
  return quantity.han ? no : unsure
}

function isPast(_quantity: Quantity, { before, past, sentence }: Setting): boolean {
  if (past) return true
  return background.test(before) && !/力争|到20|确保|目标|建成/.test(before) && !/力争|到20\d\d年/.test(sentence)
}

function isDuration(quantity: Quantity): boolean {
  return /^(?:毫秒|秒|分钟|小时|个小时|天|个工作日|工作日|个自然日)$/.test(quantity.unit)
}

/** 营收超过1亿元的企业, 亿元以上项目, 千亿级集群: the figure says which things are meant, not how many. */
function isThreshold(quantity: Quantity, { before, after, later, clause }: Setting): boolean {
  if (quantity.unitClass !== 'measure')
    return /^(?:以上|以下)的?(?:企业|单位|项目|园区|班|规模)/.test(after) && /^[人名户]$/.test(quantity.unit)
  const rest = after.replace(/^\s?(?:及以上|以上|以下|以内|左右)/, '')
  if (quantity.unit === '%' && !/^的/.test(rest)) return false
  if (/^(?:级|规模级|大关级)/.test(rest)) return true
  const noun =
    /^的?(?:[\u4e00-\u9fff“]{0,12})(?:企业|项目|集群|园区|产品|单位|载体|楼宇|机构|平台|产业|公司|主体|品牌|村|镇|街道|县|区)/.test(
      rest,
    )
  const counted = later.some((next) => next.unitClass === 'count' && next.form === 'amount')
  const fund = /^的?[^，。；、]{0,14}(?:基金|资金|专项|贷款|额度|投资|信贷|消费券|空间|面积|用房|厂房)/.test(rest)
  const verb = endsInAction(
    before.replace(/(?:不少于|不低于|至少|超过|突破|达到|总规模|规模|约|近|达|超|总额|总面积|面积)+$/g, '').trimEnd(),
  )
  if (/^的/.test(rest)) return counted || !(verb || fund)
  if (noun && rest !== '' && !fund) return counted || !verb || (/[以]上/.test(after.slice(0, 4)) && quantity.unit === '元')
  return (
    counted &&
    measureNoun.test(after) &&
    !/^[，、]/.test(rest) &&
    !clause.includes('、') &&
    rest.length > 0 &&
    !/[，、]/.test(rest[0]!) &&
    !fund
  )
}

/** A、B、C等5个园区; 五个方面; 设立…组5个工作组: the figure counts what has just been listed, or an abstract noun. */
function isListCount(quantity: Quantity, before: string, after: string): boolean {
  if (quantity.unitClass !== 'count') return false
  const noun = /^(?:重点|主要|专项|工作|具体|基本|核心|特色|细分|主导|优势|关键|重大|新兴)*/.exec(after)![0]
  if (/^(?:工作组|专项组|专班|专项工作组)/.test(after)) return true
  if (listed.test(after.slice(noun.length))) return !/不少于|至少|超过|新增|达到?$/.test(before.slice(-5))
  if (/(?:等|这|以上|上述|下列|下述|前述|该|各|本|全部|其余)\s?$/.test(before)) return true
  const item = /[、和及]([^、，和]{2,24})$/.exec(before)
  if (item === null || endsInAction(before)) return false
  const last = item[1]!.at(-1)!
  return after.slice(0, 12).includes(last) && !/[\u4e00-\u9fff]{2}(?:达|超|约|共|数)$/.test(before)
}

/** 一个, 两种, 三大: Chinese numerals count loosely unless a comparing word or 以上 makes them a promise. */
function isLooseHan(quantity: Quantity, { before, after, clause }: Setting): boolean {
  const promised =
    /(?:不少于|不低于|至少|超过|突破|达到|达|新增|力争|累计|近|约|超|过|上)\s?$/.test(before) || /^(?:以上|左右|以内)/.test(after)
  if (promised) return false
  if (quantity.upper !== null || quantity.more) return false
  if (quantity.unitClass === 'measure' && (quantity.value ?? 0) >= 1)
    return !/(?:产值|收入|营收|规模|总量|投资|增加值)\s?$/.test(before) || /级/.test(clause)
  return !(endsInAction(before) && (quantity.value ?? 0) >= 2)
}
