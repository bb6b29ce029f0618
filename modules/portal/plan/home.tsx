/** The portal's first page: what the plan is, its headline targets, its tasks as they stand, and its zones. */
import { targetLights } from '#modules/target/model.ts'
import { lights } from '#modules/work/model.ts'
import type { Items, PlanRow, TargetInForce } from '../facts.ts'
import { Light } from '../frame/light.tsx'
import { Title } from '../frame/title.tsx'
import { aimInWords, dayInWords, figureOf, ordinals, wayGone } from '../frame/words.ts'
import type { Standing } from './standing.ts'
import { type Constellation, Legend, Sky } from './stars.tsx'

type Props = {
  plan: PlanRow
  items: Items
  targets: TargetInForce[]
  standings: Map<string, Standing>
  today: string
}

/** So many targets stand on cards; the others follow in a table. */
const headline = 6
const unknown: Standing = { light: 'grey', done: 0, total: 0, reasons: [] }

export function Home({ plan, items, targets, standings, today }: Props) {
  const standing = (key: string) => standings.get(key) ?? unknown
  const measured = targets.filter(({ target }) => target.comparator !== 'qualitative')
  const constellations: Constellation[] = items.groups.map(({ id, title }) => ({
    title,
    stars: items.tasks
      .filter(({ taskGroup }) => taskGroup === id)
      .map(({ key, number, title }) => ({ number, title, light: standing(key).light })),
  }))
  return (
    <>
      <section className="hero" aria-labelledby="plan-title">
        <div className="wide">
          <Title id="plan-title" of={plan.title} />
          <p className="lead">
            {plan.issuer}
            {plan.issuedOn && ` ${dayInWords(plan.issuedOn)}印发`}。这里公开方案的目标、任务和进展：
            {measured.length} 项量化目标，{items.tasks.length} 项重点任务，{items.zones.length} 个产业片区。
          </p>
          <Period from={plan.from} to={plan.to} today={today} />
          <Sky constellations={constellations} />
          <Legend of={items.tasks.map(({ key }) => standing(key).light)} />
        </div>
      </section>
      <section className="wide part" aria-labelledby="targets">
        <h2 id="targets">发展目标</h2>
        <p className="intro">
          数值由台账计算后公布，或由填报单位报送；“进度”与当日应达到的数值比较得出。竖线标出当日按进度应达到的位置。点开一项，可看历次数值和来源。
        </p>
        <ul className="cards">
          {measured.slice(0, headline).map((one) => (
            <li key={one.target.key}>
              <TargetCard {...one} />
            </li>
          ))}
        </ul>
        <TargetTable targets={[...measured.slice(headline), ...targets.filter((one) => !measured.includes(one))]} />
      </section>
      <section className="wide part" aria-labelledby="tasks">
        <h2 id="tasks">重点任务</h2>
        <div className="groups">
          {items.groups.map((group, index) => (
            <section key={group.id} id={`group-${index + 1}`} aria-labelledby={`group-title-${index + 1}`}>
              <h3 id={`group-title-${index + 1}`}>
                <span>（{ordinals[index]}）</span>
                {group.title}
              </h3>
              <ol>
                {items.tasks
                  .filter(({ taskGroup }) => taskGroup === group.id)
                  .map(({ key, number, title }) => (
                    <li key={key}>
                      <a href={`/plan/tasks/${key}`}>
                        <span className="number">{number}</span>
                        <span className="title">{title}</span>
                        <small>
                          节点 {standing(key).done}/{standing(key).total}
                        </small>
                        <Light light={standing(key).light} word={lights[standing(key).light]} />
                      </a>
                    </li>
                  ))}
              </ol>
            </section>
          ))}
        </div>
      </section>
      <section className="wide part" aria-labelledby="zones">
        <h2 id="zones">产业片区</h2>
        <ul className="zones">
          {items.zones.map(({ id, name, note, brand, carriers }) => (
            <li key={id}>
              <h3>{name}</h3>
              {note && <p className="quiet">{note}</p>}
              {brand && <p className="brand-name">{brand}</p>}
              {carriers.length > 0 && <p className="quiet">载体：{carriers.join('、')}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

function Period({ from, to, today }: { from: number; to: number; today: string }) {
  const [start, end] = [dayNumber(`${from}-01-01`), dayNumber(`${to}-12-31`)]
  const gone = Math.max(0, Math.min(1, (dayNumber(today) - start) / (end - start)))
  const left = end - dayNumber(today)
  return (
    <p className="period">
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${gone * 100}%` }} />
      </span>
      <span>
        {from}—{to}年 · {left >= 0 ? `实施期已过 ${Math.floor(gone * 100)}%，还有 ${left} 天` : '实施期已满'}
      </span>
    </p>
  )
}

export function TargetCard({ target, standing }: TargetInForce) {
  const { latest } = standing
  const shown = latest && figureOf(latest.value, target.unit)
  const way = latest && wayGone(target, latest.value)
  const due = standing.expected === null ? null : wayGone(target, standing.expected)
  return (
    <a className="card" href={`/targets/${target.key}`}>
      <h3>{target.subject}</h3>
      <p className="figure">
        {shown ? (
          <>
            {shown.figure}
            <small>{shown.unit}</small>
          </>
        ) : (
          <small>暂无数值</small>
        )}
      </p>
      {way !== null && (
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${way * 100}%` }} />
          {due !== null && <b style={{ left: `${due * 100}%` }} />}
        </span>
      )}
      <p className="aim">
        {target.year ? `${target.year}年目标 ` : '目标 '}
        {aimInWords(target)}
      </p>
      <p className="state">
        <Light light={standing.light} word={targetLights[standing.light]} />
        {latest && <small>截至{dayInWords(latest.asOf)}</small>}
      </p>
    </a>
  )
}

/** Kinds that change what the figure means. */
const yearly: Record<string, string> = { 'growth-per-year': '年均增长', 'budget-per-year': '每年' }

const TargetTable = ({ targets }: { targets: TargetInForce[] }) => (
  <table className="table stacked">
    <caption className="hidden">其余目标</caption>
    <thead>
      <tr>
        <th scope="col">指标</th>
        <th scope="col">目标</th>
        <th scope="col">最新数值</th>
        <th scope="col">进度</th>
      </tr>
    </thead>
    <tbody>
      {targets.map(({ target, standing }) => {
        const qualitative = target.comparator === 'qualitative'
        const shown = standing.latest && figureOf(standing.latest.value, target.unit, qualitative)
        return (
          <tr key={target.key}>
            <th scope="row">
              <a href={`/targets/${target.key}`}>{target.subject}</a>
              {target.scope.length > 0 && <small>{target.scope.join('、')}，各自</small>}
            </th>
            <td data-label="目标">
              {aimInWords(target) ?? '定性'}
              <small>{[target.year && `${target.year}年`, yearly[target.kind]].filter(Boolean).join('，')}</small>
            </td>
            <td data-label="最新数值">{shown ? `${qualitative ? '完成 ' : ''}${shown.figure}${shown.unit}` : '—'}</td>
            <td data-label="进度">
              <Light light={standing.light} word={targetLights[standing.light]} />
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
