/** Red items and what waits for a word, each with the person in charge one tap away: for the phone and for the home page. */
import { Link } from 'react-router'
import { origins } from '#modules/matter/model.ts'
import type { Out } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { TimeLeft } from './time-left.tsx'

type Desk = Out<'matter/duties'>
type Item = Desk['red'][number] & { what?: string; since?: string }

export const ItemList = ({ of }: { of: readonly Item[] }) => (
  <ul className="matter-desk">
    {of.map((one) => (
      <li key={`${one.id} ${one.what ?? ''}`}>
        <Link to={`/office/matters/${one.id}`} className="matter-desk-title">
          {one.title}
        </Link>
        <span className="row">
          <TimeLeft of={one} />
          {one.what && <Mark tone="warn">{one.what}</Mark>}
          <span className="quiet matter-small">{one.what ? `${one.since} 提出` : origins[one.origin]}</span>
        </span>
        <Link to={`/office/orgs/${one.owner}`} className="matter-desk-who">
          {one.ownerName} {one.incharge ? `${one.incharge.name}（${one.incharge.title}）` : '尚无在任人员'}
        </Link>
      </li>
    ))}
  </ul>
)
