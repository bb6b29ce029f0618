/** Appeals against a refusal or a sum, with what became of them; the firm raises its own, the office decides. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { amount, oneOf, text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf, yuanOf } from '#web/money.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { money, type Whole } from '../words.ts'
import '../claim.css'

type Raised = Whole['appeals'][number]

export function Appeals({ of }: { of: Whole }) {
  const { appeals, appealable } = of
  const { role } = useMe()
  const [open, turn] = useState(false)
  const waiting = appeals.find(({ decidedOn }) => decidedOn === null)
  const may = waiting ? role === 'office' : appealable
  if (!appeals.length && !may) return null
  const word = waiting ? '作出复核决定' : '申请复核'
  const close = () => turn(false)
  return (
    <Panel title="复核" flush actions={may && <Act onClick={() => turn(true)}>{word}</Act>}>
      <ul className="claim-lines">
        {appeals.length === 0 && <li className="quiet">{invitation(of)}</li>}
        {appeals.map((one) => (
          <Line key={one.id} of={one} />
        ))}
      </ul>
      <Dialog title={word} open={open} onClose={close}>
        {waiting ? <Decide of={of} appeal={waiting} onDone={close} /> : <Raise of={of} onDone={close} />}
      </Dialog>
    </Panel>
  )
}

const invitation = ({ claim }: Whole): string =>
  claim.status === 'refused'
    ? '对不予支持决定有异议的，可在规定期限内申请复核。'
    : `${sums(claim)}；对核减有异议的，可在规定期限内、列入拨付清单前申请复核。`
const sums = ({ computed, asked, approved }: Whole['claim']): string =>
  `${computed === null ? `申报 ${money(asked)}` : `测算 ${money(computed)}`}，审定 ${money(approved)}`

function Line({ of: { text, raisedOn, dueOn, decidedOn, upheld, finding, against, amount } }: { of: Raised }) {
  return (
    <li>
      <span className="name">
        {text}
        {finding && <div>复核结论：{finding}</div>}
        <div className="quiet claim-small">
          {raisedOn} 申请，{decidedOn ? `${decidedOn} 办结` : `${dueOn} 前办结`}
          {against === null ? '，针对不予支持决定' : `，原审定 ${money(against)}`}
          {amount !== null && `，调增为 ${money(amount)}`}
        </div>
      </span>
      <Mark tone={upheld === null ? 'active' : upheld ? 'good' : 'quiet'}>
        {upheld === null ? '待复核' : upheld ? '成立' : against === null ? '维持原决定' : '维持原金额'}
      </Mark>
    </li>
  )
}

const raising = z.object({ text: text('复核理由', 2000) })
function Raise({ of: { claim }, onDone }: { of: Whole; onDone: () => void }) {
  const say = useSay()
  const raise = useMutation(command('claim/appeal'))
  return (
    <Stack>
      {claim.status !== 'refused' && (
        <p>
          {sums(claim)}
          {claim.reason && `，核减说明：${claim.reason}`}。复核期间暂停拨付，轮候次序不变。
        </p>
      )}
      <RecordForm
        of={raising}
        save="提交"
        onCancel={onDone}
        onSave={async ({ text }) => {
          await raise.mutateAsync({ id: claim.id, text })
          say.done('已提交复核申请')
          onDone()
        }}
      />
    </Stack>
  )
}

const finding = text('复核结论', 500)
const ofRefusal = z.object({ result: oneOf('复核结果', { upheld: '成立，重新审核', dismissed: '不成立，维持原决定' }), finding })
const ofSum = z.object({
  result: oneOf('复核结果', { upheld: '成立，调增金额', dismissed: '不成立，维持原金额' }),
  yuan: amount('复核金额', '元').nullable(),
  finding,
})

function Decide({ of: { claim, most }, appeal, onDone }: { of: Whole; appeal: Raised; onDone: () => void }) {
  const say = useSay()
  const decide = useMutation(command('claim/decideAppeal'))
  const finish = async (result: 'upheld' | 'dismissed', finding: string, amount: number | null = null) => {
    await decide.mutateAsync({ id: claim.id, upheld: result === 'upheld', finding, amount })
    say.done('已作出复核决定')
    onDone()
  }
  if (appeal.against === null)
    return (
      <RecordForm of={ofRefusal} save="作出决定" onCancel={onDone} onSave={({ result, finding }) => finish(result, finding)} />
    )
  const upTo = claim.computed ?? most
  return (
    <RecordForm
      of={ofSum}
      initial={{ yuan: yuanOf(claim.computed ?? claim.asked) }}
      hints={{
        yuan: `成立时填写：高于 ${money(appeal.against)}${upTo === null ? '' : `，最多 ${money(upTo)}`}；调增后重新公示和审定`,
      }}
      save="作出决定"
      onCancel={onDone}
      onSave={({ result, finding, yuan }) => finish(result, finding, result === 'upheld' ? fenOf(yuan) : null)}
    />
  )
}
