/** Rooms that tenants share: what is taken on a day, who has booked over a span of days (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwnBuildings } from '#modules/space/pages/record/pickers.tsx'
import { type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { Pick } from '#web/ui/filter/bar.tsx'
import { DayInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { Readers } from './reads.tsx'
import { BookDialog } from './room/book.tsx'
import { Bookings } from './room/bookings.tsx'
import { DayTurn } from './room/day-turn.tsx'
import { RoomDialog } from './room/form.tsx'
import { RoomPanels } from './room/rooms.tsx'
import type { Room } from './room/strip.tsx'
import { daysAfter, keepOnly, useKeeping, useOwnShare } from './words.ts'
import './upkeep.css'

const keys = { texts: ['building', 'day', 'from', 'to', 'room'] } as const

export default function SharedRooms() {
  const today = useFrame()?.today
  return <Readers>{today ? <Opened today={today} /> : <LoadingState />}</Readers>
}

function Opened({ today }: { today: string }) {
  const { role } = useMe()
  const [adding, add] = useState(false)
  return (
    <PageFrame
      title="共享设施"
      description="入驻单位共用的会议室、路演厅等场地；同一场地同一时间只能预订一次。"
      actions={
        <Permitted main icon={icons.add} when={role === 'office' || role === 'park'} because={keepOnly} onClick={() => add(true)}>
          登记设施
        </Permitted>
      }
    >
      <PageTabs
        of={[
          { key: 'day', title: '当日使用', content: <Day today={today} /> },
          { key: 'bookings', title: '预订记录', content: <Booked today={today} /> },
        ]}
      />
      <RoomDialog of={adding ? 'new' : null} onClose={() => add(false)} />
    </PageFrame>
  )
}

function Day({ today }: { today: string }) {
  const address = useAddress(keys)
  const { given, choose } = address
  const building = given('building')
  const keeps = useKeeping()
  const share = useOwnShare()
  const [booking, book] = useState<Room | null>(null)
  const [changing, change] = useState<Room | null>(null)
  const day = given('day') ?? today
  const asked = useQuery({
    ...query('upkeep/rooms', { day, ...(building ? { building } : {}) }),
    placeholderData: (before: Out<'upkeep/rooms'> | undefined) => before,
  })
  return (
    <Stack>
      <div className="row">
        <DayTurn day={day} today={today} onTurn={(next) => choose('day', next === today ? null : next)} />
        <Pick of={address} name="building" title="楼宇" choices={useOwnBuildings()} width={176} />
      </div>
      <Loaded from={asked} rows={8}>
        {(rooms) =>
          share(rooms).length ? (
            <RoomPanels
              of={share(rooms)}
              acts={(room) =>
                keeps(room.zone) && (
                  <>
                    <Act inline name={`预订${room.name}`} disabled={!room.open || day < today} onClick={() => book(room)}>
                      预订
                    </Act>
                    <Act inline name={`修改${room.name}`} onClick={() => change(room)}>
                      修改
                    </Act>
                  </>
                )
              }
            />
          ) : (
            <Panel>
              <EmptyState
                title={building ? '该楼宇没有共享设施' : '尚无共享设施'}
                about="登记后，楼内单位即可查看空闲时间并预订。"
              />
            </Panel>
          )
        }
      </Loaded>
      <BookDialog of={booking} day={day} onClose={() => book(null)} />
      <RoomDialog of={changing} onClose={() => change(null)} />
    </Stack>
  )
}

function Booked({ today }: { today: string }) {
  const address = useAddress(keys)
  const from = address.given('from') ?? today
  const to = address.given('to') ?? daysAfter(from, 6)
  const room = address.given('room')
  const share = useOwnShare()
  const rooms = share(useQuery({ ...query('upkeep/rooms', {}), staleTime: 60_000 }).data ?? [])
  const asked = useQuery({
    ...query('upkeep/bookingsOf', { from, to, ...(room ? { room } : {}) }),
    placeholderData: (before: Out<'upkeep/bookingsOf'> | undefined) => before,
  })
  return (
    <Panel flush>
      <search className="upkeep-filter">
        <div className="upkeep-day">
          <DayInput name="起" value={from} onChange={(day) => address.choose('from', day)} />
        </div>
        <span>至</span>
        <div className="upkeep-day">
          <DayInput name="止" value={to} onChange={(day) => address.choose('to', day)} />
        </div>
        <Pick
          of={address}
          name="room"
          title="设施"
          width={200}
          choices={rooms.map(({ id, name, buildingName }) => ({ value: id, label: name, group: buildingName }))}
        />
        <span className="quiet upkeep-total" role="status">
          {asked.data ? `共 ${asked.data.length} 项` : ''}
        </span>
      </search>
      <Loaded from={asked} rows={8}>
        {(rows) => (
          <Bookings rows={rows} empty={<EmptyState title={to < from ? '起止日期颠倒，请重新选择' : '这几天没有预订'} />} />
        )}
      </Loaded>
    </Panel>
  )
}
