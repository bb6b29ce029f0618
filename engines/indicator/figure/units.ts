/** Units with a counting word before them: 万元 is ten thousand 元. */

const scales: [word: string, scale: number][] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]
/** 千 and 百 that belong to the unit itself. */
const whole = /^(千[克米瓦卡伏赫]|百分)/

/** How many base units one unit is, and the base unit: 万㎡ → 10000, ㎡. */
export function scaleOf(unit: string): { scale: number; base: string } {
  const found = whole.test(unit) ? undefined : scales.find(([word]) => unit.startsWith(word) && unit.length > word.length)
  return found ? { scale: found[1], base: unit.slice(found[0].length) } : { scale: 1, base: unit }
}
