/** What a list is filtered by, as it stands in the address: a link shows the same list. */
import { useSearchParams } from 'react-router'

/** Keys of the filter by how they are written: as they are, as a number, as a mark that is there or not. */
export type Keys = { texts: readonly string[]; numbers?: readonly string[]; marks?: readonly string[] }

export function useAddress({ texts, numbers = [], marks = [] }: Keys) {
  const [search, write] = useSearchParams()
  const given = (key: string) => search.get(key)
  const number = (key: string) => Number(search.get(key))
  const filter = Object.fromEntries([
    ...texts.flatMap((key) => (given(key) ? [[key, given(key)]] : [])),
    ...numbers.flatMap((key) => (given(key) && Number.isFinite(number(key)) ? [[key, number(key)]] : [])),
    ...marks.flatMap((key) => (given(key) === '1' ? [[key, true]] : [])),
  ])
  return {
    filter,
    given,
    narrowed: [...texts, ...numbers, ...marks].some((key) => search.has(key)),
    /** Another filter begins at its first page. */
    choose: (key: string, value: string | null) => {
      const next = new URLSearchParams(search)
      next.delete('page')
      if (value) next.set(key, value)
      else next.delete(key)
      write(next, { replace: true })
    },
    /** The way of looking stays. */
    clear: () => write(search.get('view') ? { view: search.get('view')! } : {}, { replace: true }),
  }
}
export type Address = ReturnType<typeof useAddress>
