/** Which figures are targets: each rule names one reason why a figure is none, the first that holds decides. */
import type { Quantity } from './quantities.ts'
import { endsInAction, startsInAction, tidySubject } from './subjects.ts'
import { acts, isThreshold } from './thresholds.ts'

/** `goal` text promises by itself; in `work` text a figure needs words that promise. */
export type Mode = 'goal' | 'work'

/** The surroundings of one figure; `leading` is its sentence up to it, `before` and `after` its own statement. */
export type Setting = {
  sentence: string
  leading: string
  clause: string
  figure: string
  before: string
  after: string
  later: Quantity[]
  /** The statement goes on with a list whose items before were targets. */
  joined: boolean
  mode: Mode
  past: boolean
}

/** `unsure` figures are told to the reader of the plan, `no` figures are silent. */
export type Verdict = 'target' | 'no' | 'unsure'

type Rule = (quantity: Quantity, setting: Setting) => Verdict | null

export function judge(quantity: Quantity, setting: Setting): Verdict {
  for (const rule of rules) {
    const verdict = rule(quantity, setting)
    if (verdict !== null) return verdict
  }
  return 'unsure'
}

const grant =
  /给予|奖励|补助|补贴|资助|奖补|贴息|以奖代补|罚款|处以|奖金|补偿|减免|按照?(?:其|年度|实际|不超过)|报销|兑现|最高(?:不超过|可|限额)|给以|予以/
const background =
  /(?:已经?(?!经)|目前|近[一二两三四五六七八九十几\d]{1,2}年|现有|现已|以来|去年|上年|曾|先后|位居全国|当前|同期|为基数|历史(?:最|上|新高))/
const promise =
  /到\s?20\d\d|20\d\d\s?年(?:底|末)?(?:前|以前)|每年|力争|确保|争取|计划|累计|新增|不少于|不低于|达到|达|突破|超过|提高到|提升到|提升至|增至|以上|以内|左右|目标|年均|全年|年内|年底前|末|实现|三年|五年|期间/
const reaching = /进入|跻身|位居|位列|排名|保持|居|列|争进|迈入|冲刺|挺进/

const rules: Rule[] = [
  perCapita,
  ({ form }, s) => (form !== 'double' ? null : /翻番计划|倍增$|将再?\s?翻/.test(s.leading) || !promises(s) ? 'no' : 'target'),
  ({ form }) => (form === 'breakthrough' ? 'target' : null),
  ({ unit, unitClass }, { before }) =>
    unitClass === 'time' && !(/^[年岁]$/.test(unit) && /(?:年限|寿命)[^，]{0,6}$/.test(before)) ? 'no' : null,
  ({ form }, s) => (form !== 'rank' ? null : reaching.test(s.before.slice(-14)) && !s.past ? 'target' : 'no'),
  (_, { before }) => (/第\s?$|[“”《》A-Za-z+＋]$/.test(before.slice(-2)) && !/[A-Z]{2,}$/.test(before) ? 'no' : null),
  (_, s) => (isPast(s) ? 'no' : null),
  ({ unit }, s) => (/元|%/.test(unit) && grant.test(s.sentence) && !isBudget(s) ? 'no' : null),
  ({ unitClass }, { after }) => (unitClass === 'count' && /^(?:给予|予以)/.test(after) ? 'no' : null),
  ({ unit }, { before, after }) =>
    (unit === '%' && /^[^，]{0,8}税率/.test(after)) || (unit === '元' && /单(?:个|户|项|次|体|笔)[^，]{0,12}$/.test(before))
      ? 'no'
      : null,
  ({ unit }, { mode, before }) =>
    mode === 'work' && /[%分]/.test(unit) && /(?:分值|权重|占分|考核|得分)/.test(before) ? 'no' : null,
  (_, { before, after }) =>
    /^(?:强|级|大(?!关)|流|化|型|制|日内|天内|个?工作日内)/.test(after) || /(?:最高|每|按|凭|满)\s?$/.test(before) ? 'no' : null,
  ({ unitClass }, { leading }) =>
    unitClass !== 'time' && /(?:建成|投产|达产|投用|运营)后[^。；]{0,20}(?:可|预计)/.test(leading) ? 'no' : null,
  duration,
  (_, s) => (startsFrom(s) ? 'no' : null),
  (quantity, s) => (isThreshold(quantity, s) ? 'no' : null),
  (quantity, s) => (isListCount(quantity, s) ? 'no' : null),
  (_, { after }) => (/^[^，]{0,6}(?:审议|会议|次会)/.test(after) ? 'no' : null),
  looseHan,
  (quantity, s) => (s.mode === 'goal' || s.joined || promises(s) || isWork(s) || isChange(quantity, s) ? 'target' : null),
  ({ han }) => (han ? 'no' : null),
]

/** 万人发明专利拥有量, 亿元GDP能耗: a multiplier alone is the base of a ratio. */
function perCapita({ han }: Quantity, { figure, before, after }: Setting): Verdict | null {
  return han && /^[百千万亿]{1,2}[人元户平]/.test(figure) && !compares(before, after) ? 'no' : null
}

function promises({ mode, sentence }: Setting): boolean {
  return mode === 'goal' || promise.test(sentence)
}

/** 建设10个…, 引进企业约20家, 在园区建设换电站10座: an action leads to the figure. */
function isWork({ before, after }: Setting): boolean {
  if (acts(before) || startsInAction(tidySubject(before))) return true
  const done =
    /(?:建设|建成|培育|引进|打造|新增|布局|新建|改造|设立|开展|举办|实施|完成|推广|投放)(?!的)[\u4e00-\u9fff“”（）\w]{2,24}$/
  return done.test(before) && /^(?:以上|左右|以内|\s*$)/.test(after)
}

/** 财政每年安排1000万元专项资金: money set aside is promised, whatever grants the sentence goes on to. */
function isBudget({ before, after }: Setting): boolean {
  return /(?:安排|统筹|列支|设立)[^，。；]{0,14}$/.test(before) && /^[^，。；]{0,10}(?:资金|经费|基金)/.test(after)
}

/** 通关时间压缩50%, 成本下降20%: a change for the better is something to reach. */
function isChange({ unit }: Quantity, { before }: Setting): boolean {
  return /%|百分点|倍/.test(unit) && /(?:增长|提高|提升|压缩|压减|下降|降低|缩短|减少|上升|增加)\s?$/.test(before)
}

/** Figures already reached: 截至2021年底…, 目前已建成…. */
function isPast({ leading, past, sentence }: Setting): boolean {
  return past || (background.test(leading) && !/力争|到\s?20\d\d|确保/.test(sentence))
}

/** Hours and days are targets where something is to take no longer, not where something is due. */
function duration({ unit }: Quantity, { before, after }: Setting): Verdict | null {
  if (!/^(?:毫秒|秒|分钟|小时|个小时|天|个工作日|工作日|个自然日)$/.test(unit)) return null
  const shortened = /压缩|缩短|压减|不超过|降至|降到|时延|控制|以内/.test(`${before.slice(-16)}${after.slice(0, 3)}`)
  return shortened && !/^(?:内|以内)?(?:报|反馈|完成|公示|提交|办结)/.test(after) ? 'target' : 'no'
}

/** 由45%提高到50%: the first figure is where one starts from. */
function startsFrom({ before, after, later }: Setting): boolean {
  return (
    later.length > 0 &&
    /(?:由|从|自)[^，]{0,12}$/.test(before) &&
    /^\D{0,12}(?:增|提高|提升|上升|扩大|降|压|缩|到|至)/.test(after)
  )
}

const abstract =
  /^(?:方面|领域|方向|环节|阶段|层面|维度|原则|重点|着力|抓手|坚持|转变|确保|关系|专项|问题|要求|目标|任务|统筹|层次|小组|组|步骤|角度|特征|月|年|世纪|行动|机制|体系|字|结合|一批|点|面|清单|文件|通知|时代|圈|“)/
const describing = /^(?:重点|主要|专项|工作|具体|基本|核心|特色|细分|主导|优势|关键|重大|新兴)*/

/** A、B、C等5个园区; 五个方面; 设立…组5个工作组: the figure counts what has just been listed, or an abstract noun. */
function isListCount({ unitClass }: Quantity, { before, after }: Setting): boolean {
  if (unitClass !== 'count') return false
  if (
    /^(?:工作|专项|专门|推进|协调|攻坚|任务|专责|日常|调度|重点|常设|督导|指导|领导){0,3}(?:小组|组|专班)(?!织|合|成|团|建|件|装|分|培)/.test(
      after,
    )
  )
    return true
  if (abstract.test(after.replace(describing, ''))) return !/(?:不少于|至少|超过|新增|达到?)$/.test(before)
  if (/(?:等|这|以上|上述|下列|下述|前述|该|各|本|其余)\s?$/.test(before)) return true
  if (/全部\s?$/.test(before)) return !acts(before.replace(/全部\s?$/, ''))
  const item = /[、和及]([^、，和]{2,24})$/.exec(before)
  if (item === null || endsInAction(before)) return false
  return after.slice(0, 12).includes(item[1]!.at(-1)!) && !/[\u4e00-\u9fff]{2}(?:达|超|约|共|数)$/.test(before)
}

/** 一个, 两种, 三大: Chinese numerals count loosely unless a comparing word, 以上 or a large value makes them a promise. */
function looseHan(quantity: Quantity, { before, after, clause, mode }: Setting): Verdict | null {
  const value = quantity.value ?? 0
  if (!quantity.han || compares(before, after) || quantity.upper !== null || quantity.more) return null
  if (quantity.unitClass === 'measure' && /(?:产值|收入|营收|规模|总量|投资|增加值)\s?$/.test(before) && !/级/.test(clause))
    return null
  if (quantity.unitClass === 'measure' && value < 1) return null
  if (mode === 'goal' && value >= 10 && before.trim().length >= 2) return null
  if (quantity.unitClass !== 'measure' && value >= 2 && endsInAction(before)) return null
  return mode === 'goal' && value > 1 ? 'unsure' : 'no'
}

function compares(before: string, after: string): boolean {
  return (
    /(?:不少于|不低于|至少|超过|突破|达到|达|新增|力争|累计|近|约|超|过|上)\s?$/.test(before) || /^(?:以上|左右|以内)/.test(after)
  )
}
