/** The money of a year: its four pots, what will still be asked of them, who waits, and every entry (plan task 3). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { download, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { ArrangeDialog } from './arrange.tsx'
import { Entries } from './entries.tsx'
import { Forecast } from './forecast.tsx'
import { PotCard } from './pot.tsx'
import { Readers } from './reads.tsx'
import { officeOnly } from './words.ts'
import './payout.css'

export type Funds = Out<'payout/funds'>

export default function FundsPage() {
  return (
    <Readers>
      <Opened />
    </Readers>
  )
}

function Opened() {
  const say = useSay()
  const [search, write] = useSearchParams()
  const year = Number(search.get('year')) || undefined
  const asked = useQuery(query('payout/funds', year ? { year } : {}))
  const save = useMutation({ ...download('payout/exportEntries'), onError: say.failed })
  const [arranging, arrange] = useState(false)
  const may = useMe().role === 'office'
  return (
    <PageFrame
      title="政策资金"
      description="每年专项资金按招引、人才、载体、平台四项安排；受理时预留，审定时承诺，到账后计入支付，任何一项都不能超支。"
      actions={
        asked.data && (
          <>
            <ChoiceInput
              name="年度"
              width={112}
              choices={asked.data.years.map((one) => ({ value: String(one), label: `${one} 年` }))}
              value={String(asked.data.year)}
              onChange={(one) => write(one ? { year: one } : {}, { replace: true })}
            />
            <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate({ year: asked.data.year })}>
              导出流水
            </Act>
            <Permitted main when={may} because={officeOnly} onClick={() => arrange(true)}>
              安排资金
            </Permitted>
          </>
        )
      }
    >
      <Loaded from={asked} rows={10}>
        {(funds) => (
          <>
            <Totals of={funds} />
            <PageTabs
              of={[
                {
                  key: 'pots',
                  title: '四项资金',
                  content: <Pots of={funds} onArrange={may ? () => arrange(true) : undefined} />,
                },
                { key: 'forecast', title: '需求预测与轮候', content: <Forecast year={funds.year} /> },
                { key: 'entries', title: '资金流水', content: <Entries year={funds.year} /> },
              ]}
            />
            <ArrangeDialog of={funds} open={arranging} onClose={() => arrange(false)} />
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Totals({ of: { lines, year } }: { of: Funds }) {
  const sum = (key: 'amount' | 'reserved' | 'committed' | 'paid' | 'free') =>
    lines.reduce((total, line) => total + line[key], 0) / 100
  const entries = (kind: string) => `/office/funds?year=${year}&tab=entries&kind=${kind}`
  return (
    <Panel>
      <Tiles width={150}>
        <Figure label="全年安排" value={sum('amount')} unit="元" />
        <Figure label="已预留" value={sum('reserved')} unit="元" to={entries('reserve')} />
        <Figure label="已承诺" value={sum('committed')} unit="元" to={entries('commit')} />
        <Figure label="已支付" value={sum('paid')} unit="元" to={entries('pay')} />
        <Figure label="余额" value={sum('free')} unit="元" />
      </Tiles>
    </Panel>
  )
}

function Pots({ of: { lines, year }, onArrange }: { of: Funds; onArrange: (() => void) | undefined }) {
  if (lines.every(({ amount }) => amount === 0))
    return (
      <EmptyState
        title={`${year} 年度资金尚未安排`}
        about="安排后方可发布条款、预留和兑付。"
        actions={onArrange && <Act onClick={onArrange}>安排资金</Act>}
      />
    )
  return (
    <div className="payout-pots">
      {lines.map((line) => (
        <PotCard key={line.line} of={line} year={year} />
      ))}
    </div>
  )
}
