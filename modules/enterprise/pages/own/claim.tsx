/** Claiming the file: the application while there is none open, its state while there is, and what was answered before. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { adoptionStates } from '#modules/enterprise/flow.ts'
import { adoption } from '#modules/enterprise/model.ts'
import { text } from '#platform/fields.ts'
import { command, type Out, query, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { Facts, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { adoptionTones } from '../adoptions.tsx'

type Asked = Out<'enterprise/myAdoptions'>[number]

export function Claim() {
  const asked = useQuery(query('enterprise/myAdoptions', {}))
  return (
    <Loaded from={asked}>
      {(all) => {
        const open = all.find(({ status }) => status === 'submitted')
        return open ? <Waiting of={open} /> : <Apply last={all[0]} />
      }}
    </Loaded>
  )
}

function Waiting({ of }: { of: Asked }) {
  const say = useSay()
  const withdraw = useMutation({
    ...command('enterprise/withdrawAdoption'),
    onSuccess: () => say.done('申请已撤回'),
    onError: say.failed,
  })
  return (
    <Panel
      title="认领申请正在审核"
      actions={
        <ConfirmButton inline ask="撤回这份申请？" yes="撤回" onConfirm={() => withdraw.mutate({ id: of.id })}>
          撤回申请
        </ConfirmButton>
      }
    >
      <Facts
        of={[
          { title: '企业名称', value: of.name },
          { title: '信用代码', value: <span className="number">{of.creditCode}</span> },
          { title: '申请人', value: `${of.applicant}（${of.post}）` },
          { title: '申请日期', value: of.submittedOn },
          { title: '办理期限', value: `${of.dueOn} 前答复` },
          { title: '状态', value: <StatusTag of={adoptionStates} is={of.status} tone={adoptionTones[of.status]} /> },
        ]}
      />
    </Panel>
  )
}

const form = adoption.pick({ name: true, post: true }).extend({ creditCode: text('统一社会信用代码', 60) })
const papers = ['.pdf', '.jpg', '.jpeg', '.png', '.docx'] as const

function Apply({ last }: { last?: Asked }) {
  const say = useSay()
  const [file, choose] = useState<File | null>(null)
  const adopt = useMutation(upload('enterprise/adopt'))
  return (
    <Panel title="认领本企业档案">
      <Stack>
        {last?.status === 'refused' && (
          <Notice tone="warning" title={`${last.submittedOn} 的申请未通过`}>
            {last.reason}
          </Notice>
        )}
        <p>认领后可查看和确认本企业档案、更正联系信息、报送月度报表。领导小组办公室 5 个工作日内答复。</p>
        {file ? (
          <p>证明材料：{file.name}</p>
        ) : (
          <FileDrop title="证明材料（营业执照或加盖公章的授权书）" endings={papers} onFile={choose} />
        )}
        <RecordForm
          of={form}
          initial={last && { name: last.name, creditCode: last.creditCode, post: last.post }}
          hints={{ creditCode: '营业执照上的 18 位代码。', post: '您在本企业的职务。' }}
          columns={2}
          save="提交申请"
          onSave={async (values) => {
            if (!file) return say.note('请先选择证明材料')
            await adopt.mutateAsync({ ...values, file })
            say.done('申请已提交')
          }}
        />
      </Stack>
    </Panel>
  )
}
