/** A map of the district without any server of tiles: its outline and pins, or a place to drop one. Fetched when first shown. */
import { Component, lazy, type ReactNode, Suspense } from 'react'
import { Notice } from '../dialog.tsx'
import { LoadingState } from '../frame/states.tsx'
import type { Place } from './cluster.ts'
import './map.css'

export type MapPin = {
  key: string
  at: Place
  name: string
  /** Said after the name: 空置 1,200 ㎡. */
  note: string
  /** Where it stands is known roughly only. */
  approx?: boolean
  /** Something to be had here. */
  strong?: boolean
}

/** West, south, east, north. */
export type Box = [number, number, number, number]

export type PlaceMapOf = {
  /** Rings of longitude and latitude in WGS-84, as the pins are. */
  boundary: readonly (readonly Place[])[]
  pins: readonly MapPin[]
  picked?: string | null
  onPick?: (key: string) => void
  /** With it, a click on the ground drops a pin. */
  onDrop?: (at: Place) => void
  dropped?: Place | null
  /** Hears what is in sight after somebody moved the map. */
  onMoved?: (box: Box) => void
}

const Drawn = lazy(() => import('./drawn-map.tsx'))

export function PlaceMap(props: PlaceMapOf) {
  if (!drawable()) return <Undrawn />
  return (
    <Unbroken>
      <figure className="place-map" aria-label="楼宇分布图">
        <Suspense fallback={<LoadingState rows={8} />}>
          <Drawn {...props} />
        </Suspense>
        <figcaption>边界为示意；位置标“示意”的以实地为准</figcaption>
      </figure>
    </Unbroken>
  )
}

const Undrawn = () => <Notice tone="info">当前浏览器不能显示交互地图，请在列表中查看；位置可用经纬度填写。</Notice>

let answer: boolean | null = null
/** WebGL 2 is asked for once: a browser allows few of them at a time. */
function drawable(): boolean {
  answer ??= document.createElement('canvas').getContext('webgl2') !== null
  return answer
}

/** A map that fails takes nothing else of the page with it. */
class Unbroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? <Undrawn /> : this.props.children
  }
}
