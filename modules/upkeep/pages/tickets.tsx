/** Tickets of the buildings: what waits, what is late, what came of it; opened one by one (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwnBuildings } from '#modules/space/pages/record/pickers.tsx'
import { ticketKinds } from '#modules/upkeep/model.ts'
import { type In, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick, Rested } from '#web/ui/filter/bar.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { Readers } from './reads.tsx'
import { ticketColumns } from './ticket/columns.tsx'
import { RaiseDialog } from './ticket/raise.tsx'
import { keepOnly } from './words.ts'
import './upkeep.css'

const size = 50
const keys = { texts: ['words', 'building', 'kind', 'state'] } as const
const states = { open: '未办结', late: '已超期', unrated: '待评价', closed: '已办结和撤回', all: '全部' }

export default function Tickets() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const { role } = useMe()
  const address = useAddress(keys)
  const page = usePage()
  const [raising, raise] = useState(false)
  const filter = address.filter as In<'upkeep/tickets'> // the server checks every word of the address
  const asked = useQuery({
    ...query('upkeep/tickets', { ...filter, page, size }),
    placeholderData: (before: Out<'upkeep/tickets'> | undefined) => before,
  })
  const buildings = useOwnBuildings()
  const keeps = role === 'office' || role === 'park'
  return (
    <PageFrame
      title="报事服务"
      description="入驻单位的报修、投诉和其他事项：受理、办结、评价，时限按工作日计算。"
      actions={
        <Permitted main icon={icons.add} when={keeps} because={keepOnly} onClick={() => raise(true)}>
          登记报事
        </Permitted>
      }
    >
      <Panel>
        <Loaded from={asked} rows={2}>
          {({ open, late, unrated }) => (
            <Tiles width={140}>
              <Figure label="未办结" value={open} unit="件" onOpen={() => address.choose('state', null)} />
              <Figure label="已超期" value={late} unit="件" onOpen={() => address.choose('state', 'late')} />
              <Figure label="待评价" value={unrated} unit="件" onOpen={() => address.choose('state', 'unrated')} />
            </Tiles>
          )}
        </Loaded>
      </Panel>
      <Panel flush>
        <search className="upkeep-filter">
          <Rested of={address} name="words" title="事项、编号或楼宇" />
          <ChoiceInput
            name="状态"
            width={136}
            choices={choicesOf(states)}
            value={address.given('state') ?? 'open'}
            onChange={(value) => address.choose('state', value === 'open' ? null : value)}
          />
          <Pick of={address} name="building" title="楼宇" choices={buildings} width={176} />
          <Pick of={address} name="kind" title="类型" choices={choicesOf(ticketKinds)} width={112} />
          {address.narrowed && (
            <Act inline onClick={address.clear}>
              清除筛选
            </Act>
          )}
          <span className="quiet upkeep-total" role="status">
            {asked.data ? `共 ${asked.data.total} 件` : ''}
          </span>
        </search>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="报事"
                rows={rows}
                columns={ticketColumns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/tickets/${id}`}
                pageSize={size}
                empty={
                  address.narrowed ? (
                    <EmptyState title="没有符合条件的报事" actions={<Act onClick={address.clear}>清除筛选</Act>} />
                  ) : (
                    <EmptyState title="没有未办结的报事" about="入驻单位报事后，在这里受理和办结。" />
                  )
                }
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <RaiseDialog
        spots={buildings.map(({ value, label }) => ({ building: value, unit: null, name: label }))}
        open={raising}
        onClose={() => raise(false)}
      />
    </PageFrame>
  )
}
