/** A sheet: what the ledgers say of a unit, a task, a zone; the unit confirms with one touch, remarks what differs, or asks for help. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { sheet as sheetModel } from '#modules/dispatch/model.ts'
import { matter } from '#modules/matter/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Lines, SheetState } from './words.tsx'

type Shown = Out<'dispatch/showSheet'>

export default function SheetPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('dispatch/showSheet', { id }))
  const { sheet, round, late } = asked.data ?? {}
  return (
    <PageFrame
      title={sheet ? (sheet.kind === 'unit' ? `${sheet.name}调度单` : sheet.name) : '调度单'}
      crumbs={[
        { title: '调度', to: '/office/dispatch' },
        ...(round ? [{ title: round.title, to: `/office/dispatch/${round.id}` }] : []),
        { title: sheet?.name ?? '…' },
      ]}
      marks={sheet?.kind === 'unit' && <SheetState is={sheet.status} late={late} />}
      description={round && `以下内容由台账自动生成，数据截至${dated(round.asOf)}，生成后不再变动。`}
    >
      <Loaded from={asked} rows={10}>
        {(shown) => <Inside of={shown} />}
      </Loaded>
    </PageFrame>
  )
}

function Inside({ of }: { of: Shown }) {
  const { sheet, can, matterNumber } = of
  return (
    <>
      {can.length > 0 && <Answer of={of} />}
      {(sheet.remark || matterNumber) && (
        <Panel title="反馈意见">
          {sheet.remark && <p className="dispatch-remark">{sheet.remark}</p>}
          {matterNumber && (
            <p className="sentence">
              求助已列入督办事项 <Link to={`/office/matters/${sheet.matter}`}>{matterNumber}</Link>
            </p>
          )}
        </Panel>
      )}
      <Panel title={`内容（${sheet.lines.length}）`} flush>
        {sheet.lines.length ? (
          <Lines of={sheet.lines} />
        ) : (
          <EmptyState title="本期没有需要列出的内容" about="台账中没有本单位的指标、节点和督办事项。" />
        )}
      </Panel>
    </>
  )
}

function Answer({ of: { sheet, round, left, can } }: { of: Shown }) {
  const say = useSay()
  const today = useFrame()?.today
  const [open, turn] = useState<'remark' | 'help' | null>(null)
  const confirm = useMutation({ ...command('dispatch/confirmSheet'), onSuccess: () => say.done('已确认'), onError: say.failed })
  return (
    <Panel>
      <div className="dispatch-answer">
        {can.includes('confirm') && (
          <Act main busy={confirm.isPending} onClick={() => confirm.mutate({ id: sheet.id })}>
            确认
          </Act>
        )}
        {can.includes('remark') && <Act onClick={() => turn('remark')}>有出入</Act>}
        {!sheet.matter && <Act onClick={() => turn('help')}>需要协调</Act>}
        {sheet.status === 'waiting' && <Clock left={left} dueOn={round.dueOn} today={today} />}
      </div>
      <Dialog title="反馈意见" open={open === 'remark'} onClose={() => turn(null)}>
        <Remark id={sheet.id} onDone={() => turn(null)} />
      </Dialog>
      <Dialog title="提出求助" open={open === 'help'} onClose={() => turn(null)}>
        <Help id={sheet.id} onDone={() => turn(null)} />
      </Dialog>
    </Panel>
  )
}

type FormOf = { id: string; onDone: () => void }
const remarked = sheetModel.pick({ remark: true }).extend({ remark: sheetModel.shape.remark.unwrap() })
function Remark({ id, onDone }: FormOf) {
  const say = useSay()
  const send = useMutation(command('dispatch/remarkSheet'))
  return (
    <RecordForm
      of={remarked}
      hints={{ remark: '写明哪一项与实际不符、实际情况如何；数据有误的，同时在相应台账更正。' }}
      save="反馈"
      onCancel={onDone}
      onSave={async (given) => {
        await send.mutateAsync({ id, ...given })
        say.done('已反馈')
        onDone()
      }}
    />
  )
}

const helped = matter.pick({ title: true, text: true, dueOn: true, task: true })
function Help({ id, onDone }: FormOf) {
  const say = useSay()
  const tasks = useQuery(query('work/board', {})).data?.tasks ?? []
  const send = useMutation(command('dispatch/askHelp'))
  return (
    <RecordForm
      of={helped}
      choices={{ task: tasks.map(({ key, title }) => ({ value: key, label: title })) }}
      hints={{ title: '列入督办事项，由牵头工作组协调；未按时答复的自动提级。', dueOn: '希望答复或解决的日期' }}
      save="提出求助"
      onCancel={onDone}
      onSave={async (given) => {
        await send.mutateAsync({ id, ...given })
        say.done('已列入督办事项')
        onDone()
      }}
    />
  )
}
