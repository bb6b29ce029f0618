/** What organises the work at the end of a plan: working groups, and the list of those who get a copy. */

const setsUp = /设立|下设|分设|内设|组建|成立|设置|建立|设|抽调|分为|分成/
const last = /(?:小组|组|专班)$/
/** 等5个工作组, 三个专班 behind the list. */
const counted =
  /(?:等)?(?:共)?(?:计)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|大|支)((?:专项|工作|专门|推进|专责|攻坚|常设)*(?:小组|组|专班))$/

/** Names of working groups (综合协调组…), where a sentence that sets them up lists at least two of them. */
export function readWorkingGroups(text: string): string[] {
  const groups: string[] = []
  for (const words of text.split(/[。；\n]/)) {
    if (!/组|专班/.test(words)) continue
    const sentence = words.slice(0, 600).replace(/[（(][^（()）]{0,120}[）)]/g, '')
    if (!setsUp.test(sentence)) continue
    for (const clause of sentence.split(/[，：:]/)) groups.push(...namesIn(clause.trim()))
  }
  return [...new Set([...groups, ...headed(text)])]
}

function namesIn(clause: string): string[] {
  const count = counted.exec(clause)
  const list = (count === null ? clause : clause.slice(0, count.index)).replace(
    /^.*?(?:设立|下设|分设|内设|组建|成立|设置|建立|分为|分成|设|即|包括|分别[为是])(?:了|有|由|以下)?/,
    '',
  )
  const noun = count?.[1] ?? ''
  const names = list
    .split(/、|(?<=组|专班)(?:和|及|以及|与)|(?:和|及|以及)(?=[^、]{2,10}$)/)
    .map((name) => name.trim().replace(/^“|”$|等$/g, ''))
    .filter((name) => !/^(?:[\u4e00-\u9fff]{0,12}(?:办公室|领导小组|指挥部))$/.test(name))
  if (names.length < 2 || names.some((name) => name.length < 2 || name.length > 20 || !/^[\u4e00-\u9fff“”\w]+$/.test(name)))
    return []
  if (names.every((name) => last.test(name))) return names
  // 综合协调、产业发展两个工作专班: the last words belong to each of them.
  return count !== null && names.every((name) => !last.test(name)) ? names.map((name) => `${name}${noun}`) : []
}

/** （1）综合协调组。由…负责: groups that are headings of their own, two or more of them. */
function headed(text: string): string[] {
  const names = [
    ...text.matchAll(
      /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?|[①-⑩])([\u4e00-\u9fff]{2,12}(?:小组|组|专班))(?=[。：:（(\n]|$)/gm,
    ),
  ]
    .map((match) => match[1]!)
    .filter((name) => !/领导小组$|^(?:组建|成立|设立|建立|健全|完善)/.test(name))
  return names.length > 1 ? names : []
}

/** The 抄送 list, on a line of its own or run on behind a full stop; a line break in its middle does not end it, its full stop does. */
export function readCopiedTo(text: string): string[] {
  const match = /(?:^|\n|。[ \u3000]{0,4})抄\s?送\s{0,2}[:：]/.exec(text)
  if (match === null) return []
  const from = match.index + match[0].length
  const after = text.slice(from, from + 2000)
  const stop = after.search(/。|\n[^\n]{2,40}(?:\d{4}年\d{1,2}月\d{1,2}日|印发)|\n(?:主送|附件|打印|校对)/)
  const list = stop < 0 ? (/^[^\n]*/.exec(after)?.[0] ?? '') : after.slice(0, stop)
  return list
    .replace(/\s*\n\s*/g, '')
    .split(/[，、；,;]/)
    .map((name) => name.replace(/\s+/g, ''))
    .filter((name) => name !== '')
}
