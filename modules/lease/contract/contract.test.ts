/** The contract as a document: parties, rooms, amounts in capitals and the schedule come from the ledgers, and a draft says that it is one. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { drawUp, onFile, signed } from '#test/lease.ts'
import { openBuilding, type Stock } from '#test/space.ts'

const { lease } = modules
const today = '2024-06-28'
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 3, units: { 301: 120.35, 302: 80 } }] })
})
afterAll(() => at.close())

const textOf = async (id: string, by = at.who.jin) => {
  const { bytes, name } = await at.play(by, today, lease.contract, { id })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  return { name, text: value }
}

describe('the contract', () => {
  it('tells parties, rooms, terms and every due', async () => {
    const firm = await onFile(at, 5, { account: '甲企业' })
    const { id, number } = await signed(at, [stock.units['301']!], {
      enterprise: firm.id,
      from: '2024-07-01',
      to: '2026-09-15',
      rent: 36.5,
      fee: 5,
      growth: 3,
      free: [{ from: '2024-07-01', to: '2024-08-31' }],
      deposit: 13_178.34,
    })
    const { name, text } = await textOf(id)
    expect(name).toBe(`房屋租赁合同（${number}）.docx`)
    for (const told of [
      `合同编号：${number}`,
      '甲方（出租方）：缙云公司',
      `乙方（承租方）：${firm.name}`,
      '位于示例路 1 号的“数字谷一号楼”',
      '合计120.35平方米',
      '2024年7月1日至2026年9月15日止，共2年零2个月零15天',
      '2024年7月1日至2024年8月31日为免租期，免收租金，物业费照常计收',
      '每月每平方米36.50元，每月租金4392.78元（人民币肆仟叁佰玖拾贰元柒角捌分）',
      '每满一年，租金标准在上一年基础上递增3%',
      '保证金13178.34元（人民币壹万叁仟壹佰柒拾捌元叁角肆分）',
      '120.35㎡ × 36.50元 × 1个月 = 4392.78元（2024-07-01至2024-08-31免租）',
    ])
      expect(text).toContain(told)
    expect(text).not.toContain('待签订文本')
    expect((await textOf(id, at.who.first)).text).toBe(text)
    expect(await refusal(textOf(id, at.who.second))).toContain('没有找到该租约')
  })

  it('of a draft says that it is not signed', async () => {
    const { id } = await drawUp(at, [stock.units['302']!])
    expect((await textOf(id)).text).toContain('待签订文本')
  })
})
