/** What waits to be paid: chosen line by line for a list; what cannot be paid yet says why. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { potNames } from '#engines/policy/policy.ts'
import { account } from '#modules/fund/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'

type Line = Out<'payout/awaiting'>[number]
type Where = NonNullable<Line['where']>
const keyOf = ({ claim, payee }: Line) => `${claim} ${payee}`
const written = account.pick({ holder: true, bank: true, number: true })

export function Awaiting() {
  const asked = useQuery(query('payout/awaiting', {}))
  return <Loaded from={asked}>{(lines) => <Choice of={lines} />}</Loaded>
}

function Choice({ of: lines }: { of: readonly Line[] }) {
  const say = useSay()
  const go = useNavigate()
  const [chosen, choose] = useState<string[]>([])
  const [told, tell] = useState<Record<string, Where>>({})
  const [filling, fill] = useState<Line | null>(null)
  const make = useMutation({ ...command('payout/makeRemittance'), onError: say.failed })
  const whereOf = (line: Line) => told[keyOf(line)] ?? line.where
  const ready = (line: Line) => line.lacking === null && whereOf(line) !== null
  const picked = lines.filter((line) => chosen.includes(keyOf(line)) && ready(line))
  const sum = picked.reduce((total, { amount }) => total + amount, 0)
  const hand = async () => {
    const made = await make.mutateAsync({
      lines: picked.map((line) => ({ claim: line.claim, payee: line.payee, where: line.own ? null : whereOf(line) })),
    })
    say.done(`拨付清单 ${made.number} 已制作，请核对后送财政`)
    go(`/office/remittances/${made.id}`)
  }
  return (
    <Panel>
      <DataTable
        name="待拨付款项"
        rows={lines}
        columns={columns(whereOf, fill)}
        rowKey={keyOf}
        find={({ payee, claimNumber, title }) => [payee, claimNumber, title].join(' ')}
        chosen={{ keys: chosen, onChange: choose }}
        tools={
          <>
            <Act inline onClick={() => choose(lines.filter(ready).map(keyOf))}>
              选择全部可拨付的
            </Act>
            <Permitted
              main
              when={picked.length > 0 && !make.isPending}
              because="请选择要拨付的款项；标有原因的暂不能拨付"
              onClick={() => void hand().catch(() => undefined)}
            >
              {picked.length > 0 ? `制作清单：${picked.length} 笔 ${yuan(sum)} 元` : '制作清单'}
            </Permitted>
          </>
        }
        empty={<EmptyState title="没有待拨付的款项" about="事项公示期满并审定后，在这里列入拨付清单。" />}
      />
      <Dialog title={filling ? `“${filling.payee}”的收款账户` : ''} open={filling !== null} onClose={() => fill(null)}>
        {filling && (
          <RecordForm
            of={written}
            initial={whereOf(filling) ?? {}}
            save="确定"
            onCancel={() => fill(null)}
            onSave={async (where) => {
              tell({ ...told, [keyOf(filling)]: where })
              fill(null)
            }}
          />
        )}
      </Dialog>
    </Panel>
  )
}

const columns = (whereOf: (line: Line) => Where | null, fill: (line: Line) => void): Column<Line>[] => [
  {
    key: 'payee',
    title: '收款人与事项',
    wrap: 16,
    show: ({ payee, claimNumber, title }) => (
      <>
        {payee}
        <div className="quiet payout-small">
          {claimNumber} · {title}
        </div>
      </>
    ),
  },
  { key: 'line', title: '资金', show: ({ line }) => potNames[line] },
  { key: 'amount', title: '金额（元）', number: true, sort: ({ amount }) => amount, show: ({ amount }) => yuan(amount) },
  {
    key: 'where',
    title: '收款账户',
    wrap: 16,
    show: (line) => {
      const where = whereOf(line)
      return (
        <>
          {where ? (
            <>
              {where.holder}，{where.bank}
              <div className="number payout-small">{where.number}</div>
            </>
          ) : (
            <span className="quiet">未登记</span>
          )}
          {!line.own && (
            <Act inline onClick={() => fill(line)}>
              {where ? '更改账户' : '填写账户'}
            </Act>
          )}
        </>
      )
    },
  },
  {
    key: 'ready',
    title: '拨付',
    wrap: 12,
    show: (line) => (
      <>
        {line.lacking ? (
          <span className="payout-late">{line.lacking}</span>
        ) : whereOf(line) ? (
          <Mark tone="good">可拨付</Mark>
        ) : (
          <Mark tone="warn">请填写账户</Mark>
        )}
        {line.failure && <div className="quiet payout-small">上次退票：{line.failure}</div>}
      </>
    ),
  },
]
