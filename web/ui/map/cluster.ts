/** Which pins of a map stand so close together that they are drawn as one, at a zoom. */

/** Longitude and latitude in degrees. */
export type Place = readonly [lon: number, lat: number]
export type Pinned = { key: string; at: Place }
export type Cluster<P extends Pinned> = { key: string; at: Place; pins: readonly P[] }

/** From here on nothing is drawn together: what stands at one place is fanned out around it. */
export const apartFrom = 16

/** Side of a cell in pixels. */
const cell = 64

/** Pins in one cell are one cluster, at their middle; every pin is in exactly one. */
export function clustered<P extends Pinned>(pins: readonly P[], zoom: number): Cluster<P>[] {
  const level = Math.floor(zoom)
  const size = level >= apartFrom ? 0.5 : cell
  const cells = new Map<string, P[]>()
  for (const pin of pins) {
    const [x, y] = worldPixels(pin.at, level)
    const key = `${Math.floor(x / size)} ${Math.floor(y / size)}`
    const there = cells.get(key)
    if (there) there.push(pin)
    else cells.set(key, [pin])
  }
  return [...cells.values()].map((pins) => ({ key: pins[0]!.key, at: middle(pins), pins }))
}

/** Web Mercator, as the tiles of maps have it: the world is 512 pixels wide at zoom nought. */
function worldPixels([lon, lat]: Place, zoom: number): [x: number, y: number] {
  const world = 512 * 2 ** zoom
  const angle = (lat * Math.PI) / 180
  return [((lon + 180) / 360) * world, ((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * world]
}

const middle = (pins: readonly Pinned[]): Place => {
  const mean = (at: 0 | 1) => pins.reduce((sum, pin) => sum + pin.at[at], 0) / pins.length
  return [mean(0), mean(1)]
}

/** Where the n-th of several that stand at one place is drawn, in pixels beside it. */
export function fanned(at: number, of: number): readonly [x: number, y: number] {
  if (of === 1) return [0, 0]
  const radius = Math.max(18, of * 5)
  const angle = (at / of) * 2 * Math.PI - Math.PI / 2
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** The box around places: [west, south, east, north]. */
export function boxAround(places: readonly Place[]): [number, number, number, number] | null {
  if (!places.length) return null
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
