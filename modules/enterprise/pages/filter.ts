/** What the list of enterprises is filtered by, as it stands in the address: a link shows the same list. */
import { useSearchParams } from 'react-router'
import type { In } from '#web/client.ts'

type Asked = In<'enterprise/list'>
export type Filter = Omit<Asked, 'page' | 'size'>

const texts = ['words', 'town', 'zone', 'direction', 'industry', 'status', 'title', 'keeper', 'presence', 'newSince'] as const
const marks = ['stale', 'unclaimed'] as const
type Key = (typeof texts)[number] | (typeof marks)[number] | 'order'

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
  const [search, write] = useSearchParams()
  const raw = (key: Key) => search.get(key)
  const order = isOrder(raw('order')) ? (raw('order') as keyof typeof orders) : 'newest'
  const given = Object.fromEntries([
    ...texts.flatMap((key) => (raw(key) ? [[key, raw(key)]] : [])),
    ...marks.flatMap((key) => (raw(key) === '1' ? [[key, true]] : [])),
  ]) as Filter // the server checks every word of the address
  return {
    filter: { ...given, order: orderOf[order] } satisfies Filter,
    order,
    given: raw,
    narrowed: [...texts, ...marks].some((key) => search.has(key)),
    /** Another filter begins at its first page. */
    choose: (key: Key, value: string | null) => {
      const next = new URLSearchParams(search)
      next.delete('page')
      if (value) next.set(key, value)
      else next.delete(key)
      write(next, { replace: true })
    },
    clear: () => write({}, { replace: true }),
  }
}
