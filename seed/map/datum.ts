/** Between WGS-84 and GCJ-02, the datum public maps of China are drawn in, which lies some hundred metres beside it. */

/** Longitude and latitude in degrees. */
export type Place = [lon: number, lat: number]

/** The ellipsoid of Krasovsky 1940: half its longer axis in metres, the square of its eccentricity. */
const axis = 6_378_245
const flat = 0.006_693_421_622_965_943
const { PI, abs, cos, sin, sqrt } = Math
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

/** The shift hardly changes within its own length: taking away what is too much converges to 1e-9° in a few steps. */
export function toWgs(place: Place): Place {
  let [lon, lat] = place
  for (let step = 0; step < 8; step++) {
    const [east, north] = toGcj([lon, lat])
    lon += place[0] - east
    lat += place[1] - north
  }
  return [lon, lat]
}
