/** The amount is not known to us yet (待补). */
import { counted } from '../formula/quantity.ts'
import { notDue, type Worth } from './worth.ts'

export function pending(): Worth {
  const told = notDue('金额标准待补')
  return { quantity: counted(() => Number.NaN), tell: () => told, settles: false }
}
