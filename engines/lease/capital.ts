/** Amounts of money in capital characters (大写), as contracts and vouchers write them beside the digits. */

const digits = [...'零壹贰叁肆伍陆柒捌玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** 13178.34 → 人民币壹万叁仟壹佰柒拾捌元叁角肆分; whole yuan and whole jiao end in 整. */
export function inCapitals(yuan: number): string {
  const fen = Math.round(Math.abs(yuan) * 100)
  const [whole, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const head = `人民币${yuan < 0 && fen > 0 ? '负' : ''}`
  const main = whole > 0 ? `${wholeInCapitals(whole)}元` : ''
  if (jiao === 0 && rest === 0) return `${head}${main || '零元'}整`
  if (rest === 0) return `${head}${main}${digits[jiao]}角整`
  const tenth = jiao > 0 ? `${digits[jiao]}角` : main ? '零' : ''
  return `${head}${main}${tenth}${digits[rest]}分`
}

/** Four digits at a time: 拾佰仟 within, 万亿 between; noughts in a row are read once. */
function wholeInCapitals(value: number): string {
  let told = ''
  let gap = false
  for (let at = groups.length - 1; at >= 0; at--) {
    const four = Math.floor(value / 10_000 ** at) % 10_000
    if (four === 0) {
      gap ||= told !== ''
      continue
    }
    if (told && (gap || four < 1000)) told += '零'
    told += `${fourInCapitals(four)}${at === 3 && Math.floor(value / 10_000 ** 2) % 10_000 > 0 ? '万' : groups[at]}`
    gap = false
  }
  return told
}

function fourInCapitals(value: number): string {
  let told = ''
  let gap = false
  for (let at = 3; at >= 0; at--) {
    const digit = Math.floor(value / 10 ** at) % 10
    if (digit === 0) {
      gap ||= told !== ''
      continue
    }
    told += `${gap ? '零' : ''}${digits[digit]}${places[at]}`
    gap = false
  }
  return told
}
