/** How leases read on pages: money, terms, and what a standing means to the reader. */
import type { Standing } from '#modules/lease/model.ts'
import type { Tone } from '#web/ui/figure/light.tsx'

const exact = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** 13,178.34: accounts are read to the fen. */
export const yuan = (amount: number): string => exact.format(amount)
export const squareMetres = (area: number): string => `${area.toLocaleString('zh-CN')} ㎡`
export const storey = (floor: number): string => (floor < 0 ? `地下${-floor}层` : `${floor}层`)

export const toneOf: Record<Standing, Tone> = {
  draft: 'quiet',
  upcoming: 'active',
  running: 'good',
  expired: 'warn',
  ended: 'quiet',
  cancelled: 'quiet',
}

export const keepOnly = '租约由领导小组办公室和所在园城办理'
