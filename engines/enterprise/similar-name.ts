/**
 * Names of enterprises that may be one and the same: a hint for people, never an identity (that is the credit code).
 *
 * A name is 行政区划 + 字号 + 行业 + 组织形式; its core is the 字号. Two names are alike when
 * - their cores are equal; a core of two characters says too little alone, so then the words of industry must agree as well;
 * - one core of four or more is the other with one character left out, the words of industry being the same: a slip of the
 *   hand leaves the rest as it was;
 * - likewise, two cores of five or more differ in one character at the same place. Shorter ones that do are as a rule two
 *   enterprises: trade names are put together from few words (星河智联, 星辰智联).
 *
 * Every name is looked up a few times, and a group of n names alike yields n − 1 pairs, not n²: time and memory stay
 * linear in the number of names.
 */
import { regions } from './regions.ts'

export const coreOf = (name: string): string => split(name).core

/** Pairs alike, each with its earlier name first; of names with one core, each is paired with the first. */
export function similarNames(names: { id: string; name: string }[]): [string, string][] {
  const firsts = new Map<string, number>()
  const written = new Map<string, Written>()
  const pairs: [number, number][] = []
  names.forEach(({ name }, at) => {
    const { core, industry } = split(name)
    const key = core.length > 2 ? core : `${core}|${industry}`
    const first = firsts.get(key)
    if (first !== undefined) pairs.push([first, at])
    else firsts.set(key, at)
    if (core.length > 2 && !written.has(`${core}|${industry}`)) written.set(`${core}|${industry}`, { core, industry, at })
  })
  pairs.push(...leftOut(written), ...oneWrong(written))
  return pairs.map(([a, b]) => [names[Math.min(a, b)]!.id, names[Math.max(a, b)]!.id])
}

/** The first name of each core with its words of industry. */
type Written = { core: string; industry: string; at: number }

function* leftOut(written: Map<string, Written>): Generator<[number, number]> {
  for (const { core, industry, at } of written.values()) {
    if (core.length < 4) continue
    const shorter = new Set(Array.from(core, (_, i) => core.slice(0, i) + core.slice(i + 1)))
    for (const one of shorter) {
      const other = written.get(`${one}|${industry}`)
      if (other) yield [other.at, at]
    }
  }
}

function* oneWrong(written: Map<string, Written>): Generator<[number, number]> {
  const gaps = new Map<string, number>()
  for (const { core, industry, at } of written.values()) {
    if (core.length < 5) continue
    for (let i = 0; i < core.length; i += 1) {
      const gap = `${core.slice(0, i)}?${core.slice(i + 1)}|${industry}`
      const first = gaps.get(gap)
      if (first === undefined) gaps.set(gap, at)
      else yield [first, at]
    }
  }
}

const forms = /(?:集团)?(?:股份|有限责任|有限|责任)*(?:公司|合伙企业|个人独资企业).*$|(?:工作室|事务所|经营部|商行|集团)$/
const region = new RegExp(`^(?:${regions.join('|')})`)
/** What a name says of its trade: it tells enterprises of one 字号 apart, but nobody apart from the rest. */
const trades = [
  ...['科技', '软件', '信息技术', '信息', '技术', '网络', '数据', '数字', '智能', '智慧', '电子', '电子商务', '互联网', '物联网'],
  ...[
    '云计算',
    '大数据',
    '人工智能',
    '区块链',
    '系统集成',
    '系统',
    '集成电路',
    '半导体',
    '微电子',
    '通信',
    '通讯',
    '安全',
    '自动化',
  ],
  ...[
    '软件开发',
    '开发',
    '工程',
    '服务',
    '咨询',
    '管理',
    '企业管理',
    '文化',
    '传媒',
    '文化传媒',
    '文化传播',
    '广告',
    '教育',
    '健康',
  ],
  ...[
    '医疗',
    '金融',
    '产业',
    '实业',
    '发展',
    '产业发展',
    '创意',
    '设计',
    '动漫',
    '游戏',
    '供应链',
    '贸易',
    '商贸',
    '控股',
    '投资',
  ],
]
const trade = new RegExp(`(?:${trades.sort((a, b) => b.length - a.length).join('|')})$`)

/** Each part is taken off only while two characters of core remain: of 重庆软件有限公司 it is 重庆. */
function split(name: string): { core: string; industry: string } {
  const plain = name.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const bare = keep(plain, plain.replace(/[([【〔<《][^)\]】〕>》]*[)\]】〕>》]/g, ''))
  const formless = keep(bare, bare.replace(forms, ''))
  let core = strip(formless, region, trade)
  let industry = ''
  for (let shorter = keep(core, core.replace(trade, '')); shorter !== core; shorter = keep(core, core.replace(trade, ''))) {
    industry = core.slice(shorter.length) + industry
    core = shorter
  }
  return { core, industry }
}

/** A region goes only where a 字号 stays behind: 重庆长寿科技 keeps 长寿. */
function strip(text: string, front: RegExp, tail: RegExp): string {
  const rest = text.replace(front, '')
  if (rest === text || rest.replace(tail, '').length < 2) return text
  return strip(rest, front, tail)
}

const keep = (before: string, after: string) => (after.length >= 2 ? after : before)
