/** The contract drawn up: only its terms are asked; tenant and rooms are the matter's. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { lease } from '#modules/lease/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { namesOf, squareMetres, type Whole } from '../words.ts'

const { lessor, from, to, rent, fee, growth, payEvery, dueDays, deposit, note } = lease.shape
const terms = z.object({ lessor, from, to, rent, fee, growth, payEvery, dueDays, deposit, note })

export function DrawUpDialog({ of: { matter, units, area, owner }, onClose }: { of: Whole; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const draw = useMutation(command('movein/drawUp'))
  const asked = (of: 'rent' | 'fee') => units.map((unit) => unit[of]).find((one) => one !== null) ?? undefined
  return (
    <Dialog title="起草租赁合同" wide open onClose={onClose}>
      <Stack>
        <p>
          承租方：{matter.name}。单元：{namesOf(units)}，共 {squareMetres(area)}。免租期和分段租金可在租约中修改草稿时填写。
        </p>
        <RecordForm
          of={terms}
          columns={2}
          initial={{
            lessor: owner ?? undefined,
            from: today,
            rent: asked('rent'),
            fee: asked('fee') ?? null,
            payEvery: 'quarter',
            dueDays: 10,
            deposit: 0,
          }}
          save="生成合同草稿"
          onCancel={onClose}
          onSave={async (given) => {
            const { number } = await draw.mutateAsync({ id: matter.id, ...given })
            say.done(`已起草合同 ${number}`)
            onClose()
          }}
        />
      </Stack>
    </Dialog>
  )
}
