/** Figures on paper in 万 or 亿, one scale for a whole chart. */

export type Scale = { divisor: number; unit: string }

/** The scale that the largest of the values asks for; fractions of '%' are told in hundredths. */
export function scaleOf(values: (number | null)[], unit: string): Scale {
  if (unit === '%') return { divisor: 0.01, unit }
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  if (largest >= 1e8) return { divisor: 1e8, unit: `亿${unit}` }
  if (largest >= 1e5) return { divisor: 1e4, unit: `万${unit}` }
  return { divisor: 1, unit }
}

export const figure = (value: number | null, { divisor }: Scale): string =>
  value === null ? '—' : (value / divisor).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
