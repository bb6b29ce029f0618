/** The zones of the plan as one strip: what each is to become and where. */
import { Link } from 'react-router'
import type { Overview } from './overview.ts'

export function Zones({ of: { zones } }: { of: Overview }) {
  if (zones.length === 0) return null
  return (
    <section className="deck-zones" aria-label="空间布局">
      {zones.map(({ id, name, brand, carriers }) => (
        <Link key={id} to="/office/plan" title={carriers.join('、')}>
          <b>{name}</b>
          <span className="quiet">{[brand, carriers.length > 0 && `${carriers.length} 处载体`].filter(Boolean).join(' · ')}</span>
        </Link>
      ))}
    </section>
  )
}
