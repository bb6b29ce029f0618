/** The parts of a score one under the other: from the frozen value by every step to the points, and the way to its rows. */
import { Link } from 'react-router'

import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { type Part, pointsWord, type Subject } from '../words.ts'
import { Evaluation } from './evaluation.tsx'
import { Objecting } from './object.tsx'
import { linkOf, type Source, sourceWord } from './source.ts'

const kinds = { item: '指标', extra: '加减分', veto: '否决' } as const

export const Parts = ({ of }: { of: Subject }) => (
  <>
    {(['item', 'extra', 'veto'] as const).map((kind) => {
      const parts = of.parts.filter((part) => part.kind === kind)
      if (parts.length === 0) return null
      return (
        <Panel key={kind} title={`${kinds[kind]}（${parts.length}）`} flush>
          <ul className="appraisal-parts">
            {parts.map((part) => (
              <li key={part.code}>
                <Head of={of} part={part} />
                {part.steps.length > 0 && (
                  <ol className="appraisal-steps">
                    {part.steps.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ol>
                )}
                <Values of={part} />
                <Evaluation of={of} part={part} />
                <Objecting of={of} part={part} />
              </li>
            ))}
          </ul>
        </Panel>
      )
    })}
  </>
)

const Head = ({ of, part }: { of: Subject; part: Part }) => (
  <div className="appraisal-part-head">
    <b>{part.title}</b>
    <span className="quiet">{part.article}</span>
    {part.exempt && <Mark>不适用：{part.exempt}</Mark>}
    {part.target !== null && (
      <span className="quiet">
        目标 {part.target}
        {part.unit}
      </span>
    )}
    <span className="appraisal-part-points">
      <b>{pointsWord(part.points, of.decimals)}</b>
      {part.weight !== null && <span className="quiet"> / {part.weight / 10_000}</span>}
    </span>
  </div>
)

/** The one that counts first, those before it below. */
const Values = ({ of: { values, unit } }: { of: Part }) => (
  <>
    {values.map(({ round, value, missing, source, frozenOn, reason }) => {
      const link = linkOf(source as Source)
      return (
        <div key={round} className="quiet">
          {value !== null ? `冻结数 ${value}${unit}` : (missing ?? '已冻结')}（第 {round} 次，{frozenOn}）：
          {sourceWord(source as Source)}
          {reason && `；${reason}`}
          {link && (
            <span className="sentence">
              　<Link to={link}>查看公式和明细</Link>
            </span>
          )}
        </div>
      )
    })}
  </>
)
