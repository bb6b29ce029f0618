/** One effort to secure space: where it stands, what comes next, the way so far and what was set right. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { acquisitionFlow, acquisitionStages } from '#modules/space/flow.ts'
import { acquisitionModes } from '#modules/space/model.ts'
import { download, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Facts, PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { RectifyDialog, UndoDialog } from './acquisition/correction-forms.tsx'
import { PartnersDialog } from './acquisition/partners-form.tsx'
import { StageTag, square } from './acquisition/stage-tag.tsx'
import { StepDialog, type StepName } from './acquisition/step-form.tsx'
import './record/record.css'

export type Shown = Out<'space/acquisitionShown'>
export type Told = Shown['way'][number]

export default function AcquisitionPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('space/acquisitionShown', { id }))
  return <Loaded from={asked}>{(of) => <Found of={of} />}</Loaded>
}

function Found({ of }: { of: Shown }) {
  const [step, take] = useState<StepName | null>(null)
  const [wrong, rectify] = useState<Told | null>(null)
  const [undoing, undo] = useState(false)
  const [naming, name] = useState(false)
  const { effort, building, steps, way, withdrawn, keeps } = of
  return (
    <PageFrame
      title={effort.name}
      marks={<StageTag is={effort.status} />}
      description={effort.note ?? undefined}
      crumbs={[{ title: '楼宇收储', to: '/office/acquisitions' }, { title: effort.name }]}
      actions={
        keeps && (
          <>
            {steps.map(({ step }, at) => (
              <Act key={step} main={at === 0 && step !== 'drop'} danger={step === 'drop'} onClick={() => take(step)}>
                {acquisitionFlow.steps[step].label}
              </Act>
            ))}
            <Act onClick={() => name(true)}>协同单位</Act>
          </>
        )
      }
    >
      <Panel>
        <Facts
          of={[
            { title: '楼宇', value: <Link to={`/office/buildings/${building.id}`}>{building.name}</Link> },
            { title: '所在', value: [of.zoneName, of.townName].filter(Boolean).join('，') },
            { title: '当前面积', value: <span className="number">{square(effort.area)} ㎡</span> },
            { title: '楼宇面积', value: <span className="number">{square(building.area)} ㎡</span> },
            { title: '收储方式', value: effort.mode && acquisitionModes[effort.mode] },
            { title: '收储主体', value: effort.holder },
            { title: '协同单位', value: of.partnerNames.join('、') || null },
          ]}
        />
      </Panel>
      <Panel
        flush
        title="办理过程"
        actions={
          keeps &&
          way.length > 1 && (
            <Act inline danger onClick={() => undo(true)}>
              撤销最近一步
            </Act>
          )
        }
      >
        <DataTable
          name="办理过程"
          rows={way.toReversed()}
          columns={wayColumns(effort.id, keeps ? rectify : null)}
          rowKey={({ id }) => id}
        />
      </Panel>
      {withdrawn.length > 0 && (
        <Panel flush title="已更正的登记">
          <DataTable name="已更正的登记" rows={withdrawn} columns={withdrawnColumns} rowKey={({ id }) => id} />
        </Panel>
      )}
      <StepDialog of={of} step={step} onClose={() => take(null)} />
      <RectifyDialog of={of} wrong={wrong} onClose={() => rectify(null)} />
      <UndoDialog of={of} open={undoing} onClose={() => undo(false)} />
      <PartnersDialog of={of} open={naming} onClose={() => name(false)} />
    </PageFrame>
  )
}

const span = ({ since, until }: Told) => (
  <span className="number">
    {since} 至 {until ?? '今'}
  </span>
)
const told: Column<Told>[] = [
  { key: 'stage', title: '阶段', show: ({ stage }) => <StageTag is={stage} /> },
  { key: 'span', title: '起止', show: span },
  { key: 'area', title: '面积（㎡）', number: true, show: ({ area }) => square(area) },
]

const wayColumns = (id: string, onRectify: ((row: Told) => void) | null): Column<Told>[] => [
  ...told,
  { key: 'note', title: '说明', wrap: 24, show: ({ note }) => note ?? '—' },
  { key: 'by', title: '登记人', show: ({ recordedBy }) => recordedBy },
  {
    key: 'act',
    title: '办理',
    show: (row) => (
      <Row>
        {row.evidence && <Paper id={id} paper={row.evidence} />}
        {onRectify && (
          <Act inline name={`更正“${acquisitionStages[row.stage]}”`} onClick={() => onRectify(row)}>
            更正
          </Act>
        )}
      </Row>
    ),
  },
]

const withdrawnColumns: Column<Told>[] = [
  ...told,
  {
    key: 'known',
    title: '登记与更正',
    show: ({ recordedBy, knownFrom, knownUntil }) => (
      <span className="number">
        {recordedBy} {knownFrom} 登记，{knownUntil} 更正
      </span>
    ),
  },
]

function Paper({ id, paper }: { id: string; paper: string }) {
  const say = useSay()
  const get = useMutation({ ...download('space/acquisitionPaper'), onError: say.failed })
  return (
    <Act inline busy={get.isPending} onClick={() => get.mutate({ id, paper })}>
      佐证
    </Act>
  )
}
