/** A block of the wall: a heading that leads on, a note beside it, and what there is to see. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type LightName, lights } from '#modules/work/model.ts'
import { Light } from '#web/ui/figure/light.tsx'

type BlockOf = {
  /** Where the style sheet puts it. */
  name: string
  title: string
  to: string
  note?: ReactNode
  children: ReactNode
}

export const Block = ({ name, title, note, to, children }: BlockOf) => (
  <section className={`deck-block deck-${name}`} aria-label={title}>
    <header className="deck-head">
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      {note && <div className="deck-note">{note}</div>}
    </header>
    <div className="deck-body">{children}</div>
  </section>
)

const order: LightName[] = ['red', 'yellow', 'green', 'grey', 'blue']
type TallyOf = { of: LightName[]; words?: Record<LightName, string>; to: (light: LightName) => string }

/** How many stand in each light. */
export const Tally = ({ of, words = lights, to }: TallyOf) => (
  <ul className="deck-tally">
    {order.map((light) => {
      const count = of.filter((one) => one === light).length
      return (
        <li key={light} className={count === 0 ? 'none' : undefined}>
          <Link to={to(light)} title={`${words[light]} ${count} 项`}>
            <Light is={light} words={words} wordless />
            <b className="number">{count}</b>
            <span className="visually-hidden">项</span>
          </Link>
        </li>
      )
    })}
  </ul>
)
