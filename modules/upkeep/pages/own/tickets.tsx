/** What an enterprise has raised, opened beside the list: judged, raised again, withdrawn. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { ticketStates } from '#modules/upkeep/flow.ts'
import { type Out, query } from '#web/client.ts'
import { Sheet } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { ticketColumns } from '../ticket/columns.tsx'
import { Handling, Situation } from '../ticket/facts.tsx'
import type { Ticket } from '../ticket/left.tsx'
import { TicketSteps } from '../ticket/steps.tsx'
import { ticketTones } from '../words.ts'

const size = 20

export function OwnTickets() {
  const page = usePage()
  const [search, write] = useSearchParams()
  const opened = search.get('ticket')
  const asked = useQuery({
    ...query('upkeep/tickets', { state: 'all', page, size }),
    placeholderData: (before: Out<'upkeep/tickets'> | undefined) => before,
  })
  const shown = useQuery({ ...query('upkeep/showTicket', { id: opened ?? '' }), enabled: opened !== null })
  const address = (id: string | null) => {
    const next = new URLSearchParams(search)
    if (id) next.set('ticket', id)
    else next.delete('ticket')
    return next
  }
  return (
    <Panel flush>
      <Loaded from={asked} rows={6}>
        {({ rows, total }) => (
          <>
            <DataTable
              name="我的报事"
              rows={rows}
              columns={ticketColumns}
              rowKey={({ id }) => id}
              to={({ id }) => `?${address(id)}`}
              empty={<EmptyState title="尚无报事" about="报修、保洁、网络等事项，点击“报事”提交，由园城按时限办理。" />}
            />
            <Pager size={size} total={total} />
          </>
        )}
      </Loaded>
      <Sheet title={shown.data?.title ?? '报事'} open={opened !== null} onClose={() => write(address(null), { replace: true })}>
        <Loaded from={shown}>{(ticket) => <Opened of={ticket} />}</Loaded>
      </Sheet>
    </Panel>
  )
}

const Opened = ({ of }: { of: Ticket }) => (
  <Stack>
    <Row>
      <span className="number">{of.number}</span>
      <StatusTag of={ticketStates} is={of.status} tone={ticketTones[of.status]} />
      {of.reopened > 0 && <Mark>重新办理</Mark>}
    </Row>
    {of.steps.length > 0 && (
      <Row>
        <TicketSteps of={of} />
      </Row>
    )}
    <Situation of={of} />
    <Handling of={of} />
  </Stack>
)
