/** What the list of enterprises is filtered by, as it stands in the address: a link shows the same list. */
import type { In } from '#web/client.ts'
import { useAddress } from '#web/ui/filter/address.ts'

type Asked = In<'enterprise/list'>
export type Filter = Omit<Asked, 'page' | 'size'>

const keys = {
  texts: ['words', 'town', 'zone', 'direction', 'industry', 'status', 'title', 'keeper', 'presence', 'newSince'],
  marks: ['stale', 'unclaimed'],
}

/** Orders the list knows, by the word in the address. */
export const orders = {
  newest: '最近落户',
  oldest: '最早落户',
  name: '企业名称',
  capital: '注册资本',
  unconfirmed: '最久未确认',
} as const
const orderOf: Record<keyof typeof orders, Filter['order']> = {
  newest: { by: 'settledOn', down: true },
  oldest: { by: 'settledOn', down: false },
  name: { by: 'name', down: false },
  capital: { by: 'capital', down: true },
  unconfirmed: { by: 'confirmedOn', down: false },
}
const isOrder = (word: string | null): word is keyof typeof orders => word !== null && word in orders

export function useFilter() {
  const address = useAddress(keys)
  const order = address.given('order')
  const given = address.filter as Filter // the server checks every word of the address
  return {
    address,
    filter: { ...given, order: orderOf[isOrder(order) ? order : 'newest'] } satisfies Filter,
    narrowed: address.narrowed,
    clear: address.clear,
  }
}
