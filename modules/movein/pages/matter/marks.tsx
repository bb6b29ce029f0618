/** Why a space has the points it has: criterion by criterion, a bar and a sentence. */
import type { Offer } from '../words.ts'

export const Marks = ({ of }: { of: Pick<Offer, 'marks'> }) => (
  <ul className="move-in-marks">
    {of.marks
      .filter(({ of: most }) => most > 0)
      .map(({ name, title, points, of: most, sentence }) => (
        <li key={name}>
          <span>{title}</span>
          <span className="move-in-bar" aria-hidden>
            <i style={{ width: `${(points / most) * 100}%` }} />
          </span>
          <span className="number">
            {points} / {most}
          </span>
          <span className="said quiet">{sentence || '—'}</span>
        </li>
      ))}
  </ul>
)
