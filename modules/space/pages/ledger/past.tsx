/** Units that are no more: when they ended and what became of them. */
import { useMemo } from 'react'
import { Panel } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import type { WholeBuilding } from './whole.ts'
import { floorName, squares } from './words.ts'

type Line = WholeBuilding['past'][number] & { became: string; from: string }

export function Past({ of }: { of: WholeBuilding }) {
  const rows = useMemo(() => {
    const all = [...of.floors.flatMap(({ units }) => units), ...of.past]
    const nameOf = new Map(all.map(({ id, name }) => [id, name]))
    return of.past.map((unit): Line => {
      const next = all.filter(({ origins }) => origins.includes(unit.id))
      const whole = next.length === 1 && next[0]!.origins.length > 1
      return {
        ...unit,
        became: next.length ? `${whole ? '并入' : '拆为'} ${next.map(({ name }) => name).join('、')}` : '停用',
        from: unit.origins.map((id) => nameOf.get(id) ?? '').join('、'),
      }
    })
  }, [of])
  return (
    <Panel flush>
      <DataTable name="拆并与停用" rows={rows} columns={columns} rowKey={({ id }) => id} />
    </Panel>
  )
}

const columns: Column<Line>[] = [
  { key: 'name', title: '单元号', show: ({ name }) => name },
  { key: 'floor', title: '楼层', show: ({ floorNumber }) => floorName(floorNumber) },
  { key: 'area', title: '建筑面积', number: true, show: ({ area }) => squares(area) },
  { key: 'since', title: '启用', show: ({ since }) => <span className="number">{since}</span> },
  { key: 'until', title: '停用', show: ({ until }) => <span className="number">{until}</span> },
  { key: 'became', title: '去向', wrap: 16, show: ({ became }) => became },
  { key: 'from', title: '来自', wrap: 12, show: ({ from }) => from || null },
]
