/** The ladder of titles: how many enterprises stand on each step, the higher the narrower; each count opens its list. */
import { Link } from 'react-router'
import type { Overview } from './overview.ts'
import './ladder.css'

/** From the top down; the other titles stand for themselves. */
const ladders: [title: string, kinds: string[]][] = [
  ['软件企业', ['north-star', 'morning-star', 'star']],
  ['中小企业', ['little-giant', 'specialised', 'innovative']],
]
const singles = ['high-tech', 'above-scale', 'backbone', 'key-software', 'gazelle', 'chain-leader', 'top-100', 'unicorn']

const toList = (kind: string) => `/office/enterprises?title=${kind}`

export function Ladder({ of: { ladder } }: { of: Overview }) {
  const find = (kinds: string[]) => kinds.flatMap((kind) => ladder.find((one) => one.kind === kind) ?? [])
  return (
    <div className="ladder">
      {ladders.map(([title, kinds]) => {
        const steps = find(kinds)
        const most = Math.max(...steps.map(({ count }) => count), 1)
        return (
          <ol key={title} className="ladder-steps" aria-label={`${title}培育梯队`}>
            {steps.map(({ kind, title, count }) => (
              <li key={kind}>
                <Link to={toList(kind)}>
                  <span className="ladder-bar" style={{ width: `${Math.max(14, Math.sqrt(count / most) * 100)}%` }}>
                    <b className="number">{count}</b>
                  </span>
                  <span className="ladder-name">{title.replace('企业', '')}</span>
                </Link>
              </li>
            ))}
          </ol>
        )
      })}
      <ul className="ladder-singles">
        {find(singles).map(({ kind, title, count }) => (
          <li key={kind}>
            <Link to={toList(kind)}>
              <span>{title.replace('企业', '')}</span>
              <b className="number">{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
