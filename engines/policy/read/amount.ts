/** How an amount comes about (金额): one way each, which may hold one another. */
import { isScalar, type Node } from 'yaml'
import type { Mechanism } from '../policy.ts'
import { readCases } from './cases.ts'
import { readLadder } from './ladder.ts'
import type { Place, Reading } from './reading.ts'
import { readAreaRent, readMatching, readRanking, readStages, readUnit, readYearly } from './way.ts'

type Way = (reading: Reading, place: Node) => Mechanism | null

export function readAmount(reading: Reading, node: Place): Mechanism | null {
  if (!node) return null
  if (isScalar(node)) return readWord(reading, node)
  const { source } = reading
  const fields = source.fields(node, '金额', [], Object.keys(ways))
  if (!fields) return null
  const [way, other] = Object.keys(fields)
  if (way === undefined) return source.blame(node, `金额没有写明算法，可用：${[...Object.keys(ways), '待补'].join('、')}`)
  if (other !== undefined) return source.blame(fields[other]!, `金额只能有一种算法，“${way}”与“${other}”不能并列`)
  // An empty value stands where its key does; 一事一议 needs none.
  return ways[way]!(reading, fields[way]!)
}

function readWord({ source }: Reading, node: Node): Mechanism | null {
  const word = source.text(node, '金额')
  if (word === '待补') return { is: 'pending' }
  if (word === '一事一议') return { is: 'people', atMost: null }
  return word === null ? null : source.blame(node, `金额“${word}”没有写明算法，应写作如 定额: 10万元，或 一事一议、待补`)
}

const ways: Record<string, Way> = {
  定额: (reading, place) => {
    const amount = reading.money(place, '定额')
    return amount === null ? null : { is: 'flat', amount }
  },
  比例: (reading, place) => {
    const fields = reading.source.fields(place, '比例', ['基数', '比率'])
    const base = reading.formula(fields?.基数, '基数')
    const rate = reading.share(fields?.比率, '比率')
    return base && rate !== null ? { is: 'rate', base, rate } : null
  },
  单价: readUnit,
  公式: (reading, place) => {
    const formula = reading.formula(place, '公式')
    return formula && { is: 'formula', formula }
  },
  分档: (reading, place) => readLadder(reading, place, 'tier'),
  晋级补差: (reading, place) => readLadder(reading, place, 'ladder'),
  面积补贴: readAreaRent,
  逐年: readYearly,
  分阶段: readStages,
  配套: readMatching,
  排名奖: readRanking,
  用券: (reading, place) => {
    const fields = reading.source.fields(place, '用券', ['面额', '承兑方'])
    const face = readAmount(reading, fields?.面额)
    const redeemer = reading.source.text(fields?.承兑方, '承兑方')
    return face && redeemer !== null ? { is: 'voucher', face, redeemer } : null
  },
  分配: readSplit,
  合计: (reading, place) => readSeveral(reading, place, 'sum', '合计'),
  取高: (reading, place) => readSeveral(reading, place, 'most', '取高'),
  取低: (reading, place) => readSeveral(reading, place, 'least', '取低'),
  分情形: (reading, place) => {
    const cases = readCases(reading, place, '分情形', '金额', (inner) => readAmount(reading, inner))
    return { is: 'cases', cases: cases.map(({ title, when, value }) => ({ title, when, amount: value })) }
  },
  一事一议: (reading, place) => {
    if (isScalar(place))
      return reading.source.blame(place, '“一事一议”后应为一组“键：值”，如 {不超过: 100万元}；没有上限时写作 金额: 一事一议')
    const fields = reading.source.fields(place, '一事一议', ['不超过'])
    const atMost = reading.money(fields?.不超过, '不超过')
    return atMost === null ? null : { is: 'people', atMost }
  },
}

function readSplit(reading: Reading, place: Node): Mechanism | null {
  const { source } = reading
  const fields = source.fields(place, '分配', ['总额', '各方'])
  const whole = readAmount(reading, fields?.总额)
  const among = source.items(fields?.各方, '各方').flatMap((item) => {
    const party = source.fields(item, '各方', ['名称', '占'])
    const payee = source.text(party?.名称, '名称')
    const share = reading.share(party?.占, '占')
    return payee === null || share === null ? [] : [{ payee, share }]
  })
  const sum = among.reduce((total, { share }) => total + share, 0)
  if (among.length > 0 && sum !== 1_000_000) source.blame(fields!.各方!, `各方所占合计为 ${sum / 10_000}%，应为 100%`)
  return whole && { is: 'split', whole, among }
}

function readSeveral(reading: Reading, place: Node, is: 'sum' | 'least' | 'most', what: string): Mechanism | null {
  const items = reading.source.items(place, what)
  if (items.length === 1) return reading.source.blame(place, `“${what}”至少两项`)
  return { is, of: items.flatMap((item) => readAmount(reading, item) ?? []) }
}
