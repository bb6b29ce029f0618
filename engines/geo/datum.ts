/** One place in the datums that maps of China use, which lie some hundred metres beside one another. */

/** Longitude and latitude in degrees. */
export type Place = [lon: number, lat: number]
/** CGCS2000 differs from WGS-84 by centimetres, far less than a pin is dropped to. */
export type Datum = 'WGS-84' | 'GCJ-02' | 'CGCS2000' | 'BD-09'

export function toWgsFrom(datum: Datum, place: Place): Place {
  if (datum === 'GCJ-02') return toWgs(place)
  return datum === 'BD-09' ? toWgs(fromBd(place)) : place
}

/** The ellipsoid of Krasovsky 1940: half its longer axis in metres, the square of its eccentricity. */
const axis = 6_378_245
const flat = 0.006_693_421_622_965_943
const { PI, abs, atan2, cos, hypot, sin, sqrt } = Math
const degree = PI / 180

/** The published shift: a curved plane around 105° E, 35° N and the waves upon it, in metres. */
export function toGcj([lon, lat]: Place): Place {
  const [x, y] = [lon - 105, lat - 35]
  const common = wave([20, 6, x], [20, 2, x])
  const waveNorth = common + wave([20, 1, y], [40, 1 / 3, y]) + wave([160, 1 / 12, y], [320, 1 / 30, y])
  const waveEast = common + wave([20, 1, x], [40, 1 / 3, x]) + wave([150, 1 / 12, x], [300, 1 / 30, x])
  const north = waveNorth - 100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
  const east = waveEast + 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
  const bend = 1 - flat * sin(lat * degree) ** 2
  const metresNorth = ((axis * (1 - flat)) / bend ** 1.5) * degree
  const metresEast = (axis / sqrt(bend)) * cos(lat * degree) * degree
  return [lon + east / metresEast, lat + north / metresNorth]
}

const wave = (...parts: [height: number, turns: number, at: number][]) =>
  parts.reduce((sum, [height, turns, at]) => sum + height * sin(turns * PI * at), 0) * (2 / 3)

/** BD-09 lies beside GCJ-02: turned and stretched by waves, then moved. */
export function gcjToBd([lon, lat]: Place): Place {
  const waves = PI * (3000 / 180)
  const reach = hypot(lon, lat) + 0.000_02 * sin(lat * waves)
  const angle = atan2(lat, lon) + 0.000_003 * cos(lon * waves)
  return [reach * cos(angle) + 0.0065, reach * sin(angle) + 0.006]
}

export const toWgs = (place: Place): Place => undone(toGcj, place)
const fromBd = (place: Place): Place => undone(gcjToBd, place)

/** A shift hardly changes within its own length: taking away what is too much converges to 1e-9° in a few steps. */
function undone(shift: (place: Place) => Place, place: Place): Place {
  let [lon, lat] = place
  for (let step = 0; step < 8; step++) {
    const [east, north] = shift([lon, lat])
    lon += place[0] - east
    lat += place[1] - north
  }
  return [lon, lat]
}
