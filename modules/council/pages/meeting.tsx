/** One meeting: its agenda, who is there, what it decided and how far each matter is. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { meetingStates } from '../flow.ts'
import { meetingKinds } from '../model.ts'
import { AgendaPanel } from './meeting/agenda.tsx'
import { AttendancePanel } from './meeting/attendance.tsx'
import { DecisionPanel } from './meeting/decisions.tsx'
import { MeetingSteps } from './meeting/steps.tsx'
import { type Meeting, meetingTones } from './words.ts'
import './council.css'

export default function MeetingPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('council/showMeeting', { id }))
  return <Loaded from={asked}>{(meeting) => <Opened key={id} of={meeting} />}</Loaded>
}

function Opened({ of }: { of: Meeting }) {
  const names = new Map(of.attendances.map(({ org, orgName }) => [org, orgName]))
  const held = of.status === 'open' || of.status === 'closed' || of.status === 'minuted'
  return (
    <PageFrame
      title={of.title}
      description={[of.number, of.bodyName, meetingKinds[of.kind]].join(' · ')}
      marks={<StatusTag of={meetingStates} is={of.status} tone={meetingTones[of.status]} />}
      crumbs={[{ title: '会议', to: '/office/meetings' }, { title: of.number }]}
      actions={<MeetingSteps of={of} />}
    >
      {of.status === 'cancelled' && (
        <Notice tone="warning" title="会议已取消">
          原因：{of.cancelReason}
        </Notice>
      )}
      <Halves shares={['3fr', '2fr']}>
        <Stack>
          {held && <DecisionPanel of={of} />}
          <AgendaPanel of={of} />
        </Stack>
        <Stack>
          <Panel title="会议安排">
            <Facts
              of={[
                { title: '时间', value: <span className="number">{moment(of.startsAt)}</span> },
                { title: '地点', value: of.place },
                { title: '主持人', value: [of.chairName, of.chairTitle].join(' ') },
                ...(of.endedAt ? [{ title: '结束时间', value: <span className="number">{moment(of.endedAt)}</span> }] : []),
                ...(of.minutesNumber
                  ? [
                      { title: '纪要', value: `${of.bodyName}会议纪要${of.minutesNumber}` },
                      { title: '签发', value: `${of.signer}，${of.minutesOn}` },
                    ]
                  : []),
              ]}
            />
          </Panel>
          <AttendancePanel of={of} />
          <Panel title="变更记录">
            <Timeline subjects={[of.id]} names={names} />
          </Panel>
        </Stack>
      </Halves>
    </PageFrame>
  )
}
