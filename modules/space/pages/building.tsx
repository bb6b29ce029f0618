/** One building of the ledger: its floors as they stand, its facts, pictures and what happened to it (plan task 8). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { LeasesOfBuilding } from '#modules/lease/pages/of-building.tsx'
import { ServicesOfBuilding } from '#modules/upkeep/pages/of-building.tsx'
import { command, query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { BuildingFacts } from './ledger/facts.tsx'
import { KeeperDialog } from './ledger/keeper-form.tsx'
import { Past } from './ledger/past.tsx'
import { Pictures } from './ledger/pictures.tsx'
import { PinDialog } from './ledger/pin-form.tsx'
import { Storeys } from './ledger/storeys.tsx'
import type { WholeBuilding } from './ledger/whole.ts'
import { floorName, lookOnly, shareOf, squares } from './ledger/words.ts'
import { OccupancyPanel } from './occupancy/panel.tsx'
import './ledger/space.css'

export default function BuildingPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('space/showBuilding', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.building.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: WholeBuilding }) {
  const say = useSay()
  const [pinning, pin] = useState(false)
  const [appointing, appoint] = useState(false)
  const confirm = useMutation({ ...command('space/confirmBuilding'), onSuccess: () => say.done('已确认'), onError: say.failed })
  const { building, names, keeps } = of
  const may = { when: keeps, because: lookOnly }
  return (
    <PageFrame
      title={building.name}
      description={[names.zone, names.town, names.carrier, building.address].filter(Boolean).join(' · ')}
      marks={<Marks of={of} />}
      crumbs={[{ title: '楼宇台账', to: '/office/buildings' }, { title: building.name }]}
      actions={
        <>
          <GoTo to={`/office/buildings/${building.id}/plan`}>一楼一策{of.measures > 0 && `（${of.measures}）`}</GoTo>
          <Permitted {...may} onClick={() => pin(true)}>
            {building.longitude === null ? '标注位置' : '更改位置'}
          </Permitted>
          <Permitted {...may} onClick={() => appoint(true)}>
            {building.keeperName ? '更换楼长' : '指定楼长'}
          </Permitted>
          <Permitted {...may} main busy={confirm.isPending} onClick={() => confirm.mutate({ id: building.id })}>
            确认无误
          </Permitted>
        </>
      }
    >
      {of.staleFor !== null && (
        <Notice tone="warning">
          {`台账已 ${of.staleFor} 天无人确认（规定每 ${of.staleDays} 天确认一次），请核对后点“确认无误”。`}
        </Notice>
      )}
      <Panel>
        <Figures of={of} />
      </Panel>
      <PageTabs
        of={[
          { key: 'floors', title: '楼层与单元', content: <Storeys of={of} /> },
          {
            key: 'use',
            title: '使用与租约',
            content: (
              <Stack>
                <OccupancyPanel building={building.id} keeps={keeps} />
                <LeasesOfBuilding building={building.id} keeps={keeps} />
              </Stack>
            ),
          },
          { key: 'facts', title: '台账信息', content: <BuildingFacts of={of} onPin={() => pin(true)} /> },
          { key: 'pictures', title: `图片（${of.pictures.length}）`, content: <Pictures of={of} /> },
          ...(of.past.length ? [{ key: 'past', title: `拆并与停用（${of.past.length}）`, content: <Past of={of} /> }] : []),
          { key: 'journal', title: '办理记录', content: <History of={of} /> },
        ]}
      />
      <PinDialog of={building} open={pinning} onClose={() => pin(false)} />
      <KeeperDialog of={building} open={appointing} onClose={() => appoint(false)} />
    </PageFrame>
  )
}

const Marks = ({ of: { building, staleFor } }: { of: WholeBuilding }) => (
  <span className="space-marks">
    {staleFor !== null && <Mark tone="warn">待确认</Mark>}
    {building.longitude === null && <Mark>未标位置</Mark>}
    {building.keeperName === null && <Mark>未定楼长</Mark>}
  </span>
)

const Figures = ({ of: { building, areas } }: { of: WholeBuilding }) => (
  <Tiles width={120}>
    <Figure
      label="建筑面积"
      value={building.area}
      unit="㎡"
      note={`地上 ${building.floorsAbove} 层，地下 ${building.floorsBelow} 层`}
    />
    <Figure label="单元面积" value={areas.unitArea} unit="㎡" note={`${areas.units} 个单元`} />
    <Figure label="已出租" value={areas.letArea} unit="㎡" note={`出租率 ${shareOf(areas.letArea, areas.unitArea)}`} />
    <Figure label="在用" value={areas.usedArea} unit="㎡" note={`使用率 ${shareOf(areas.usedArea, areas.unitArea)}`} />
    <Figure
      label="空置"
      value={areas.vacantArea}
      unit="㎡"
      note={areas.pendingArea ? `另有待交付 ${squares(areas.pendingArea)}` : '可立即使用'}
    />
    <ServicesOfBuilding building={building.id} />
  </Tiles>
)

/** What happened to the building and to each of its units, those that are no more too. */
function History({ of: { building, floors, past } }: { of: WholeBuilding }) {
  const units = useMemo(() => [...floors.flatMap(({ units }) => units), ...past], [floors, past])
  const names = useMemo(
    () =>
      new Map([
        [building.id, building.name],
        ...floors.map(({ id, number }) => [id, floorName(number)] as const),
        ...units.map(({ id, name }) => [id, name] as const),
      ]),
    [building, floors, units],
  )
  return (
    <Panel title="办理记录">
      <Timeline subjects={[building.id, ...units.map(({ id }) => id)].slice(0, most)} names={names} />
    </Panel>
  )
}
/** The journal is asked by address: more subjects do not fit into one. */
const most = 50
