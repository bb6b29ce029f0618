/** What organises the work at the end of a plan: working groups, and the list of those who get a copy. */

/** Names of working groups (综合协调组…), where the document lists at least two of them or says how many there are. */
export function readWorkingGroups(text: string): string[] {
  const groups: string[] = []
  const pattern =
    /(?:设立|下设|分设|组建|成立|设置|建立|设)([^。；：\n]{2,240}?组)(?=(?:等)?(?:[一二三四五六七八九十\d]{1,2})个|[，。；\n（(]|等)/g
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const names = match[1]!.split(/、|(?<=组)(?:和|及|以及|与)/).map((name) => name.trim().replace(/^(?:由|了|有)/, ''))
    const listed = names.length > 1 && names.every((name) => /组$/.test(name) && name.length <= 20 && !/领导小组|[，]/.test(name))
    if (listed) groups.push(...names)
  }
  return [...new Set(groups)]
}

/** The 抄送 list; a blank line or a line break in its middle does not end it, its full stop does. */
export function readCopiedTo(text: string): string[] {
  const match = /(?:^|\n)抄\s?送\s{0,2}[:：]/.exec(text)
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
