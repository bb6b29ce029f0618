/** Amounts, counts and shares in the words of an official sentence, exact to the yuan. */

/** 12345600 → 1,234.56: as many decimals as the amount has, at most four, so that no yuan is lost. */
const inTenThousands = (amount: number) => grouped(amount / 10_000, 4)

/** 12345600 → 1,234.56 万元. */
export const wan = (yuan: number, unit: '元' | '美元' = '元'): string => `${inTenThousands(yuan)} 万${unit}`

/** 1234 → 1,234. */
export function grouped(value: number, decimals = 0): string {
  const [whole, fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const digits = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = fraction.replace(/0+$/, '')
  const sign = value < 0 && /[1-9]/.test(digits + rest) ? '-' : ''
  return sign + digits + (rest && `.${rest}`)
}

/** 0.0725 → 7.25%. */
export const percent = (fraction: number, decimals = 2): string => `${grouped(fraction * 100, decimals)}%`
