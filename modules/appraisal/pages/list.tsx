/** All appraisals, newest first: stage, clock, objections; the office opens another. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { terms } from '#engines/appraisal/scheme.ts'
import { potNames } from '#engines/policy/policy.ts'
import { appraisalStates } from '#modules/appraisal/flow.ts'
import { cash, oneOf, ref, year } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf, yuan } from '#web/money.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { dueOf, officeOnly, tones } from './words.ts'

type Listed = Out<'appraisal/listAppraisals'>[number]

const columns: Column<Listed>[] = [
  { key: 'title', title: '考核评估', wrap: 14, show: ({ title }) => title },
  { key: 'status', title: '阶段', show: ({ status }) => <StatusTag of={appraisalStates} is={status} tone={tones[status]} /> },
  { key: 'due', title: '本阶段时限', show: (one) => dueOf(one) ?? '—' },
  { key: 'scheme', title: '考核办法', wrap: 16, show: ({ schemeTitle }) => schemeTitle },
  { key: 'subjects', title: '考核对象', number: true, show: ({ subjects }) => `${subjects} 个` },
  { key: 'objections', title: '待核查异议', number: true, show: ({ openObjections }) => openObjections || '—' },
  { key: 'pot', title: '奖励资金（元）', number: true, show: ({ pot }) => (pot === null ? '—' : yuan(pot)) },
  { key: 'published', title: '公布日期', show: ({ publishedOn }) => publishedOn ?? '—' },
]

export default function Appraisals() {
  const { role } = useMe()
  const [making, make] = useState(false)
  const asked = useQuery(query('appraisal/listAppraisals', {}))
  return (
    <PageFrame
      title="考核评估"
      description="半年评估提出改进事项，全年考核兑现奖励；数据只取自已公布并冻结的指标，每一分都可以打开到公式和明细。"
      actions={
        <>
          <GoTo to="/office/appraisal-schemes">考核办法</GoTo>
          <GoTo to="/office/appraisal-scores">我的评分</GoTo>
          <Permitted main when={role === 'office'} because={officeOnly} onClick={() => make(true)}>
            发起考核
          </Permitted>
        </>
      }
    >
      <Panel flush>
        <Loaded from={asked}>
          {(rows) => (
            <DataTable
              name="考核评估"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/appraisals/${id}`}
              empty={<EmptyState title="尚未开展考核评估" about="考核办法印发后，由领导小组办公室发起。" />}
            />
          )}
        </Loaded>
      </Panel>
      <Dialog title="发起考核评估" open={making} onClose={() => make(false)}>
        <Create onClose={() => make(false)} />
      </Dialog>
    </PageFrame>
  )
}

const asking = z.object({
  scheme: ref('考核办法', 'appraisal_scheme'),
  term: oneOf('周期', terms),
  year: year('年度'),
  line: oneOf('资金', potNames).nullable(),
  pot: cash('奖励资金').nullable(),
})

function Create({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const go = useNavigate()
  const today = useFrame()?.today
  const schemes = useQuery(query('appraisal/listSchemes', {}))
  const create = useMutation(command('appraisal/createAppraisal'))
  return (
    <Loaded from={schemes}>
      {(all) => (
        <RecordForm
          of={asking}
          initial={{ year: Number(today?.slice(0, 4)) || undefined }}
          choices={{
            scheme: all.flatMap(({ id, title, version, status }) =>
              status === 'issued' ? [{ value: id, label: `${title}（第 ${version} 版）` }] : [],
            ),
          }}
          hints={{ line: '全年考核有奖励的，选择资金科目并填写金额。', pot: '公布时在该科目当年余额内预留并承诺。' }}
          save="发起考核"
          onCancel={onClose}
          onSave={async ({ pot, ...rest }) => {
            const { id, title } = await create.mutateAsync({ ...rest, pot: fenOf(pot) })
            say.done(`${title}已发起`)
            go(`/office/appraisals/${id}?tab=subjects`)
          }}
        />
      )}
    </Loaded>
  )
}
