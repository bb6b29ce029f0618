/** A report as it was sent or accepted: nothing to write, only steps to take. */

import { Panel } from '#web/ui/frame/page.tsx'
import { CellTable } from '../cell-table.tsx'
import { exact, type Form } from '../words.ts'
import { CellRemarks } from './cell-input.tsx'
import { FormSteps } from './form-steps.tsx'

export function Standing({ form }: { form: Form }) {
  const { filing, month, values, history, findings } = form
  return (
    <>
      <FormSteps form={form} />
      <Panel flush>
        <CellTable
          month={month}
          values={values}
          history={history}
          below={(cell) => (
            <CellRemarks findings={findings.filter((one) => one.cell === cell)} explanation={filing?.explanations[cell]} />
          )}
        >
          {(cell) => exact(values[cell])}
        </CellTable>
      </Panel>
    </>
  )
}
