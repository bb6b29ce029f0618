/** 楼宇服务 of an enterprise: tickets, shared rooms and notices of the buildings it is in (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Out, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act, GoTo } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { OwnNotices } from './own/notices.tsx'
import { OwnRooms } from './own/rooms.tsx'
import { OwnTickets } from './own/tickets.tsx'
import { RaiseDialog } from './ticket/raise.tsx'
import './upkeep.css'

type Place = Out<'upkeep/ownRooms'>[number]

export default function Services() {
  const asked = useQuery(query('upkeep/ownRooms', {}))
  const today = useFrame()?.today
  return (
    <Loaded from={asked}>{(places) => (places.length && today ? <Settled of={places} today={today} /> : <Outside />)}</Loaded>
  )
}

/** Who is in no building, or has left, still finds what it once raised. */
function Outside() {
  const past = useQuery(query('upkeep/tickets', { state: 'all', size: 1 }))
  return (
    <PageFrame title="楼宇服务">
      <Panel>
        <EmptyState
          title="贵单位尚未在楼宇登记使用"
          about="入驻并由所在园城登记使用后，可在这里报事、预订共享设施、查看楼宇通知。已入驻而未登记的，请联系所在园城。"
          actions={
            <>
              <GoTo main to="/enterprise/move-in">
                找空间
              </GoTo>
              <GoTo to="/enterprise">我的首页</GoTo>
            </>
          }
        />
      </Panel>
      {past.data && past.data.total > 0 && <OwnTickets />}
    </PageFrame>
  )
}

/** 云栖楼A座 301、302；学府楼 201 */
const written = (places: readonly Place[]) =>
  [...new Set(places.map(({ buildingName }) => buildingName))]
    .map((building) => {
      const units = places.filter(({ buildingName }) => buildingName === building).map(({ unitName }) => unitName)
      return `${building} ${units.join('、')}`
    })
    .join('；')

function Settled({ of, today }: { of: readonly Place[]; today: string }) {
  const [raising, raise] = useState(false)
  const notices = useQuery(query('upkeep/notices', {}))
  const unread = notices.data?.filter(({ read }) => !read).length
  return (
    <PageFrame
      title="楼宇服务"
      description={`本单位使用：${written(of)}`}
      actions={
        <Act main icon={icons.add} onClick={() => raise(true)}>
          报事
        </Act>
      }
    >
      <PageTabs
        of={[
          { key: 'tickets', title: '我的报事', content: <OwnTickets /> },
          {
            key: 'rooms',
            title: '共享设施',
            content: <OwnRooms buildings={new Set(of.map(({ building }) => building))} today={today} />,
          },
          {
            key: 'notices',
            title: unread ? `楼宇通知（${unread}）` : '楼宇通知',
            content: <Loaded from={notices}>{(rows) => <OwnNotices of={rows} />}</Loaded>,
          },
        ]}
      />
      <RaiseDialog
        spots={of.map(({ building, unit, buildingName, unitName }) => ({ building, unit, name: `${buildingName} ${unitName}` }))}
        open={raising}
        onClose={() => raise(false)}
      />
    </PageFrame>
  )
}
