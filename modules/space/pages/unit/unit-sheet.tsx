/** One unit, opened beside the floors: what it is, how it stands, what lies beside it, and what can be done with it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LeasesOfUnit } from '#modules/lease/pages/of-unit.tsx'
import { standings, type Unit, uses } from '#modules/space/model.ts'
import { command } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice, Sheet } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Facts, Row, Stack } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { PictureGrid } from '../ledger/pictures.tsx'
import type { StandingUnit, WholeBuilding } from '../ledger/whole.ts'
import { floorName, lookOnly, squares, standingTones, untilOf } from '../ledger/words.ts'
import { OccupancyPanel } from '../occupancy/panel.tsx'
import { SplitDialog } from './split-form.tsx'
import { EndDialog, UnitDialog } from './unit-form.tsx'

type SheetOf = { whole: WholeBuilding; of: StandingUnit | undefined; onClose: () => void; onOpen: (id: string) => void }

export function UnitSheet({ whole, of, onClose, onOpen }: SheetOf) {
  return (
    <Sheet title={of ? `单元 ${of.name}` : ''} open={of !== undefined} onClose={onClose}>
      {of && <Opened key={of.id} whole={whole} of={of} onOpen={onOpen} />}
    </Sheet>
  )
}

function Opened({ whole, of, onOpen }: { whole: WholeBuilding; of: StandingUnit; onOpen: (id: string) => void }) {
  const say = useSay()
  const [doing, open] = useState<'change' | 'split' | 'end' | null>(null)
  const offer = useMutation({ ...command('space/offerUnit'), onSuccess: () => say.done('已对外推介'), onError: say.failed })
  const withhold = useMutation({
    ...command('space/withholdUnit'),
    onSuccess: () => say.done('已停止推介'),
    onError: say.failed,
  })
  const may = { when: whole.keeps, because: lookOnly }
  const free = of.standing.is === 'vacant' || of.standing.is === 'pending'
  const bound = { when: whole.keeps && free, because: whole.keeps ? '单元已出租或在用，腾退后才能办理' : lookOnly }
  const floor = whole.floors.find(({ id }) => id === of.floor)
  const close = () => open(null)
  return (
    <Stack>
      <Row>
        <StatusTag of={standings} is={of.standing.is} tone={standingTones[of.standing.is]} />
        {untilOf(of) && <span className="number">{untilOf(of)}</span>}
        {of.listed && <Mark tone="good">对外推介</Mark>}
      </Row>
      {of.standing.is === 'occupied' && <Notice tone="warning">该单元有单位在用，但没有登记租约，请核对。</Notice>}
      <Facts of={factsOf(of, floor?.number)} />
      <Row>
        <Permitted {...may} onClick={() => open('change')}>
          更新
        </Permitted>
        <Permitted {...bound} onClick={() => open('split')}>
          拆分
        </Permitted>
        <Permitted {...bound} onClick={() => open('end')}>
          停用
        </Permitted>
        {of.listed ? (
          <Permitted {...may} busy={withhold.isPending} onClick={() => withhold.mutate({ id: of.id })}>
            停止推介
          </Permitted>
        ) : (
          <Permitted
            main
            when={whole.keeps && of.lacking.length === 0}
            because={whole.keeps ? `缺少${of.lacking.join('、')}，补齐后才能对外推介` : lookOnly}
            busy={offer.isPending}
            onClick={() => offer.mutate({ id: of.id })}
          >
            对外推介
          </Permitted>
        )}
      </Row>
      {!of.listed && of.lacking.length > 0 && <p className="quiet">对外推介前还缺少：{of.lacking.join('、')}。</p>}
      <Beside whole={whole} of={of} onOpen={onOpen} />
      <OccupancyPanel building={of.building} unit={of} keeps={whole.keeps} />
      <LeasesOfUnit unit={of.id} />
      <PictureGrid of={whole.pictures.filter(({ unit }) => unit === of.id)} keeps={whole.keeps} />
      <UnitDialog of={doing === 'change' ? of : undefined} onClose={close} />
      <SplitDialog of={of} open={doing === 'split'} onClose={close} />
      <EndDialog of={of} open={doing === 'end'} onClose={close} />
    </Stack>
  )
}

const unitOf = (value: number | null, unit: string) => value !== null && `${value} ${unit}`

function factsOf(of: StandingUnit, floor: number | undefined) {
  const { standing, occupant } = of
  return [
    { title: '楼层', value: floor === undefined ? null : floorName(floor) },
    { title: '用途', value: uses[of.use] },
    { title: '建筑面积', value: squares(of.area) },
    { title: '使用面积', value: of.netArea !== null && squares(of.netArea) },
    { title: '使用单位', value: occupant ?? (standing.usedArea > 0 ? '（在您的查看范围之外）' : '无') },
    ...(standing.usedSince ? [{ title: '使用自', value: `${standing.usedSince}，${squares(standing.usedArea)}` }] : []),
    { title: '净高', value: unitOf(of.height, 'm') },
    { title: '楼面荷载', value: unitOf(of.load, 'kN/㎡') },
    { title: '可用电力', value: unitOf(of.power, 'kW') },
    { title: '装修情况', value: of.fitOut },
    { title: '参考租金', value: unitOf(of.rent, '元/㎡·月') },
    { title: '物业费', value: unitOf(of.fee, '元/㎡·月') },
    { title: '可交付日期', value: of.readyOn },
    { title: '启用日期', value: of.since },
    { title: '最近确认', value: of.confirmedOn },
    { title: '介绍', value: of.about, wide: true },
  ].map((fact) => (fact.value === false ? { ...fact, value: null } : fact))
}

/** What it can be opened into. */
function Beside({
  whole,
  of,
  onOpen,
}: {
  whole: WholeBuilding
  of: Pick<Unit, 'id'> & StandingUnit
  onOpen: (id: string) => void
}) {
  const say = useSay()
  const join = useMutation({ ...command('space/joinUnits'), onError: say.failed })
  const separate = useMutation({ ...command('space/separateUnits'), onError: say.failed })
  const all = whole.floors.flatMap(({ units, number }) => units.map((unit) => ({ ...unit, number })))
  const beside = all.filter(({ id }) => of.neighbours.includes(id))
  const others = all.filter(({ id }) => id !== of.id && !of.neighbours.includes(id))
  return (
    <section aria-label="相邻单元">
      <h3>相邻单元</h3>
      {beside.length === 0 && <p className="quiet">尚未登记；相邻的单元可以打通、合并或一并推荐给企业。</p>}
      <ul>
        {beside.map(({ id, name, area, standing }) => (
          <li key={id}>
            <Row>
              <Act inline onClick={() => onOpen(id)}>
                {name}
              </Act>
              <span className="quiet number">
                {squares(area)}，{standings[standing.is]}
              </span>
              {whole.keeps && (
                <Act inline name={`取消与${name}的相邻关系`} onClick={() => separate.mutate({ one: of.id, other: id })}>
                  取消
                </Act>
              )}
            </Row>
          </li>
        ))}
      </ul>
      {whole.keeps && others.length > 0 && (
        <ChoiceInput
          name="登记相邻单元"
          placeholder="登记相邻单元"
          width={240}
          choices={others.map(({ id, name, number }) => ({ value: id, label: name, group: floorName(number) }))}
          value={null}
          onChange={(other) => other && join.mutate({ one: of.id, other })}
        />
      )}
    </section>
  )
}
