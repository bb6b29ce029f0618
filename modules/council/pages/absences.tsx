/** Who is away and who acts for the post: what meetings and duties go by (safeguard one). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { day } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { CheckInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { absence } from '../model.ts'
import { usePosts } from './plan-form.tsx'
import './council.css'

type Line = Out<'council/absences'>[number]
const states: Record<Line['state'], [word: string, tone: Tone]> = {
  now: ['请假中', 'warn'],
  coming: ['未开始', 'active'],
  past: ['已结束', 'quiet'],
}
const person = ({ name, title, orgName }: Line['who']) => (
  <>
    {name} <span className="quiet">{`${orgName} ${title}`}</span>
  </>
)
const columns: Column<Line>[] = [
  { key: 'who', title: '请假人', show: ({ who }) => person(who), sort: ({ who }) => who.name },
  { key: 'acting', title: '代理人', show: ({ acting }) => person(acting), sort: ({ acting }) => acting.name },
  {
    key: 'days',
    title: '起止日期',
    show: ({ since, until }) => <span className="number">{`${since} 至 ${until}`}</span>,
    sort: ({ since }) => since,
  },
  { key: 'reason', title: '事由', wrap: 16, show: ({ reason }) => reason },
  { key: 'state', title: '状态', show: ({ state }) => <Mark tone={states[state][1]}>{states[state][0]}</Mark> },
  { key: 'by', title: '登记人', show: ({ enteredBy }) => enteredBy, wideOnly: true },
]

export default function Absences() {
  const { role } = useMe()
  const say = useSay()
  const office = role === 'office'
  const today = useFrame()?.today
  const [past, look] = useState(false)
  const [entering, enter] = useState(false)
  const [ending, end] = useState<Line | null>(null)
  const asked = useQuery(query('council/absences', { past }))
  const add = useMutation(command('council/enterAbsence'))
  const posts = usePosts()
  return (
    <PageFrame
      title="请假代理"
      description="请假期间由代理人参会；拟定参会人员时自动替换，代理人可凭签到码签到。"
      actions={
        <Permitted main icon={icons.add} when={office} because="请假代理由领导小组办公室登记" onClick={() => enter(true)}>
          登记请假代理
        </Permitted>
      }
    >
      <Panel flush>
        <Loaded from={asked}>
          {(rows) => (
            <div className="council-table">
              <DataTable
                name="请假代理"
                rows={rows}
                rowKey={({ id }) => id}
                find={({ who, acting }) => `${who.name} ${who.orgName} ${acting.name}`}
                tools={<CheckInput label="包括已结束的" value={past} onChange={(value) => look(value ?? false)} />}
                empty={<EmptyState title="目前没有人请假" about="登记请假和代理后，在这里查看。" />}
                columns={[
                  ...columns,
                  ...(office
                    ? [
                        {
                          key: 'act',
                          title: '操作',
                          show: (line: Line) =>
                            line.state !== 'past' && (
                              <Act inline name={`提前销假：${line.who.name}`} onClick={() => end(line)}>
                                提前销假
                              </Act>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
            </div>
          )}
        </Loaded>
      </Panel>
      <Dialog title="登记请假代理" open={entering} onClose={() => enter(false)}>
        <RecordForm
          of={absence.omit({ enteredBy: true })}
          columns={2}
          initial={{ since: today, until: today }}
          choices={{ post: posts, deputy: posts }}
          onCancel={() => enter(false)}
          onSave={async (given) => {
            await add.mutateAsync(given)
            say.done('请假代理已登记')
            enter(false)
          }}
        />
      </Dialog>
      <Dialog title={ending ? `提前销假：${ending.who.name}` : ''} open={ending !== null} onClose={() => end(null)}>
        {ending && <End of={ending} onClose={() => end(null)} />}
      </Dialog>
    </PageFrame>
  )
}

const ended = z.object({ until: day('最后一天') })
function End({ of, onClose }: { of: Line; onClose: () => void }) {
  const say = useSay()
  const end = useMutation(command('council/endAbsence'))
  return (
    <RecordForm
      of={ended}
      initial={{ until: of.since }}
      hints={{ until: `原定至 ${of.until}。` }}
      onCancel={onClose}
      onSave={async ({ until }) => {
        await end.mutateAsync({ id: of.id, until })
        say.done('已销假')
        onClose()
      }}
    />
  )
}
