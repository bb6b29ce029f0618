/** Names of the enterprises of the demo district: two characters drawn by rule, a trade, and the mark that they are invented. */
import type { Chance } from '#seed/history/chance.ts'

const first = [...'云星智数澜岚璟沐晟熠昱翎屿汐峤岑砚芯麓禾珩琢溯湃樾曜霁韵筑朗弈逸澈衡穹橙鹿雁鲸宸']
const second = [...'帆图舟川途桥谷维码擎砺衍航澄轩辰湾枢纬翼序链量渡拓穗瀚岭棠驿溪弦启策谱界盾羽恒杉']
const trades: Record<string, string[]> = {
  数字城市: ['数智科技', '智慧城市科技', '城市数据', '信息技术', '软件'],
  数字文创: ['数字文化', '互动娱乐科技', '动漫科技', '数字创意', '软件'],
  数字平台经济: ['网络科技', '电子商务', '供应链科技', '云服务', '软件'],
  '集成电路（IC）暨智能传感器设计及应用': ['微电子', '传感科技', '半导体', '智能科技', '物联科技'],
}
const plain = ['软件', '信息技术', '科技', '网络科技', '系统集成']
const others = ['商贸', '文化传播', '企业管理', '自动化设备', '教育科技']

/** The step has no divisor in common with the number of pairs: every serial has a pair of its own, and neighbours differ. */
const step = 617

/** 公司 of a direction, of the industry without one, or of another industry. */
export function nameOf(serial: number, direction: string | null, inIndustry: boolean, form: string, chance: Chance): string {
  const at = (serial * step) % (first.length * second.length)
  const core = first[Math.floor(at / second.length)]! + second[at % second.length]!
  const trade = chance.pick(!inIndustry ? others : direction === null ? plain : trades[direction]!)
  return `重庆${core}${trade}${form === 'shares' ? '股份有限公司' : '有限公司'}（演示）`
}

const surnames = [...'陈李罗杨周吴唐蒋谭冉秦田向彭蒲龚游代邹廖']
const callings = ['经理', '主管', '会计', '女士', '先生']
/** A person as the counter knows him: nobody real has no given name. */
export const contactOf = (chance: Chance): string => `${chance.pick(surnames)}${chance.pick(callings)}`
/** No telephone of the city begins with four noughts. */
export const phoneOf = (chance: Chance): string => `023-0000${String(chance.between(0, 9999)).padStart(4, '0')}`
