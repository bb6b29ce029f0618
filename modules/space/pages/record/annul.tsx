/** A record of what never was: annulled with its reason, beside the form that sets records right. */
import { useState } from 'react'
import { ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { Row } from '#web/ui/frame/page.tsx'
import './record.css'

type Of = { title: string; about: string; onAnnul: (reason: string) => Promise<unknown>; onClose: () => void }

export function Annul({ title, about, onAnnul, onClose }: Of) {
  const say = useSay()
  const [reason, tell] = useState<string | null>(null)
  const annul = () =>
    onAnnul(reason ?? '').then(() => {
      say.done('已作废，原登记保留可查')
      onClose()
    }, say.failed)
  return (
    <Notice tone="warning" title={title}>
      <Row>
        <div className="record-words">
          <TextInput name="作废理由" placeholder="作废理由" value={reason} maxLength={500} onChange={tell} />
        </div>
        <ConfirmButton danger disabled={!reason?.trim()} ask="确定作废吗？" about={about} yes="作废" onConfirm={annul}>
          作废
        </ConfirmButton>
      </Row>
    </Notice>
  )
}
