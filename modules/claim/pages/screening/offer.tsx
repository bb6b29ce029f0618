/** 免申即享 from a screening: claims made in an open batch for every firm it found; who has one already is passed over. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { command, type Out, query } from '#web/client.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'

type Run = Pick<Out<'claim/screeningInFull'>, 'id' | 'version' | 'cycle'>

export function Offer({ of }: { of: Run }) {
  const [open, turn] = useState(false)
  const asked = useQuery({ ...query('claim/allCycles', {}), enabled: open })
  return (
    <>
      <Act main onClick={() => turn(true)}>
        生成免申即享事项
      </Act>
      <Dialog title="按筛查结果生成免申即享事项" open={open} onClose={() => turn(false)}>
        <Loaded from={asked} rows={3}>
          {(rows) => {
            const fitting = rows.filter(
              ({ version, channel, status }) => version === of.version && channel === 'direct' && status === 'open',
            )
            return fitting.length ? (
              <OfferForm of={of} batches={fitting} onClose={() => turn(false)} />
            ) : (
              <EmptyState
                title="没有可以使用的免申即享批次"
                about="请先按这一版条款开启免申即享批次。"
                actions={<GoTo to="/office/claim-cycles">兑现批次</GoTo>}
              />
            )
          }}
        </Loaded>
      </Dialog>
    </>
  )
}

type FormOf = { of: Run; batches: Out<'claim/allCycles'>; onClose: () => void }
function OfferForm({ of, batches, onClose }: FormOf) {
  const say = useSay()
  const go = useNavigate()
  const offer = useMutation(command('claim/offerScreened'))
  const usual = batches.find(({ id }) => id === of.cycle) ?? batches[0]!
  return (
    <FormBox
      initial={{ cycle: usual.id }}
      save="生成"
      onCancel={onClose}
      onSave={async (given) => {
        const cycle = String(given.cycle)
        const { made, asked } = await offer.mutateAsync({ cycle, screening: of.id })
        onClose()
        if (made) {
          say.done(`已为 ${made} 项免申即享生成事项，等待企业确认`)
          void go(`/office/claims?cycle=${cycle}`)
        } else say.note(asked ? `符合的 ${asked} 项已经生成过，或不在该批次的条款之内` : '没有企业符合免申即享条款')
      }}
    >
      <FieldBox
        name="cycle"
        title="免申即享批次"
        hint="为符合的企业逐家重新核算并生成事项，企业确认后兑现；已有事项的不重复生成"
        check={(batch) => (batch ? null : '请选择批次')}
      >
        <ChoiceInput name="免申即享批次" choices={batches.map(({ id, title }) => ({ value: id, label: title }))} />
      </FieldBox>
    </FormBox>
  )
}
