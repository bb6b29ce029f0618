/** Whether a Node version is one that package.json's `engines` accepts. Syntax any Node since 14 can read. */

/** The sentence that refuses this Node version, or null when it is accepted. */
export function refuseNode(version, range) {
  if (accepts(range, version)) return null
  return (
    `当前 Node.js 版本为 ${version}，满天星需要 ${range}，请换用 Node.js 24 后重试。` +
    ` (Node.js ${version} is not supported: ${range} is needed.)`
  )
}

/** Understands the forms we use, `^1.2.3` and `>=1.2.3`, joined by `||`. */
export function accepts(range, version) {
  const have = numbers(version)
  return range.split('||').some((part) => {
    const want = numbers(part)
    const reached = compare(have, want) >= 0
    return part.trim().startsWith('^') ? reached && have[0] === want[0] : reached
  })
}

const numbers = (text) => (/(\d+)\.(\d+)\.(\d+)/.exec(text) || []).slice(1).map(Number)

function compare(left, right) {
  for (let place = 0; place < 3; place += 1) if (left[place] !== right[place]) return left[place] - right[place]
  return 0
}
