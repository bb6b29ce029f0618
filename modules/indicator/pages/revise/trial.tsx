/** What is wrong with a text, by line and column; or what the indicator would come to today, beside what it comes to. */
import type { Definition, Figure } from '#engines/indicator/definition.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { Flaws } from '#web/written.tsx'
import { differenceOf, figureOf } from '../words.ts'

type Problem = { line: number; column: number; sentence: string }
type Side = { title: string; of: Definition; figure: Figure; formula: string }
type TrialOf = {
  problems: Problem[]
  onGo: (line: number, column: number) => void
  present: Side
  /** Null while the text cannot be read. */
  draft: Side | null
}

export const Trial = ({ problems, onGo, present, draft }: TrialOf) => (
  <div className="stack">
    <Flaws of={problems} onGo={onGo}>
      文本可以识别，没有发现问题。
    </Flaws>
    <Panel title="按今日台账试算">
      <div className="trial">
        <Tried side={present} />
        {draft ? <Tried side={draft} /> : <p className="quiet">改正问题后显示修订后的数值。</p>}
        {draft && <Difference from={present} to={draft} />}
      </div>
    </Panel>
  </div>
)

function Difference({ from, to }: { from: Side; to: Side }) {
  const words = differenceOf(to.of, to.figure.value, from.figure.value)
  return <p>{words === '持平' ? '修订前后数值相同。' : `修订前后相差 ${words}${to.of.unit === '%' ? '' : to.of.unit}。`}</p>
}

const Tried = ({ side: { title, of, figure, formula } }: { side: Side }) => (
  <div>
    <div className="quiet">{title}</div>
    <div className="trial-figure number">{figureOf(of, figure.value)}</div>
    <div className="quiet number trial-formula">{formula}</div>
  </div>
)
