/**
 * The unified social credit code (统一社会信用代码, GB 32100—2015): read as people write it, told exactly where it is wrong.
 *
 * Position 1 registering department · 2 kind of body · 3–8 area · 9–17 organisation code with its own check character in
 * 17 (GB 11714) · 18 check character over all. A wrong character always shows in 18; one among 9–17 shows in 17 too
 * (unless it moves the weighted sum by a multiple of 11), so 17 is judged first.
 */

/** The 31 characters in the order of their values: no I, O, S, V, Z. */
export const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** What the hand most likely meant. */
const meant: Record<string, string> = { I: '1', O: '0', Z: '2', S: '5', V: 'U' }

export function checkCreditCode(text: string): { code: string } | { problem: string } {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
    .toUpperCase()
  const problem = problemOf(code)
  return problem === null ? { code } : { problem }
}

/**
 * A valid code for demo data. Its organisation code begins with Y, unlike the digits and the M of those in use, so that it
 * is known at sight and meets no real body.
 */
export function makeCreditCode(prefix8: string, serial: number): string {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}$/.test(prefix8)) throw new RangeError(`not the first 8 characters of a code: ${prefix8}`)
  if (!Number.isInteger(serial) || serial < 0 || serial > 9_999_999)
    throw new RangeError(`a serial has up to 7 digits: ${serial}`)
  const body = `Y${String(serial).padStart(7, '0')}`
  const first17 = prefix8 + body + organisationCheck(body)
  return first17 + overallCheck(first17)
}

function problemOf(code: string): string | null {
  if (code === '') return '请填写统一社会信用代码'
  const characters = [...code]
  if (characters.length !== 18) return `统一社会信用代码应为 18 位，现为 ${characters.length} 位`
  const strange = characters.findIndex((character, at) => !alphabet.includes(character) && (at < 17 || !/[A-Z]/.test(character)))
  if (strange >= 0) return strangeCharacter(characters[strange]!, strange + 1)
  const letter = characters.findIndex((character, at) => at >= 2 && at < 8 && !/\d/.test(character))
  if (letter >= 0) return `第 ${letter + 1} 位应为数字（第 3—8 位为登记管理机关行政区划码），现为 ${characters[letter]}`
  const organisation = organisationCheck(code.slice(8, 16))
  if (organisation !== code[16]) return `第 17 位校验码应为 ${organisation}，现为 ${code[16]}，请核对第 9—17 位`
  const overall = overallCheck(code.slice(0, 17))
  if (overall !== code[17]) return `第 18 位校验码应为 ${overall}，现为 ${code[17]}`
  return null
}

function strangeCharacter(character: string, position: number): string {
  const hint = meant[character]
  if (hint) return `含有不使用的字母 ${character}（第 ${position} 位），是否应为 ${hint}`
  return `第 ${position} 位为“${character}”，统一社会信用代码只含数字和大写字母`
}

function overallCheck(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first17[at]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

/** Here letters count on from ten without a gap: A = 10 … Z = 35. */
function organisationCheck(body8: string): string {
  const sum = organisationWeights.reduce((total, weight, at) => total + weight * Number.parseInt(body8[at]!, 36), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
