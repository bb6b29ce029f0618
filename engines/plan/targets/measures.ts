/** The units official plans count and measure in. */

/** `measure` units measure one thing (元, ㎡, %); `count` units count things (家, 个); `time` units tell when or how long. */
export type UnitClass = 'measure' | 'count' | 'time'

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

export type UnitFound = { name: string; unitClass: UnitClass; length: number }

/** The unit right after a figure, with one space allowed before it; the longest known one counts. */
export function readUnit(text: string, at: number): UnitFound | null {
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
