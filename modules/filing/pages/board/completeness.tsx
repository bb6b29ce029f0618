/** How complete a month is, place by place: a bar of where the reports stand, and the counts that open their names. */
import { Link } from 'react-router'
import { type Standing, standings } from '#modules/filing/model.ts'
import type { Out } from '#web/client.ts'
import { useOrgNames } from '#web/timeline.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { outside } from '../places.tsx'

type Board = Out<'filing/board'>
type Counts = Board['total']
type Placed = Board['zones'][number]

const order = Object.keys(standings) as Standing[]
export const sizeOf = (of: Counts): number => order.reduce((all, standing) => all + of[standing], 0)
export const filedOf = (of: Counts): number => of.accepted + of.submitted

/** Where all stand, in one bar. */
export function StandingBar({ of, label }: { of: Counts; label: string }) {
  const all = sizeOf(of)
  const told = order.map((standing) => `${standings[standing]} ${of[standing]} 家`).join('，')
  return (
    <div className="standing-bar" role="img" aria-label={`${label}：${told}`} title={told}>
      {order.map((standing) => (
        <span key={standing} className={`is-${standing}`} style={{ width: `${(of[standing] / all) * 100}%` }} />
      ))}
    </div>
  )
}

type LinkOf = { place?: Record<string, string>; month: string; standing: Standing[]; count: number; may: boolean }
/** A count that opens its names, for those who may see them. */
export function CountLink({ place = {}, month, standing, count, may }: LinkOf) {
  if (count === 0) return <span className="quiet">0</span>
  if (!may) return count
  const search = new URLSearchParams({ tab: 'names', month, ...place, standing: standing.join(',') })
  return <Link to={`?${search}`}>{count}</Link>
}

type PlacesOf = { title: string; param: 'zone' | 'town'; rows: Placed[]; month: string; may: boolean }

export function Places({ title, param, rows, month, may }: PlacesOf) {
  const names = useOrgNames()
  const nameOf = ({ place }: Placed) => (place ? (names.get(place) ?? '—') : outside.label)
  const count = (key: string, heading: string, standing: Standing[]): Column<Placed> => ({
    key,
    title: heading,
    number: true,
    show: (row) => (
      <CountLink
        place={{ [param]: row.place ?? outside.value }}
        month={month}
        standing={standing}
        count={standing.reduce((sum, one) => sum + row[one], 0)}
        may={may}
      />
    ),
    sort: (row) => standing.reduce((sum, one) => sum + row[one], 0),
  })
  const columns: Column<Placed>[] = [
    { key: 'place', title, show: nameOf, sort: nameOf },
    {
      key: 'part',
      title: '报送率',
      width: 260,
      show: (row) => (
        <div className="standing-part">
          <StandingBar of={row} label={nameOf(row)} />
          <span className="number">{Math.round((filedOf(row) / sizeOf(row)) * 100)}%</span>
        </div>
      ),
      sort: (row) => filedOf(row) / sizeOf(row),
    },
    count('all', '应报', order),
    count('accepted', '已审核', ['accepted']),
    count('submitted', '待审核', ['submitted']),
    count('returned', '已退回', ['returned']),
    count('open', '未报送', ['draft', 'none']),
  ]
  return (
    <Panel title={`按${title}`} flush>
      {rows.length ? (
        <DataTable name={`按${title}`} rows={rows} columns={columns} rowKey={({ place }) => place ?? outside.value} />
      ) : (
        <EmptyState title="本月没有应报送的企业" />
      )}
    </Panel>
  )
}
