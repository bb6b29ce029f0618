/** The file of one enterprise: who it is, its life in the district, titles and rights, how far it is on the ladder. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { statuses } from '#modules/enterprise/model.ts'
import { FilingsOfEnterprise } from '#modules/filing/pages/of-enterprise.tsx'
import { StandingOf } from '#modules/ladder/pages/standing.tsx'
import { command, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { lookOnly, useKeeps } from './choices.ts'
import { Consents } from './consents.tsx'
import { FactGroups } from './facts.tsx'
import { KeeperDialog } from './forms/keeper.tsx'
import { type Event, eventTitles, LifeDialog } from './forms/life-forms.tsx'
import { RegisterDialog } from './forms/register.tsx'
import { Life } from './life.tsx'
import { Rights } from './rights.tsx'
import { Titles } from './titles.tsx'
import type { WholeFile } from './whole.ts'
import './enterprise.css'

export default function EnterprisePage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('enterprise/show', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.file.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: WholeFile }) {
  const say = useSay()
  const keeps = useKeeps()
  const [event, happen] = useState<Event | null>(null)
  const [assigning, assign] = useState(false)
  const [splitting, split] = useState(false)
  const confirm = useMutation({ ...command('enterprise/confirm'), onSuccess: () => say.done('已确认'), onError: say.failed })
  const { role } = useMe()
  const readsReports = ['leader', 'office', 'park', 'town'].includes(role)
  const { file, names } = of
  const here = file.leftOn === null
  const because = keeps ? `该企业已于 ${file.leftOn} 离区` : lookOnly
  const step = (name: Event) => (
    <Permitted when={keeps && here} because={because} onClick={() => happen(name)}>
      {name === 'move' ? '迁移' : '离区'}
    </Permitted>
  )
  return (
    <PageFrame
      title={file.name}
      description={[file.creditCode, names.town, names.zone, names.industry].filter(Boolean).join(' · ')}
      marks={<Marks of={of} />}
      crumbs={[{ title: '企业档案', to: '/office/enterprises' }, { title: file.name }]}
      actions={
        <>
          {here ? (
            <>
              {step('move')}
              {step('leave')}
              <Permitted when={keeps} because={lookOnly} onClick={() => split(true)}>
                分立设立
              </Permitted>
            </>
          ) : (
            <Permitted when={keeps} because={lookOnly} onClick={() => happen('resettle')}>
              {eventTitles.resettle}
            </Permitted>
          )}
          <Permitted when={keeps && here} because={because} onClick={() => assign(true)}>
            {file.keeper ? '更换服务专员' : '指定服务专员'}
          </Permitted>
          <Permitted
            main
            when={keeps && here}
            because={because}
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ id: file.id })}
          >
            确认无误
          </Permitted>
        </>
      }
    >
      <Warnings of={of} />
      <PageTabs
        of={[
          { key: 'file', title: '档案信息', content: <FactGroups of={of} amendable={keeps} /> },
          {
            key: 'life',
            title: '在区经历',
            content: (
              <Panel
                title="在区经历"
                actions={
                  keeps && (
                    <Act inline onClick={() => happen('rectify')}>
                      更正最近一段
                    </Act>
                  )
                }
              >
                <Life of={of} openable />
              </Panel>
            ),
          },
          {
            key: 'titles',
            title: `资质与知识产权（${of.titles.length + of.rights.length}）`,
            content: (
              <Stack>
                <Titles of={of} />
                <Rights of={of} />
              </Stack>
            ),
          },
          ...(readsReports ? [{ key: 'filings', title: '运行监测', content: <FilingsOfEnterprise enterprise={file.id} /> }] : []),
          { key: 'ladder', title: '培育梯队', content: <OfficialStanding enterprise={file.id} /> },
          { key: 'consents', title: '授权', content: <Consents of={of} /> },
          {
            key: 'journal',
            title: '办理记录',
            content: (
              <Panel title="办理记录">
                <Timeline subjects={[file.id]} names={new Map([[file.id, file.name]])} />
              </Panel>
            ),
          },
        ]}
      />
      <LifeDialog of={of} event={event} onClose={() => happen(null)} />
      <KeeperDialog enterprise={file.id} present={file.keeper} open={assigning} onClose={() => assign(false)} />
      <RegisterDialog open={splitting} onClose={() => split(false)} from={file} />
    </PageFrame>
  )
}

function OfficialStanding({ enterprise }: { enterprise: string }) {
  const asked = useQuery(query('ladder/standing', { enterprise }))
  return <Loaded from={asked}>{(standing) => <StandingOf is={standing} />}</Loaded>
}

const Marks = ({ of: { file, staleFor, titles } }: { of: WholeFile }) => (
  <span className="enterprise-marks">
    {file.leftOn ? (
      <Mark>{file.leftOn} 离区</Mark>
    ) : (
      <StatusTag of={statuses} is={file.status} tone={file.status === 'active' ? 'good' : 'warn'} />
    )}
    {staleFor !== null && <Mark tone="warn">超期未确认</Mark>}
    {file.org === null && file.leftOn === null && <Mark>未认领</Mark>}
    {titles.some(({ warning }) => warning) && <Mark tone="warn">资质到期</Mark>}
  </span>
)

/** What wants doing, in sentences. */
function Warnings({ of: { file, staleFor, titles } }: { of: WholeFile }) {
  const due = titles.filter(({ warning }) => warning)
  const sentences = [
    staleFor !== null && `档案已 ${staleFor} 天无人确认，请核对后点“确认无误”。`,
    due.length > 0 && `有 ${due.length} 项资质称号已到期或临近到期，见“资质与知识产权”。`,
  ].filter((one) => one !== false)
  return sentences.length && file.leftOn === null ? <Notice tone="warning">{sentences.join('')}</Notice> : null
}
