/** How many tasks stand in each light; each number opens its tasks. */
import { Link } from 'react-router'
import type { LightName } from '#modules/work/model.ts'
import { Light } from '#web/ui/figure/light.tsx'
import './light-counts.css'

export const lightOrder: LightName[] = ['red', 'yellow', 'green', 'grey', 'blue']

type CountsOf = {
  of: LightName[]
  to: (light: LightName) => string
  /** The light that is filtered by. */
  chosen?: string | null
}

export const LightCounts = ({ of, to, chosen }: CountsOf) => (
  <div className="light-counts">
    {lightOrder.map((light) => (
      <Link key={light} to={to(light)} aria-current={light === chosen || undefined}>
        <Light is={light} /> <b className="number">{countOf(of, light)}</b>
        <span className="visually-hidden"> 项任务</span>
      </Link>
    ))}
  </div>
)

const countOf = (of: LightName[], light: LightName) => of.filter((one) => one === light).length
