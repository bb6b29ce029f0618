/** Who comes to money that is free, of those who wait for it (轮候): by when they handed in, or the smallest sum first. */

export type Waiting = {
  id: string
  /** 分 */
  amount: number
  /** When it was handed in; equal times go by the id, so that the order is one. */
  since: string
}
export const queueRules = ['time', 'amount'] as const
export type QueueRule = (typeof queueRules)[number]

const inTime = (a: Waiting, b: Waiting) => compare(a.since, b.since) || compare(a.id, b.id)
const orders: Record<QueueRule, (a: Waiting, b: Waiting) => number> = {
  time: inTime,
  amount: (a, b) => a.amount - b.amount || inTime(a, b),
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const ordered = <W extends Waiting>(queue: readonly W[], by: QueueRule): W[] => [...queue].sort(orders[by])

/** The first of the line, as long as what is free holds each in whole: nobody is overtaken, nobody gets a part. */
export function taken<W extends Waiting>(queue: readonly W[], free: number): W[] {
  let left = free
  const until = queue.findIndex(({ amount }) => {
    left -= amount
    return left < 0
  })
  return until < 0 ? [...queue] : queue.slice(0, until)
}
