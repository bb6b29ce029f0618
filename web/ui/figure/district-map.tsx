/** A district on a map of our own: its boundary, and marks whose areas tell values, each a link or a button with its name beside it. */
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { LightName } from '#modules/work/model.ts'
import { EmptyState } from '../frame/states.tsx'
import { type Disc, type Label, labelled, type Place, projection, radiiOf, type Size, widthOf } from './district-map.layout.ts'
import './light.css'
import './district-map.css'

export type MapMark = {
  key: string
  name: string
  at: Place
  /** What the area of the mark tells. */
  value: number
  /** The figure in words: 123 家. Where a tone means something, the words say it too. */
  label: string
  to?: string
  tone?: LightName
}

type MapOf = {
  /** Rings of longitude and latitude, in the datum of the marks. */
  boundary: readonly (readonly Place[])[]
  marks: readonly MapMark[]
  /** For marks that lead nowhere. */
  onPick?: (key: string) => void
  picked?: string | null
}

export function DistrictMap({ boundary, marks, onPick, picked }: MapOf) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const size = useSize(frame)
  const drawn = useMemo(() => size && draw(boundary, marks, size), [boundary, marks, size])
  if (boundary.length === 0) return <EmptyState title="暂无地图数据" />
  return (
    <figure className="map" aria-label="分布示意图">
      <div className="map-frame" ref={setFrame}>
        {drawn && (
          <>
            <svg className="map-ground" aria-hidden="true">
              <path className="map-land" d={drawn.land} />
              {drawn.placed.map(
                ({ mark, label }) =>
                  label?.leader && <path key={mark.key} className="map-leader" d={`M${label.leader.map(pair).join('L')}`} />,
              )}
            </svg>
            <ul>
              {drawn.placed.map(({ mark, disc, label }) => (
                <li key={mark.key}>
                  <Opening of={mark} disc={disc} onPick={onPick} picked={mark.key === picked}>
                    <Spot disc={disc} tone={mark.tone} />
                    <Words of={mark} disc={disc} label={label} />
                  </Opening>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <figcaption className="map-note">边界与位置为示意</figcaption>
    </figure>
  )
}

const pair = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** Sizes of type, as the style sheet has them. */
const type = { name: 13, figure: 12, lines: 36 }
/** The place itself, seen also where the value is nothing. */
const dot = 3.5
/** Between a disc and the ring around what is chosen. */
const ring = 4

function draw(boundary: MapOf['boundary'], marks: MapOf['marks'], frame: Size) {
  const largest = Math.min(32, Math.max(16, Math.min(frame.width, frame.height) * 0.07))
  const place = projection([...boundary.flat(), ...marks.map(({ at }) => at)], frame, largest)
  const radii = radiiOf(
    marks.map(({ value }) => value),
    largest,
  )
  const discs = marks.map(({ at }, index): Disc => ({ ...place(at), radius: Math.max(radii[index]!, dot) }))
  const widest = Math.min(240, frame.width / 2)
  const sizes = marks.map(({ name, label }) => ({
    width: Math.min(Math.ceil(Math.max(widthOf(name) * type.name, widthOf(label) * type.figure)), widest),
    height: type.lines,
  }))
  const ringed = discs.map(({ x, y, radius }) => ({ x, y, radius: radius + ring }))
  const labels = labelled(ringed, sizes, frame)
  const placed = marks.map((mark, index) => ({ mark, disc: discs[index]!, label: labels[index] ?? null }))
  return {
    land: boundary.map((ring) => `M${ring.map((at) => pair(place(at))).join('L')}Z`).join(''),
    // The larger lie under the smaller.
    placed: placed.sort((a, b) => b.mark.value - a.mark.value),
  }
}

/** Half the side of what answers to the pointer: large enough for a finger. */
const reachOf = ({ radius }: Disc) => Math.max(radius, 14) + ring

type OpeningOf = { of: MapMark; disc: Disc; onPick: MapOf['onPick']; picked: boolean; children: ReactNode }
function Opening({ of: { key, name, label, to }, disc, onPick, picked, children }: OpeningOf) {
  const reach = reachOf(disc)
  const told = `${name}，${label}`
  const own = {
    className: picked ? 'map-mark picked' : 'map-mark',
    style: { left: disc.x - reach, top: disc.y - reach, width: 2 * reach, height: 2 * reach },
    title: told,
    children,
  }
  if (to) return <Link {...own} to={to} aria-label={told} aria-current={picked || undefined} />
  if (!onPick) return <span {...own} />
  return (
    <button
      {...own}
      type="button"
      className={`plain ${own.className}`}
      aria-label={told}
      aria-pressed={picked}
      onClick={() => onPick(key)}
    />
  )
}

function Spot({ disc, tone }: { disc: Disc; tone: LightName | undefined }) {
  const reach = reachOf(disc)
  const look = tone ? `light-${tone}` : 'map-plain'
  return (
    <svg width={2 * reach} height={2 * reach} viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`} aria-hidden="true">
      <circle className="map-ring" r={disc.radius + ring} />
      {disc.radius > dot && <circle className={`map-disc ${look}`} r={disc.radius} />}
      <circle className={look} r={dot} />
    </svg>
  )
}

function Words({ of: { name, label: figure }, disc, label }: { of: MapMark; disc: Disc; label: Label | null }) {
  if (!label) return <span className="visually-hidden">{`${name}，${figure}`}</span>
  const reach = reachOf(disc)
  const { x, y, width, height } = label.box
  const textAlign = x > disc.x ? 'left' : x + width < disc.x ? 'right' : 'center'
  return (
    <span className="map-label" style={{ left: x - disc.x + reach, top: y - disc.y + reach, width, height, textAlign }}>
      <b>{name}</b>
      <span className="number">{figure}</span>
    </span>
  )
}

/** The size of an element in whole pixels, told again whenever it changes. */
function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () =>
      setSize((known) => {
        const { clientWidth: width, clientHeight: height } = element
        return known?.width === width && known.height === height ? known : { width, height }
      })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [element])
  return size
}
