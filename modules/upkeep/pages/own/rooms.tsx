/** Shared rooms of an enterprise's buildings on a day, and its own bookings. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Out, query } from '#web/client.ts'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { BookDialog } from '../room/book.tsx'
import { Bookings } from '../room/bookings.tsx'
import { DayTurn } from '../room/day-turn.tsx'
import { RoomPanels } from '../room/rooms.tsx'
import type { Room } from '../room/strip.tsx'
import { daysAfter } from '../words.ts'

/** So far ahead bookings are listed: further none can be made. */
const ahead = 60
type OwnOf = { buildings: ReadonlySet<string>; today: string }

export function OwnRooms({ buildings, today }: OwnOf) {
  const [day, turn] = useState(today)
  const [booking, book] = useState<Room | null>(null)
  const asked = useQuery({
    ...query('upkeep/rooms', { day }),
    placeholderData: (before: Out<'upkeep/rooms'> | undefined) => before,
  })
  const mine = useQuery(query('upkeep/bookingsOf', { from: today, to: daysAfter(today, ahead) }))
  const reason = ({ open }: Room) => (open ? (day < today ? '日期已过' : null) : '该设施暂停预订')
  return (
    <Stack>
      <DayTurn day={day} today={today} onTurn={turn} />
      <Loaded from={asked} rows={6}>
        {(rooms) => {
          const own = rooms.filter(({ building }) => buildings.has(building))
          return own.length ? (
            <RoomPanels
              of={own}
              acts={(room) => (
                <Permitted
                  name={`预订${room.name}`}
                  when={reason(room) === null}
                  because={reason(room) ?? ''}
                  onClick={() => book(room)}
                >
                  预订
                </Permitted>
              )}
            />
          ) : (
            <Panel>
              <EmptyState title="所在楼宇没有共享设施" about="如需场地，请与所在园城联系。" />
            </Panel>
          )
        }}
      </Loaded>
      <Panel title="我的预订" flush>
        <Loaded from={mine} rows={3}>
          {(rows) => <Bookings own rows={rows} empty={<EmptyState title="没有今天及以后的预订" />} />}
        </Loaded>
      </Panel>
      <BookDialog of={booking} day={day} onClose={() => book(null)} />
    </Stack>
  )
}
