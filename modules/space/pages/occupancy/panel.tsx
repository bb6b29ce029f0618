/** Who uses a building or a unit, and who did: for the pages of both. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager } from '#web/ui/pager.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { columnsOf } from './columns.tsx'
import { CorrectDialog, EnterDialog, LeaveDialog } from './forms.tsx'

export type Stay = Out<'space/occupancies'>['rows'][number]
export const views = [
  { value: 'now', label: '在用' },
  { value: 'ended', label: '已退出' },
  { value: 'all', label: '全部' },
]
export type View = 'now' | 'ended' | 'all'
export const viewNamed = (name: string | null): View => (name === 'ended' || name === 'all' ? name : 'now')

const size = 20

type Of = { building: string; unit?: { id: string; area: number }; keeps: boolean }
export function OccupancyPanel({ building, unit, keeps }: Of) {
  const [view, look] = useState<View>(unit ? 'all' : 'now')
  const [page, turn] = useState(1)
  const [entering, enter] = useState(false)
  const asked = useQuery({
    ...query('space/occupancies', { building, ...(unit && { unit: unit.id }), state: view, page, size }),
    placeholderData: (last?: Out<'space/occupancies'>) => last,
  })
  return (
    <Panel
      flush
      title="使用记录"
      actions={
        <Row>
          <ViewSwitch
            name="在用或已退出"
            choices={views}
            value={view}
            onChange={(name) => {
              look(viewNamed(name))
              turn(1)
            }}
          />
          {keeps && (
            <Act inline icon={icons.add} onClick={() => enter(true)}>
              登记使用
            </Act>
          )}
        </Row>
      }
    >
      <Loaded from={asked} rows={4}>
        {({ rows, total }) => (
          <>
            <Stays rows={rows} of={unit ? 'unit' : 'building'} size={size} />
            <Pager size={size} total={total} page={page} onTurn={turn} />
          </>
        )}
      </Loaded>
      <EnterDialog open={entering} unit={unit ?? null} onClose={() => enter(false)} />
    </Panel>
  )
}

/** Lines with what can be done about each. */
export function Stays({
  rows,
  of,
  size,
  empty,
}: {
  rows: Stay[]
  of: 'unit' | 'building' | 'all'
  size: number
  empty?: string
}) {
  const [leaving, leave] = useState<Stay | null>(null)
  const [wrong, correct] = useState<Stay | null>(null)
  return (
    <>
      <DataTable
        name="使用记录"
        rows={rows}
        columns={columnsOf(of, { leave, correct })}
        rowKey={({ id }) => id}
        pageSize={size}
        empty={empty ?? '没有使用记录'}
      />
      <LeaveDialog of={leaving} onClose={() => leave(null)} />
      <CorrectDialog of={wrong} onClose={() => correct(null)} />
    </>
  )
}
