/** How many there are of each kind; each opens those it counts, and once more all. */
import { useSearchParams } from 'react-router'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Panel, Tiles } from '#web/ui/frame/page.tsx'

type TilesOf<K extends string> = {
  of: readonly { kind: K; count: number }[]
  titles: Record<K, string>
  notes?: Partial<Record<K, string>>
}

export function KindTiles<K extends string>({ of, titles, notes = {} }: TilesOf<K>) {
  const [search] = useSearchParams()
  const to = (kind: K) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    if (search.get('kind') === kind) next.delete('kind')
    else next.set('kind', kind)
    return `?${next}`
  }
  return (
    <Panel>
      <Tiles width={140}>
        {of.map(({ kind, count }) => (
          <Figure
            key={kind}
            label={search.get('kind') === kind ? `${titles[kind]}（正在查看）` : titles[kind]}
            value={count}
            unit="项"
            note={notes[kind]}
            to={to(kind)}
          />
        ))}
      </Tiles>
    </Panel>
  )
}
