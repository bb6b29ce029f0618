/** Where an enterprise was and what it did on a day. */
import type { Firm } from './firms.ts'
import type { Place } from './places.ts'
import type { Trade } from './trades.ts'

export const placeOn = ({ place, fate }: Firm, day: string): Place =>
  fate?.kind === 'moved' && fate.on <= day ? fate.place : place

export const tradeOn = ({ trade, fate }: Firm, day: string): Trade =>
  fate?.kind === 'changed' && fate.on <= day ? fate.trade : trade
