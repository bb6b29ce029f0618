/** Rooms that fit the need, best first, with the reason for every point; those that just miss; up to three side by side. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type In, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { isFree, namesOf, type Offer, type Offering, squareMetres, yuan } from '../words.ts'
import { Marks } from './marks.tsx'

/** What can be done with a space; nothing where it is only shown. */
type Take = { word: string; onTake: (units: string[]) => void; busy: boolean }
type OffersOf = { asked: In<'movein/offers'>; take: Take | null }
/** So many are compared, and so many shown at first. */
const beside = 3
const few = 5

export function Offers({ asked, take }: OffersOf) {
  const found = useQuery(query('movein/offers', asked))
  return <Loaded from={found}>{(of) => <Found of={of} take={take} />}</Loaded>
}

function Found({ of, take }: { of: Offering; take: Take | null }) {
  const [all, open] = useState(false)
  const [chosen, choose] = useState<readonly string[]>([])
  const [comparing, compare] = useState(false)
  const turn = (key: string) =>
    choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].slice(-beside))
  const { offers, fitting, considered, unfinished } = of
  return (
    <>
      <div className="move-in-padded">
        <Row>
          <span>
            在 {considered} 个单元中，符合需求的有 {fitting.singles} 个
            {fitting.combinations > 0 && `、相邻组合 ${fitting.combinations} 组`}。
          </span>
          {chosen.length > 1 && (
            <Act inline onClick={() => compare(true)}>
              比较所选 {chosen.length} 处
            </Act>
          )}
        </Row>
        {unfinished.length > 0 && <Notice tone="warning">{unfinished.join('、')}单元较多，只比较了部分组合。</Notice>}
      </div>
      {offers.length === 0 ? (
        <EmptyState title="目前没有完全符合的房源" about="可参考下列相近房源，或调整需求后再匹配。" />
      ) : (
        <ol className="move-in-offers">
          {(all ? offers : offers.slice(0, few)).map((offer) => (
            <OfferRow
              key={offer.key}
              of={offer}
              take={take}
              chosen={chosen.includes(offer.key)}
              onChoose={() => turn(offer.key)}
            />
          ))}
        </ol>
      )}
      {offers.length > few && (
        <div className="move-in-padded">
          <Act inline onClick={() => open(!all)}>
            {all ? '收起' : `查看其余 ${offers.length - few} 处`}
          </Act>
        </div>
      )}
      <Misses of={of} take={take} />
      <Dialog title="房源比较" wide open={comparing} onClose={() => compare(false)}>
        <div className="move-in-beside">
          {offers
            .filter(({ key }) => chosen.includes(key))
            .map((offer) => (
              <Stack tight key={offer.key}>
                <b>
                  {offer.buildingName} {namesOf(offer.units)}
                </b>
                <span>
                  <span className="move-in-score">{offer.score}</span> 分 · {squareMetres(offer.area)} · {priceOf(offer)}
                </span>
                <Marks of={offer} />
              </Stack>
            ))}
        </div>
      </Dialog>
    </>
  )
}

const priceOf = ({ monthly }: Offer) => (monthly === null ? '价格待核实' : `${yuan(monthly)}/月`)

type RowOf = { of: Offer; take: Take | null; chosen: boolean; onChoose: () => void }
function OfferRow({ of, take, chosen, onChoose }: RowOf) {
  const [why, tell] = useState(false)
  const today = useFrame()?.today
  const { score, buildingName, zoneName, units, area, readyOn, unclear } = of
  const later = units.find((unit) => !isFree(unit, today))
  return (
    <li>
      <span className="move-in-score" title="满分 100">
        {score}
      </span>
      <div>
        <b>
          {buildingName} {namesOf(units)}
        </b>
        <div className="quiet">
          {[zoneName, `${[...new Set(units.map(({ floor }) => floor))].join('、')} 层`, squareMetres(area), priceOf(of)]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <Row>
          {units.length > 1 && <Mark>{units.length} 个相邻单元</Mark>}
          {later ? (
            <Mark tone="warn">{later.freeFrom} 起空出</Mark>
          ) : (
            <span className="quiet">
              {readyOn === null ? '交付日期待核实' : readyOn <= (today ?? '') ? '现可交付' : `${readyOn} 起可交付`}
            </span>
          )}
          {unclear.length > 0 && <Mark tone="warn">{unclear.length} 项待核实</Mark>}
          <Act inline onClick={() => tell(!why)}>
            {why ? '收起理由' : '推荐理由'}
          </Act>
        </Row>
      </div>
      <Row>
        <Act inline onClick={onChoose}>
          {chosen ? '移出比较' : '加入比较'}
        </Act>
        {take && (
          <Act busy={take.busy} onClick={() => take.onTake(units.map(({ id }) => id))}>
            {take.word}
          </Act>
        )}
      </Row>
      {why && (
        <div className="move-in-why">
          <Marks of={of} />
        </div>
      )}
    </li>
  )
}

function Misses({ of: { nearMisses, excluded }, take }: { of: Offering; take: Take | null }) {
  const [open, turn] = useState(false)
  if (nearMisses.length === 0 && excluded.length === 0) return null
  return (
    <>
      <div className="move-in-padded">
        <Row>
          <span className="quiet">
            不符合的原因：{excluded.map(({ title, units }) => `${title} ${units} 个`).join('，') || '无'}
          </span>
          {nearMisses.length > 0 && (
            <Act inline onClick={() => turn(!open)}>
              {open ? '收起相近房源' : `相近房源 ${nearMisses.length} 处`}
            </Act>
          )}
        </Row>
      </div>
      {open && (
        <ul className="move-in-list">
          {nearMisses.map(({ unit, buildingName, sentence, join }) => (
            <li key={unit.id}>
              <span className="name">
                <b>
                  {buildingName} {unit.name}
                </b>{' '}
                {squareMetres(unit.area)}
                <div className="quiet">{sentence}</div>
              </span>
              {take && (
                <Act inline busy={take.busy} onClick={() => take.onTake([unit.id, ...(join?.units.map(({ id }) => id) ?? [])])}>
                  {take.word}
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
