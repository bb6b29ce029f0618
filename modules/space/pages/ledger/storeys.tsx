/** The building as it stands: one row a floor from the top down, units as wide as their area, each told by word and colour. */
import { type CSSProperties, useState } from 'react'
import { useSearchParams } from 'react-router'
import { standings } from '#modules/space/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { FloorDialog } from '../unit/floor-form.tsx'
import { MergeDialog } from '../unit/merge-form.tsx'
import { UnitDialog } from '../unit/unit-form.tsx'
import { UnitSheet } from '../unit/unit-sheet.tsx'
import type { StandingUnit, Storey, WholeBuilding } from './whole.ts'
import { floorName, lookOnly, type StandingWord, squares, untilOf } from './words.ts'

export function Storeys({ of }: { of: WholeBuilding }) {
  const [search, write] = useSearchParams()
  const [floor, addFloor] = useState<Storey | 'new' | null>(null)
  const [into, addUnit] = useState<Storey | null>(null)
  const [chosen, choose] = useState<string[] | null>(null)
  const [merging, merge] = useState(false)
  const units = of.floors.flatMap(({ units }) => units)
  const open = units.find(({ id }) => id === search.get('unit'))
  const turn = (id: string | null) => {
    const next = new URLSearchParams(search)
    if (id) next.set('unit', id)
    else next.delete('unit')
    write(next, { replace: true })
  }
  const click = (id: string) => {
    if (!chosen) return turn(id)
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  }
  return (
    <Panel
      title="楼层与单元"
      actions={
        <>
          {chosen ? (
            <>
              <span className="quiet" role="status">
                已选 {chosen.length} 个单元
              </span>
              <Act main disabled={chosen.length < 2} onClick={() => merge(true)}>
                合并所选
              </Act>
              <Act onClick={() => choose(null)}>取消</Act>
            </>
          ) : (
            <Permitted when={of.keeps} because={lookOnly} disabled={units.length < 2} onClick={() => choose([])}>
              合并单元
            </Permitted>
          )}
          <Permitted when={of.keeps} because={lookOnly} onClick={() => addFloor('new')}>
            登记楼层
          </Permitted>
        </>
      }
    >
      {of.floors.length ? (
        <>
          <Legend of={units} />
          <ol className="storeys" aria-label="楼层，自上而下">
            {of.floors.map((storey, at) => (
              <li key={storey.id}>
                {storey.number < 0 && (of.floors[at - 1]?.number ?? 1) > 0 && (
                  <div className="storey-ground" aria-hidden="true" />
                )}
                <StoreyRow
                  of={storey}
                  widest={Math.max(...of.floors.map(({ area }) => area))}
                  chosen={chosen}
                  onUnit={click}
                  onFloor={of.keeps ? () => addFloor(storey) : undefined}
                  onAdd={of.keeps ? () => addUnit(storey) : undefined}
                />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <EmptyState title="尚未登记楼层" about="先登记楼层及其面积，再登记各层的单元；也可用“楼宇单元”表格一次导入。" />
      )}
      <FloorDialog building={of.building.id} of={floor} onClose={() => addFloor(null)} />
      <UnitDialog storey={into} onClose={() => addUnit(null)} />
      <MergeDialog
        units={units.filter(({ id }) => chosen?.includes(id))}
        open={merging}
        onClose={() => merge(false)}
        onDone={() => choose(null)}
      />
      <UnitSheet whole={of} of={open} onClose={() => turn(null)} onOpen={turn} />
    </Panel>
  )
}

function Legend({ of }: { of: StandingUnit[] }) {
  const area = (word: StandingWord) =>
    of.filter(({ standing }) => standing.is === word).reduce((sum, { area }) => sum + Math.round(area * 100), 0) / 100
  return (
    <ul className="storey-legend" aria-label="图例">
      {(Object.keys(standings) as StandingWord[]).map((word) => (
        <li key={word}>
          <i className={`is-${word}`} aria-hidden="true" />
          {standings[word]} <span className="quiet number">{squares(area(word))}</span>
        </li>
      ))}
    </ul>
  )
}

type RowOf = {
  of: Storey
  /** Area of the largest floor. */
  widest: number
  chosen: string[] | null
  onUnit: (id: string) => void
  onFloor?: () => void
  onAdd?: () => void
}

function StoreyRow({ of: { number, area, height, load, units }, widest, chosen, onUnit, onFloor, onAdd }: RowOf) {
  const given = units.reduce((sum, unit) => sum + unit.area, 0)
  const rest = Math.max(0, area - given)
  return (
    <div className="storey">
      <div className="storey-name">
        <span>
          {onFloor ? (
            <Act inline onClick={onFloor}>
              {floorName(number)}
            </Act>
          ) : (
            floorName(number)
          )}
          {onAdd && (
            <>
              {' '}
              <Act inline name={`在${floorName(number)}登记单元`} onClick={onAdd}>
                ＋单元
              </Act>
            </>
          )}
        </span>
        <span className="quiet space-small number" title={load === null ? undefined : `楼面荷载 ${load} kN/㎡`}>
          {squares(area)}
          {height !== null && ` · 高 ${height} m`}
        </span>
      </div>
      <ul
        className="storey-units"
        style={{ maxWidth: `${Math.max(25, (area / widest) * 100)}%` }}
        aria-label={`${floorName(number)}的单元`}
      >
        {units.map((unit) => (
          <Block key={unit.id} of={unit} chosen={chosen?.includes(unit.id)} onClick={() => onUnit(unit.id)} />
        ))}
        {rest > 0.005 && (
          <li className="storey-rest" style={{ '--share': rest } as CSSProperties} title={`未划分单元 ${squares(rest)}`}>
            <span className="quiet space-small">{units.length ? '' : `未登记单元，${squares(rest)}`}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

function Block({ of, chosen, onClick }: { of: StandingUnit; chosen: boolean | undefined; onClick: () => void }) {
  const { name, area, standing, occupant, listed } = of
  const rest = [untilOf(of), listed && '对外推介'].filter(Boolean).join('，')
  return (
    <li style={{ '--share': area, display: 'contents' } as CSSProperties}>
      <button
        type="button"
        className={`plain storey-unit is-${standing.is}${chosen ? ' chosen' : ''}`}
        aria-pressed={chosen}
        title={[name, squares(area), standings[standing.is], occupant, rest].filter(Boolean).join('，')}
        onClick={onClick}
      >
        <b>
          {name}
          {listed && <span aria-hidden="true"> ★</span>}
        </b>
        <span className="number">{squares(area)}</span>
        <span>{occupant ? `${shortWords[standing.is]}·${occupant}` : standings[standing.is]}</span>
        {rest && <span className="visually-hidden">{rest}</span>}
      </button>
    </li>
  )
}

/** Before the name of who is in it. */
const shortWords: Record<StandingWord, string> = { vacant: '空置', pending: '待交付', let: '已租', occupied: '未签约' }
