/** What a figure is about: the words around it without time, hedges and comparing words. */
import type { Comparator } from '../schema.ts'

const action =
  '新开通|修缮|征集|惠及|新造|栽植|营造|拆除|疏浚|清淤|加固|排查|巡查|筛查|救助|建造|打井|选拔|选聘|资助|评定|争创|轮训|扩建|改扩建|改建|修建|创成|获评|入围|上榜|落实|安置|整治|治理|修复|种植|签订|签署|备案|上线|打通|整合|归集|汇聚|开辟|增设|增开|开行|运营|投用|启用|压降|化解|处置|办理|升级|关停|搬迁|入园|挂牌|股改|并购|重组|新增|新建|建设完成|建设|建成|建立|创建|培育|培养|引进|引入|引育|打造|形成|集聚|聚集|完成|实现|推动|推进|举办|开展|组织|实施|盘活|改造|收储|安排|统筹安排|设立|组建|筹集|募集|投入|发放|新认定|认定|新培育|新引进|新招引|招引|招聘|吸引|吸纳|孵化|转化|制定|制修订|修订|参与制定|发布|推出|开放|遴选|评选|选树|选派|储备|落地|落户|签约|开工|竣工|投产|上市|攻克|突破|研发|开发|获批|获得|取得|争取|争创|申报|新设|设置|部署|布局|新布局|拓展|拓宽|建立健全|提供|供给|释放|腾退|扶持|支持|服务|覆盖|接入|上云|培训|轮训|新开|开设|新开工|达产|开通|铺设|配备|配置|更新|淘汰|压减|减少|节约|新签约|谋划|滚动|策划|对接|赋能|带动|撬动|引导|筛选|征集|梳理|编制|选取|确定|挂牌|授牌|评定|入选|入库|入驻|进入|跻身|培植|壮大|发展|扩大|增加|提升|试点|示范|应用|推广|普及|产生|申请|授权|登记|注册|创作|生产|销售|出口|接待|投资|到位|利用|净增|招收|录取|招募|走访|帮扶|惠及|带领|支撑|保障|转型|建|育|引|办|争|招'
const endsWithAction = new RegExp(`(?:${action})(?:了|出|成|好|起|到|不少于|达)?$`)
const startsWithAction = new RegExp(`^(?:${action})`)

/** Whether words end in a verb that needs the noun after the figure: 培育 10家 龙头企业. */
export function endsInAction(words: string): boolean {
  return endsWithAction.test(words)
}

export function startsInAction(words: string): boolean {
  return startsWithAction.test(words)
}

/** The verb a list begins with: 培育A10家、B5家 — B is 培育 too. */
export function leadingAction(words: string): string {
  return startsWithAction.exec(words)?.[0] ?? ''
}

const before: { words: RegExp; comparator: Comparator }[] = [
  { words: /(?:不超过|不超|不高于|不多于|不大于|不得超过|控制在|限制在|至多|最多|不突破)$/, comparator: '<=' },
  { words: /(?:不少于|不低于|不小于|不下于|不得少于|不得低于|至少|最少|保底)$/, comparator: '>=' },
  { words: /(?:超过|超出|突破|大于|高于|多于|逾|跨越|超)$/, comparator: '>' },
  { words: /(?:低于|小于|少于|短于)$/, comparator: '<' },
  { words: /(?:大约|大概|约为|约|接近|将近|近)$/, comparator: '~' },
  {
    words: /(?:降低到|降低至|降到|降至|下降到|下降至|压缩到|压缩至|压减至|压减到|缩短到|缩短至|缩减至|减少到|减少至|减至)$/,
    comparator: '<=',
  },
  {
    words:
      /(?:达到|增至|增长到|增长至|增加到|增加至|提高到|提高至|提升到|提升至|上升到|上升至|扩大到|扩大至|发展到|跃升至|拓展到|拓展至|迈上|冲刺|跨上|站上|达|(?<![线网路以之陆海岸车楼地船水])上)(?:每年)?$/,
    comparator: '>=',
  },
  {
    words:
      /(?:进入|跻身|位居|位列|排名|(?<![班系行序陈队专并下])列|(?<![民新旅宜安社邻群人移定家起迁散])居|保持在|保持|稳定在|维持在|争进|冲进|挺进)$/,
    comparator: '=',
  },
]
const hedge =
  /(?:力争|争取|努力|确保|预计|计划|实现|完成|全部|平均|(?<![平人年])均|(?<![首成])都|各|分别|累计|总数|总量|总计|共计|合计|(?<!公)共|(?<![设统审会])计|(?<!行)为|是|至|(?<!报)到|将|(?<!纪)要|(?<![必急所供内外])需|再|(?<![许认])可|(?<![产功效性职技潜智电节动势芯储])能|数量|(?<![国所特私公])有|已|的|在|(?<![创高更革])新|，|\s)$/
const keepsNoun = /(?:总数|总量|数量|总计)$/

/** Takes the comparing words off the end of what stands before a figure. */
export function cutComparator(words: string): { rest: string; comparator: Comparator } {
  let rest = words.trimEnd()
  let comparator: Comparator | null = null
  for (let i = 0; i < 8; i++) {
    const found = before.find((rule) => rule.words.test(rest))
    if (found !== undefined) {
      if (comparator === null || comparator === '=' || (comparator !== '~' && found.comparator === '>='))
        comparator = stronger(comparator, found.comparator)
      rest = rest.replace(found.words, '').trimEnd()
    } else if (/20\d\d\s?年(?:底|末)?的$/.test(rest)) rest = rest.replace(/20\d\d\s?年(?:底|末)?的$/, '')
    else if (hedge.test(rest) && !keepsNoun.test(rest)) rest = rest.replace(hedge, '').trimEnd()
    else break
  }
  return { rest, comparator: comparator ?? '=' }
}

/** The word nearest to the figure decides; 达到 before 不少于 adds nothing. */
function stronger(near: Comparator | null, far: Comparator): Comparator {
  return near === null || near === '=' ? far : near
}

/** 以上, 以内, 左右 after a figure; null where nothing is said. `length` is how many characters they take. */
export function readSuffix(after: string): { comparator: Comparator | null; length: number } {
  const match = /^\s?(?:(及以上|（含）以上|以上|或以上|之上)|(以内|以下|之内|及以下|内(?![容部外在涵地]))|(左右|上下|前后))/.exec(
    after,
  )
  if (match === null) return { comparator: null, length: 0 }
  return { comparator: match[1] !== undefined ? '>=' : match[2] !== undefined ? '<=' : '~', length: match[0].length }
}

const opening =
  /^(?:(?:力争|争取|努力|确保|预计|计划|实现|分别|均|总体上|其中|同时|并|且|以及|及|和|使|让|要|即(?![时将期日刻])|将|再|共|累计|共计|总计|全年|全[区市县省州旗](?!域)|我[区市县省]|本[区市县省]|“十[二三四五六]五”(?:末|时期|期间)?|在|到(?![位岗达账期访港店场])|至|届时|基本|初步|年内|(?:到|至|截至)?\s?20\d{2}\s?年?\s?(?:[-—–~至]{1,2}\s?20\d{2}\s?年)?(?:底|末|年底)?(?:前|之前|以前|起)?|(?:到|至)?[一二两三四五六七八九十\d]{1,2}年(?:内|之内|以内|时间|(?=累计|共|总计))|通过\S{1,8}年努力)[，,：:、]?\s?)+/

const base =
  /(?:较|比|与|对比|以|在)?\s?(?:19|20)\d{2}\s?年?(?:底|末)?(?:相比|为基数|的?基础上)|(?:较|比)(?:\s?(?:19|20)\d{2}\s?年?(?:底|末)?|上年|去年|“十[二三四五六]五”末)/

/** A subject without time words, hedges and quotation debris. */
export function tidySubject(words: string): string {
  let subject = words.replace(/\s*\n\s*/g, '').trim()
  for (let i = 0; i < 3; i++) subject = subject.replace(opening, '').trim()
  subject = subject
    .replace(base, '')
    .replace(/(?:由|从)\s?(?:目前|现有|原来|现在|基期|\d{4}\s?年)?的?\s?[\d.]+[^，]{0,8}$/, '')
    .replace(/至少|不少于|最少/, '')
    .replace(/^[一二两三四五六七八九十\d]{1,2}年$/, '')
    .replace(/^(完成|覆盖|惠及)?全部(?=[\u4e00-\u9fff]{2})/, '$1')
    .replace(/^(.{2,30})每年$/, (whole, words: string) => (startsInAction(words) ? `每年${words}` : whole))
    .replace(/^[\u4e00-\u9fff、]{2,14}(?=推广应用|推广)/, (place) =>
      /(?:港口|园区|领域|场景|区|县|镇|口岸|机场|路|线)$/.test(place) ? '' : place,
    )
  return subject
    .replace(/^[、，。；：:,\s—–-]+|[、，。；：:,\s]+$/g, '')
    .replace(/(?<=[\u4e00-\u9fff）”]) (?=[\u4e00-\u9fff（“])/g, '')
    .replace(/(?:力争|实现|达到|平均|(?<![平人年])均|分别|累计)$/, '')
}

const nounStop =
  /[，。；：（()）\n“]|并(?!购|联|网)|且|以(?=[^上下内及外])|形成|推动(?!力)|带动|实现|用于|助力|引领|促进|使(?!用)|进行|开展|达到|落地|(?:、|和|与|及|以及)(?=推进|推动|建设|完善|开展|加快|提升|打造|形成|实现|支持|培育|引进|促进|构建|健全)/
const qualified = /^[^，。；：\n]{2,56}的[^的，。；：、（()）\n]{2,18}/

/** The noun after a figure: 10家 [龙头企业]，并…; a qualifying 的 and quotation marks inside the noun belong to it. */
export function nounAfter(after: string): string {
  const words = after.replace(/^(?:大关|的|[（(][^（()）\n]{1,30}[）)])/, '').slice(0, 80)
  const whole = qualified.exec(words)?.[0]
  if (whole !== undefined && !/[“”]/.test(whole) && !/并(?!购|联|网)|且|用于|，/.test(whole)) return whole
  const quoted = /^[^，。；：、（()）\n“”]{0,16}“[^”]{1,20}”[^，。；：、（()）\n“”]{0,14}/.exec(words)?.[0]
  if (quoted !== undefined) return quoted
  const stop = words.search(nounStop)
  const noun = stop < 0 ? words : words.slice(0, stop)
  return noun.length > 40 ? '' : noun
}

const growthTail =
  /(?:(平均每年|年均复合|年平均|年均|每年|年度|逐年|同比|(?<![\d一二三四五六七八九十\s])年)?(?:实际|名义)?(复合增长率|增长率|增长速度|复合增速|增长|增速|增幅|递增|提高|提升|上升|增加|下降|降低|减少|降幅|压减|压缩|压降|缩短))(?:率)?$/

/** `verb` is what happens to the subject: 增长, 提高, 下降. */
export type Growth = { rest: string; verb: string; yearly: boolean; falling: boolean }

/** 年均增长 at the end of what stands before a figure. */
export function cutGrowth(words: string): Growth | null {
  const match = growthTail.exec(words)
  if (match === null) return null
  return {
    verb: match[2]!.replace(/^(?:复合)?(?:增长率|增长速度|增速|增幅)$/, '增长').replace('降幅', '下降'),
    rest: words.slice(0, match.index),
    yearly: (match[1] !== undefined && match[1] !== '') || /增速/.test(match[2]!),
    falling: /下降|降低|减少|降幅|压减|压缩|压降|缩短/.test(match[2]!),
  }
}
