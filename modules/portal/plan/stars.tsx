/** The plan as a sky: every task a star, every group a constellation that leads to its list. */
import type { LightName } from '#modules/work/model.ts'
import { lights } from '#modules/work/model.ts'
import { Shape } from '../frame/light.tsx'
import { ordinals } from '../frame/words.ts'

export type Star = { number: string | null; title: string; light: LightName }
export type Constellation = { title: string; stars: Star[] }

/** Where stars stand, by how many there are; the figure repeats turned over, so that neighbours differ. */
const figures: Record<number, [number, number][]> = {
  1: [[120, 62]],
  2: [
    [64, 84],
    [172, 44],
  ],
  3: [
    [42, 74],
    [122, 34],
    [196, 84],
  ],
  4: [
    [34, 44],
    [96, 88],
    [150, 38],
    [208, 76],
  ],
}

function placesOf(count: number, index: number): [number, number][] {
  const known =
    figures[count] ?? Array.from({ length: count }, (_, i) => [24 + (192 * i) / (count - 1), i % 2 ? 84 : 40] as [number, number])
  const turned = known.map(([x, y]): [number, number] => (index % 2 ? [x, 124 - y] : [x, y]))
  return index % 3 === 2 ? turned.map(([x, y]) => [240 - x, y] as [number, number]).reverse() : turned
}

export const Sky = ({ constellations }: { constellations: Constellation[] }) => (
  <ul className="sky">
    {constellations.map(({ title, stars }, index) => (
      <li key={title}>
        <a href={`#group-${index + 1}`}>
          <svg viewBox="0 0 240 124" aria-hidden="true">
            <polyline
              points={placesOf(stars.length, index)
                .map((point) => point.join(','))
                .join(' ')}
            />
            {placesOf(stars.length, index).map((at, i) => (
              <g key={stars[i]!.title}>
                <Shape light={stars[i]!.light} at={at} size={22} />
                <text x={at[0]} y={at[1] + (at[1] > 62 ? 30 : -18)}>
                  {stars[i]!.number}
                </text>
              </g>
            ))}
          </svg>
          <b>
            （{ordinals[index]}）{title}
          </b>
          <small>{tally(stars.map(({ light }) => light))}</small>
        </a>
      </li>
    ))}
  </ul>
)

const order: LightName[] = ['red', 'yellow', 'green', 'blue', 'grey']

/** 3 项：滞后 1、正常 2 */
function tally(of: LightName[]): string {
  const counts = order.flatMap((light) => {
    const count = of.filter((one) => one === light).length
    return count ? [`${lights[light]} ${count}`] : []
  })
  return `${of.length} 项：${counts.join('、')}`
}

/** What the shapes mean, with how many there are of each. */
export const Legend = ({ of }: { of: LightName[] }) => (
  <ul className="legend">
    {order.map((light) => (
      <li key={light}>
        <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
          <Shape light={light} />
        </svg>
        {lights[light]} <b>{of.filter((one) => one === light).length}</b>
      </li>
    ))}
  </ul>
)
