/** The map beside the list of spaces on the portal: the one part of it that needs a script; without it the list says the same. */
import { type ReactNode, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import DrawnMap from '#web/ui/map/drawn-map.tsx'
import type { Box, PlaceMapOf } from '#web/ui/map/place-map.tsx'
import '#web/ui/map/map.css'

type Shown = Pick<PlaceMapOf, 'boundary' | 'pins'>

const frame = document.getElementById('space-map')
const data = document.getElementById('space-pins')
const webgl = document.createElement('canvas').getContext('webgl2') !== null

if (frame && data && webgl) {
  createRoot(frame).render(
    <StrictMode>
      <SpaceMap {...(JSON.parse(data.textContent ?? '{}') as Shown)} />
    </StrictMode>,
  )
} else if (frame) frame.remove()

function SpaceMap({ boundary, pins }: Shown): ReactNode {
  const [picked, pick] = useState<string | null>(null)
  const [seen, see] = useState<Box | null>(null)
  const building = pins.find(({ key }) => key === picked)
  return (
    <figure className="place-map" aria-label="房源分布图">
      <DrawnMap boundary={boundary} pins={pins} picked={picked} onPick={pick} onMoved={see} />
      <figcaption aria-live="polite">
        {building ? (
          <>
            <a href={withChange({ building: building.key, bounds: null })}>{building.name}</a>：{building.note}
          </>
        ) : (
          '点选圆点查看楼宇；边界为示意，标“示意”的位置以实地为准'
        )}
        {seen && (
          <a className="press" href={withChange({ bounds: seen.map((degree) => degree.toFixed(4)).join(), building: null })}>
            只看地图范围内
          </a>
        )}
      </figcaption>
    </figure>
  )
}

/** The address of the same search with something changed, from its first page. */
function withChange(change: Record<string, string | null>): string {
  const asked = new URLSearchParams(location.search)
  asked.delete('page')
  for (const [key, value] of Object.entries(change)) {
    if (value === null) asked.delete(key)
    else asked.set(key, value)
  }
  return `/spaces?${asked}`
}
