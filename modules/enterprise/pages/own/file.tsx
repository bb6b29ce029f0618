/** 我的档案: what is on file about one's own enterprise; contact is corrected here, the rest through the keeper. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { StandingOf } from '#modules/ladder/pages/standing.tsx'
import { command, query } from '#web/client.ts'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice, PageTabs } from '#web/ui/dialog.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { FactGroups } from '../facts.tsx'
import { Life } from '../life.tsx'
import { Rights } from '../rights.tsx'
import { Titles } from '../titles.tsx'
import type { WholeFile } from '../whole.ts'
import { OwnConsents } from './consents.tsx'
import { CorrectDialog } from './correct.tsx'
import '../enterprise.css'

export default function OwnFile() {
  const asked = useQuery(query('enterprise/mine', {}))
  return (
    <Loaded from={asked}>
      {(own) =>
        own ? (
          <Opened of={own} />
        ) : (
          <PageFrame title="我的档案">
            <Panel>
              <EmptyState
                title="尚未认领企业档案"
                about="认领通过后，可在这里查看和确认。"
                actions={<GoTo to="/enterprise">申请认领</GoTo>}
              />
            </Panel>
          </PageFrame>
        )
      }
    </Loaded>
  )
}

function Opened({ of }: { of: WholeFile }) {
  const say = useSay()
  const [correcting, correct] = useState(false)
  const confirm = useMutation({ ...command('enterprise/confirmOwn'), onSuccess: () => say.done('已确认'), onError: say.failed })
  const { file, names, staleFor } = of
  const here = file.leftOn === null
  return (
    <PageFrame
      title="我的档案"
      description={[file.name, file.creditCode, names.town].join(' · ')}
      actions={
        here && (
          <>
            <Act onClick={() => correct(true)}>更正联系信息</Act>
            <Act main busy={confirm.isPending} onClick={() => confirm.mutate({})}>
              确认无误
            </Act>
          </>
        )
      }
    >
      {!here && <Notice>本企业已于 {file.leftOn} 离区，档案只供查看。</Notice>}
      {staleFor !== null && <Notice tone="warning">档案已 {staleFor} 天无人确认，请核对后点“确认无误”。</Notice>}
      <PageTabs
        of={[
          {
            key: 'file',
            title: '档案信息',
            content: (
              <Stack>
                <FactGroups of={of} />
                <p className="quiet">
                  其他信息有误的，请与服务专员{file.keeperName ? `${file.keeperName}（${names.keeperOrg ?? ''}）` : ''}
                  或所在镇街、园城联系更正。
                </p>
              </Stack>
            ),
          },
          {
            key: 'life',
            title: '在区经历',
            content: (
              <Panel title="在区经历">
                <Life of={of} />
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
          { key: 'ladder', title: '培育梯队', content: <OwnStanding /> },
          { key: 'consents', title: '授权', content: <OwnConsents of={of} /> },
        ]}
      />
      <CorrectDialog of={of} open={correcting} onClose={() => correct(false)} />
    </PageFrame>
  )
}

function OwnStanding() {
  const asked = useQuery(query('ladder/ownStanding', {}))
  return <Loaded from={asked}>{(standing) => standing && <StandingOf is={standing} />}</Loaded>
}
