/** One ticket: what is wrong, what was done about it, its next step and its history (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ticketStates } from '#modules/upkeep/flow.ts'
import { query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Readers } from './reads.tsx'
import { Handling, Situation } from './ticket/facts.tsx'
import { Left, type Ticket } from './ticket/left.tsx'
import { TicketSteps } from './ticket/steps.tsx'
import { ticketTones } from './words.ts'
import './upkeep.css'

export default function TicketPage() {
  const { id = '' } = useParams()
  return (
    <Readers>
      <Asked id={id} />
    </Readers>
  )
}

function Asked({ id }: { id: string }) {
  const asked = useQuery(query('upkeep/showTicket', { id }))
  return <Loaded from={asked}>{(ticket) => <Opened key={id} of={ticket} />}</Loaded>
}

function Opened({ of }: { of: Ticket }) {
  const names = new Map([[of.building, of.buildingName], ...(of.unit && of.unitName ? [[of.unit, of.unitName] as const] : [])])
  return (
    <PageFrame
      title={of.title}
      description={[`报事 ${of.number}`, of.buildingName, of.orgName].join(' · ')}
      marks={
        <>
          <StatusTag of={ticketStates} is={of.status} tone={ticketTones[of.status]} />
          <Left of={of} />
        </>
      }
      crumbs={[{ title: '报事服务', to: '/office/tickets' }, { title: of.number }]}
      actions={<TicketSteps of={of} />}
    >
      <Halves shares={['3fr', '2fr']}>
        <Stack>
          <Situation of={of} />
          <Handling of={of} />
        </Stack>
        <Panel title="办理记录">
          <Timeline subjects={[of.id]} names={names} />
        </Panel>
      </Halves>
    </PageFrame>
  )
}
