/** The buildings that match, on a map with the list of them beside it. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { type In, type Out, query } from '#web/client.ts'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type MapPin, PlaceMap } from '#web/ui/map/place-map.tsx'
import { squares } from './words.ts'

type Found = Out<'space/buildingPins'>

export function BuildingsOnMap({ filter }: { filter: In<'space/buildingPins'> }) {
  const asked = useQuery(query('space/buildingPins', filter))
  const map = useQuery({ ...query('org/map', {}), staleTime: 300_000 })
  return (
    <div className="space-map">
      <Loaded from={asked}>
        {(found) => <Loaded from={map}>{({ boundary }) => <Both of={found} boundary={boundary?.rings ?? []} />}</Loaded>}
      </Loaded>
    </div>
  )
}

/** A building as the map draws it. */
export const drawnOf = ({ id, name, longitude, latitude, precision, vacantArea }: Found['pins'][number]): MapPin => ({
  key: id,
  at: [longitude, latitude],
  name,
  note: vacantArea > 0 ? `空置 ${squares(vacantArea)}` : '无空置',
  approx: precision === 'approx',
  strong: vacantArea > 0,
})

function Both({ of: { pins, unpinned }, boundary }: { of: Found; boundary: [number, number][][] }) {
  const [picked, pick] = useState<string | null>(null)
  const drawn = useMemo(() => pins.map(drawnOf), [pins])
  if (!pins.length)
    return (
      <EmptyState
        title="没有可以显示的位置"
        about={unpinned > 0 ? `符合条件的 ${unpinned} 幢楼宇尚未标注位置，请在其台账中标注。` : '没有符合条件的楼宇。'}
      />
    )
  return (
    <div className="space-map-halves">
      <PlaceMap boundary={boundary} pins={drawn} picked={picked} onPick={pick} />
      <div className="space-map-list">
        <p className="quiet">
          <span className="space-key strong" aria-hidden="true" />
          方形为有空置，
          <span className="space-key" aria-hidden="true" />
          圆形为无空置，空心为示意位置{unpinned > 0 && `；另有 ${unpinned} 幢未标位置`}
        </p>
        <ul>
          {drawn.map(({ key, name, note }) => (
            <li key={key} className={key === picked ? 'picked' : undefined}>
              <Link to={`/office/buildings/${key}`}>{name}</Link>
              <span className="quiet number">{note}</span>
              <button type="button" className="plain space-locate" onClick={() => pick(key)}>
                定位<span className="visually-hidden">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
