/** One target: what was promised, where it stands, and every value that was entered, with its source. */
import { targetKinds } from '#modules/plan/model.ts'
import { targetLights } from '#modules/target/model.ts'
import type { ReadingRow, TargetInForce } from '../facts.ts'
import { Light } from '../frame/light.tsx'
import { aimInWords, dayInWords, figureOf } from '../frame/words.ts'
import { Chart } from './chart.tsx'

type Props = { of: TargetInForce; all: ReadingRow[]; names: Map<string, string>; today: string }

export function TargetPage({ of: { target, standing, readings, indicator }, all, names, today }: Props) {
  const qualitative = target.comparator === 'qualitative'
  const inWords = (value: number) => {
    const { figure, unit } = figureOf(value, target.unit, qualitative)
    return `${figure}${unit}`
  }
  const latest = standing.latest && figureOf(standing.latest.value, target.unit, qualitative)
  const chart = { path: standing.path, readings, today, unit: qualitative ? '%' : target.unit, name: target.subject }
  const replaced = new Set(all.flatMap(({ replaces }) => (replaces ? [replaces] : [])))
  return (
    <article className="wide narrow">
      <nav className="trail" aria-label="所在位置">
        <a href="/">首页</a>
        <a href="/#targets">发展目标</a>
      </nav>
      <header>
        <h1>{target.subject}</h1>
      </header>
      <section className={`standing standing-${standing.light}`} aria-labelledby="state-title">
        <h2 id="state-title">进度</h2>
        <Light light={standing.light} word={targetLights[standing.light]} />
        {latest && (
          <p className="figure">
            {latest.figure}
            <small>{latest.unit}</small>
          </p>
        )}
        <ul>
          {standing.reasons.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      </section>
      {(standing.path.length > 1 || readings.length > 1) && (
        <figure className="chart">
          <div className="chart-wide">
            <Chart {...chart} width={760} height={300} />
          </div>
          <div className="chart-narrow">
            <Chart {...chart} width={360} height={260} />
          </div>
          <figcaption>
            <span className="key key-path">应达到的数值</span>
            <span className="key">历次数值</span>
          </figcaption>
        </figure>
      )}
      <section aria-labelledby="promise-title">
        <h2 id="promise-title">目标</h2>
        <dl className="facts">
          <Fact word="目标值">{aimInWords(target) ?? '定性目标'}</Fact>
          <Fact word="类型">{targetKinds[target.kind]}</Fact>
          {target.year && <Fact word="完成年份">{target.year}年</Fact>}
          {target.scope.length > 0 && <Fact word="适用范围">{target.scope.join('、')}，各自达到</Fact>}
          {target.baselineValue !== null && (
            <Fact word="基期值">
              {inWords(target.baselineValue)}
              <small>
                {target.baselineYear}年，{target.baselineSource}
              </small>
            </Fact>
          )}
          {target.keeper && <Fact word="填报单位">{names.get(target.keeper)}</Fact>}
          {target.owners.length > 0 && <Fact word="责任单位">{target.owners.map((owner) => names.get(owner)).join('、')}</Fact>}
        </dl>
      </section>
      <section aria-labelledby="readings-title">
        <h2 id="readings-title">历次数值</h2>
        {indicator !== null && <Measured readings={readings} inWords={inWords} />}
        {indicator === null && all.length === 0 && <p className="quiet">暂无数值。</p>}
        {indicator === null && all.length > 0 && (
          <table className="table stacked">
            <thead>
              <tr>
                <th scope="col">截止日期</th>
                <th scope="col">数值</th>
                <th scope="col">来源</th>
                <th scope="col">填报日期</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ id, asOf, value, source, enteredOn, reason }) => (
                <tr key={id} className={replaced.has(id) ? 'replaced' : undefined}>
                  <th className="day" scope="row">
                    {dayInWords(asOf)}
                  </th>
                  <td data-label="数值">
                    {replaced.has(id) ? <s>{inWords(value)}</s> : inWords(value)}
                    {replaced.has(id) && <small>已更正</small>}
                    {reason && <small>更正：{reason}</small>}
                  </td>
                  <td data-label="来源">{source}</td>
                  <td className="day" data-label="填报日期">
                    {dayInWords(enteredOn)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </article>
  )
}

type MeasuredOf = { readings: TargetInForce['readings']; inWords: (value: number) => string }

/** What the ledgers came to, as it was published. */
function Measured({ readings, inWords }: MeasuredOf) {
  if (readings.length === 0) return <p className="quiet">目前没有公布的数值。</p>
  return (
    <>
      <p className="quiet">
        数值由台账计算，按月公布，见<a href="/figures">数据公布</a>。
      </p>
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">截止日期</th>
            <th scope="col">数值</th>
          </tr>
        </thead>
        <tbody>
          {readings.toReversed().map(({ day, value }) => (
            <tr key={day}>
              <th className="day" scope="row">
                {dayInWords(day)}
              </th>
              <td data-label="数值">{inWords(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const Fact = ({ word, children }: { word: string; children: React.ReactNode }) => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
)
