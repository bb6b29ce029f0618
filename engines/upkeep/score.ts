/** The score of a building's operator: response, occupancy and satisfaction, each with the sentence it follows from. */

export type Weights = { response: number; occupancy: number; satisfaction: number }
export type Rule = {
  weights: Weights
  /** A share of the area in use at which that part is full. */
  fullOccupancy: number
}
export type Facts = {
  /** Tickets whose time has come: done by the day they were due, of all. */
  response: { inTime: number; all: number }
  /** ㎡ in use, of ㎡ there are. */
  occupancy: { used: number; all: number }
  /** Sum of the marks tenants gave, 1 to 5 each, and how many gave one. */
  satisfaction: { sum: number; marks: number }
}
export type Part = { name: keyof Weights; title: string; of: number; points: number | null; sentence: string }
/** Of 100; parts nothing is known of neither help nor harm. Null where nothing is known at all. */
export type Score = { points: number | null; parts: Part[] }

const rounded = (value: number) => Math.round(value * 10) / 10
const percent = (value: number) => `${rounded(value * 100)}%`

export function scoreOf({ response, occupancy, satisfaction }: Facts, { weights, fullOccupancy }: Rule): Score {
  const parts = [
    part('response', '响应', weights.response, response.all && response.inTime / response.all, response.all > 0, (points, of) =>
      response.all
        ? `按时办结 ${response.inTime} 件，应办结 ${response.all} 件，${percent(response.inTime / response.all)} × ${of} = ${points} 分`
        : '本期没有应办结的报事',
    ),
    part(
      'occupancy',
      '入驻率',
      weights.occupancy,
      occupancy.all && Math.min(1, occupancy.used / occupancy.all / fullOccupancy),
      occupancy.all > 0,
      (points, of) =>
        occupancy.all
          ? `使用 ${occupancy.used} ㎡，可用 ${occupancy.all} ㎡，入驻率 ${percent(occupancy.used / occupancy.all)}，${percent(fullOccupancy)} 得满分 ${of} 分，得 ${points} 分`
          : '没有可用面积',
    ),
    part(
      'satisfaction',
      '满意度',
      weights.satisfaction,
      satisfaction.marks && (satisfaction.sum / satisfaction.marks - 1) / 4,
      satisfaction.marks > 0,
      (points, of) =>
        satisfaction.marks
          ? `评价 ${satisfaction.marks} 次，平均 ${rounded(satisfaction.sum / satisfaction.marks)} 分（1 至 5 分），折合 ${points} 分（满分 ${of} 分）`
          : '本期没有评价',
    ),
  ]
  const known = parts.flatMap(({ points, of }) => (points === null ? [] : [{ points, of }]))
  const whole = known.reduce((sum, { of }) => sum + of, 0)
  const points = whole > 0 ? rounded((known.reduce((sum, one) => sum + one.points, 0) / whole) * 100) : null
  return { points, parts }
}

type Say = (points: number, of: number) => string
function part(name: keyof Weights, title: string, of: number, share: number, known: boolean, say: Say): Part {
  const points = rounded(share * of)
  return { name, title, of, points: known ? points : null, sentence: say(points, of) }
}
