/** A run beside the one it solves again: who gains, who loses, who moves, and what it adds up to. */
import { Link } from 'react-router'
import { written } from '#modules/plan/quantity.ts'
import { Panel, Tiles } from '#web/ui/frame/page.tsx'
import { points, type Run } from './words.ts'

type Comparison = NonNullable<Run['comparison']>

export function Compared({ of, after }: { of: Comparison; after: NonNullable<Run['after']> }) {
  const { gained, lost, moved } = of
  return (
    <Panel
      title={
        <>
          与前次比较：<Link to={`/office/assignments/${after.id}`}>{after.title}</Link>
        </>
      }
    >
      <Tiles width={180}>
        <Pair title="安置企业" of={of.placed} say={(value) => `${value} 家`} />
        <Pair title="安置面积" of={of.area} say={(value) => written(value, '㎡')} />
        <Pair title="每月租金" of={of.rent} say={(value) => written(value, '元')} />
        <Pair title="目标值" of={of.objective} say={points} />
      </Tiles>
      <Changes title="新得到安置" of={gained} />
      <Changes title="改变去处" of={moved} />
      <Changes title="不再安置" of={lost} />
      {gained.length + lost.length + moved.length === 0 && <p className="quiet">各企业的去处与前次相同。</p>}
    </Panel>
  )
}

type Both = { before: number; after: number }
function Pair({ title, of: { before, after }, say }: { title: string; of: Both; say: (value: number) => string }) {
  const more = Math.round((after - before) * 100) / 100
  return (
    <div className="figure">
      <span className="figure-label">{title}</span>
      <span className="figure-value number" style={{ display: 'block' }}>
        {say(after)}
      </span>
      <span className="figure-note">
        {more === 0 ? '与前次相同' : `前次 ${say(before)}，${more > 0 ? '增加' : '减少'} ${say(Math.abs(more))}`}
      </span>
    </div>
  )
}

const Changes = ({ title, of }: { title: string; of: Comparison['gained'] }) =>
  of.length > 0 && (
    <section className="assignment-changes">
      <h3>
        {title} <span className="quiet number">{of.length} 家</span>
      </h3>
      <ul className="reasons">
        {of.map(({ matter, name, before, after }) => (
          <li key={matter}>
            {name}：{[before, after].filter(Boolean).join(' → ')}
          </li>
        ))}
      </ul>
    </section>
  )
