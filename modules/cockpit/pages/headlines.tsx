/** The targets of the plan, each with its figure, what is asked for, and its trajectory in small. */
import { Link } from 'react-router'
import { targetLights } from '#modules/target/model.ts'
import { aimOf, roundedOf } from '#modules/target/pages/words.ts'
import { Light } from '#web/ui/figure/light.tsx'
import { Spark } from '#web/ui/figure/spark.tsx'
import { dayIn, type Overview, toIndicator } from './overview.ts'

export const Headlines = ({ of }: { of: Overview }) => (
  <ul className="headlines">
    {of.targets.map((target) => (
      <li key={target.key}>
        <Link to={`/office/targets/${target.key}`} title={target.standing.reasons[0]?.sentence} className="headline-words">
          <span className="headline-subject">
            <Light is={target.standing.light} words={targetLights} wordless />
            <span className="headline-name">{target.subject}</span>
          </span>
          <span className="headline-aim">{aimOf(target)}</span>
        </Link>
        <Link
          to={target.indicator ? toIndicator(target.indicator, dayIn(of)) : `/office/targets/${target.key}`}
          title={target.indicator ? '由台账计算，查看算法和明细' : '由责任单位填报，查看填报记录'}
          className="headline-figure"
        >
          <b className="number">{target.standing.latest ? roundedOf(target, target.standing.latest.value) : '暂无填报'}</b>
          <span className="quiet number">
            {target.standing.expected === null ? '' : `应达 ${roundedOf(target, target.standing.expected)}`}
          </span>
        </Link>
        <span className="headline-spark">
          <Spark
            label={`${target.subject}走势`}
            path={target.standing.path}
            readings={target.readings}
            today={of.day}
            height={34}
          />
        </span>
      </li>
    ))}
  </ul>
)
