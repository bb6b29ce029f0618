/** Names alike: what one enterprise is written as is found, and a realistic register stays nearly free of false pairs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreOf, similarNames } from './similar-name.ts'

const alike = (...names: string[]) => similarNames(names.map((name, at) => ({ id: String(at), name }))).length

describe('the core of a name', () => {
  it.each([
    ['重庆缙云星河科技有限公司', '缙云星河'],
    ['重庆市北碚区缙云星河信息技术有限责任公司', '缙云星河'],
    ['缙云星河（重庆）数字科技股份有限公司', '缙云星河'],
    ['　重庆 缙云星河 网络科技有限公司(演示)', '缙云星河'],
    ['缙云星河集团有限公司北碚分公司', '缙云星河'],
    ['重庆ＡＢＣ软件有限公司', 'ABC'],
    ['重庆北碚科技有限公司', '北碚'],
    ['重庆长寿科技有限公司', '长寿'],
    ['重庆软件有限公司', '重庆'],
    ['重庆两江新区云杉人工智能科技有限公司', '云杉'],
    ['云杉', '云杉'],
    ['', ''],
  ])('of %s is %s', (name, core) => expect(coreOf(name)).toBe(core))
})

describe('names alike', () => {
  it('are one name written in two ways', () => {
    expect(alike('重庆云杉科技有限公司', '重庆市北碚区云杉科技有限责任公司')).toBe(1)
    expect(alike('重庆缙云星河科技有限公司', '缙云星河（重庆）软件有限公司（演示）')).toBe(1)
  })

  it('are one name with a character left out, or of a long one with a character wrong', () => {
    expect(alike('重庆缙云星河科技有限公司', '重庆缙云河科技有限公司')).toBe(1)
    expect(alike('重庆缙云星河智联科技有限公司', '重庆缙云星禾智联科技有限公司')).toBe(1)
  })

  it('are not two enterprises with a short name in common, or one character', () => {
    expect(alike('重庆云杉科技有限公司', '重庆云杉文化传媒有限公司')).toBe(0)
    expect(alike('重庆星河智联科技有限公司', '重庆星辰智联科技有限公司')).toBe(0)
    expect(alike('重庆云杉科技有限公司', '重庆云松科技有限公司')).toBe(0)
  })

  it('yield one pair less than there are names', () => {
    expect(alike(...Array.from({ length: 1000 }, () => '重庆缙云星河科技有限公司'))).toBe(999)
  })

  it('do not depend on the form a name is written in', () => {
    const core = fc.string({ unit: fc.constantFrom(...'云星杉河缙嘉禾博'), minLength: 3, maxLength: 6 })
    const dressed = fc.constantFrom('重庆@科技有限公司', '@（北碚）软件有限责任公司', '重庆市北碚区@信息技术股份有限公司')
    fc.assert(
      fc.property(core, dressed, dressed, (core, a, b) => {
        expect(alike(a.replace('@', core), b.replace('@', core))).toBe(1)
      }),
    )
  })
})

/**
 * A register as they are: most trade names have two characters, many are put together from the same words, and no two
 * share 字号 and industry.
 */
function register(size: number): { id: string; name: string }[] {
  let state = 7
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = (from: readonly string[]) => from[next(from.length)]!
  const rare = Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x5200 + at * 13))
  const character = () => (next(4) === 0 ? pick(rare) : pick(characters))
  const word = () => (next(3) === 0 ? character() + character() : pick(words))
  const names = new Set<string>()
  while (names.size < size) {
    const length = next(10)
    const core = length < 6 ? word() : length < 8 ? character() + word() : word() + word()
    names.add(`重庆${core}${pick(industries)}有限公司`)
  }
  return [...names].map((name, at) => ({ id: String(at), name }))
}
const characters = [
  ...'云智数星海天科信博创华联通达源鑫远诚盛恒泰嘉禾卓越鼎新宏图锐思朗睿飞腾渝江山川缙北南东西中金玉龙凤麒麟瑞祥安康宁和众合聚力汇融易',
]
const words =
  '星河 星辰 星云 云智 云联 云海 智联 智创 智云 智远 数联 数智 海天 海纳 天成 天润 科创 科达 信达 信诚 博创 博远 博雅 创新 创想 华信 华创 华云 联创 联众 通达 达观 源创 鑫源 远航 远景 诚信 盛世 盛达 恒信 恒创 泰和 嘉禾 嘉信 卓越 卓创 鼎新 鼎信 宏图 宏远 锐思 锐捷 思创 思源 朗润 睿智 睿创 飞腾 飞驰 腾云 渝创 渝信 江川 山川 缙云 金石 金信 龙腾 瑞祥 瑞信 安信 安康 宁静 和信 众创 众联 合众 聚力 聚信 汇智 汇通 融创 融通 易通 易联 极光 微光 晨曦 启明 启航 昊宇 宇辰 优品 乐享 悦途 景润 泽森 禹创 尚品 明德'.split(
    ' ',
  )
const industries = [
  ...Array<string>(4).fill('科技'),
  ...['信息技术', '信息技术', '软件', '网络科技', '数字科技', '智能科技', '信息科技', '文化传媒'],
]

describe('a realistic register', () => {
  it('of 5,000 different names has fewer than two flags in a hundred names', () => {
    expect(similarNames(register(5000)).length).toBeLessThan(100)
  })

  it('of 100,000 names stays linear in its pairs', () => {
    const names = register(100_000)
    expect(similarNames(names).length).toBeLessThan(names.length)
  })

  it('shows the one name entered twice', () => {
    const names = register(2000)
    const twice = { id: 'again', name: '重庆市北碚区缙云星河软件有限责任公司' }
    const before = similarNames(names).length
    const pairs = similarNames([...names, { id: 'once', name: '重庆缙云星河科技有限公司' }, twice])
    expect(pairs).toContainEqual(['once', 'again'])
    expect(pairs.length).toBe(before + 1)
  })
})
