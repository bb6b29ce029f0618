/** One call of a level above: what it asks, and the bids of the district's firms step by step. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { money } from '#engines/policy/wording.ts'
import { bidStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import { query, upload } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Sheet } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { SendFile } from '#web/upload.tsx'
import { BidOpened } from './call/bid.tsx'
import { CallForm } from './call/form.tsx'
import { InnerClock } from './calls.tsx'
import { type Bid, bidTones, type Call, paperAt } from './words.ts'
import './policy.css'

export default function CallPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('policy/showCall', { id }))
  return <Loaded from={asked}>{(of) => <Opened of={of} rows={of.rows} />}</Loaded>
}

function Opened({ of, rows }: { of: Call; rows: readonly Bid[] }) {
  const say = useSay()
  const [correcting, correct] = useState(false)
  const [attaching, attach] = useState(false)
  const [bid, open] = useState<string | null>(null)
  const project: Column<Bid> = {
    key: 'project',
    title: '项目',
    wrap: 20,
    show: ({ id, project, number }) => (
      <>
        <button type="button" className="plain policy-question" onClick={() => open(id)}>
          {project}
        </button>
        <div className="quiet number policy-small">{number}</div>
      </>
    ),
  }
  return (
    <PageFrame
      title={of.title}
      description={[of.issuer, of.number, `推荐单位 ${of.orgName}`].filter(Boolean).join(' · ')}
      marks={<InnerClock of={of} />}
      crumbs={[{ title: '上级资金申报', to: '/office/upper-calls' }, { title: of.number ?? of.title }]}
      actions={
        of.mine && (
          <>
            <Act onClick={() => attach(true)}>上传通知</Act>
            <Act onClick={() => correct(true)}>更正</Act>
          </>
        )
      }
    >
      <Panel title="申报要求">
        <Stack>
          <p className="policy-said">{of.text}</p>
          <Facts
            of={[
              { title: '级别', value: levels[of.level] },
              { title: '发布日期', value: of.openedOn },
              { title: '区内截止', value: of.innerDeadline },
              { title: '申报截止', value: of.deadline },
              { title: '推荐限额', value: of.most === null ? '不限' : `${of.most} 个，已推荐 ${of.recommended} 个` },
              { title: '通知', value: of.paper ? <a href={paperAt('callPaper', of.id)}>下载通知</a> : '未上传' },
            ]}
          />
        </Stack>
      </Panel>
      <Panel title={`申报（${rows.length}）`} flush>
        <DataTable
          name="申报"
          rows={rows}
          columns={[project, ...columns]}
          rowKey={({ id }) => id}
          empty={<EmptyState title="尚无申报" about="企业在企业端“上级资金申报”中申报，报送后列在这里。只列您有权查看的申报。" />}
        />
      </Panel>
      <Sheet title="上级资金申报" open={bid !== null} onClose={() => open(null)}>
        {bid && <BidOpened id={bid} />}
      </Sheet>
      <Dialog title="更正申报通知" wide open={correcting} onClose={() => correct(false)}>
        <CallForm
          of={of}
          onCancel={() => correct(false)}
          onDone={() => {
            say.done('已更正')
            correct(false)
          }}
        />
      </Dialog>
      <Dialog title="上传通知" open={attaching} onClose={() => attach(false)}>
        <SendFile
          title="申报通知"
          endings={['.pdf', '.docx', '.doc', '.ofd']}
          send={(sent) => upload('policy/attachCall').mutationFn({ id: of.id, ...sent })}
          onDone={() => attach(false)}
        />
      </Dialog>
    </PageFrame>
  )
}

const columns: Column<Bid>[] = [
  { key: 'enterprise', title: '企业', wrap: 14, show: ({ enterpriseName }) => enterpriseName },
  {
    key: 'partners',
    title: '联合单位',
    wrap: 14,
    show: ({ partners }) => partners.map(({ name }) => name).join('、') || '独立申报',
  },
  { key: 'requested', title: '申请金额', number: true, show: ({ requested }) => money(requested) },
  { key: 'status', title: '状态', show: ({ status }) => <StatusTag of={bidStates} is={status} tone={bidTones[status]} /> },
  { key: 'granted', title: '立项金额', number: true, show: ({ granted }) => (granted === null ? '—' : money(granted)) },
  { key: 'paid', title: '到账金额', number: true, show: ({ paid }) => (paid === 0 ? '—' : money(paid)) },
]
