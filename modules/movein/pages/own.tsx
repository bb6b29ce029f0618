/** The enterprise's own way in: what it needs, rooms for it, its application, and where it stands. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moveInStates } from '#modules/movein/flow.ts'
import { command, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { TimeLeft } from './list.tsx'
import { Checklist } from './matter/checklist.tsx'
import { Offers } from './matter/offers.tsx'
import { StepDialog, type StepName } from './matter/steps.tsx'
import { Viewings } from './matter/viewings.tsx'
import { Way } from './matter/way.tsx'
import { NeedForm } from './need-form.tsx'
import { type Line, namesOf, squareMetres, toneOf, type Whole } from './words.ts'
import './move-in.css'

export default function OwnMoveIn() {
  const asked = useQuery(query('movein/mine', {}))
  return (
    <PageFrame
      title="找空间"
      description="说明需要的空间，系统即时匹配在推房源；选定后提交入驻申请，办理进度在此查看。"
      actions={asked.data && asked.data.length > 0 && <Ask />}
    >
      <Loaded from={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState
                title="还没有入驻需求"
                about="提出需求后，园城会推荐房源、安排看房，也可自行从匹配结果中选定。"
                actions={<Ask main />}
              />
            </Panel>
          ) : (
            <Stack>
              {rows.map((row, at) => (
                <Matter key={row.id} of={row} open={at === 0} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Ask({ main = false }: { main?: boolean }) {
  const say = useSay()
  const own = useQuery(query('enterprise/mine', {})).data
  const [open, turn] = useState(false)
  const add = useMutation(command('movein/open'))
  return (
    <>
      <Act main={main} onClick={() => turn(true)}>
        提出需求
      </Act>
      <Dialog title="需要什么样的空间" wide open={open} onClose={() => turn(false)}>
        <NeedForm
          initial={{ contact: own?.file.contact ?? '', phone: own?.file.phone ?? '' }}
          onCancel={() => turn(false)}
          onSave={async (asked) => {
            const { number } = await add.mutateAsync(asked)
            say.done(`已提交，编号 ${number}`)
            turn(false)
          }}
        />
      </Dialog>
    </>
  )
}

function Matter({ of, open }: { of: Line; open: boolean }) {
  const [shown, show] = useState(open)
  return (
    <Panel
      title={
        <>
          {of.number} <StatusTag of={moveInStates} is={of.status} tone={toneOf[of.status]} />{' '}
          {of.closedOn === null && <TimeLeft of={of} />}
        </>
      }
      actions={
        <Act inline onClick={() => show(!shown)}>
          {shown ? '收起' : '查看'}
        </Act>
      }
    >
      <Stack>
        <p className="quiet">{of.need}</p>
        {shown && <Opened id={of.id} />}
      </Stack>
    </Panel>
  )
}

function Opened({ id }: { id: string }) {
  const asked = useQuery(query('movein/one', { id }))
  return <Loaded from={asked}>{(whole) => <Inside of={whole} />}</Loaded>
}

function Inside({ of }: { of: Whole }) {
  const say = useSay()
  const [step, take] = useState<StepName | null>(null)
  const apply = useMutation({ ...command('movein/apply'), onSuccess: () => say.done('已提交申请'), onError: say.failed })
  const { matter, next, names, units, area, lease } = of
  const applies = next.find((one) => one.step === 'apply')
  return (
    <Stack>
      <Facts
        of={[
          { title: '当前办理', value: matter.closedOn ? matter.outcome : (names.holder ?? '请您办理') },
          { title: '受理园城', value: names.zone ?? '待定' },
          {
            title: '意向房源',
            value: units.length > 0 ? `${names.building ?? ''} ${namesOf(units)}，${squareMetres(area)}` : '尚未选定',
          },
          ...(lease ? [{ title: '合同编号', value: lease.number }] : []),
        ]}
      />
      {next.length > 0 && (
        <div className="row">
          {applies && units.length > 0 && (
            <Act main onClick={() => take('apply')}>
              申请入驻 {namesOf(units)}
            </Act>
          )}
          {next.some((one) => one.step === 'withdraw' && one.why === null) && <Act onClick={() => take('withdraw')}>撤回</Act>}
        </div>
      )}
      <Halves shares={['2fr', '1fr']}>
        <Stack>
          {applies && (
            <Panel title="匹配的房源" flush>
              <Offers
                asked={{ id: matter.id }}
                take={{ word: '申请入驻', busy: apply.isPending, onTake: (units) => apply.mutate({ id: matter.id, units }) }}
              />
            </Panel>
          )}
          <Viewings of={of} />
          <Checklist of={of} />
        </Stack>
        <Panel title="办理环节">
          <Way of={of} />
        </Panel>
      </Halves>
      <StepDialog of={of} step={step} onClose={() => take(null)} />
    </Stack>
  )
}
