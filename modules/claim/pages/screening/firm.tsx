/** One firm of a screening: what goes together best, and every clause with all reasons and steps. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Combined } from '#modules/policy/pages/decision/combined.tsx'
import { FoldedDecision } from '#modules/policy/pages/decision/decision.tsx'
import { type Out, query } from '#web/client.ts'
import { Sheet } from '#web/ui/dialog.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'

type Clause = { code: string; title: string }
type SheetOf = {
  screening: string
  enterprise: string | null
  clauses: readonly Clause[]
  /** The clause that was asked for stands first. */
  first: string | null
  onClose: () => void
}

export const FirmSheet = ({ enterprise, onClose, ...of }: SheetOf) => (
  <Sheet title="企业筛查结论" open={enterprise !== null} onClose={onClose}>
    {enterprise && <Told {...of} enterprise={enterprise} />}
  </Sheet>
)

function Told({ screening, enterprise, clauses, first }: Omit<SheetOf, 'onClose' | 'enterprise'> & { enterprise: string }) {
  const asked = useQuery(query('claim/screenedFirm', { screening, enterprise }))
  return (
    <Loaded from={asked} rows={10}>
      {(of) => (
        <Stack>
          <p>
            <Link to={`/office/enterprises/${enterprise}`}>
              <b>{of.name}</b>
            </Link>
            <span className="quiet">　按 {of.asOf} 的数据</span>
          </p>
          <Clauses of={of} clauses={clauses} first={first} />
        </Stack>
      )}
    </Loaded>
  )
}

function Clauses({ of, clauses, first }: { of: Out<'claim/screenedFirm'> } & Pick<SheetOf, 'clauses' | 'first'>) {
  const isFirst = ({ clause }: { clause: string }) => first !== null && clause.endsWith(`/${first}`)
  // Decisions are told in the order of the document, as clauses are.
  const told = of.decisions.map((decision, at) => ({ decision, title: clauses[at]!.title }))
  const sorted = [...told].sort((a, b) => Number(isFirst(b.decision)) - Number(isFirst(a.decision)))
  return (
    <>
      <Combined of={of.combination} titles={new Map(told.map(({ decision, title }) => [decision.clause, title]))} />
      <Panel title={`逐条结论（${told.length}）`} flush>
        {sorted.map(({ decision, title }) => (
          <FoldedDecision key={decision.clause} title={title} of={decision} open={isFirst(decision)} />
        ))}
      </Panel>
    </>
  )
}
