/** Where things stand on the map of a district: places in a frame, discs by value, labels that neither meet nor leave the frame. */

/** Longitude and latitude in degrees. */
export type Place = readonly [lon: number, lat: number]
export type Point = { x: number; y: number }
export type Size = { width: number; height: number }
export type Box = Point & Size
export type Disc = Point & { radius: number }
/** The leader runs from disc to label where they do not touch. */
export type Label = { box: Box; leader: [Point, Point] | null }

/** Degrees of longitude shrink with the cosine of latitude; the whole is fitted into the frame and centred. */
export function projection(places: readonly Place[], frame: Size, margin: number): (place: Place) => Point {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const room = (length: number) => Math.max(length - 2 * margin, 1)
  const scale = Math.min(room(frame.width) / ((east - west) * shrink || 1), room(frame.height) / (north - south || 1))
  return ([lon, lat]) => ({
    x: frame.width / 2 + (lon - (west + east) / 2) * shrink * scale,
    y: frame.height / 2 - (lat - (south + north) / 2) * scale,
  })
}

/** Radii whose areas are as the values; nothing and less have none. */
export function radiiOf(values: readonly number[], largest: number): number[] {
  const top = Math.max(...values, 0)
  return values.map((value) => (value > 0 ? largest * Math.sqrt(value / top) : 0))
}

/** In ems, rather too wide than too narrow. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.62 : 1), 0)

/** Between labels, and between a label and a disc. */
const air = 4
/** From here on a label needs a leader. */
const apart = 12
const distances = [air, 10, 18, 28, 40, 56, 76, 100, 130, 165, 205, 250, 300]
/** Clockwise from the right, as screens count; what reads best first. */
const angles = [0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11].map((step) => (step * Math.PI) / 8)
/** A label left out costs more than any distance. */
const leftOut = 100_000
const patience = 20_000

type Candidate = Label & { cost: number }

/**
 * A label for each disc, as near as all of them allow together; null where there is no room.
 * The same discs in the same frame are always labelled alike.
 */
export function labelled(discs: readonly Disc[], sizes: readonly Size[], frame: Size): (Label | null)[] {
  const choices = discs.map((disc, at) => candidatesFor(disc, sizes[at]!, discs, frame))
  const order = discs.map((_, at) => at).sort((a, b) => choices[a]!.length - choices[b]!.length || a - b)
  const cheapest = (from: number) => order.slice(from).reduce((sum, at) => sum + (choices[at]![0]?.cost ?? leftOut), 0)
  const rests = order.map((_, from) => cheapest(from)).concat(0)
  let best: { cost: number; chosen: (Candidate | null)[] } = { cost: Number.POSITIVE_INFINITY, chosen: [] }
  let steps = 0

  const choose = (depth: number, chosen: (Candidate | null)[], cost: number) => {
    if (cost + rests[depth]! >= best.cost || steps > patience) return
    if (depth === order.length) {
      best = { cost, chosen }
      return
    }
    for (const candidate of choices[order[depth]!]!) {
      steps += 1
      if (chosen.every((other) => !other || agree(candidate, other)))
        choose(depth + 1, [...chosen, candidate], cost + candidate.cost)
    }
    choose(depth + 1, [...chosen, null], cost + leftOut)
  }
  choose(0, [], 0)
  return discs.map((_, at) => best.chosen[order.indexOf(at)] ?? null)
}

/** Positions around a disc that stay in the frame and off every disc, the nearest first. */
function candidatesFor(disc: Disc, size: Size, discs: readonly Disc[], frame: Size): Candidate[] {
  const found = distances.flatMap((distance) =>
    angles.flatMap((angle, rank): Candidate[] => {
      const [east, south] = [Math.cos(angle), Math.sin(angle)]
      const edge = { x: disc.x + disc.radius * east, y: disc.y + disc.radius * south }
      const near = { x: edge.x + distance * east, y: edge.y + distance * south }
      const box = { x: near.x - (size.width * (1 - east)) / 2, y: near.y - (size.height * (1 - south)) / 2, ...size }
      const leader: Label['leader'] = distance >= apart ? [edge, nearest(box, edge)] : null
      const others = discs.filter((other) => other !== disc)
      const stands =
        within(box, frame) &&
        discs.every((other) => clear(box, other)) &&
        (!leader || others.every((other) => distanceTo(leader, other) > other.radius + air))
      return stands ? [{ box, leader, cost: distance + rank / 2 }] : []
    }),
  )
  return found.sort((a, b) => a.cost - b.cost)
}

const within = ({ x, y, width, height }: Box, frame: Size) =>
  x >= air && y >= air && x + width <= frame.width - air && y + height <= frame.height - air

const nearest = ({ x, y, width, height }: Box, point: Point): Point => ({
  x: Math.min(Math.max(point.x, x), x + width),
  y: Math.min(Math.max(point.y, y), y + height),
})

const clear = (box: Box, disc: Disc) => {
  const { x, y } = nearest(box, disc)
  return Math.hypot(x - disc.x, y - disc.y) >= disc.radius + air / 2
}

function distanceTo([from, to]: [Point, Point], { x, y }: Point): number {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const length = across ** 2 + down ** 2
  const part = length && Math.min(Math.max(((x - from.x) * across + (y - from.y) * down) / length, 0), 1)
  return Math.hypot(x - from.x - part * across, y - from.y - part * down)
}

/** Neither boxes nor leaders of two labels meet. */
const agree = (one: Label, other: Label) =>
  !overlap(one.box, other.box) &&
  !(one.leader && crosses(one.leader, other.box)) &&
  !(other.leader && crosses(other.leader, one.box)) &&
  !(one.leader && other.leader && meet(one.leader, other.leader))

export const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width + air &&
  other.x < one.x + one.width + air &&
  one.y < other.y + other.height + air &&
  other.y < one.y + one.height + air

const crosses = (line: [Point, Point], { x, y, width, height }: Box) => {
  const [a, b, c, d] = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ] as const
  const inside = line.some((end) => end.x > x && end.x < x + width && end.y > y && end.y < y + height)
  return (
    inside ||
    (
      [
        [a, b],
        [b, c],
        [c, d],
        [d, a],
      ] as [Point, Point][]
    ).some((side) => meet(line, side))
  )
}

const meet = ([a, b]: [Point, Point], [c, d]: [Point, Point]) =>
  turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
const turn = (a: Point, b: Point, c: Point) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
