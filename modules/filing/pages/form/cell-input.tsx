/** One cell being written: its amount, where it was taken from, what the checks ask, and the explanation given. */
import type { Cell, Finding } from '#modules/filing/model.ts'
import { AmountInput } from '#web/ui/form/amount-input.tsx'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { exact, type Form, isStock, titleOf } from '../words.ts'

type InputOf = {
  cell: Cell
  value: number | null
  start: Form['prefilled'][Cell]
  finding?: Finding
  onChange: (value: number | null) => void
}

export const CellInput = ({ cell, value, start, finding, onChange }: InputOf) => (
  <div id={`cell-${cell}`}>
    <AmountInput
      name={titleOf(cell)}
      value={value}
      onChange={onChange}
      trouble={finding?.kind}
      describedBy={finding && `finding-${cell}`}
    />
    <span className="cell-hint">{hintOf(cell, value, start)}</span>
  </div>
)

/** Where the value comes from while it stands as it opened; what was added to it once it does not. */
function hintOf(cell: Cell, value: number | null, { value: opened, from, sentence }: InputOf['start']): string {
  if (value === opened || from === null || value === null || opened === null) return value === opened ? sentence : '手工填写'
  const change = value - opened
  return `${isStock(cell) ? '较上期' : '此后发生'} ${change > 0 ? '+' : ''}${exact(change)}`
}

type RemarksOf = {
  cell?: Cell
  findings: readonly Finding[]
  objection?: string
  explanation?: string
  onExplain?: (words: string) => void
}

/** What is said of a cell, below it; null where there is nothing to say. */
export function CellRemarks({ cell, findings, objection, explanation, onExplain }: RemarksOf) {
  const asks = findings.some(({ kind }) => kind === 'explain')
  if (!findings.length && !objection && !explanation) return null
  return (
    <div className="cell-notes">
      {objection && (
        <div className="cell-note objection">
          <b>退回意见</b>
          {objection}
        </div>
      )}
      {findings.map(({ kind, sentence, reason }) => (
        <div key={sentence} id={cell && `finding-${cell}`} className={`cell-note ${kind}`}>
          <b>{kind === 'must' ? '须改正' : reason ? '已说明' : '须说明'}</b>
          {sentence}
        </div>
      ))}
      {onExplain && cell
        ? (asks || explanation) && (
            <LongTextInput
              id={`explain-${cell}`}
              name={`${titleOf(cell)}情况说明`}
              placeholder="情况说明"
              rows={1}
              maxLength={500}
              value={explanation ?? null}
              onChange={(words) => onExplain(words ?? '')}
            />
          )
        : explanation && (
            <div className="cell-note">
              <b>情况说明</b>
              {explanation}
            </div>
          )}
    </div>
  )
}
