/** One question: what is asked and by whom, its answer, and what whoever holds it can do. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { questionStates } from '#modules/policy/flow.ts'
import { policyQuestion, questionKinds } from '#modules/policy/model.ts'
import { ref, text } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { lead, type Question, questionTones } from '../words.ts'
import { Left } from './left.tsx'

export const Opened = ({ of, onDone }: { of: Question; onDone: () => void }) => (
  <Stack>
    <Row>
      <StatusTag of={questionStates} is={of.status} tone={questionTones[of.status]} />
      <Left of={of} />
    </Row>
    <p className="policy-said">{of.text}</p>
    <Facts
      of={[
        {
          title: '政策',
          value: of.policy && (
            <Link to={`/office/policies/${of.policy}`}>
              {of.policyTitle}
              {of.clause && `（${of.clause.split('/')[1]}）`}
            </Link>
          ),
          wide: true,
        },
        { title: '咨询人', value: of.name },
        { title: '联系电话', value: of.phone },
        { title: '咨询日期', value: of.askedOn },
        { title: '答复时限', value: `${of.dueOn}（${questionKinds[of.kind]}）` },
        { title: '答复单位', value: of.holderName ?? lead },
        { title: '答复日期', value: of.answeredOn ?? '—' },
      ]}
    />
    {of.answer && (
      <Panel title="答复">
        <p className="policy-said">{of.answer}</p>
      </Panel>
    )}
    <Steps of={of} onDone={onDone} />
  </Stack>
)

const answering = z.object({ answer: text('答复', 4000), open: policyQuestion.shape.open })
const closing = z.object({ reason: text('关闭原因', 500) })
const handing = z.object({ to: ref('答复单位', 'org').nullable() })

type Doing = 'answer' | 'transfer' | 'close'

function Steps({ of, onDone }: { of: Question; onDone: () => void }) {
  const { role } = useMe()
  const say = useSay()
  const known = useQueryClient()
  const [doing, turn] = useState<Doing | null>(of.steps.includes('answer') && of.mine ? 'answer' : null)
  const settled = (sentence: string) => {
    void known.invalidateQueries()
    say.done(sentence)
    onDone()
  }
  const told = (sentence: string) => ({ onSuccess: () => settled(sentence), onError: say.failed })
  const answer = useMutation(command('policy/answerQuestion'))
  const close = useMutation(command('policy/closeQuestion'))
  const transfer = useMutation(command('policy/transferQuestion'))
  const extend = useMutation({ ...command('policy/extendQuestion'), ...told('已转为复杂咨询') })
  const disclose = useMutation({ ...command('policy/discloseQuestion'), ...told(of.open ? '已取消公开' : '已公开') })
  const orgs = useQuery({ ...query('org/list', {}), enabled: doing === 'transfer' }).data ?? []
  const takers = orgs
    .filter(({ kind }) => kind === 'department' || kind === 'company' || kind === 'town')
    .map((org) => ({ value: org.id, label: org.shortName }))
  const { id } = of
  if (of.status === 'answered') {
    if (!of.mine && role !== 'office') return null
    return (
      <Row>
        <Act busy={disclose.isPending} onClick={() => disclose.mutate({ id, open: !of.open })}>
          {of.open ? '取消公开' : '公开答复'}
        </Act>
        <span className="quiet">公开时不显示咨询人和联系电话。</span>
      </Row>
    )
  }
  if (of.steps.length === 0) return null
  const late = (of.left ?? 0) < 0
  return (
    <Stack>
      <Row>
        {doing !== 'answer' && <Act onClick={() => turn('answer')}>答复</Act>}
        {of.kind === 'simple' && !late && (
          <ConfirmButton
            ask="转为复杂咨询？"
            about="答复时限自咨询之日起延至 3 个工作日。"
            yes="转为复杂"
            onConfirm={() => extend.mutate({ id })}
          >
            转为复杂咨询
          </ConfirmButton>
        )}
        {role === 'office' && doing !== 'transfer' && <Act onClick={() => turn('transfer')}>转交</Act>}
        {of.steps.includes('close') && doing !== 'close' && <Act onClick={() => turn('close')}>关闭</Act>}
      </Row>
      {doing === 'answer' && (
        <RecordForm
          of={answering}
          hints={{ open: '公开后任何人可见，不显示咨询人' }}
          save="答复"
          onSave={async (values) => {
            await answer.mutateAsync({ id, ...values })
            settled('已答复')
          }}
        />
      )}
      {doing === 'transfer' && (
        <RecordForm
          of={handing}
          choices={{ to: takers }}
          hints={{ to: '留空由领导小组办公室答复；时限不变' }}
          save="转交"
          onSave={async ({ to }) => {
            await transfer.mutateAsync({ id, to })
            settled('已转交')
          }}
        />
      )}
      {doing === 'close' && (
        <RecordForm
          of={closing}
          hints={{ reason: '咨询人可见' }}
          save="关闭"
          onSave={async ({ reason }) => {
            await close.mutateAsync({ id, reason })
            settled('已关闭')
          }}
        />
      )}
    </Stack>
  )
}
