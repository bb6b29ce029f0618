/** Figures of other authorities that no ledger here makes: entered with their source, corrected in the open. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rounded } from '#modules/plan/quantity.ts'
import { type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { useOrgNames } from '#web/timeline.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { entryKeepers, seriesNames, seriesUnits } from '../model.ts'
import { EntryForm } from './entry-form.tsx'
import './indicator.css'

type Entered = Out<'indicator/entered'>[number]

export default function Entries() {
  const me = useMe()
  const names = useOrgNames()
  const today = useFrame()?.today
  const [open, ask] = useState<'enter' | Entered | null>(null)
  const asked = useQuery(query('indicator/entered', {}))
  const keeps = me.org !== null && entryKeepers.some((role) => role === me.role)
  const close = () => ask(null)
  const columns: Column<Entered>[] = [
    {
      key: 'series',
      title: '数据项',
      wrap: 12,
      show: ({ series }) => seriesNames[series],
      filter: { of: seriesNames, has: ({ series }) => series },
    },
    { key: 'asOf', title: '数据截至', show: ({ asOf }) => <span className="number">{asOf}</span>, sort: ({ asOf }) => asOf },
    {
      key: 'value',
      title: '数值',
      number: true,
      show: ({ series, value, knownUntil }) => (
        <span className={knownUntil ? 'told-before' : undefined}>{amountOf(series, value)}</span>
      ),
    },
    { key: 'source', title: '数据来源', show: (entry) => <Source of={entry} /> },
    {
      key: 'by',
      title: '填报',
      show: ({ keeper, enteredBy, knownFrom }) => (
        <>
          {names.get(keeper)}
          <div className="quiet indicator-small">
            {enteredBy}，{knownFrom}
          </div>
        </>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      show: (entry) =>
        entry.knownUntil ? null : (
          <Permitted
            inline
            when={keeps && (me.role === 'office' || entry.keeper === me.org?.id)}
            because={`只有填报单位（${names.get(entry.keeper) ?? '该单位'}）可以更正`}
            onClick={() => ask(entry)}
          >
            更正
          </Permitted>
        ),
    },
  ]
  return (
    <PageFrame
      title="录入数据"
      description="其他部门发布、平台台账不产生的数据，由负责单位录入并注明来源；有误时更正，原数值保留。"
      actions={
        <Permitted main icon={icons.add} when={keeps} because="由负责该数据的部门录入" onClick={() => ask('enter')}>
          录入数据
        </Permitted>
      }
    >
      <Panel flush>
        <div className="indicator-table padded">
          <Loaded from={asked} rows={10}>
            {(rows) => (
              <DataTable
                name="录入数据"
                rows={newestFirst(rows)}
                columns={columns}
                rowKey={({ id }) => id}
                find={({ series, asOf, source }) => `${seriesNames[series]} ${asOf} ${source}`}
                empty={<EmptyState title="尚未录入数据" />}
              />
            )}
          </Loaded>
        </div>
      </Panel>
      <Dialog title={open === 'enter' ? '录入数据' : '更正录入数据'} open={open !== null} onClose={close}>
        {open && <EntryForm today={today} replaced={open === 'enter' ? null : open} onClose={close} />}
      </Dialog>
    </PageFrame>
  )
}

const Source = ({ of: { source, knownUntil, reason } }: { of: Entered }) => (
  <span className="entry-source">
    {source}
    {reason && <span className="quiet indicator-small entry-note">更正原因：{reason}</span>}
    {knownUntil && <Mark>{knownUntil} 已更正</Mark>}
  </span>
)

function amountOf(series: Entered['series'], value: number): string {
  const { figure, unit } = rounded(value, seriesUnits[series], 4)
  return `${figure}${unit}`
}

/** Series by series, the newest day first and what holds before what it replaced. */
const newestFirst = (rows: Entered[]): Entered[] => {
  const order = Object.keys(seriesNames)
  return [...rows].reverse().sort((a, b) => order.indexOf(a.series) - order.indexOf(b.series))
}
