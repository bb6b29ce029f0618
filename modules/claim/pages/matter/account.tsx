/** Where the money of a claim goes: entered once, for every claim of the firm; by the office, for one that claims on paper. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { closedStates } from '#modules/claim/flow.ts'
import { account } from '#modules/fund/model.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Facts, Panel } from '#web/ui/frame/page.tsx'
import type { Whole } from '../words.ts'

const paid = account.pick({ holder: true, bank: true, number: true })
const shut: readonly Whole['claim']['status'][] = ['paying', ...closedStates]
/** Where it is changed on the page of the claim. */
export const asksAccount = ({ claim, writable }: Whole): boolean => writable && !shut.includes(claim.status)

export function Account({ of }: { of: Whole }) {
  const { account: now, claim } = of
  const say = useSay()
  const office = useMe().role === 'office'
  const [open, turn] = useState(false)
  const save = useMutation(command('claim/saveAccount'))
  const saveFor = useMutation(command('fund/keepAccountFor'))
  return (
    <Panel
      title="收款账户"
      actions={
        asksAccount(of) && (
          <Act inline onClick={() => turn(true)}>
            {now ? '更换' : '登记'}
          </Act>
        )
      }
    >
      {now ? (
        <Facts
          of={[
            { title: '户名', value: now.holder, wide: true },
            { title: '开户银行', value: now.bank, wide: true },
            { title: '账号', value: <span className="number">{now.number}</span>, wide: true },
          ]}
        />
      ) : (
        <p className="quiet">尚未登记，提交或确认前须登记一次，以后不再填写。</p>
      )}
      <Dialog title="收款账户" open={open} onClose={() => turn(false)}>
        <RecordForm
          of={paid}
          initial={now ?? { holder: claim.name }}
          onCancel={() => turn(false)}
          onSave={async (given) => {
            await (office ? saveFor.mutateAsync({ ...given, enterprise: claim.enterprise }) : save.mutateAsync(given))
            say.done('账户已登记')
            turn(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}
