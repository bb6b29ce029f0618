/** Area, rent and days as the portal says them. */
import type { FoundUnit } from '#modules/space/find/search.ts'

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
export const areaInWords = (area: number): string => `${grouped.format(area)} ㎡`
export const rentInWords = (rent: number | null): string => (rent === null ? '租金面议' : `${grouped.format(rent)} 元/㎡·月`)
export const readyInWords = (readyOn: string | null, today: string): string =>
  readyOn === null ? '交付时间面议' : readyOn <= today ? '随时可交付' : `${readyOn} 起可交付`
export const floorInWords = (floor: number): string => (floor < 0 ? `地下 ${-floor} 层` : `${floor} 层`)

/** What a month costs, rent and property fee, in whole yuan; null while one is not known. */
export const monthly = ({ area, rent, fee }: Pick<FoundUnit, 'area' | 'rent' | 'fee'>): string | null =>
  rent === null ? null : grouped.format(Math.round((area * 100 * Math.round((rent + (fee ?? 0)) * 100)) / 10_000))

export const pictureAt = (id: string): string => `/api/space/openPicture?input=${encodeURIComponent(JSON.stringify({ id }))}`
