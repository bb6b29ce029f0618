/** Bookings as a list, each with its cancelling where that is still possible. */
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { bookingStates } from '#modules/upkeep/flow.ts'
import { command, type Out } from '#web/client.ts'
import { useOrgNames } from '#web/timeline.tsx'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { spanWritten } from '../words.ts'

type Booking = Out<'upkeep/bookingsOf'>[number]
type ListOf = { rows: readonly Booking[]; empty: ReactNode /** A tenant sees only its own. */; own?: boolean }

export function Bookings({ rows, empty, own }: ListOf) {
  const say = useSay()
  const orgs = useOrgNames()
  const cancel = useMutation({ ...command('upkeep/cancelBooking'), onSuccess: () => say.done('预订已取消'), onError: say.failed })
  const by: Column<Booking> = {
    key: 'by',
    title: '预订单位',
    wrap: 9,
    show: ({ org, bookedBy }) => [orgs.get(org), bookedBy].filter(Boolean).join(' '),
  }
  const columns: Column<Booking>[] = [
    { key: 'span', title: '时间', show: ({ from, to }) => <span className="number">{spanWritten(from, to)}</span> },
    {
      key: 'room',
      title: '设施',
      wrap: 10,
      show: ({ roomName, buildingName }) => (
        <>
          {roomName}
          <span className="quiet upkeep-small upkeep-line">{buildingName}</span>
        </>
      ),
    },
    { key: 'title', title: '用途', wrap: 10, show: ({ title }) => title },
    ...(own ? [] : [by]),
    { key: 'people', title: '人数', number: true, show: ({ people }) => people },
    {
      key: 'state',
      title: '状态',
      show: ({ status }) => <StatusTag of={bookingStates} is={status} tone={status === 'booked' ? 'good' : 'quiet'} />,
    },
    {
      key: 'acts',
      title: '办理',
      show: ({ id, mayCancel, roomName, from, to }) =>
        mayCancel && (
          <ConfirmButton
            inline
            danger
            ask={`确定取消“${roomName}”${spanWritten(from, to)}的预订吗？`}
            name={`取消预订：“${roomName}”${spanWritten(from, to)}`}
            onConfirm={() => cancel.mutate({ id })}
          >
            取消预订
          </ConfirmButton>
        ),
    },
  ]
  return <DataTable name="预订" rows={rows} columns={columns} rowKey={({ id }) => id} empty={empty} />
}
