/** The map itself: maplibre draws the outline; pins are buttons above it, which a keyboard and a screen reader can reach. */
import { Map as Ground, LngLatBounds, NavigationControl, ScaleControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { apartFrom, boxAround, type Cluster, clustered, fanned, type Place } from './cluster.ts'
import type { Box, MapPin, PlaceMapOf } from './place-map.tsx'

setWorkerUrl(workerUrl)

const colours = { ground: '#eef1f5', land: '#fbfcfd', line: '#8a98ab' }
const words = {
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
  'Map.Title': '地图，可用方向键移动、加减号缩放',
  'ScaleControl.Meters': '米',
  'ScaleControl.Kilometers': '千米',
}

const styleOf = (boundary: PlaceMapOf['boundary']): StyleSpecification => ({
  version: 8,
  sources: {
    district: {
      type: 'geojson',
      data: {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: boundary.map((ring) => ring.map(([lon, lat]) => [lon, lat])) },
      },
    },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
    { id: 'land', type: 'fill', source: 'district', paint: { 'fill-color': colours.land } },
    { id: 'line', type: 'line', source: 'district', paint: { 'line-color': colours.line, 'line-width': 1.5 } },
  ],
})

export default function DrawnMap({ boundary, pins, picked, onPick, onDrop, dropped, onMoved }: PlaceMapOf) {
  const frame = useRef<HTMLDivElement>(null)
  const [ground, found] = useState<Ground | null>(null)
  const [, move] = useState(0)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const moved = useRef(onMoved)
  moved.current = onMoved

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; what is shown on it comes and goes below
  useEffect(() => {
    const map = new Ground({
      container: frame.current!,
      style: styleOf(boundary),
      ...(dropped
        ? { center: [...dropped], zoom: 14 }
        : { bounds: boundsOf([...boundary.flat(), ...pins.map(({ at }) => at)]), fitBoundsOptions: { padding: 24 } }),
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale: words,
    })
    map.touchZoomRotate.disableRotation()
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.addControl(new ScaleControl(), 'bottom-left')
    map.on('move', () => move((n) => n + 1))
    // Moved by a hand: what the page itself brings into sight has no event behind it.
    map.on('moveend', ({ originalEvent }) => originalEvent && moved.current?.(map.getBounds().toArray().flat() as Box))
    map.on('resize', () => move((n) => n + 1))
    map.on('click', ({ lngLat }) => drop.current?.([lngLat.lng, lngLat.lat]))
    found(map)
    return () => map.remove()
  }, [])

  const level = ground ? Math.floor(ground.getZoom()) : 0
  const clusters = useMemo(() => clustered(pins, level), [pins, level])
  const chosen = clusters.find(({ pins }) => pins.some(({ key }) => key === picked))
  const chosenAt = chosen?.pins.find(({ key }) => key === picked)?.at
  const hidden = chosen !== undefined && isTogether(chosen, level)
  // What is picked elsewhere is brought into sight, out of whatever it is drawn together with.
  useEffect(() => {
    if (!ground || !chosenAt) return
    if (hidden) ground.easeTo({ center: [...chosenAt], zoom: apartFrom })
    else if (!ground.getBounds().contains([...chosenAt])) ground.easeTo({ center: [...chosenAt] })
  }, [ground, chosenAt, hidden])

  return (
    <div className={onDrop ? 'place-map-frame dropping' : 'place-map-frame'}>
      <div ref={frame} className="place-map-ground" />
      {ground && (
        <ul className="place-map-pins">
          {clusters
            .filter(({ at }) => near(ground, at))
            .map((cluster) => (
              <Standing key={cluster.key} of={cluster} ground={ground} picked={picked} onPick={onPick} />
            ))}
          {dropped && (
            <li style={spot(ground, dropped)}>
              <span className="place-map-dropped" role="img" aria-label="所选位置" />
            </li>
          )}
        </ul>
      )}
      {ground && onDrop && (
        <div className="place-map-centre">
          <button
            type="button"
            onClick={() => {
              const { lng, lat } = ground.getCenter()
              onDrop([lng, lat])
            }}
          >
            标在地图中心
          </button>
        </div>
      )}
    </div>
  )
}

const boundsOf = (places: readonly Place[]) => {
  const box = boxAround(places)
  return box ? new LngLatBounds(box) : undefined
}

/** Within the frame, or so near that a part of it is. */
function near(ground: Ground, at: Place): boolean {
  const { x, y } = ground.project([...at])
  const { clientWidth, clientHeight } = ground.getContainer()
  return x > -40 && y > -40 && x < clientWidth + 40 && y < clientHeight + 40
}

const spot = (ground: Ground, at: Place, [dx, dy]: readonly [number, number] = [0, 0]) => {
  const { x, y } = ground.project([...at])
  return { transform: `translate(${(x + dx).toFixed(1)}px, ${(y + dy).toFixed(1)}px)` }
}

/** Drawn as one; nothing is gained by going nearer to what stands at one place. */
function isTogether({ pins }: Pick<Cluster<MapPin>, 'pins'>, zoom: number): boolean {
  const [west, south, east, north] = boxAround(pins.map(({ at }) => at))!
  const onePlace = west === east && south === north
  return pins.length > 1 && !(onePlace && zoom > 12)
}

type StandingOf = { of: Cluster<MapPin>; ground: Ground } & Pick<PlaceMapOf, 'picked' | 'onPick'>
function Standing({ of: { at, pins }, ground, picked, onPick }: StandingOf) {
  if (!isTogether({ pins }, ground.getZoom()))
    return pins.map((pin, nth) => (
      <li key={pin.key} style={spot(ground, at, fanned(nth, pins.length))}>
        <Pin of={pin} picked={pin.key === picked} onPick={onPick} />
      </li>
    ))
  return (
    <li style={spot(ground, at)}>
      <button
        type="button"
        className={pins.some(({ strong }) => strong) ? 'plain place-map-cluster strong' : 'plain place-map-cluster'}
        aria-label={`${pins.length} 幢楼宇，放大查看`}
        onClick={() => ground.fitBounds(boundsOf(pins.map(({ at }) => at))!, { padding: 60, maxZoom: apartFrom + 0.5 })}
      >
        {pins.length}
      </button>
    </li>
  )
}

function Pin({
  of: { key, name, note, approx, strong },
  picked,
  onPick,
}: { of: MapPin; picked: boolean } & Pick<PlaceMapOf, 'onPick'>) {
  const told = `${name}，${note}${approx ? '，位置为示意' : ''}`
  const look = ['plain', 'place-map-pin', strong && 'strong', approx && 'approx', picked && 'picked'].filter(Boolean).join(' ')
  if (!onPick) return <span className={look} role="img" aria-label={told} title={told} />
  return (
    <button type="button" className={look} aria-label={told} aria-pressed={picked} title={told} onClick={() => onPick(key)}>
      {picked && (
        <span className="place-map-label" aria-hidden="true">
          {name}
        </span>
      )}
    </button>
  )
}
