/** One space on offer: its figures, building, pictures, what is granted to tenants, and the form to book a viewing (plan task 8). */
import type { ReactNode } from 'react'
import type { Offered } from '#modules/space/find/offered.ts'
import { facilities, fireClasses, measureKinds, ownerships, pictureKinds, structures, uses } from '#modules/space/model.ts'
import type { Typed } from '../frame/form.tsx'
import { AskForm } from './ask-form.tsx'
import { areaInWords, floorInWords, monthly, pictureAt, readyInWords, rentInWords } from './words.ts'

type Props = {
  of: Offered
  today: string
  /** The page's own address, and its QR code as SVG. */
  share: { url: string; qr: string }
  typed: Typed
  /** Why what was sent could not be taken. */
  problem: string | null
}

export function UnitPage({ of, today, share, typed, problem }: Props) {
  const { unit, building, floor } = of
  const sum = monthly(unit)
  return (
    <article className="wide narrow space">
      <header>
        <p className="quiet">
          <a href="/spaces">找空间</a>　{of.zoneName}
        </p>
        <h1>
          {building.name} {unit.name}
        </h1>
        <p className="figures">
          <strong>{areaInWords(unit.area)}</strong>
          <strong>{rentInWords(unit.rent)}</strong>
          <span>{of.free ? readyInWords(unit.readyOn, today) : '已租出'}</span>
        </p>
        {sum && (
          <p className="quiet">
            {areaInWords(unit.area)} × {rentInWords(unit.rent)}
            {unit.fee === null ? '' : `（另物业费 ${unit.fee} 元/㎡·月）`}，每月约 {sum} 元
          </p>
        )}
        {unit.about && <p>{unit.about}</p>}
      </header>

      <Pictures of={of} />

      <section>
        <h2>房源情况</h2>
        <Facts
          of={[
            ['楼层', floorInWords(floor.number)],
            ['用途', uses[unit.use]],
            ['使用面积', unit.netArea === null ? null : areaInWords(unit.netArea)],
            ['装修', unit.fitOut],
            ['层高', metres(unit.height ?? floor.height)],
            ['楼面荷载', measured(unit.load ?? floor.load, 'kN/㎡')],
            ['可用电力', measured(unit.power, 'kW')],
            ['资料更新', unit.confirmedOn ?? building.confirmedOn ?? building.asOf],
          ]}
        />
        {of.adjoining.length > 0 && (
          <p>
            可与相邻房源打通使用：
            {of.adjoining.map(({ id, name, area }) => (
              <a key={id} href={`/spaces/${id}`} className="beside-unit">
                {name}（{areaInWords(area)}）
              </a>
            ))}
          </p>
        )}
      </section>

      <section>
        <h2>所在楼宇</h2>
        {of.positioning && <p>{of.positioning}</p>}
        <Facts
          of={[
            ['地址', building.address],
            ['镇街', of.townName],
            ['交通', building.transport],
            ['配套设施', building.facilities.map((one) => facilities[one]).join('、') || null],
            ['产业方向', building.directions.join('、') || '不限'],
            ['建筑面积', areaInWords(building.area)],
            ['层数', `地上 ${building.floorsAbove} 层${building.floorsBelow ? `，地下 ${building.floorsBelow} 层` : ''}`],
            ['建成年份', building.builtIn === null ? null : `${building.builtIn} 年`],
            ['结构', building.structure && structures[building.structure]],
            ['耐火等级', building.fireClass && fireClasses[building.fireClass]],
            ['电梯', lifts(building.lifts, building.goodsLifts)],
            ['停车位', building.parking === null ? null : `${building.parking} 个`],
            ['网络', building.network],
            ['产权性质', ownerships[building.ownership]],
            ['运营单位', building.operator],
            ['楼长', [building.keeperName, building.keeperPhone].filter(Boolean).join('　') || null],
          ]}
        />
      </section>

      <section>
        <h2>可享支持</h2>
        {of.benefits.length === 0 && <p className="quiet">本楼宇暂无单独公布的支持措施，区级政策以公布的政策文件为准。</p>}
        <ul className="benefits">
          {of.benefits.map(({ kind, content, benefit }) => (
            <li key={content}>
              <strong>{measureKinds[kind]}</strong>
              {content}
              {benefit && <span className="quiet">（{benefit}）</span>}
            </li>
          ))}
        </ul>
      </section>

      <section id="ask">
        <h2>预约看房</h2>
        {of.free ? (
          <AskForm unit={unit.id} typed={typed} problem={problem} today={today} />
        ) : (
          <p>
            该房源已租出，可<a href={`/spaces?building=${building.id}`}>查看同楼其他房源</a>，或
            <a href="/spaces/need">留下需求</a>。
          </p>
        )}
      </section>

      <section className="share">
        <h2>分享</h2>
        <div
          className="qr"
          role="img"
          aria-label="本页二维码"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by ourselves from the address of this page
          dangerouslySetInnerHTML={{ __html: share.qr }}
        />
        <p>
          手机扫码打开本页，或转发网址：
          <br />
          <a href={share.url}>{share.url}</a>
        </p>
      </section>
    </article>
  )
}

function Pictures({ of: { pictures, building } }: { of: Offered }) {
  if (pictures.length === 0) return <p className="quiet no-picture">暂未上传照片和平面图，可预约现场看房。</p>
  return (
    <ul className="pictures">
      {pictures.map(({ id, kind, caption, type }) => (
        <li key={id}>
          <a href={pictureAt(id)}>
            {type === 'application/pdf' ? (
              <span className="page">{pictureKinds[kind]}（PDF）</span>
            ) : (
              <img
                src={pictureAt(id)}
                alt={caption ?? `${building.name}${pictureKinds[kind]}`}
                width={400}
                height={300}
                loading="lazy"
              />
            )}
          </a>
          <small className="quiet">{caption ?? pictureKinds[kind]}</small>
        </li>
      ))}
    </ul>
  )
}

/** Only what is known. */
const Facts = ({ of }: { of: [string, ReactNode][] }) => (
  <dl className="facts">
    {of
      .filter(([, value]) => value !== null && value !== '' && value !== undefined)
      .map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

const measured = (value: number | null, unit: string) => (value === null ? null : `${value} ${unit}`)
const metres = (value: number | null) => measured(value, 'm')
const lifts = (people: number | null, goods: number | null) =>
  [people !== null && `客梯 ${people} 部`, goods !== null && `货梯 ${goods} 部`].filter(Boolean).join('，') || null
