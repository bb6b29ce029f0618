/** Appeals against a refusal, with what became of them; the office decides here, the firm raises its own. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { oneOf, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import type { Whole } from '../words.ts'
import '../claim.css'

const deciding = z.object({
  result: oneOf('复核结果', { upheld: '成立，重新审核', dismissed: '不成立，维持原决定' }),
  finding: text('复核结论', 1000),
})
const raising = z.object({ text: text('复核理由', 2000) })

export function Appeals({ of: { claim, appeals } }: { of: Whole }) {
  const { role } = useMe()
  const [open, turn] = useState(false)
  const waiting = appeals.some(({ decidedOn }) => decidedOn === null)
  const firm = role === 'enterprise' || role === 'institution'
  const may = firm ? claim.status === 'refused' && !waiting : role === 'office' && waiting
  if (!appeals.length && !(firm && may)) return null
  const word = firm ? '申请复核' : '作出复核决定'
  return (
    <Panel title="复核" flush actions={may && <Act onClick={() => turn(true)}>{word}</Act>}>
      <ul className="claim-lines">
        {appeals.length === 0 && <li className="quiet">对不予支持决定有异议的，可在规定期限内申请复核。</li>}
        {appeals.map(({ id, text, raisedOn, dueOn, decidedOn, upheld, finding }) => (
          <li key={id}>
            <span className="name">
              {text}
              {finding && <div>复核结论：{finding}</div>}
              <div className="quiet claim-small">
                {raisedOn} 申请，{decidedOn ? `${decidedOn} 办结` : `${dueOn} 前办结`}
              </div>
            </span>
            <Mark tone={upheld === null ? 'active' : upheld ? 'good' : 'quiet'}>
              {upheld === null ? '待复核' : upheld ? '成立' : '维持原决定'}
            </Mark>
          </li>
        ))}
      </ul>
      <Dialog title={word} open={open} onClose={() => turn(false)}>
        {firm ? <Raise id={claim.id} onDone={() => turn(false)} /> : <Decide id={claim.id} onDone={() => turn(false)} />}
      </Dialog>
    </Panel>
  )
}

type Of = { id: string; onDone: () => void }
function Raise({ id, onDone }: Of) {
  const say = useSay()
  const raise = useMutation(command('claim/appeal'))
  return (
    <RecordForm
      of={raising}
      save="提交"
      onCancel={onDone}
      onSave={async ({ text }) => {
        await raise.mutateAsync({ id, text })
        say.done('已提交复核申请')
        onDone()
      }}
    />
  )
}

function Decide({ id, onDone }: Of) {
  const say = useSay()
  const decide = useMutation(command('claim/decideAppeal'))
  return (
    <RecordForm
      of={deciding}
      save="作出决定"
      onCancel={onDone}
      onSave={async ({ result, finding }) => {
        await decide.mutateAsync({ id, upheld: result === 'upheld', finding })
        say.done('已作出复核决定')
        onDone()
      }}
    />
  )
}
