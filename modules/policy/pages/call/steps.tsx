/** The steps of a bid as buttons: handed in, given back, recommended, granted, paid. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { bidFlow } from '#modules/policy/flow.ts'
import { cash, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf } from '#web/money.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import type { Bid } from '../words.ts'

type Step = Bid['steps'][number]
const note = text('说明', 1000).nullable()
const noting = z.object({ note })
const reasoning = { giveBack: z.object({ note: text('退回意见', 1000) }), reject: z.object({ note: text('原因', 1000) }) }
const granting = { grant: z.object({ amount: cash('立项金额'), note }), receive: z.object({ amount: cash('到账金额'), note }) }

export function BidSteps({ of }: { of: Bid }) {
  const say = useSay()
  const known = useQueryClient()
  const [step, take] = useState<Step | null>(null)
  const settled = () => {
    void known.invalidateQueries()
    say.done('已办理')
    take(null)
  }
  const told = { onSuccess: settled, onError: say.failed }
  const handIn = useMutation({ ...command('policy/handInBid'), ...told })
  const drop = useMutation({ ...command('policy/dropBid'), ...told })
  const giveBack = useMutation(command('policy/giveBackBid'))
  const recommend = useMutation(command('policy/recommendBid'))
  const grant = useMutation(command('policy/grantBid'))
  const reject = useMutation(command('policy/rejectBid'))
  const receive = useMutation(command('policy/receiveBid'))
  const { id } = of
  if (of.steps.length === 0) return null
  const cancel = () => take(null)
  const paying = (run: typeof grant | typeof receive) => async (values: { amount: number; note: string | null }) => {
    await run.mutateAsync({ id, amount: fenOf(values.amount), note: values.note })
    settled()
  }
  return (
    <Stack>
      <Row>
        {of.steps.map((one) =>
          one === 'handIn' ? (
            <ConfirmButton
              key={one}
              main
              busy={handIn.isPending}
              ask="确定报送吗？"
              about="报送后申报书不能改动，需要更正的由推荐单位退回。"
              yes="报送"
              onConfirm={() => handIn.mutate({ id })}
            >
              {bidFlow.steps.handIn.label}
            </ConfirmButton>
          ) : one === 'drop' ? (
            <ConfirmButton key={one} ask="确定放弃申报吗？" yes="放弃申报" onConfirm={() => drop.mutate({ id })}>
              {bidFlow.steps.drop.label}
            </ConfirmButton>
          ) : (
            <Act key={one} disabled={step === one} onClick={() => take(one)}>
              {bidFlow.steps[one].label}
            </Act>
          ),
        )}
      </Row>
      {step === 'recommend' && (
        <RecordForm
          of={noting}
          save="推荐上报"
          onCancel={cancel}
          onSave={async (values) => {
            await recommend.mutateAsync({ id, ...values })
            settled()
          }}
        />
      )}
      {(step === 'giveBack' || step === 'reject') && (
        <RecordForm
          key={step}
          of={reasoning[step]}
          hints={{ note: '申报企业可见' }}
          save={bidFlow.steps[step].label}
          onCancel={cancel}
          onSave={async (values) => {
            await (step === 'giveBack' ? giveBack : reject).mutateAsync({ id, ...values })
            settled()
          }}
        />
      )}
      {step === 'grant' && <RecordForm of={granting.grant} save="登记立项" onCancel={cancel} onSave={paying(grant)} />}
      {step === 'receive' && (
        <RecordForm
          of={granting.receive}
          hints={{ amount: '可分次登记，合计不超过立项金额' }}
          save="登记到账"
          onCancel={cancel}
          onSave={paying(receive)}
        />
      )}
    </Stack>
  )
}
