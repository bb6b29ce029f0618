/** The end of the way: for a firm that is on no file yet only what nobody knows so far is asked. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { enterprise } from '#modules/enterprise/model.ts'
import { day, oneOf } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { squareMetres, type Whole } from '../words.ts'

const { creditCode, legalForm, industry, registeredOn, capital } = enterprise.shape
const moving = z.object({ movedOn: day('入驻日期') })
const founding = moving.extend({
  creditCode,
  legalForm,
  industry,
  originKind: oneOf('来源', { established: '新设立', 'moved-in': '区外迁入' }),
  registeredOn,
  capital,
})

export function CompleteForm({ of: { matter, names, area }, onClose }: { of: Whole; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const complete = useMutation(command('movein/complete'))
  const told = () => {
    say.done(`“${matter.name}”已办结入驻`)
    onClose()
  }
  const about = `办结后，${squareMetres(area)} 计入使用面积，企业落户“${names.building ?? ''}”，租约归入其档案。`
  if (matter.enterprise) {
    return (
      <Stack>
        <p>{about}该企业已建档，无须再填。</p>
        <RecordForm
          of={moving}
          initial={{ movedOn: today }}
          save="办结入驻"
          onCancel={onClose}
          onSave={async ({ movedOn }) => {
            await complete.mutateAsync({ id: matter.id, movedOn })
            told()
          }}
        />
      </Stack>
    )
  }
  return (
    <Stack>
      <p>{about}该企业尚未关联档案：信用代码已建档的自动关联，未建档的按下列信息新建。</p>
      <RecordForm
        of={founding}
        columns={2}
        initial={{ movedOn: today, creditCode: matter.creditCode ?? undefined, industry: '6513', originKind: 'established' }}
        hints={{ industry: '《国民经济行业分类》四位代码' }}
        save="办结入驻"
        onCancel={onClose}
        onSave={async ({ movedOn, ...firm }) => {
          await complete.mutateAsync({ id: matter.id, movedOn, firm })
          told()
        }}
      />
    </Stack>
  )
}
