/** Securing space (收储): by stage and zone on any day, and every effort behind it (plan task 8). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DayBar, useDay } from '#modules/indicator/pages/day-bar.tsx'
import { type AcquisitionStage, acquisitionStages } from '#modules/space/flow.ts'
import { acquisitionModes } from '#modules/space/model.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { OpenDialog } from './acquisition/open-form.tsx'
import { StageTag, square } from './acquisition/stage-tag.tsx'
import './record/record.css'
import { TwoFigures } from './acquisition/two-figures.tsx'
import '#modules/indicator/pages/indicator.css'

type Board = Out<'space/acquisitions'>
type Line = Board['whole']
type Effort = Board['efforts'][number]

export default function Acquisitions() {
  const day = useDay()
  const keeps = ['office', 'park'].includes(useMe().role)
  const [opening, open] = useState(false)
  const asked = useQuery({ ...query('space/acquisitions', day ? { day } : {}), placeholderData: (last?: Board) => last })
  return (
    <PageFrame
      title="楼宇收储"
      description="从摸排到投用，逐步登记面积、日期和佐证；签约及以后各阶段应有佐证。收储与使用始终分列。"
      actions={
        <>
          <DayBar day={day} />
          {keeps && (
            <Act main icon={icons.add} onClick={() => open(true)}>
              登记收储项目
            </Act>
          )}
        </>
      }
    >
      <TwoFigures day={day} />
      <Loaded from={asked} rows={10}>
        {({ zones, whole, efforts }) =>
          efforts.length ? (
            <>
              <Panel flush title="各阶段面积（㎡）">
                <DataTable
                  name="各阶段面积"
                  rows={zones.length > 1 ? [...zones, whole] : zones}
                  columns={boardColumns(whole)}
                  rowKey={({ name }) => name}
                />
              </Panel>
              <Panel flush title="收储项目">
                <div className="record-table">
                  <Efforts of={efforts} />
                </div>
              </Panel>
            </>
          ) : (
            <EmptyState
              title="没有收储项目"
              about={day ? '该日尚未登记收储项目。' : '摸排到可盘活的楼宇后，在此登记并逐步推进。'}
            />
          )
        }
      </Loaded>
      <OpenDialog open={opening} onClose={() => open(false)} />
    </PageFrame>
  )
}

/** A column for every stage somebody is at. */
const boardColumns = (whole: Line): Column<Line>[] => [
  { key: 'name', title: '园城', show: ({ name }) => name },
  ...(Object.keys(acquisitionStages) as AcquisitionStage[])
    .filter((stage) => whole.areas.some((one) => one.stage === stage))
    .map((stage): Column<Line> => {
      const at = ({ areas }: Line) => areas.find((one) => one.stage === stage)
      return {
        key: stage,
        title: acquisitionStages[stage],
        number: true,
        show: (line) => {
          const found = at(line)
          return found ? <span title={`${found.efforts} 个项目`}>{square(found.area)}</span> : '—'
        },
      }
    }),
  {
    key: 'secured',
    title: '签约及以后',
    number: true,
    show: ({ secured }) => <strong>{square(secured)}</strong>,
  },
]

function Efforts({ of }: { of: Effort[] }) {
  const zones = Object.fromEntries(of.map(({ zone, zoneName }) => [zone ?? '', zoneName ?? '园城以外']))
  const columns: Column<Effort>[] = [
    { key: 'name', title: '项目', wrap: 18, show: ({ name }) => name, sort: ({ name }) => name },
    {
      key: 'building',
      title: '楼宇',
      wrap: 14,
      show: ({ buildingName }) => buildingName,
      sort: ({ buildingName }) => buildingName,
    },
    {
      key: 'zone',
      title: '园城',
      show: ({ zoneName }) => zoneName ?? '园城以外',
      filter: { of: zones, has: ({ zone }) => zone ?? '' },
    },
    {
      key: 'stage',
      title: '阶段',
      show: ({ stage }) => <StageTag is={stage} />,
      filter: { of: acquisitionStages, has: ({ stage }) => stage },
      sort: ({ stage }) => Object.keys(acquisitionStages).indexOf(stage),
    },
    { key: 'area', title: '面积（㎡）', number: true, show: ({ area }) => square(area), sort: ({ area }) => area },
    { key: 'since', title: '进入阶段', show: ({ since }) => <span className="number">{since}</span>, sort: ({ since }) => since },
    { key: 'mode', title: '方式', show: ({ mode }) => (mode ? acquisitionModes[mode] : '—') },
    { key: 'holder', title: '收储主体', wrap: 14, show: ({ holder }) => holder ?? '—' },
  ]
  return (
    <DataTable
      name="收储项目"
      rows={of}
      columns={columns}
      rowKey={({ id }) => id}
      to={({ id }) => `/office/acquisitions/${id}`}
      find={({ name, buildingName, holder }) => [name, buildingName, holder].join(' ')}
    />
  )
}
