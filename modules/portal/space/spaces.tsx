/** Space to let: what people look for, the list, and the map beside it where the browser can draw one (plan task 8). */
import { type Found, type FoundUnit, orders } from '#modules/space/find/search.ts'
import { facilities, uses } from '#modules/space/model.ts'
import { Choice } from '../frame/form.tsx'
import { Pager } from '../frame/pager.tsx'
import { type Asked, addressOf } from './asked.ts'
import { areaInWords, floorInWords, monthly, pictureAt, readyInWords, rentInWords } from './words.ts'

export type Choices = { zones: { id: string; name: string }[]; directions: string[] }
type Ring = [number, number][]
export type Island = { script: string; styles: string[] }
type Props = {
  of: Found
  asked: Asked
  choices: Choices
  today: string
  size: number
  boundary: Ring[]
  island: Island | null
}

export function Spaces({ of, asked, choices, today, size, boundary, island }: Props) {
  return (
    <article className="wide spaces">
      <header>
        <h1>找空间</h1>
        <p className="intro">全区国有和园城运营的可租房源，由楼长维护，免中介费。选好后可在线预约看房。</p>
      </header>
      <Filters asked={asked} choices={choices} />
      <p className="count" role="status">
        共 {of.total} 处房源{asked.building && of.rows[0] && `，位于${of.rows[0].buildingName}`}
        {(asked.bounds || asked.building) && (
          <a className="press" href={addressOf(asked, { bounds: undefined, building: undefined, page: 1 })}>
            查看全区
          </a>
        )}
      </p>
      <div className={island && of.pins.length > 0 ? 'split' : undefined}>
        {island && of.pins.length > 0 && <MapBeside of={of} boundary={boundary} island={island} />}
        <div>
          {of.rows.length === 0 && (
            <p className="quiet">
              没有符合条件的房源。请放宽条件，或<a href="/spaces/need">留下需求</a>，园城会主动联系推荐。
            </p>
          )}
          <ul className="rooms">
            {of.rows.map((row) => (
              <Card key={row.id} of={row} today={today} />
            ))}
          </ul>
          <Pager page={asked.page} total={of.total} size={size} at={(page) => addressOf(asked, { page })} />
        </div>
      </div>
      <p className="quiet">
        没有合适的？<a href="/spaces/need">留下需求</a>　已预约？<a href="/spaces/standing">查询办理进度</a>
      </p>
    </article>
  )
}

function Filters({ asked, choices }: Pick<Props, 'asked' | 'choices'>) {
  const number = (name: keyof Asked, title: string, unit: string) => (
    <label>
      <span>
        {title}（{unit}）
      </span>
      <input type="number" name={name} min="0" step="any" inputMode="decimal" defaultValue={asked[name] as number | undefined} />
    </label>
  )
  const choice = (name: 'zone' | 'use' | 'direction', title: string, of: [string, string][]) => (
    <Choice {...{ name, title, of }} value={asked[name]} />
  )
  return (
    <search>
      <form className="ask" method="get" action="/spaces">
        <label>
          <span>楼宇、地址</span>
          <input type="search" name="words" maxLength={60} defaultValue={asked.words} />
        </label>
        {number('areaFrom', '面积不小于', '㎡')}
        {number('areaTo', '不大于', '㎡')}
        {number('rentTo', '租金不高于', '元/㎡·月')}
        {choice(
          'zone',
          '园城',
          choices.zones.map(({ id, name }) => [id, name]),
        )}
        <label>
          <span>排序</span>
          <select name="order" defaultValue={asked.order}>
            {Object.entries(orders).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        {asked.bounds && <input type="hidden" name="bounds" value={asked.bounds.join()} />}
        <button type="submit">查询</button>
        <details className="more" open={hasMore(asked)}>
          <summary>更多条件</summary>
          <div className="ask">
            <label>
              <span>最晚交付</span>
              <input type="date" name="readyBy" defaultValue={asked.readyBy} />
            </label>
            {number('load', '荷载不低于', 'kN/㎡')}
            {choice('use', '用途', Object.entries(uses))}
            {choice(
              'direction',
              '产业方向',
              choices.directions.map((one) => [one, one]),
            )}
            <fieldset>
              <legend>配套设施</legend>
              {Object.entries(facilities).map(([value, word]) => (
                <label key={value} className="tick">
                  <input
                    type="checkbox"
                    name="facilities"
                    value={value}
                    defaultChecked={asked.facilities.some((one) => one === value)}
                  />
                  {word}
                </label>
              ))}
            </fieldset>
          </div>
        </details>
      </form>
    </search>
  )
}

const hasMore = ({ readyBy, load, use, direction, facilities }: Asked) =>
  Boolean(readyBy || load !== undefined || use || direction || facilities.length)

function MapBeside({ of, boundary, island }: { of: Found; boundary: Ring[]; island: Island }) {
  const pins = of.pins.map(({ building, name, longitude, latitude, precision, units, areaFrom, areaTo, rentFrom }) => ({
    key: building,
    at: [longitude, latitude],
    name,
    note: [
      `${units} 处房源`,
      areaFrom === areaTo ? areaInWords(areaFrom) : `${areaInWords(areaFrom)}至${areaInWords(areaTo)}`,
      rentFrom !== null && `${rentInWords(rentFrom)}起`,
    ]
      .filter(Boolean)
      .join('，'),
    approx: precision !== 'exact',
    strong: true,
  }))
  return (
    <aside className="beside">
      {island.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <div id="space-map" />
      <script
        id="space-pins"
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data for the map; no tag can end in it
        dangerouslySetInnerHTML={{ __html: JSON.stringify({ boundary, pins }).replaceAll('<', '\\u003c') }}
      />
      <script type="module" src={island.script} />
      {of.unpinned > 0 && <p className="quiet">另有 {of.unpinned} 幢楼宇未显示在地图上，请在列表中查看。</p>}
    </aside>
  )
}

function Card({ of, today }: { of: FoundUnit; today: string }) {
  const sum = monthly(of)
  return (
    <li>
      {of.photo && <img className="front" src={pictureAt(of.photo)} alt="" width={160} height={120} loading="lazy" />}
      <h2>
        <a href={`/spaces/${of.id}`}>
          {of.buildingName} {of.name}
        </a>
      </h2>
      <p className="figures">
        <strong>{areaInWords(of.area)}</strong>
        <strong>{rentInWords(of.rent)}</strong>
        {sum && (
          <span className="quiet">
            月付约 {sum} 元{of.fee === null ? '（不含物业费）' : '（含物业费）'}
          </span>
        )}
      </p>
      <p className="quiet">
        {[of.zoneName, of.address, floorInWords(of.floor), uses[of.use], readyInWords(of.readyOn, today)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.facilities.length > 0 && <p className="quiet">配套：{of.facilities.map((one) => facilities[one]).join('、')}</p>}
    </li>
  )
}
