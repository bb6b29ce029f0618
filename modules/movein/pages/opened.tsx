/** One firm on its way in: what is to do now first, then rooms, viewings, checklist, lease, and the way it has come. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { moveInStates } from '#modules/movein/flow.ts'
import { origins } from '#modules/movein/model.ts'
import { command, download, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Checklist } from './matter/checklist.tsx'
import { Hands } from './matter/hand.tsx'
import { Now } from './matter/now.tsx'
import { Offers } from './matter/offers.tsx'
import { Viewings } from './matter/viewings.tsx'
import { Way } from './matter/way.tsx'
import { NeedForm } from './need-form.tsx'
import { namesOf, squareMetres, toneOf, type Whole } from './words.ts'
import './move-in.css'

export default function MoveInPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('movein/one', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.matter.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { matter, need, checklist } = of
  const looking = matter.status === 'matching' || matter.status === 'viewing' || matter.status === 'applying'
  return (
    <PageFrame
      title={matter.name}
      description={`${matter.number} · ${need}`}
      marks={<StatusTag of={moveInStates} is={matter.status} tone={toneOf[matter.status]} />}
      crumbs={[{ title: '企业入驻', to: '/office/move-ins' }, { title: matter.number }]}
      actions={<Hands of={of} />}
    >
      <Now of={of} />
      <Halves shares={['2fr', '1fr']}>
        <Stack>
          <Checklist of={of} />
          {looking && <Search of={of} />}
          <Viewings of={of} />
          {!checklist.length && !looking && <Rooms of={of} />}
          <Panel title="办理记录">
            <Timeline subjects={[matter.id]} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title="办理环节">
            <Way of={of} />
          </Panel>
          <About of={of} />
        </Stack>
      </Halves>
    </PageFrame>
  )
}

function Search({ of: { matter, wanted, why, next } }: { of: Whole }) {
  const say = useSay()
  const [amending, amend] = useState(false)
  const save = useMutation(command('movein/amend'))
  const offer = useMutation({ ...command('movein/offer'), onSuccess: () => say.done('已推荐'), onError: say.failed })
  const may = why === null && next.some(({ step }) => step === 'offer')
  return (
    <Panel
      title="匹配房源"
      flush
      actions={
        why === null &&
        next.length > 0 && (
          <Act inline onClick={() => amend(true)}>
            修改需求
          </Act>
        )
      }
    >
      <Offers
        asked={{ id: matter.id }}
        take={may ? { word: '推荐', busy: offer.isPending, onTake: (units) => offer.mutate({ id: matter.id, units }) } : null}
      />
      <Dialog title="修改空间需求" wide open={amending} onClose={() => amend(false)}>
        <NeedForm
          initial={{ ...wanted, contact: matter.contact, phone: matter.phone }}
          save="保存"
          onCancel={() => amend(false)}
          onSave={async (asked) => {
            await save.mutateAsync({ id: matter.id, ...asked })
            say.done('需求已修改')
            amend(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}

/** What was chosen, and why it fitted. */
function Rooms({ of: { matter, units } }: { of: Whole }) {
  if (units.length === 0) return null
  return (
    <Panel title="意向单元" flush>
      <ul className="move-in-list">
        {units.map(({ id, name, area, rent, fee }) => (
          <li key={id}>
            <span className="name">
              <Link to={`/office/buildings/${matter.building}`}>{name}</Link>
            </span>
            <span className="number">{squareMetres(area)}</span>
            <span className="quiet">
              {rent === null ? '租金待定' : `${rent} 元/㎡·月`}
              {fee !== null && `，物业费 ${fee}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function About({ of }: { of: Whole }) {
  const { matter, names, units, area, lease, wanted } = of
  const { role } = useMe()
  const say = useSay()
  const print = useMutation({ ...download('lease/contract'), onError: say.failed })
  const reads = role === 'office' || role === 'park' || role === 'leader'
  return (
    <Panel title="事项">
      <Facts
        of={[
          { title: '联系人', value: `${matter.contact} ${matter.phone}` },
          { title: '来源', value: origins[matter.origin] },
          { title: '受理日期', value: matter.openedOn },
          { title: '受理园城', value: names.zone },
          { title: '信用代码', value: matter.creditCode },
          {
            title: '意向房源',
            value: units.length > 0 ? `${names.building ?? ''} ${namesOf(units)}，${squareMetres(area)}` : null,
            wide: true,
          },
          ...(wanted.note ? [{ title: '其他要求', value: wanted.note, wide: true }] : []),
          ...(lease
            ? [
                {
                  title: '租约',
                  wide: true,
                  value: reads ? (
                    <>
                      <Link to={`/office/leases/${lease.id}`}>{lease.number}</Link>{' '}
                      <Act inline icon={icons.download} busy={print.isPending} onClick={() => print.mutate({ id: lease.id })}>
                        合同文本
                      </Act>
                    </>
                  ) : (
                    lease.number
                  ),
                },
              ]
            : []),
          ...(matter.enterprise && names.enterprise
            ? [
                {
                  title: '企业档案',
                  value: <Link to={`/office/enterprises/${matter.enterprise}`}>{names.enterprise}</Link>,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
