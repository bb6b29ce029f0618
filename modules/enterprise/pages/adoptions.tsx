/** Enterprises asking for their files: each beside the file it is about, decided within five working days. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { adoptionStates } from '#modules/enterprise/flow.ts'
import { text } from '#platform/fields.ts'
import { command, download, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, StatusTag, type Tone } from '#web/ui/figure/light.tsx'
import { PageFrame, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import './enterprise.css'

type Adoption = Out<'enterprise/adoptions'>[number]
export const adoptionTones: Record<Adoption['status'], Tone> = {
  submitted: 'active',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
}

export default function Adoptions() {
  const office = useMe().role === 'office'
  return (
    <PageFrame title="企业认领" description="企业申请认领本企业档案，领导小组办公室自收到之日起 5 个工作日内办理。">
      {office ? <All /> : <NoRight title="企业认领由领导小组办公室办理" about="认领结果可在企业档案中查看。" />}
    </PageFrame>
  )
}

function All() {
  const asked = useQuery(query('enterprise/adoptions', {}))
  const [refusing, refuse] = useState<Adoption | null>(null)
  return (
    <>
      <Loaded from={asked} rows={8}>
        {(rows) => (
          <DataTable
            name="企业认领申请"
            rows={rows}
            columns={columnsOf(refuse)}
            rowKey={({ id }) => id}
            find={({ name, creditCode, applicant }) => [name, creditCode, applicant].join(' ')}
            empty={<EmptyState title="目前没有认领申请" about="企业在企业端提交申请后，会在这里列出。" />}
          />
        )}
      </Loaded>
      <Refuse of={refusing} onClose={() => refuse(null)} />
    </>
  )
}

const columnsOf = (onRefuse: (row: Adoption) => void): Column<Adoption>[] => [
  {
    key: 'name',
    title: '申请企业',
    wrap: 16,
    show: ({ name, creditCode }) => (
      <>
        {name}
        <div className="quiet enterprise-small number">{creditCode}</div>
      </>
    ),
  },
  {
    key: 'applicant',
    title: '申请人',
    show: ({ applicant, post, orgName }) => (
      <>
        {applicant}（{post}）<div className="quiet enterprise-small">账户：{orgName}</div>
      </>
    ),
  },
  { key: 'match', title: '对应档案', wrap: 14, show: (row) => <Match of={row} /> },
  {
    key: 'status',
    title: '状态',
    show: ({ status, reason }) => (
      <>
        <StatusTag of={adoptionStates} is={status} tone={adoptionTones[status]} />
        {reason && <div className="quiet enterprise-small">{reason}</div>}
      </>
    ),
    filter: { of: adoptionStates, has: ({ status }) => status },
  },
  {
    key: 'due',
    title: '申请与期限',
    show: ({ submittedOn, dueOn, overdue, decidedBy, status }) => (
      <span className="number">
        {submittedOn}
        <div className="quiet enterprise-small">
          {status === 'submitted' ? `应于 ${dueOn} 前办理` : decidedBy && `${decidedBy} 办理`}
        </div>
        {overdue && <Mark tone="bad">已超期</Mark>}
      </span>
    ),
    sort: ({ submittedOn }) => submittedOn,
  },
  { key: 'act', title: '办理', show: (row) => <Decide of={row} onRefuse={() => onRefuse(row)} /> },
]

function Match({ of: { match, creditCode, status } }: { of: Adoption }) {
  if (!match) return <span className="quiet">台账中没有代码为 {creditCode} 的企业，请先登记</span>
  return (
    <>
      <Link to={`/office/enterprises/${match.id}`}>{match.name}</Link>
      <div className="quiet enterprise-small">
        {match.town}
        {match.leftOn && `，${match.leftOn} 离区`}
      </div>
      {match.claimed && status === 'submitted' && <Mark tone="warn">已被认领</Mark>}
    </>
  )
}

function Decide({ of, onRefuse }: { of: Adoption; onRefuse: () => void }) {
  const say = useSay()
  const get = useMutation({ ...download('enterprise/adoptionProof'), onError: say.failed })
  const decide = useMutation({
    ...command('enterprise/decideAdoption'),
    onSuccess: () => say.done('已通过，该账户现可查看和确认本企业档案'),
    onError: say.failed,
  })
  const open = of.status === 'submitted'
  return (
    <Row>
      <Act inline onClick={() => get.mutate({ id: of.id })}>
        证明材料
      </Act>
      {open && of.match && !of.match.claimed && (
        <ConfirmButton
          inline
          ask={`将“${of.match.name}”的档案交给该账户？`}
          about={of.match.name === of.name ? undefined : `申请填写的名称为“${of.name}”，与档案不同，请核对。`}
          yes="通过"
          onConfirm={() => decide.mutate({ id: of.id, step: 'approve' })}
        >
          通过
        </ConfirmButton>
      )}
      {open && (
        <Act inline danger onClick={onRefuse}>
          不予通过
        </Act>
      )}
    </Row>
  )
}

const asked = z.object({ reason: text('审核意见', 500) })

function Refuse({ of, onClose }: { of: Adoption | null; onClose: () => void }) {
  const say = useSay()
  const decide = useMutation(command('enterprise/decideAdoption'))
  return (
    <Dialog title="不予通过" open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={asked}
          hints={{ reason: '申请人可以看到，请写明原因和补正办法。' }}
          save="不予通过"
          onCancel={onClose}
          onSave={async ({ reason }) => {
            await decide.mutateAsync({ id: of.id, step: 'refuse', reason })
            say.done('已答复申请人')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
