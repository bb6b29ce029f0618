/** Headline targets, each with its figure, what is asked for, and its trajectory in small. */
import { Link } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { aimOf, roundedOf } from '#modules/target/pages/words.ts'
import { Light } from '#web/ui/figure/light.tsx'
import { Spark } from '#web/ui/figure/spark.tsx'
import type { Overview } from './overview.ts'

export const Headlines = ({ of: { targets, today } }: { of: Overview }) => (
  <ul className="headlines">
    {targets.map((target) => (
      <li key={target.key}>
        <Link to={`/office/targets/${target.key}`} title={target.standing.reasons[0]?.sentence}>
          <span className="headline-words">
            <span className="headline-subject">
              <Light is={target.standing.light} words={targetLights} wordless />
              <span className="headline-name">{target.subject}</span>
            </span>
            <span className="headline-aim">{aimOf(target)}</span>
          </span>
          <span className="headline-figure">
            <b className="number">{target.standing.latest ? roundedOf(target, target.standing.latest.value) : '暂无填报'}</b>
            <span className="quiet number">
              {target.standing.expected === null ? '' : `应达 ${roundedOf(target, target.standing.expected)}`}
            </span>
          </span>
          <span className="headline-spark">
            <Spark
              label={`${target.subject}走势`}
              path={target.standing.path}
              readings={target.readings}
              today={today}
              height={34}
            />
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
