/** Notices to those in the buildings: published to chosen ones, and who of them has read each (plan task 10). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useOwnBuildings } from '#modules/space/pages/record/pickers.tsx'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Sheet } from '#web/ui/dialog.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { Pick } from '#web/ui/filter/bar.tsx'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import { Facts, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { PublishDialog } from './notice/publish.tsx'
import { useReads } from './reads.tsx'
import { keepOnly, useOwnShare } from './words.ts'
import './upkeep.css'

type Told = Out<'upkeep/notices'>[number]
const keys = { texts: ['building'], marks: ['past'] } as const

export default function Notices() {
  const { role } = useMe()
  const address = useAddress(keys)
  const [search, write] = useSearchParams()
  const [publishing, publish] = useState(false)
  const building = address.given('building')
  const share = useOwnShare()
  const reads = useReads()
  const past = address.given('past') === '1'
  const asked = useQuery({
    ...query('upkeep/notices', { current: !past, ...(building ? { building } : {}) }),
    placeholderData: (before: Out<'upkeep/notices'> | undefined) => before,
  })
  const open = (id: string | null) => {
    const next = new URLSearchParams(search)
    if (id) next.set('notice', id)
    else next.delete('notice')
    return next
  }
  const shown = asked.data?.find(({ id }) => id === search.get('notice'))
  return (
    <PageFrame
      title="楼宇通知"
      description="告知楼内单位的事项：按楼宇发布，登记阅读情况。"
      actions={
        <Permitted
          main
          icon={icons.add}
          when={role === 'office' || role === 'park'}
          because={keepOnly}
          onClick={() => publish(true)}
        >
          发布通知
        </Permitted>
      }
    >
      <Panel flush>
        <search className="upkeep-filter">
          <Pick of={address} name="building" title="楼宇" choices={useOwnBuildings()} width={176} />
          <CheckInput label="含已过期" value={past} onChange={(on) => address.choose('past', on ? '1' : null)} />
          <span className="quiet upkeep-total" role="status">
            {asked.data ? `共 ${share(asked.data).length} 项` : ''}
          </span>
        </search>
        <Loaded from={asked} rows={8}>
          {(rows) => (
            <DataTable
              name="楼宇通知"
              rows={share(rows)}
              columns={reads ? [...columns, readBy] : columns}
              rowKey={({ id }) => id}
              to={({ id }) => `?${open(id)}`}
              empty={
                <EmptyState
                  title={building ? '该楼宇没有通知' : '没有有效的通知'}
                  about="已过有效期的通知，勾选“含已过期”查看。"
                />
              }
            />
          )}
        </Loaded>
      </Panel>
      <Sheet title={shown?.title ?? ''} open={shown !== undefined} onClose={() => write(open(null), { replace: true })}>
        {shown && <Opened of={shown} />}
      </Sheet>
      <PublishDialog open={publishing} onClose={() => publish(false)} />
    </PageFrame>
  )
}

const columns: Column<Told>[] = [
  { key: 'title', title: '标题', wrap: 20, show: ({ title }) => title },
  { key: 'building', title: '楼宇', wrap: 12, show: ({ buildingName }) => buildingName },
  { key: 'on', title: '发布日期', sort: ({ publishedOn }) => publishedOn, show: ({ publishedOn }) => publishedOn },
  { key: 'until', title: '有效至', sort: ({ until }) => until, show: ({ until }) => until ?? '长期' },
  { key: 'by', title: '发布人', show: ({ publishedBy }) => publishedBy },
]

/** For those who see who has read it. */
const readBy: Column<Told> = {
  key: 'read',
  title: '已阅',
  show: ({ readBy, tenants }) =>
    tenants || readBy ? `${readBy} 家，共 ${Math.max(tenants, readBy)} 家` : '楼内没有已开通账号的单位',
}

function Opened({ of }: { of: Told }) {
  const reads = useReads()
  return (
    <Stack>
      <Facts
        of={[
          { title: '楼宇', value: of.buildingName },
          { title: '发布', value: `${of.publishedBy}，${of.publishedOn}` },
          { title: '有效至', value: of.until ?? '长期' },
        ]}
      />
      <p className="long">{of.text}</p>
      {reads && <ReadBy of={of.id} />}
    </Stack>
  )
}

function ReadBy({ of }: { of: string }) {
  const asked = useQuery(query('upkeep/noticeReaders', { id: of }))
  return (
    <Panel title="阅读情况" flush>
      <Loaded from={asked} rows={3}>
        {(rows) => (
          <DataTable
            name="阅读情况"
            rows={rows}
            columns={[
              { key: 'org', title: '单位', wrap: 14, show: ({ orgName }) => orgName },
              {
                key: 'read',
                title: '阅读',
                show: ({ readOn, readBy }) => (readOn ? `${readBy}，${readOn}` : <span className="quiet">未阅</span>),
              },
            ]}
            rowKey={({ orgName }) => orgName}
            empty={<EmptyState title="楼内没有已开通账号的单位" about="请由楼长当面告知。" />}
          />
        )}
      </Loaded>
    </Panel>
  )
}
