/** The figures of the wall in large print: each beside itself a year and a month before, and opening its indicator. */
import { Link } from 'react-router'
import { differenceOf, growthOf, partsOf } from '#modules/indicator/pages/words.ts'
import { shortMonth } from '#modules/work/pages/month.ts'
import { dayIn, type Overview, toIndicator, type WallFigure } from './overview.ts'

export const Tiles = ({ of }: { of: Overview }) => (
  <ul className="deck-tiles" aria-label="主要数据">
    {of.figures.map((figure) => (
      <li key={figure.code}>
        <Link to={toIndicator(figure.code, dayIn(of))}>
          <Tile of={figure} />
        </Link>
      </li>
    ))}
  </ul>
)

function Tile({ of }: { of: WallFigure }) {
  const { value, missing, previous, yearAgo } = of
  const shown = value === null ? null : partsOf(of, value)
  return (
    <>
      <span className="tile-name">{of.name}</span>
      <span className="tile-value">
        <b className="number">{shown?.figure ?? '—'}</b>
        {shown && <small>{shown.unit}</small>}
        <span className="tile-when">{whenOf(of)}</span>
      </span>
      <span className="tile-beside number">
        {value === null ? (
          (missing ?? '暂无数据')
        ) : (
          <>
            <span>同比 {growthOf(of, value, yearAgo)}</span>
            {/* Points take the room of both. */}
            {of.unit !== '%' && <span>比上月 {differenceOf(of, value, previous)}</span>}
          </>
        )}
      </span>
    </>
  )
}

/** What span a figure is about, where that is not the day itself. */
function whenOf({ period, month }: WallFigure): string {
  if (month === null) return ''
  if (period === 'trailing-year') return `至${shortMonth(month)}近十二个月`
  if (period === 'year-to-date') return month.endsWith('-01') ? '1月' : `1—${shortMonth(month)}`
  return `${shortMonth(month)}末`
}
