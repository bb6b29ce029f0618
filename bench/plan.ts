/** How long reading a plan takes from 20 thousand characters to 10 million, beside a bare scan of the same text. */
import { parsePlan } from '#engines/plan/parse.ts'
import { median, ms, ratio } from './measure.ts'

const head = `云溪区软件产业行动方案（2024—2027年）
一、发展目标
到2027年，全区软件营收突破100亿元，新增软件企业200家，盘活楼宇12万平方米。
二、重点任务
`
const foot = `三、保障措施
（一）加强组织领导。设立综合协调组、场所优化组2个工作组。
`

/** A plan of about `size` characters: groups of five tasks with markers and figures. */
function write(size: number): string {
  const pieces = [head]
  let length = head.length
  for (let group = 1; length < size; group++) {
    const lines = [`（${han(group)}）强化第${group}类支撑。\n`]
    for (let i = 1; i <= 5; i++) {
      const number = (group - 1) * 5 + i
      lines.push(
        `${number}.推进第${number}项工作。建设公共服务平台${i}个以上，每年举办活动${i + 2}场，到2026年引进企业${i * 10}家、人才${i * 100}名，完善政策体系。（责任单位：区经济信息委，区科技局、区财政局、各镇街）\n`,
      )
    }
    pieces.push(...lines)
    length += lines.join('').length
  }
  pieces.push(foot)
  return pieces.join('')
}

function han(value: number): string {
  const digits = '零一二三四五六七八九'
  if (value < 10) return digits[value]!
  if (value < 100) return `${value < 20 ? '' : digits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : digits[value % 10]}`
  return `${digits[Math.floor(value / 100) % 10]}百${digits[value % 10]}`
}

/** Texts made to provoke backtracking: one endless line, brackets that never close, digits, markers without end. */
const hostile: Record<string, (size: number) => string> = {
  单行无标点: (size) => '推进软件产业发展'.repeat(size / 8),
  未闭合括号: (size) => '（责任单位：'.repeat(size / 6),
  全是数字: (size) => '1'.repeat(size),
  数字与单位: (size) => '一、新增企业1家'.repeat(size / 8),
  全是编号: (size) => '1.\n'.repeat(size / 3),
  由牵头: (size) => '由市科技局'.repeat(size / 5),
  制表符: (size) => '序号\t任务\t责任单位\n'.repeat(size / 12),
  分别: (size) => '2023年、2024年和2025年分别增长5%、6%、7%，'.repeat(size / 32),
  成立组: (size) => '设立甲、乙、丙'.repeat(size / 7),
  竖线: (size) => '|序号|任务|'.repeat(size / 7),
  打造引号: (size) => '打造“'.repeat(size / 3),
}

function scan(text: string): number {
  return text.match(/[\d一二三四五六七八九十]+|[，。；：、（）]/g)?.length ?? 0
}

/** Runs per size: the small ones repeat until the engine is warm, the large ones are long enough alone. */
const runs = (size: number) => (size <= 160_000 ? 15 : size <= 1_300_000 ? 3 : 1)

export async function bench(): Promise<void> {
  let before: number | null = null
  for (const size of [20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 1_280_000, 2_560_000, 5_120_000]) {
    const text = write(size)
    const parsed = await median(runs(size), () => parsePlan(text))
    const scanned = await median(runs(size), () => scan(text))
    const growth = before === null ? '' : `, ${ratio(parsed, before)} the half`
    console.log(`${text.length} characters: ${ms(parsed)}, ${ratio(parsed, scanned)} a bare scan${growth}`)
    before = parsed
  }
  for (const [name, make] of Object.entries(hostile)) {
    const times: number[] = []
    for (const size of [250_000, 500_000, 1_000_000]) times.push(await median(1, () => parsePlan(make(size))))
    console.log(`${name}: ${times.map(ms).join(', ')} for 250, 500, 1000 thousand characters`)
  }
}
