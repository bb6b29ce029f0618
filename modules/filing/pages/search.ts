/** What the lists of the office are narrowed to, as it stands in the address. */
import { useSearchParams } from 'react-router'

/** Any change leads back to the first page. */
export function useFilters() {
  const [search, write] = useSearchParams()
  const turn = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name)
    write(next, { replace: true })
  }
  const of = (name: string) => search.get(name) ?? undefined
  return { of, turn }
}
