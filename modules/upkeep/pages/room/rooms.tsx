/** The shared rooms of buildings on one day: what each is, when it is taken, and what may be done with it. */
import type { ReactNode } from 'react'
import { sharedRoomKinds } from '#modules/upkeep/model.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { DayStrip, type Room } from './strip.tsx'

/** Building by building; `acts` are the buttons beside a room. */
export function RoomPanels({ of, acts }: { of: readonly Room[]; acts: (room: Room) => ReactNode }) {
  const buildings = [...new Map(of.map(({ building, buildingName }) => [building, buildingName]))]
  return buildings.map(([id, name]) => (
    <Panel key={id} title={name} flush>
      <ul className="rooms" aria-label={`${name}共享设施`}>
        {of
          .filter(({ building }) => building === id)
          .map((room) => (
            <li key={room.id}>
              <div className="room-words">
                <div className="row">
                  <b>{room.name}</b>
                  <Mark>{sharedRoomKinds[room.kind]}</Mark>
                  {!room.open && <Mark tone="warn">暂停预订</Mark>}
                </div>
                <div className="quiet">
                  容纳 {room.seats} 人{room.equipment && `，${room.equipment}`}
                </div>
              </div>
              <DayStrip of={room} />
              <div className="row">{acts(room)}</div>
            </li>
          ))}
      </ul>
    </Panel>
  ))
}
