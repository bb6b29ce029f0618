/** Dual-innovation space (双创空间): each zone against the plan, and the entries behind it (plan task 9). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { makerspaceKinds } from '#modules/space/model.ts'
import { download, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { ProgressLine } from '#web/ui/figure/figure.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Row, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { square } from './acquisition/stage-tag.tsx'
import { CorrectSpaceDialog, StartDialog, StopDialog } from './makerspace/forms.tsx'
import './record/record.css'

type Answer = Out<'space/makerspaces'>
type Zone = Answer['zones'][number]
export type Entry = Answer['entries'][number]

export default function Makerspaces() {
  const asked = useQuery(query('space/makerspaces', {}))
  const [starting, start] = useState(false)
  const [stopping, stop] = useState<Entry | null>(null)
  const [wrong, correct] = useState<Entry | null>(null)
  return (
    <PageFrame
      title="双创空间"
      description="建成并投入使用的双创空间，按园城对照方案目标。"
      actions={
        asked.data?.keeps && (
          <Act main icon={icons.add} onClick={() => start(true)}>
            登记双创空间
          </Act>
        )
      }
    >
      <Loaded from={asked} rows={8}>
        {({ zones, entries }) => (
          <>
            {zones.length > 0 && (
              <Tiles width={320}>
                {zones.map((zone) => (
                  <Standing key={zone.zone ?? ''} of={zone} />
                ))}
              </Tiles>
            )}
            <Panel flush title="台账">
              <div className="record-table">
                <DataTable
                  name="双创空间台账"
                  rows={entries}
                  columns={columnsOf({ stop, correct })}
                  rowKey={({ id }) => id}
                  find={({ name, operator, buildingName }) => [name, operator, buildingName].join(' ')}
                  empty={<EmptyState title="没有双创空间" about="建成投用后，凭验收单、授牌文件等在此登记。" />}
                />
              </div>
            </Panel>
          </>
        )}
      </Loaded>
      <StartDialog open={starting} onClose={() => start(false)} />
      <StopDialog of={stopping} onClose={() => stop(null)} />
      <CorrectSpaceDialog of={wrong} onClose={() => correct(null)} />
    </PageFrame>
  )
}

function Standing({ of: { name, area, aims } }: { of: Zone }) {
  return (
    <Panel title={name}>
      <Facts
        of={[
          { title: '现有', value: <span className="number">{square(area)} ㎡</span>, wide: true },
          ...aims.map((aim) => ({
            title: `${aim.year}年`,
            value: <Aim of={aim} />,
            wide: true,
          })),
        ]}
      />
      {aims.length === 0 && <span className="quiet">方案没有对其提出目标</span>}
    </Panel>
  )
}

function Aim({ of: { year, area, reached, isOver } }: { of: Zone['aims'][number] }) {
  const met = reached >= area
  return (
    <Row>
      <span className="number">
        {square(reached)} / {square(area)} ㎡
      </span>
      <Mark tone={met ? 'good' : isOver ? 'bad' : 'active'}>{met ? '已达标' : isOver ? '未达标' : '建设中'}</Mark>
      <div style={{ flex: '1 1 100%' }}>
        <ProgressLine label={`${year}年目标`} done={reached / area} />
      </div>
    </Row>
  )
}

type Steps = { stop: (entry: Entry) => void; correct: (entry: Entry) => void }
const columnsOf = (steps: Steps): Column<Entry>[] => [
  { key: 'name', title: '名称', wrap: 16, show: ({ name }) => name, sort: ({ name }) => name },
  {
    key: 'kind',
    title: '类型',
    show: ({ kind }) => makerspaceKinds[kind],
    filter: { of: makerspaceKinds, has: ({ kind }) => kind },
  },
  {
    key: 'place',
    title: '位置',
    wrap: 14,
    show: ({ building, buildingName, zoneName, townName }) => (
      <>
        {building ? <Link to={`/office/buildings/${building}`}>{buildingName}</Link> : townName}
        <div className="quiet record-small">{zoneName ?? '园城以外'}</div>
      </>
    ),
  },
  { key: 'operator', title: '运营单位', wrap: 14, show: ({ operator }) => operator },
  { key: 'area', title: '面积（㎡）', number: true, show: ({ area }) => square(area), sort: ({ area }) => area },
  {
    key: 'span',
    title: '投用',
    show: ({ since, until }) => (
      <span className="number">
        {since} 至 {until ?? '今'}
      </span>
    ),
    sort: ({ since }) => since,
  },
  {
    key: 'note',
    title: '说明与登记',
    wrap: 16,
    show: ({ note, recordedBy }) => (
      <>
        {note ?? '—'}
        <div className="quiet record-small">{recordedBy} 登记</div>
      </>
    ),
  },
  {
    key: 'act',
    title: '办理',
    show: (entry) => (
      <Row>
        {entry.evidence && <Paper id={entry.id} />}
        {entry.keeps && entry.until === null && (
          <Act inline name={`停用${entry.name}`} onClick={() => steps.stop(entry)}>
            停用
          </Act>
        )}
        {entry.keeps && (
          <Act inline name={`更正${entry.name}`} onClick={() => steps.correct(entry)}>
            更正
          </Act>
        )}
      </Row>
    ),
  },
]

function Paper({ id }: { id: string }) {
  const say = useSay()
  const get = useMutation({ ...download('space/makerspacePaper'), onError: say.failed })
  return (
    <Act inline busy={get.isPending} onClick={() => get.mutate({ id })}>
      佐证
    </Act>
  )
}
