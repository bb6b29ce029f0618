/** Figures that say which things are meant, not how many: 营收超过1亿元的企业, 亿元以上项目, 千亿级集群. */
import type { Quantity } from './quantities.ts'
import { endsInAction } from './subjects.ts'

type Around = { before: string; after: string; later: Quantity[]; clause: string }

const qualified =
  /^的?(?:[\u4e00-\u9fff“]{0,12})(?:企业|项目|集群|园区|产品|单位|载体|楼宇|机构|平台|产业|公司|主体|品牌|村|镇|街道|县|区)/
const stock = /^的?[^，。；、]{0,14}(?:基金|资金|专项|贷款|额度|投资|信贷|消费券|空间|面积|用房|厂房)/

export function isThreshold(quantity: Quantity, around: Around): boolean {
  const { before, after, later } = around
  if (quantity.unitClass !== 'measure')
    return /^(?:以上|以下)的?(?:企业|单位|项目|园区|班|规模)/.test(after) && /^[人名户]$/.test(quantity.unit)
  const rest = after.replace(/^\s?(?:及以上|以上|以下|以内|左右)/, '')
  if (quantity.unit === '%' && (!/^的/.test(rest) || before.trim() === '')) return false
  if (/^(?:级|规模级|大关级)/.test(rest)) return true
  const counted = later.some((next) => next.unitClass === 'count' && next.form === 'amount')
  if (/^的/.test(rest) && /(?:总投资|投资额|计划投资)(?:额)?(?:约|达|超|超过)?\s?$/.test(before)) return true
  if (/^的/.test(rest)) return counted || !(acts(before) || stock.test(rest))
  if (stock.test(rest)) return false
  if (qualified.test(rest)) return counted || !acts(before) || (quantity.unit === '元' && /^以上/.test(after))
  return counted && /^[\u4e00-\u9fff]/.test(rest) && !around.clause.includes('、')
}

/** 建设总建筑面积20万平方米的…: a verb with only words of size between it and the figure builds what is measured. */
export function acts(before: string): boolean {
  const size =
    /(?:不少于|不低于|至少|超过|突破|达到|约|近|达|超|(?:总)?(?:建筑|占地|使用|规划)?面积|总?规模|总额|总投资|投资额)+\s?$/
  return endsInAction(before.replace(size, '').trimEnd())
}
