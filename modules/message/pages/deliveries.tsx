/** The log of sending, for those who keep and audit the system: every delivery with its attempts. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deliveryStates, mediums } from '#modules/message/model.ts'
import { type Out, query } from '#web/client.ts'
import { useLive } from '#web/live.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import './message.css'

type Sent = Out<'message/deliveries'>['rows'][number]
const keys = { texts: ['status', 'medium'] } as const
const toneOf: Record<Sent['status'], Tone> = { waiting: 'active', sent: 'good', failed: 'bad' }
const live = { 'message/deliver': ['delivery'] }

export default function Deliveries() {
  useLive(live)
  const address = useAddress(keys)
  const page = usePage()
  const [open, show] = useState<Sent | null>(null)
  const asked = useQuery({
    ...query('message/deliveries', { ...address.filter, page }),
    placeholderData: (before: Out<'message/deliveries'> | undefined) => before,
  })
  return (
    <PageFrame
      title="发送记录"
      description="通过邮件和外发接口发送的每一次结果，只增不改；不含消息内容。"
      crumbs={[{ title: '外发接口', to: '/admin/webhooks' }, { title: '发送记录' }]}
    >
      <Panel flush>
        <search className="message-filter">
          <Pick of={address} name="status" title="状态" choices={choicesOf(deliveryStates)} />
          <Pick of={address} name="medium" title="方式" choices={choicesOf(mediums)} />
          <span className="quiet" role="status">
            {asked.data ? `共 ${asked.data.total} 次` : ''}
          </span>
        </search>
        <Loaded from={asked} rows={8}>
          {({ rows, total, size }) => (
            <>
              <DataTable
                name="发送记录"
                rows={rows}
                rowKey={({ id }) => id}
                pageSize={size}
                empty={<EmptyState title={address.narrowed ? '没有符合条件的发送记录' : '还没有发送记录'} />}
                columns={[
                  { key: 'to', title: '接收方', wrap: 12, show: ({ to }) => to },
                  { key: 'medium', title: '方式', show: ({ medium }) => mediums[medium] },
                  { key: 'carries', title: '消息', number: true, show: ({ carries }) => `${carries} 条` },
                  { key: 'status', title: '状态', show: (one) => <State of={one} /> },
                  { key: 'due', title: '计划时间', show: ({ notBefore }) => moment(notBefore) },
                  { key: 'sent', title: '发送时间', show: ({ sentAt }) => (sentAt ? moment(sentAt) : '—') },
                  { key: 'answer', title: '最后结果', wrap: 20, show: ({ answer }) => answer ?? '—' },
                  {
                    key: 'attempts',
                    title: '尝试',
                    show: (one) =>
                      one.attempts ? (
                        <Act inline onClick={() => show(one)}>
                          {one.attempts} 次
                        </Act>
                      ) : (
                        '尚未'
                      ),
                  },
                ]}
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <Sheet title={open ? `发送给 ${open.to}` : ''} open={open !== null} onClose={() => show(null)}>
        {open && <Attempts of={open.id} />}
      </Sheet>
    </PageFrame>
  )
}

const State = ({ of: { status } }: { of: Sent }) => <Mark tone={toneOf[status]}>{deliveryStates[status]}</Mark>

function Attempts({ of }: { of: string }) {
  const asked = useQuery(query('message/deliveryAttempts', { delivery: of }))
  return (
    <Loaded from={asked} rows={3}>
      {(rows) => (
        <DataTable
          name="每次尝试"
          rows={rows}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', title: '次序', number: true, show: ({ number }) => number },
            { key: 'at', title: '时间', show: ({ at }) => moment(at) },
            { key: 'ok', title: '结果', show: ({ ok }) => <Mark tone={ok ? 'good' : 'bad'}>{ok ? '成功' : '未成功'}</Mark> },
            { key: 'answer', title: '对方答复', wrap: 16, show: ({ answer }) => answer },
          ]}
        />
      )}
    </Loaded>
  )
}
