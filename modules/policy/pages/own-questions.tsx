/** A firm's own questions about policy, with their answers; a new one is asked here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { questionStates } from '#modules/policy/flow.ts'
import { policyQuestion } from '#modules/policy/model.ts'
import { ref } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Left } from './question/left.tsx'
import { lead, type Question, questionTones } from './words.ts'
import './policy.css'

export default function OwnQuestions() {
  const [asking, ask] = useState(false)
  const asked = useQuery(query('policy/ownQuestions', {}))
  const act = (
    <Act main icon={icons.add} onClick={() => ask(true)}>
      提出咨询
    </Act>
  )
  return (
    <PageFrame
      title="政策咨询"
      description={
        <span className="sentence">
          看不明白的条款、申报中的问题，都可以在这里问；一般的 1 个工作日、复杂的 3 个工作日内答复。
          <a href="/policies">查看政策文件</a>
        </span>
      }
      actions={act}
    >
      <Loaded from={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title="还没有咨询" about="提出后，答复和时限在这里查看，其他企业看不到。" actions={act} />
            </Panel>
          ) : (
            <Stack>
              {rows.map((one) => (
                <One key={one.id} of={one} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog title="提出政策咨询" open={asking} onClose={() => ask(false)}>
        <AskForm onClose={() => ask(false)} />
      </Dialog>
    </PageFrame>
  )
}

const One = ({ of }: { of: Question }) => (
  <Panel
    title={
      <>
        {of.number} <StatusTag of={questionStates} is={of.status} tone={questionTones[of.status]} /> <Left of={of} />
      </>
    }
    actions={<span className="quiet number">{of.askedOn}</span>}
  >
    <Stack>
      {of.policyTitle && <p className="quiet">{of.policyTitle}</p>}
      <p className="policy-said">问：{of.text}</p>
      {of.answer ? (
        <p className="policy-said">
          答：{of.answer}
          <span className="quiet">
            　{of.holderName ?? lead}，{of.answeredOn}
          </span>
        </p>
      ) : (
        <p className="quiet">由{of.holderName ?? lead}答复。</p>
      )}
    </Stack>
  </Panel>
)

const question = z.object({
  policy: ref('政策文件', 'policy').nullable(),
  text: policyQuestion.shape.text,
  phone: policyQuestion.shape.phone,
})

function AskForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const known = useQueryClient()
  const choices = useQuery(query('policy/documentChoices', {})).data ?? []
  const own = useQuery(query('enterprise/mine', {})).data
  const ask = useMutation(command('policy/askQuestion'))
  if (own === undefined) return null
  return (
    <RecordForm
      of={question}
      initial={{ phone: own?.file.phone ?? null }}
      choices={{
        policy: choices.filter(({ demonstration }) => !demonstration).map(({ id, title }) => ({ value: id, label: title })),
      }}
      hints={{ policy: '不确定的可以不选', phone: '需要时与您联系，不对外公开' }}
      save="提交"
      onCancel={onClose}
      onSave={async (values) => {
        const { number, dueOn } = await ask.mutateAsync(values)
        void known.invalidateQueries({ queryKey: ['policy/ownQuestions'] })
        say.done(`已提交，编号 ${number}，${dueOn} 前答复`)
        onClose()
      }}
    />
  )
}
