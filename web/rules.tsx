/** A rule kept by version: the one in force, those before it and to come, and the office's way to a new one from a day on. */
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useFrame, useMe } from './session.tsx'
import { Dialog } from './ui/dialog.tsx'
import { Mark } from './ui/figure/light.tsx'
import { Panel } from './ui/frame/page.tsx'
import { EmptyState, Loaded } from './ui/frame/states.tsx'
import { Permitted } from './ui/permitted.tsx'
import { type Column, DataTable } from './ui/table.tsx'

type Version = { id: string; since: string; basis: string }
type Of<R extends Version> = {
  /** 监测规则 */
  title: string
  /** The versions, newest first. */
  from: UseQueryResult<R[]>
  /** What a version lays down, between its first day and its basis. */
  columns: Column<R>[]
  empty: { title: string; about: string }
  /** The form of a new version is long. */
  wide?: boolean
  /** The form of a new version, begun with what the last one says. */
  revise: (last: R | undefined, close: () => void) => ReactNode
}

export function RulePanel<R extends Version>({ title, from, columns, empty, wide = false, revise }: Of<R>) {
  const { role } = useMe()
  const [open, turn] = useState(false)
  const close = () => turn(false)
  return (
    <Panel
      title={title}
      flush
      actions={
        <Permitted when={role === 'office'} because={`只有领导小组办公室可以修订${title}`} onClick={() => turn(true)}>
          修订规则
        </Permitted>
      }
    >
      <Loaded from={from}>
        {(versions) => (
          <>
            <Versions title={title} of={versions} columns={columns} empty={empty} />
            <Dialog title={`修订${title}`} open={open} onClose={close} wide={wide}>
              {revise(versions[0], close)}
            </Dialog>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Versions<R extends Version>({ title, of, columns, empty }: Pick<Of<R>, 'title' | 'columns' | 'empty'> & { of: R[] }) {
  const today = useFrame()?.today ?? ''
  const inForce = of.find(({ since }) => since <= today)
  const since = (rule: R) => (
    <span className="row">
      <span className="number">{rule.since}</span>
      {rule === inForce && <Mark tone="good">现行</Mark>}
      {rule.since > today && <Mark tone="active">待生效</Mark>}
    </span>
  )
  return (
    <DataTable
      name={title}
      rows={of}
      columns={[
        { key: 'since', title: '生效日期', show: since },
        ...columns,
        { key: 'basis', title: '依据', show: ({ basis }) => basis, wrap: 16 },
      ]}
      rowKey={({ id }) => id}
      empty={<EmptyState {...empty} />}
    />
  )
}
