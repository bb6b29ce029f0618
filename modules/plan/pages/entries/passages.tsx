/** The tabs of plain passages: goals, safeguards, zones and directions. */
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { orgName, spanOf, useDesk } from '../desk.ts'
import { Entry, EntryList } from './entry.tsx'

const fromText = '也可在原文中选中文字后添加。'

export function Passages({ what }: { what: 'goal' | 'safeguard' }) {
  const { whole, edit } = useDesk()
  const [rows, name] = what === 'goal' ? [whole.goals, '发展目标'] : [whole.safeguards, '保障措施']
  return (
    <EntryList
      name={name}
      count={rows.length}
      empty={`没有读到${name}。${fromText}`}
      add={{ word: `添加${name}`, onAdd: () => edit({ what, id: null }) }}
    >
      {rows.map((row) => (
        <Entry
          key={row.id}
          id={row.id}
          span={spanOf(row)}
          number={row.number}
          title={row.title}
          onEdit={() => edit({ what, id: row.id })}
        >
          {row.text}
        </Entry>
      ))}
    </EntryList>
  )
}

export function Zones() {
  const { whole, orgs, edit } = useDesk()
  return (
    <EntryList
      name="空间布局"
      count={whole.zones.length}
      empty={`没有读到空间布局。${fromText}`}
      add={{ word: '添加空间布局', onAdd: () => edit({ what: 'zone', id: null }) }}
    >
      {whole.zones.map((zone) => (
        <Entry
          key={zone.id}
          id={zone.id}
          span={spanOf(zone)}
          title={zone.note ? `${zone.name}（${zone.note}）` : zone.name}
          onEdit={() => edit({ what: 'zone', id: zone.id })}
          marks={
            <>
              {zone.org && <Mark tone="good">{orgName(orgs, zone.org)}</Mark>}
              {zone.carriers.map((carrier) => (
                <Mark key={carrier}>{carrier}</Mark>
              ))}
              {zone.brand && <Mark tone="active">{zone.brand}</Mark>}
            </>
          }
        >
          {zone.text}
        </Entry>
      ))}
    </EntryList>
  )
}

/** Directions are words without a place of their own; the text is searched for them. */
export function Directions() {
  const { whole, edit, find, editable } = useDesk()
  const { directions } = whole.plan
  return (
    <>
      <div className="entries-head">
        <h2>
          重点方向 <span className="quiet number">{directions.length}</span>
        </h2>
        {editable && <Act onClick={() => edit({ what: 'direction' })}>更正重点方向</Act>}
      </div>
      {directions.length ? (
        <ul className="entries">
          {directions.map((direction) => (
            <li key={direction} className="entry">
              <button type="button" className="plain entry-title" onClick={() => find(direction)}>
                {direction}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet entries-empty">没有读到重点方向。</p>
      )}
    </>
  )
}
