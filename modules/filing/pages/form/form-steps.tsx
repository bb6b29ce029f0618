/** Steps on a report that is not being written: taking it back, correcting it, giving a draft up. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { filing as fields } from '#modules/filing/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Row } from '#web/ui/frame/page.tsx'
import type { Form } from '../words.ts'

/** Where the report stands, and what can be done about it. */
export function FormSteps({ form: { filing, can, month } }: { form: Form }) {
  const say = useSay()
  const withdraw = useMutation({
    ...command('filing/withdraw'),
    onSuccess: () => say.done('已撤回，可修改后重新报送'),
    onError: say.failed,
  })
  if (!filing) return null
  const { id, status, submittedBy, submittedOn, decidedBy, decidedOn } = filing
  return status === 'submitted' ? (
    <Notice>
      <Row>
        {`${submittedBy} ${dated(submittedOn)}报送，等待审核。`}
        {can.includes('withdraw') && (
          <Act busy={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            撤回修改
          </Act>
        )}
      </Row>
    </Notice>
  ) : (
    <Notice tone="success">
      <Row>
        {`${decidedBy} ${dated(decidedOn)}审核通过。`}
        {can.includes('correct') && <Correct id={id} month={month} />}
      </Row>
    </Notice>
  )
}

const asked = z.object({ correction: fields.shape.correction.unwrap() })

/** An accepted report is corrected for a reason; the old one holds until the correction is accepted. */
export function Correct({ id, month, onOpened }: { id: string; month: string; onOpened?: () => unknown }) {
  const [open, turn] = useState(false)
  const correct = useMutation(command('filing/correct'))
  return (
    <>
      <Act onClick={() => turn(true)}>提交更正</Act>
      <Dialog title={`更正${monthWord(month)}报表`} open={open} onClose={() => turn(false)}>
        <RecordForm
          of={asked}
          save="开始更正"
          hints={{ correction: '更正审核通过后替换原报表；原报表和更正记录都会保留' }}
          onSave={async ({ correction }) => {
            await correct.mutateAsync({ id, reason: correction })
            turn(false)
            onOpened?.()
          }}
          onCancel={() => turn(false)}
        />
      </Dialog>
    </>
  )
}

export function Discard({ filing, back }: { filing: NonNullable<Form['filing']>; back: string }) {
  const say = useSay()
  const go = useNavigate()
  const discard = useMutation({
    ...command('filing/discard'),
    onSuccess: () => {
      say.done('已放弃草稿')
      void go(back)
    },
    onError: say.failed,
  })
  return (
    <ConfirmButton
      danger
      ask="确定放弃这份草稿吗？"
      about={filing.revision > 1 ? '已审核的报表不受影响。' : '已填写的内容将不再保留。'}
      yes="放弃"
      busy={discard.isPending}
      onConfirm={() => discard.mutate({ id: filing.id })}
    >
      放弃草稿
    </ConfirmButton>
  )
}
