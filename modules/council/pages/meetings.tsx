/** Meetings of the leading group, its office and working groups: those to come, those held, and what came of them (safeguard one). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { command, type In, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, Pick, Rested } from '#web/ui/filter/bar.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { meetingStates } from '../flow.ts'
import { meetingKinds } from '../model.ts'
import { PlanDialog, useBodies } from './plan-form.tsx'
import { meetingTones, officeOnly } from './words.ts'
import './council.css'

const size = 50
const keys = { texts: ['words', 'kind', 'body', 'state'] } as const
const states = { coming: '待召开', held: '已召开', unminuted: '待印发纪要', cancelled: '已取消' }
type Line = Out<'council/meetings'>['rows'][number]

const columns: Column<Line>[] = [
  { key: 'title', title: '会议', wrap: 24, show: ({ title }) => title },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={meetingStates} is={status} tone={meetingTones[status]} />,
  },
  { key: 'startsAt', title: '时间', show: ({ startsAt }) => <span className="number">{moment(startsAt)}</span> },
  { key: 'body', title: '议事机构', show: ({ bodyName }) => bodyName },
  { key: 'kind', title: '类型', show: ({ kind }) => meetingKinds[kind], wideOnly: true },
  { key: 'signed', title: '到会', number: true, show: ({ signed, invited }) => `${signed}/${invited}` },
  { key: 'decisions', title: '议定事项', number: true, show: ({ decisions }) => decisions },
  { key: 'open', title: '未办结', number: true, show: ({ open, late }) => (late ? `${open}（逾期 ${late}）` : open) },
  { key: 'minutes', title: '纪要', show: ({ minutesNumber }) => minutesNumber ?? '—' },
]

export default function Meetings() {
  const { role } = useMe()
  const say = useSay()
  const go = useNavigate()
  const address = useAddress(keys)
  const page = usePage()
  const [planning, plan] = useState(false)
  const create = useMutation(command('council/createMeeting'))
  const filter = address.filter as In<'council/meetings'> // the server checks every word of the address
  const asked = useQuery({
    ...query('council/meetings', { ...filter, page, size }),
    placeholderData: (before: Out<'council/meetings'> | undefined) => before,
  })
  return (
    <PageFrame
      title="会议"
      description="领导小组、办公室和工作组会议：筹备、签到、议定事项和纪要；议定事项登记后即转为督办事项。"
      actions={
        <Permitted main icon={icons.add} when={role === 'office'} because={officeOnly} onClick={() => plan(true)}>
          筹备会议
        </Permitted>
      }
    >
      <Panel>
        <Loaded from={asked} rows={2}>
          {({ coming, unminuted }) => (
            <Tiles width={140}>
              <Figure label="待召开" value={coming} unit="次" onOpen={() => address.choose('state', 'coming')} />
              <Figure label="待印发纪要" value={unminuted} unit="次" onOpen={() => address.choose('state', 'unminuted')} />
            </Tiles>
          )}
        </Loaded>
      </Panel>
      <Panel flush>
        <search className="council-filter">
          <Rested of={address} name="words" title="会议名称、编号或纪要文号" />
          <Pick of={address} name="state" title="状态" choices={choicesOf(states)} width={128} />
          <Pick of={address} name="kind" title="类型" choices={choicesOf(meetingKinds)} width={136} />
          <Pick of={address} name="body" title="议事机构" choices={useBodies()} width={160} />
          {address.narrowed && (
            <Act inline onClick={address.clear}>
              清除筛选
            </Act>
          )}
          <span className="quiet council-total" role="status">
            {asked.data ? `共 ${asked.data.total} 次` : ''}
          </span>
        </search>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="会议"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/meetings/${id}`}
                pageSize={size}
                empty={
                  address.narrowed ? (
                    <EmptyState title="没有符合条件的会议" actions={<Act onClick={address.clear}>清除筛选</Act>} />
                  ) : (
                    <EmptyState title="没有会议" about="贵单位参加的会议，发出通知后在这里查看。" />
                  )
                }
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <PlanDialog
        title="筹备会议"
        open={planning}
        onClose={() => plan(false)}
        onSave={async (given) => {
          const { id, number } = await create.mutateAsync(given)
          say.done(`会议 ${number} 已开始筹备`)
          go(`/office/meetings/${id}`)
        }}
      />
    </PageFrame>
  )
}
